// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { LossReason } from "#main/card-reader/reader.ts";
import { StatusBar } from "#renderer/frame/status-bar.tsx";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { readerDeskView } from "#tests/renderer/support/reader-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

type Reader = WorkstationView["reader"];

const answers = {
  "loss.register": yes({ rows: [], total: 0 }),
  "order.list": yes([]),
  "reader.view": yes(readerDeskView()),
} as const;

function renderBar(reader: Partial<Reader>, language: "zh-CN" | "en" = "zh-CN") {
  const workstation = workstationView({
    reader: { status: "ready", simulated: false, recording: false, ...reader },
  });
  renderCounter(<StatusBar />, { workstation, language });
  return {
    said: screen.getByRole("status", { name: /读卡器|Card reader/ }),
    button: screen.getByRole("button", { name: /^3015/ }),
  };
}

/** What to do about every loss, in short and in whole; a new reason does not compile without. */
const remedies: Readonly<Record<LossReason, readonly [short: string, whole: string]>> = {
  unplugged: ["接好线会自动恢复", "请检查两端的插头和电源"],
  "not-found": ["检查接线，或按 F2 3015 换端口", "改为按 USB 设备识别"],
  "in-use": ["关闭那个程序，或按 F2 3015 换端口", "端口正被另一个程序使用"],
  "not-permitted": ["请系统管理员授权", "dialout"],
  "not-serial": ["按 F2 3015 换端口", "从列出的端口中选择"],
  silent: ["拔下重接，或按 F2 3015 核对类型", "请把读卡器拔下再接好"],
  foreign: ["按 F2 3015 核对类型", "请厂家把读卡器切换到所设的协议"],
  babbling: ["拔下重接，或按 F2 3015 核对波特率", "没有被询问就不停地发送"],
  failed: ["拔下重接，或按 F2 3015 换端口", "操作系统打不开端口"],
};

const doings: Readonly<Record<NonNullable<Reader["doing"]>, string>> = {
  reading: "请刷卡",
  writing: "请刷空白卡，匀速一次到底",
  verifying: "请把同一张卡再刷一次",
  feeling: "只把卡插入卡槽",
  erasing: "只刷刚才读过的那张旧卡",
};

describe("the card reader in the status bar", () => {
  test.each(Object.entries(remedies))("lost as %s: what it is and what to do", (reason, said) => {
    const bar = renderBar({ status: "lost", reason });

    expect(bar.said.textContent).toContain(said[0]);
    expect(bar.said.textContent).toMatch(/^▲ /);
    expect(screen.getByRole("tooltip", { hidden: true }).textContent).toContain(said[1]);
  });

  test("lost for a reason that has no words is a plain loss", () => {
    const { said } = renderBar({ status: "lost", reason: "brand-new" });

    expect(said.textContent).toBe("▲ 读卡器断开：检查接线，或按 F2 3015 检测");
  });

  test.each(Object.entries(doings))("busy %s says what to swipe", (doing, said) => {
    const bar = renderBar({ status: "busy", doing: doing as NonNullable<Reader["doing"]> });

    expect(bar.said.textContent).toContain(said);
    expect(bar.said.textContent).toMatch(/^◐ /);
  });

  test.each([
    ["absent", "▲ 未接读卡器：按 F2 3015 选端口"],
    ["opening", "◐ 正在打开读卡器：请稍候"],
    ["probing", "◐ 正在识别读卡器：请稍候"],
    ["ready", "● 读卡器就绪，请刷卡"],
    ["busy", "◐ 读卡器工作中：请等它完成"],
  ] as const)("%s has a sign beside its colour, and says what to do", (status, said) => {
    expect(renderBar({ status }).said.textContent).toBe(said);
  });

  test("a simulated reader is named as such", () => {
    const { said } = renderBar({ model: "MSR605", simulated: true });

    expect(said.textContent).toBe("● 读卡器就绪，请刷卡 (MSR605 · 模拟)");
  });

  test("who may not set it up is sent to a supervisor, and nobody else is", () => {
    const { said } = renderBar({ status: "absent", isReadOnly: true });

    expect(said.textContent).toBe("▲ 未接读卡器：请主管按 F2 3015 选端口");
    expect(screen.getByRole("tooltip", { hidden: true }).textContent).toContain("请主管按 F2");
  });

  test("a reader that takes no question is not said to have answered", () => {
    const { said } = renderBar({ isUnasked: true });

    expect(said.textContent).toBe("● 可以刷卡：刷过才知道读卡器是否接着");
    expect(screen.getByRole("tooltip", { hidden: true }).textContent).not.toContain("已回应");
  });

  test("in English the remedy is there too", () => {
    const { said } = renderBar({ status: "lost", reason: "in-use" }, "en");

    expect(said.textContent).toContain("close that program, or change the port in 3015");
  });

  test("what the bar has no room for is said by its title, in whole", () => {
    const { said } = renderBar({ status: "lost", reason: "silent" }, "en");

    expect(said.title).toBe("Reader silent: plug it in again, or check its kind in 3015");
  });

  test("a recording that goes on is told on every screen, and leads to where it is stopped", async () => {
    const { user, store } = renderCounter(<TellerWindow />, {
      answers,
      workstation: workstationView({
        reader: { status: "ready", simulated: false, recording: true },
      }),
    });
    const recording = screen.getByRole("button", { name: "正在录制" });
    expect(recording.textContent).toBe("● 正在录制");

    recording.focus();
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "3015" });
  });

  test("where nothing is recorded nothing is said of it", () => {
    renderBar({ status: "ready" });

    expect(screen.queryByRole("button", { name: "正在录制" })).toBeNull();
  });

  test("the whole sentence describes its button, and is shown while that has the focus", async () => {
    const { button } = renderBar({ status: "lost", reason: "in-use" });
    const whole = screen.getByRole("tooltip", { hidden: true });
    expect(button.getAttribute("aria-describedby")).toBe(whole.id);
    expect(whole.hidden).toBe(true);

    button.focus();

    const shown = await screen.findByRole("tooltip");
    expect(shown.textContent).toContain("端口正被另一个程序使用");
  });

  test("WCAG 1.4.13: Esc takes the sentence away and leaves the teller where they are", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });
    await user.keyboard("3015{Enter}");
    screen.getByRole("button", { name: "3015 读卡器设置与检测" }).focus();
    expect(await screen.findByRole("tooltip")).toBeTruthy();

    await user.keyboard("{Escape}");
    expect(screen.queryByRole("tooltip")).toBeNull();
    expect(store.getState().place).toEqual({ at: "screen", code: "3015" });

    await user.keyboard("{Escape}");
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("a pointer shows the sentence as long as it rests there", async () => {
    const { said } = renderBar({ status: "absent" });
    const { user } = renderCounter(<div>elsewhere</div>);

    await user.hover(said);
    expect(screen.getByRole("tooltip").textContent).toContain("没有设置读卡器端口");
    await user.hover(screen.getByText("elsewhere"));

    expect(screen.queryByRole("tooltip")).toBeNull();
  });

  test("its button opens the screen of the reader, and so do F2 and 3015", async () => {
    const { user, store } = renderCounter(<TellerWindow />, { answers });
    screen.getByRole("button", { name: "3015 读卡器设置与检测" }).focus();
    await user.keyboard("{Enter}");
    expect(store.getState().place).toEqual({ at: "screen", code: "3015" });
    store.getState().goHome();

    await user.keyboard("{F2}3015{Enter}");

    expect(await screen.findByRole("heading", { name: "3015 读卡器" })).toBeTruthy();
  });
});

describe("the notices", () => {
  test("say that the reader's settings could not be read, and how to set it up anew", () => {
    const notices = [{ code: "reader.settings-broken", facts: {} }];
    renderCounter(<StatusBar />, { workstation: workstationView({ notices }) });

    expect(screen.getByText(/读卡器的设置文件不可读.*F2 3015 重新设置/)).toBeTruthy();
  });
});
