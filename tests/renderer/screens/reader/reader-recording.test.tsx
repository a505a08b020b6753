// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CardReader } from "#renderer/screens/reader/card-reader.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { readerDeskView } from "#tests/renderer/support/reader-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const folder = "/home/teller/guitai-reader/recordings";

/** A main process that records: what it shows follows what it was told. */
async function openRecording({ isOn }: { readonly isOn: boolean }) {
  let recording = { isOn, folder };
  const counter = renderCounter(<CardReader />, {
    answers: {
      "reader.view": () => yes(readerDeskView({ recording })),
      "reader.record": ({ on }) => {
        recording = { isOn: on, folder };
        return yes(on ? {} : { file: `${folder}/msr605-x.txt` });
      },
    },
  });
  await screen.findByRole("region", { name: "录制" });
  const recorded = () =>
    counter.bridge.asked
      .filter(({ channel }) => channel === "reader.record")
      .map(({ input }) => input);
  return { ...counter, recorded };
}

describe("3015 recording what is said on the cable", () => {
  test("says where the files lie, that card numbers are replaced, and how to contribute", async () => {
    await openRecording({ isOn: false });

    const section = screen.getByRole("region", { name: "录制" });

    expect(section.textContent).toContain(folder);
    expect(section.textContent).toContain("卡号换成测试数字后才写入文件");
    expect(section.textContent).toContain("tests/transcripts");
  });

  test("names the file of one that ended at the sign-off, to whoever looks next", async () => {
    const recording = { isOn: false, folder, left: `${folder}/msr605-y.txt` };
    renderCounter(<CardReader />, {
      answers: { "reader.view": yes(readerDeskView({ recording })) },
    });

    expect(
      await screen.findByText(`上次录制在签退时停止，文件在 ${folder}/msr605-y.txt`),
    ).toBeTruthy();
  });

  test("starts with the device's name, and stops with the name of the file", async () => {
    const { user, recorded } = await openRecording({ isOn: false });

    await user.type(screen.getByRole("textbox", { name: "读卡器的厂家和型号" }), " MSR605 {Enter}");
    expect(await screen.findByText("● 正在录制")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /停止录制/ }));

    expect(await screen.findByText(`已停止，文件在 ${folder}/msr605-x.txt`)).toBeTruthy();
    expect(screen.queryByText("● 正在录制")).toBeNull();
    expect(recorded()).toEqual([{ on: true, device: "MSR605" }, { on: false }]);
  });

  test("without a name nothing starts, and it is said why", async () => {
    const { user, recorded } = await openRecording({ isOn: false });

    await user.type(screen.getByRole("textbox", { name: "读卡器的厂家和型号" }), "  ");
    await user.click(screen.getByRole("button", { name: "开始录制" }));

    expect(screen.getByRole("alert").textContent).toContain("请填写读卡器的厂家和型号");
    expect(recorded()).toEqual([]);
  });

  test("one that went on while the screen was closed can be stopped", async () => {
    const { user, recorded } = await openRecording({ isOn: true });

    await user.click(screen.getByRole("button", { name: /停止录制/ }));

    expect(await screen.findByRole("button", { name: /开始录制/ })).toBeTruthy();
    expect(recorded()).toEqual([{ on: false }]);
  });
});
