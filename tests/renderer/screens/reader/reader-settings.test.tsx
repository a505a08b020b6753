// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CardReader } from "#renderer/screens/reader/card-reader.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { readerDeskView } from "#tests/renderer/support/reader-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

type Desk = Parameters<typeof readerDeskView>[0];

async function openReader(desk: Desk = {}, answers: Answers = {}) {
  const counter = renderCounter(<CardReader />, {
    answers: {
      "reader.view": yes(readerDeskView(desk)),
      "reader.configure": yes(readerDeskView(desk)),
      ...answers,
    },
  });
  await screen.findByRole("region", { name: "设置" });
  const configured = () =>
    counter.bridge.asked
      .filter(({ channel }) => channel === "reader.configure")
      .map(({ input }) => input);
  return { ...counter, configured };
}

const ports = () => within(screen.getByRole("radiogroup", { name: "端口" }));

describe("3015 the settings of the reader", () => {
  test("says plainly that nothing was tried on a real device", async () => {
    await openReader();

    expect(screen.getByText(/从未在真实读卡器上试过/)).toBeTruthy();
  });

  test("says in whole sentences how the reader stands", async () => {
    renderCounter(<CardReader />, {
      answers: { "reader.view": yes(readerDeskView()) },
      workstation: workstationView({
        reader: { status: "lost", reason: "in-use", simulated: false, recording: false },
      }),
    });

    expect(screen.getByText(/端口正被另一个程序使用.*在本页的设置中换端口/)).toBeTruthy();
    expect(screen.queryByText(/输入 3015/)).toBeNull();
    await screen.findByRole("region", { name: "设置" });
  });

  test("every kind of reader explains itself, and the wedge advises another mode", async () => {
    await openReader();

    const kinds = within(screen.getByRole("radiogroup", { name: "读卡器类型" }));

    expect(kinds.getAllByRole("radio")).toHaveLength(5);
    expect(
      kinds.getByRole("radio", { name: /键盘口刷卡器.*英文输入法.*改成串口方式/ }),
    ).toBeTruthy();
    expect(kinds.getByRole("radio", { name: /只读刷卡器.*不能办/ })).toBeTruthy();
  });

  test("the focus begins on what is chosen", async () => {
    await openReader();

    expect(document.activeElement).toBe(screen.getByRole("radio", { name: /^MSR605 系列/ }));
  });

  test("a port shows its maker, its USB numbers, and that its chip proves no reader", async () => {
    await openReader();

    const cable = ports().getByRole("radio", { name: /^\/dev\/ttyUSB0 Prolific/ });

    expect(cable.closest("label")?.textContent).toBe(
      "/dev/ttyUSB0 Prolific Technology Inc. · USB 067b:2303 · PL2303 转换芯片，不证明是读卡器",
    );
    expect(ports().getByRole("radio", { checked: true })).toBe(cable);
  });

  test("without a cable a demonstration has the reader of its tray, a live counter has none", async () => {
    const { store } = await openReader();
    expect(ports().getByRole("radio", { name: "不接读卡器" })).toBeTruthy();

    store.getState().tellWorkstation(workstationView({ kind: "demonstration" }));

    expect(await screen.findByRole("radio", { name: "演示台的模拟读卡器" })).toBeTruthy();
  });

  test("Ctrl+Enter saves from wherever the focus is, and it is said that it was saved", async () => {
    const { user, configured } = await openReader();

    await user.click(screen.getByRole("radio", { name: "19200" }));
    await user.click(screen.getByRole("checkbox", { name: /一声短的高音/ }));
    await user.keyboard("{Control>}{Enter}{/Control}");

    expect(configured()).toEqual([
      {
        dialect: "msr605",
        port: { by: "path", path: "/dev/ttyUSB0" },
        baudRate: 19200,
        sound: true,
      },
    ]);
    expect(await screen.findByText(/已保存/)).toBeTruthy();
  });

  test("Enter saves as well, and the device may be chosen in whatever socket", async () => {
    const { user, configured } = await openReader();

    await user.click(ports().getByRole("radio", { name: /^USB 067b:2303/ }));
    await user.keyboard("{Enter}");

    expect(configured()).toMatchObject([
      { port: { by: "usb", vendorId: "067b", productId: "2303" } },
    ]);
  });

  test("a path may be typed, and a missing one is said and takes the focus", async () => {
    const { user, configured } = await openReader({ ports: undefined });
    expect(screen.getByText(/本机不能列出端口/)).toBeTruthy();
    const path = screen.getByRole("textbox", { name: "端口路径" });

    await user.clear(path);
    await user.click(screen.getByRole("button", { name: /保存/ }));
    expect(screen.getByRole("alert").textContent).toContain("请填写端口路径");
    expect(document.activeElement).toBe(path);
    expect(configured()).toEqual([]);

    await user.type(path, "/dev/pts/7{Enter}");
    expect(configured()).toMatchObject([{ port: { by: "path", path: "/dev/pts/7" } }]);
  });

  test("a port that goes while it is chosen must be chosen again", async () => {
    let desk = readerDeskView();
    const { user, configured } = await openReader({}, { "reader.view": () => yes(desk) });
    await user.click(ports().getByRole("radio", { name: "/dev/ttyS0" }));

    desk = readerDeskView({ ports: [] });
    await user.click(screen.getByRole("button", { name: "重新列出端口" }));
    await waitFor(() => expect(screen.queryByRole("radio", { name: "/dev/ttyS0" })).toBeNull());
    await user.click(screen.getByRole("button", { name: /保存/ }));

    expect(screen.getByRole("alert").textContent).toContain("请重新选择");
    expect(configured()).toEqual([]);
  });

  test("a wedge has no port to choose, and the port set before stays", async () => {
    const { user, configured } = await openReader();

    await user.click(screen.getByRole("radio", { name: /键盘口刷卡器/ }));
    expect(screen.queryByRole("radiogroup", { name: "端口" })).toBeNull();
    await user.keyboard("{Control>}{Enter}{/Control}");

    expect(configured()).toMatchObject([
      { dialect: "wedge", port: { by: "path", path: "/dev/ttyUSB0" } },
    ]);
  });

  test("who may not configure is told who may, and cannot change or save anything", async () => {
    await openReader({ mayConfigure: false });

    expect(screen.getByText(/更改设置须主管或网点负责人签到/)).toBeTruthy();
    expect(
      screen.getAllByRole("radio").filter((radio) => !(radio as HTMLInputElement).disabled),
    ).toEqual([]);
    expect(screen.getByRole("button", { name: /保存/ }).hasAttribute("disabled")).toBe(true);
    expect(screen.getByRole("button", { name: "检测读卡器" }).hasAttribute("disabled")).toBe(false);
  });

  test("a start option decides the port: it is named once, and there is nothing to choose", async () => {
    await openReader({ isFixedByStart: true });

    expect(screen.getByText("/dev/ttyUSB0")).toBeTruthy();
    expect(screen.getByText(/端口由启动选项 --reader 指定/)).toBeTruthy();
    expect(screen.queryByRole("radiogroup", { name: "端口" })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "9600" }).disabled).toBe(false);
  });

  test("a change is marked until it is saved, the tests say what they test, and Esc asks", async () => {
    const { user, store } = await openReader();
    act(() => store.getState().openScreen("3015"));
    expect(store.getState().isHalfFilled()).toBe(false);

    await user.click(screen.getByRole("radio", { name: "19200" }));
    expect(screen.getByText(/有改动还没有保存/)).toBeTruthy();
    expect(screen.getByText(/检测的是已保存的设置/)).toBeTruthy();
    act(() => store.getState().back());
    expect(store.getState().leaving).toBeDefined();

    act(() => store.getState().stayWithForm());
    await user.click(screen.getByRole("radio", { name: "9600" }));
    expect(screen.queryByText(/有改动还没有保存/)).toBeNull();
    act(() => store.getState().back());
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("who may set nothing begins at the tests", async () => {
    await openReader({ mayConfigure: false });

    expect(document.activeElement).toBe(screen.getByRole("button", { name: "检测读卡器" }));
  });

  test("a refusal of the settings is said aloud", async () => {
    const { user } = await openReader(
      {},
      { "reader.configure": { ok: false, refusal: { code: "teller.role", role: "supervisor" } } },
    );

    await user.click(screen.getByRole("button", { name: /保存/ }));

    expect((await screen.findByRole("alert")).textContent).toContain("主管");
  });

  test("a view that is refused says why instead of showing nothing", async () => {
    renderCounter(<CardReader />);

    expect((await screen.findByRole("alert")).textContent).toContain("工作站不认识这个请求");
    expect(screen.queryByRole("region", { name: "设置" })).toBeNull();
  });
});
