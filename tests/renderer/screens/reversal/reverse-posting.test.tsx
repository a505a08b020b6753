// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { JournalRow } from "#core/contract/posting-view.ts";
import { Journal } from "#renderer/screens/enquiry/journal.tsx";
import { ReversePosting } from "#renderer/screens/reversal/reverse-posting.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";

const deposit = rowOf({
  outcome: {
    facts: [
      { name: "customer", kind: "text", text: "李雷" },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "amount", kind: "money", amount: 5_000_00 },
    ],
    relations: [],
  },
  undoable: ["whole"],
});
const undone = rowOf({ sequence: 15, undoable: undefined, reversed: { by: 16, part: "whole" } });
const report = rowOf({ sequence: 14, code: "4002", undoable: ["fee"] });

function rowOf(changes: Partial<Record<keyof JournalRow, unknown>>): JournalRow {
  return JournalRow.parse({
    sequence: 17,
    recordedAt: Date.UTC(2026, 4, 18, 2, 0, 0),
    businessDate: "2026-05-18",
    teller: "0101",
    approvers: [],
    code: "3011",
    entries: ["money.posted", "slip.issued"],
    slip: "000120260518000001",
    ...changes,
  });
}

const rows = [deposit, undone, report];
const answers: Answers = {
  "journal.list": ({ sequence }) => {
    const found = sequence === undefined ? rows : rows.filter((row) => row.sequence === sequence);
    return yes({ rows: found, total: found.length });
  },
  "transaction.preview": yes(previewView({ level: "A2" })),
  "authorisation.approve": yes({ grant: "g-1", status: "whole", approver: "2001" as never }),
  "transaction.run": yes(receiptView()),
};

const original = (sequence: number) => screen.findByRole("region", { name: `原业务 ${sequence}` });

describe("1106 reversal", () => {
  test("C06: by keyboard alone: picked in today's list, reason, preview, another one's word", async () => {
    const { user, bridge } = renderCounter(<ReversePosting />, { answers });
    const list = await screen.findByRole("region", { name: "本柜员今日业务" });
    await within(list).findByText("17");

    await user.keyboard("{ArrowDown}{Enter}");
    await original(17);
    await user.keyboard(" {Tab}多输一个零{Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog");
    await user.keyboard("2001{Tab}secret{Enter}");

    await screen.findByText("✓ 已入账");
    const run = bridge.asked.find(({ channel }) => channel === "transaction.run");
    expect(run?.input).toMatchObject({
      request: {
        code: "1106",
        input: { sequence: 17, part: "whole", reason: "amount-wrong", words: "多输一个零" },
      },
      grant: "g-1",
    });
  });

  test("C05: asks for this teller's own postings of today that issued a slip", async () => {
    const { bridge } = renderCounter(<ReversePosting />, { answers });
    await screen.findByText("17");

    expect(bridge.asked[0]).toEqual({
      channel: "journal.list",
      input: { date: "2026-05-18", teller: "0101", type: "slip.issued", page: 0 },
    });
  });

  test("K01: shows what was posted under a typed number, masked as the journal has it", async () => {
    const { user } = renderCounter(<ReversePosting />, { answers });

    await user.type(await screen.findByRole("textbox", { name: "原业务流水号" }), "1x7");

    const shown = await original(17);
    expect(shown.textContent).toContain("3011 现金存款");
    expect(shown.textContent).toContain("622202*********0018");
    expect(screen.getByRole("textbox", { name: "原业务流水号" })).toHaveProperty("value", "17");
  });

  test("C06: says at once that it was reversed, that only its fee can be, or that there is none", async () => {
    const { user } = renderCounter(<ReversePosting />, { answers });
    const number = await screen.findByRole("textbox", { name: "原业务流水号" });

    await user.type(number, "15");
    expect((await original(15)).textContent).toContain("已由流水 16 冲正");
    await user.clear(number);
    await user.type(number, "14");
    expect((await original(14)).textContent).toContain("只能单冲手续费");
    const fee = screen.getByRole("radio", { name: "仅冲手续费" });
    await waitFor(() => expect(fee).toHaveProperty("checked", true));
    await user.clear(number);
    await user.type(number, "99");
    expect(await screen.findByText("没有这个流水号的业务。")).toBeTruthy();
  });

  test("C06: what was reversed or refused asks for no reason, and says why", async () => {
    const refused = rowOf({ sequence: 12, undoable: undefined, entries: ["request.refused"] });
    const { user } = renderCounter(<ReversePosting />, {
      answers: {
        "journal.list": ({ sequence }) =>
          yes({ rows: sequence === 12 ? [refused] : sequence === 15 ? [undone] : [], total: 1 }),
      },
    });
    const number = await screen.findByRole("textbox", { name: "原业务流水号" });
    expect(screen.getByRole("textbox", { name: "说明" })).toBeTruthy();

    await user.type(number, "12");
    expect((await original(12)).textContent).toContain("被拒绝，没有入账");
    expect(screen.queryByRole("textbox", { name: "说明" })).toBeNull();
    await user.clear(number);
    await user.type(number, "15");
    expect((await original(15)).textContent).toContain("已由流水 16 冲正");
    expect(screen.queryByRole("textbox", { name: "说明" })).toBeNull();
  });

  test("the head of the page names no customer who is not meant", async () => {
    const { store } = renderCounter(<ReversePosting />, { answers, customer: customerView() });

    await waitFor(() => expect(store.getState().customer).toBeUndefined());
  });

  test("9001: a refused line says so, and what the journal alone knows has a name", async () => {
    const refused = rowOf({
      sequence: 12,
      code: "internet-bank",
      teller: "system",
      undoable: undefined,
      entries: ["request.refused"],
    });
    renderCounter(<Journal />, {
      answers: { "journal.list": yes({ rows: [refused], total: 1 }) },
      language: "en",
    });

    const line = (await screen.findByText("12")).closest("tr");
    expect(line?.textContent).toContain("Internet bank · refused");
    expect(line?.textContent).not.toContain("internet-bank");
    expect(line?.textContent).not.toContain("system");
  });

  test("C06: from a line of 9001 it opens with that posting", async () => {
    const { user, store } = renderCounter(<Journal />, { answers });

    await user.click(await screen.findByText("17"));
    await user.click(await screen.findByRole("button", { name: /1106 冲正/ }));

    expect(store.getState().place).toEqual({ at: "screen", code: "1106" });
    expect(store.getState().subject).toEqual({ posting: "17" });
  });

  test("C06: a line that cannot be reversed, or of another day, offers no reversal", async () => {
    const older = rowOf({ sequence: 13, businessDate: "2026-05-17", undoable: ["whole"] });
    const { user } = renderCounter(<Journal />, {
      answers: { "journal.list": yes({ rows: [undone, older], total: 2 }) },
    });

    await user.click(await screen.findByText("15"));
    expect(await screen.findByText("已由流水 16 冲正")).toBeTruthy();
    expect(await screen.findByRole("button", { name: /9003/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /1106/ })).toBeNull();
    await user.click(screen.getByText("13"));
    expect(screen.queryByRole("button", { name: /1106/ })).toBeNull();
  });
});
