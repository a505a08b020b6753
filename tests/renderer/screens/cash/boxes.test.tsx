// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { BookDifference } from "#renderer/screens/cash/book-difference.tsx";
import { CountCash } from "#renderer/screens/cash/count-cash.tsx";
import { HandCash } from "#renderer/screens/cash/hand-cash.tsx";
import { WorkBox } from "#renderer/screens/cash/work-box.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { previewView, workstationView } from "#tests/renderer/support/views.ts";

const answers: Answers = { "transaction.preview": yes(previewView({ level: "A0" })) };
const box = (status: string, difference?: number) =>
  workstationView({
    box: { status, date: "2026-05-18", ...(difference === undefined ? {} : { difference }) },
  });
const supervisor = workstationView({
  session: { status: "signed-on", teller: "2001", name: "主管", role: "supervisor" },
});

describe("1103 counting", () => {
  test("C02: by the keyboard alone, Enter down the list, B for bundles of a hundred", async () => {
    const { user, bridge } = renderCounter(<CountCash />, { answers });
    await user.click(screen.getByRole("radio", { name: "本人尾箱" }));
    await user.click(screen.getByRole("textbox", { name: "100 元，张（枚）数" }));

    await user.keyboard("3b{Enter}2{Enter}{Enter}{Enter}{Enter}{Enter}7");

    expect(document.activeElement).toBe(
      screen.getByRole("textbox", { name: "1 元硬币，张（枚）数" }),
    );
    expect(screen.getByRole("status", { name: "合计" }).textContent).toContain("30,107.00");
    expect(screen.getByRole("status", { name: "合计" }).textContent).toContain(
      "叁万零壹佰零柒元整",
    );
    expect(screen.getByRole("img", { name: /100 元 30,000.00 \(100%\)/ })).toBeDefined();
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1103",
      input: { place: "own", cash: { "note-10000": 300, "note-5000": 2, "coin-100": 7 } },
    });
  });

  test("C02: an empty box is counted as none of something, and no count is no count", async () => {
    const { user, bridge } = renderCounter(<CountCash />, { answers });
    await user.click(screen.getByRole("radio", { name: "本人尾箱" }));

    await user.click(screen.getByRole("button", { name: "下一步" }));
    expect((await screen.findByRole("alert")).textContent).toBe("请录入清点的张（枚）数。");
    await user.type(screen.getByRole("textbox", { name: "100 元，张（枚）数" }), "0");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1103",
      input: { place: "own", cash: { "note-10000": 0 } },
    });
  });

  test("C02: a letter is no piece, and full-width digits of a Chinese keyboard are", async () => {
    const { user } = renderCounter(<CountCash />, { answers });
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "50 元，张（枚）数" });

    await user.type(field, "１x２");

    expect(field.value).toBe("12");
  });

  test("D02: whoever has no box counts the vault alone", () => {
    renderCounter(<CountCash />, { answers, workstation: supervisor });

    expect(screen.getAllByRole("radio")).toHaveLength(1);
    expect(screen.getByRole("radio", { name: "网点金库（两人）" })).toBeDefined();
  });
});

describe("1101 boxes and the vault", () => {
  test("C01: a closed box is opened with a count", async () => {
    const { user, bridge } = renderCounter(<WorkBox />, { answers, workstation: box("closed") });
    expect(screen.getByText("尾箱已封，须两人清点打开。")).toBeDefined();

    await user.click(screen.getByRole("radio", { name: "开箱" }));
    await user.type(await screen.findByRole("textbox", { name: "20 元，张（枚）数" }), "5");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1101",
      input: { action: "open", cash: { "note-2000": 5 } },
    });
  });

  test("5.6: one that was right today goes on without another", async () => {
    const { user, bridge } = renderCounter(<WorkBox />, { answers, workstation: box("balanced") });

    await user.click(screen.getByRole("radio", { name: "开箱" }));
    await screen.findByText(/今天的清点相符/);
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({ code: "1101", input: { action: "open" } });
  });

  test("C01: a delivery asks for the number of its paper, from a supervisor too", async () => {
    const { user, bridge } = renderCounter(<WorkBox />, { answers, workstation: supervisor });
    expect(screen.getAllByRole("radio")).toHaveLength(2);

    await user.click(screen.getByRole("radio", { name: "从中心金库调入" }));
    await user.type(await screen.findByRole("textbox", { name: "调拨单号" }), "调1");
    await user.type(screen.getByRole("textbox", { name: "100 元，张（枚）数" }), "1");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1101",
      input: { action: "receive", order: "调1", cash: { "note-10000": 1 } },
    });
  });
});

describe("1102 and 1104", () => {
  test("C01: cash goes to a teller by number", async () => {
    const { user, bridge } = renderCounter(<HandCash />, { answers, workstation: box("open") });

    await user.type(screen.getByRole("textbox", { name: "收款柜员（四位编号）" }), "0102");
    await user.type(screen.getByRole("textbox", { name: "10 元，张（枚）数" }), "2");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1102",
      input: { to: "0102", cash: { "note-1000": 2 } },
    });
  });

  test("C02: what was counted short is said, and booked with what is known of it", async () => {
    const workstation = box("difference", -10_00);
    const { user, bridge } = renderCounter(<BookDifference />, { answers, workstation });
    expect(screen.getByText("尾箱已碰库，账实不符：短款 10.00 元。")).toBeDefined();

    await user.click(screen.getByRole("radio", { name: "本人尾箱" }));
    await user.click(screen.getByRole("radio", { name: "短款" }));
    await user.type(screen.getByRole("textbox", { name: "金额（元）" }), "10");
    await user.type(screen.getByRole("textbox", { name: "差异说明" }), "找零有误");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "1104",
      input: { place: "own", kind: "short", amount: 10_00, words: "找零有误" },
    });
  });
});
