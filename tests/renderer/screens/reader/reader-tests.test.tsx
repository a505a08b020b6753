// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Reply } from "#core/contract/contract.ts";
import { CardReader } from "#renderer/screens/reader/card-reader.tsx";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { diagnosisView, readerDeskView } from "#tests/renderer/support/reader-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

async function openReader(answers: Answers) {
  const counter = renderCounter(<CardReader />, {
    answers: { "reader.view": yes(readerDeskView()), ...answers },
  });
  await screen.findByRole("region", { name: "检测" });
  return counter;
}

/** An answer that is given when the test says so. */
function later<T>() {
  let give: (answer: T) => void = () => {};
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

const row = (name: string) => screen.getByRole("row", { name });

describe("3015 the test of the reader", () => {
  test("shows item by item what the reader says of itself, in words and signs", async () => {
    const { user } = await openReader({ "reader.diagnose": yes(diagnosisView()) });

    await user.click(screen.getByRole("button", { name: "检测读卡器" }));

    expect(await screen.findByRole("table", { name: "检测结果" })).toBeTruthy();
    expect(row("通信 正常").textContent).toContain("✓");
    expect(row("型号 MSR605")).toBeTruthy();
    expect(row("能用的磁道 第 1 · 2 · 3 磁道")).toBeTruthy();
    expect(row("固件版本 REVU1.00")).toBeTruthy();
    expect(row("写磁强度 高抗磁（Hi-Co），银行卡用")).toBeTruthy();
    expect(row("前导零 第 1、3 磁道 61 位，第 2 磁道 22 位")).toBeTruthy();
  });

  test("tells apart what failed, what went unanswered, and what was not asked", async () => {
    const { user } = await openReader({
      "reader.diagnose": yes(
        diagnosisView({
          memory: { state: "failed", why: "failed" },
          model: { state: "not-offered" },
          firmware: { state: "unanswered" },
          coercivity: { state: "failed", why: "unknown-command" },
          leadingZeros: { state: "failed", why: "not-understood" },
        }),
      ),
    });

    await user.click(screen.getByRole("button", { name: "检测读卡器" }));

    const memory = await screen.findByRole("row", { name: "内存自检 失败：读卡器说没有成功" });
    expect(memory.textContent).toContain("✕");
    expect(row("型号 没有问：所设类型没有这一问").textContent).toContain("–");
    expect(row("固件版本 问了两次，没有回应").textContent).toContain("⚠");
    expect(row("写磁强度 失败：读卡器说没有这条命令，请核对所设的类型").textContent).toContain("✕");
    expect(row("前导零 失败：回答听不懂").textContent).toContain("✕");
  });

  test("of a reader that is silent nothing is said to be missing", async () => {
    const { user } = await openReader({
      "reader.diagnose": yes(
        diagnosisView({
          communication: { state: "unanswered" },
          model: { state: "unanswered" },
          tracks: { state: "unanswered" },
        }),
      ),
    });

    await user.click(screen.getByRole("button", { name: "检测读卡器" }));

    expect(
      (await screen.findByRole("row", { name: "通信 问了两次，没有回应" })).textContent,
    ).toContain("⚠");
    expect(row("型号 问了两次，没有回应")).toBeTruthy();
    expect(row("能用的磁道 问了两次，没有回应")).toBeTruthy();
  });

  test("a reader that is at work is said to be", async () => {
    const { user } = await openReader({
      "reader.diagnose": { ok: false, refusal: { code: "reader.busy" } },
    });

    await user.click(screen.getByRole("button", { name: "检测读卡器" }));

    expect((await screen.findByRole("alert")).textContent).toContain("读卡器正在工作");
  });
});

describe("3015 a reader that cannot be tested", () => {
  test.each([
    [{ status: "lost", reason: "unplugged" }, /没有检测：与读卡器的连接断了/],
    [{ status: "absent" }, /没有检测：还没有设置读卡器端口/],
  ] as const)(
    "says that nothing was tested, and leaves the rest to the line above: %j",
    async (standing, said) => {
      const refusal = { code: "reader.not-ready", ...standing } as const;
      const { user } = await openReader({ "reader.test-sensor": { ok: false, refusal } });

      await user.click(screen.getByRole("button", { name: "检测传感器" }));

      const alert = await screen.findByRole("alert");
      expect(alert.textContent).toMatch(said);
      expect(alert.textContent).not.toContain("3015");
    },
  );

  test("nor is who is here sent here by a kind that has no such test", async () => {
    const { user } = await openReader({
      "reader.test-sensor": { ok: false, refusal: { code: "reader.not-supported" } },
    });

    await user.click(screen.getByRole("button", { name: "检测传感器" }));

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(/^没有检测：所设类型的读卡器没有这项功能/);
  });

  test("a keyboard has no kind to be found", async () => {
    const { settings, ...desk } = readerDeskView();
    await openReader({
      "reader.view": yes({ ...desk, settings: { ...settings, dialect: "wedge" } }),
    });

    expect(screen.queryByRole("button", { name: "识别类型" })).toBeNull();
    expect(screen.getByText(/键盘口刷卡器不能被询问/)).toBeTruthy();
  });

  test("no answer is usual for a swipe-only reader, and is no fault", async () => {
    const { settings, ...desk } = readerDeskView();
    const { user } = await openReader({
      "reader.view": yes({ ...desk, settings: { ...settings, dialect: "swipe-only" } }),
      "reader.diagnose": yes(diagnosisView({ communication: { state: "unanswered" } })),
    });

    await user.click(screen.getByRole("button", { name: "检测读卡器" }));

    const line = await screen.findByRole("row", { name: /没有回答（这一类多半如此）/ });
    expect(line.textContent).toContain("–");
    expect(screen.getByText(/这不是故障/)).toBeTruthy();
  });
});

describe("3015 the test of the sensor", () => {
  test("asks for a card, and says that it was felt", async () => {
    const sensor = later<Reply<"reader.test-sensor">>();
    const { user } = await openReader({ "reader.test-sensor": () => sensor.answer });

    await user.click(screen.getByRole("button", { name: "检测传感器" }));
    expect(await screen.findByText(/请把一张卡插入卡槽/)).toBeTruthy();
    sensor.give(yes({ isFelt: true }));

    expect((await screen.findByText(/感应到了卡/)).textContent).toContain("✓");
    expect(screen.queryByText(/请把一张卡插入卡槽/)).toBeNull();
  });

  test("a sensor that felt nothing says what to do", async () => {
    const { user } = await openReader({ "reader.test-sensor": yes({ isFelt: false }) });

    await user.click(screen.getByRole("button", { name: "检测传感器" }));

    expect((await screen.findByText(/没有感应到卡。/)).textContent).toContain("✕");
  });

  test("Esc calls it off and stays on the screen; a second Esc goes home", async () => {
    const sensor = later<Reply<"reader.test-sensor">>();
    const { user, store, bridge } = renderCounter(<TellerWindow />, {
      answers: {
        "loss.register": yes({ rows: [], total: 0 }),
        "order.list": yes([]),
        "reader.view": yes(readerDeskView()),
        "reader.test-sensor": () => sensor.answer,
        "card.cancel": yes("done"),
      },
    });
    await user.keyboard("3015{Enter}");
    await user.click(await screen.findByRole("button", { name: "检测传感器" }));

    await user.keyboard("{Escape}");
    expect(bridge.asked.at(-1)).toEqual({ channel: "card.cancel", input: undefined });
    expect(store.getState().place).toEqual({ at: "screen", code: "3015" });

    sensor.give({ ok: false, refusal: { code: "reader.cancelled" } });
    expect(await screen.findByText("已停止，没有检测。")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("leaving the screen waits for no card any longer", async () => {
    const { user, bridge, unmount } = await openReader({
      "reader.test-sensor": () => later<Reply<"reader.test-sensor">>().answer,
    });
    await user.click(screen.getByRole("button", { name: "检测传感器" }));

    unmount();

    expect(bridge.asked.at(-1)).toEqual({ channel: "card.cancel", input: undefined });
  });
});

describe("3015 finding the kind of reader", () => {
  test("says that it is no substitute for the manual", async () => {
    await openReader({});

    const described = screen
      .getByRole("button", { name: "识别类型" })
      .getAttribute("aria-describedby");

    const explained = document.getElementById(described ?? "")?.textContent;
    expect(explained).toMatch(/不改变卡和设置.*不代替照说明书选择/);
  });

  test.each([
    ["the kind that is set", { dialect: "msr605", isForeign: false }, "✓", "与所设的类型一致"],
    ["another kind", { dialect: "teller", isForeign: false }, "⚠", "听到的是“柜员终端协议"],
    ["the family of the kind", { dialect: "msr605", isForeign: false }, "✓", "EzWriter 的回答相同"],
    ["another interface", { isForeign: true }, "⚠", "请厂家切换接口"],
    ["nothing", { isForeign: false }, "⚠", "没有认得出的回应"],
  ] as const)("hears %s", async (_what, answer, sign, said) => {
    const { user } = await openReader({ "reader.find-dialect": yes(answer) });

    await user.click(screen.getByRole("button", { name: "识别类型" }));

    await waitFor(() => {
      const tests = within(screen.getByRole("region", { name: "检测" }));
      expect(tests.getByText(new RegExp(said)).textContent).toContain(sign);
    });
  });

  test("takes the family's answer for an EzWriter's where that is what is set", async () => {
    const { settings, ...desk } = readerDeskView();
    const { user } = await openReader({
      "reader.view": yes({ ...desk, settings: { ...settings, dialect: "ezwriter" } }),
      "reader.find-dialect": yes({ dialect: "msr605", isForeign: false }),
    });

    await user.click(screen.getByRole("button", { name: "识别类型" }));

    const said = await screen.findByText(/MSR605 系列（EzWriter 的回答相同）”，与所设的类型一致/);
    expect(said.textContent).toContain("✓");
  });
});
