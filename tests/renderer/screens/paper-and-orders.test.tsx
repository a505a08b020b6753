// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { JournalRow, SlipView } from "#core/contract/posting-view.ts";
import { ProduceCard } from "#renderer/screens/card/produce-card.tsx";
import { Journal } from "#renderer/screens/enquiry/journal.tsx";
import { Slips } from "#renderer/screens/enquiry/slips.tsx";
import { ReprintApplication } from "#renderer/screens/loss/reprint-application.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView, orderView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, receiptView } from "#tests/renderer/support/views.ts";

const at = Date.UTC(2026, 4, 18, 2, 0, 0);
const slip = SlipView.parse({
  number: "000120260518000001",
  kind: "general",
  code: "4006",
  branch: "0001",
  branchName: "和平路支行",
  teller: "0101",
  approvers: ["2001"],
  issuedAt: at,
  sequence: 16,
  facts: [{ name: "customer", kind: "text", text: "张三" }],
  relations: [],
  reprints: 0,
  status: "valid",
  demonstration: false,
});
const reprinted = {
  facts: [{ name: "slip", kind: "text", text: slip.number }],
  relations: [],
};

describe("9003 slips once more", () => {
  test("3.12: a slip is found by keys, and two Enters open its reprint", async () => {
    const { user, store, bridge } = renderCounter(<Slips />, {
      answers: { "slip.list": yes({ rows: [slip], total: 1 }) },
    });

    await screen.findByText("000120260518000001");
    await user.keyboard("{ArrowDown}{Enter}{Enter}");

    expect(store.getState().subject).toEqual({ slip: slip.number });
    expect(bridge.asked[0]?.input).toEqual({ text: "", page: 0 });
  });

  test("3.12: after the second person's word the paper itself can be printed", async () => {
    const { user, bridge } = renderCounter(<ReprintApplication />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
      answers: {
        "transaction.preview": yes(previewView({ outcome: reprinted })),
        "transaction.run": yes(receiptView({ outcome: reprinted, slip: undefined })),
        "slip.print": yes({}),
      },
    });

    await user.keyboard("污损{Enter}");
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByText("已获准补打一次。请按 Ctrl+P 打印。");
    await user.keyboard("{Control>}p{/Control}");

    expect(bridge.asked[0]?.input).toEqual({
      code: "4011",
      input: { slip: "000120260510000001", reason: "污损" },
    });
    expect(bridge.asked.at(-1)).toEqual({
      channel: "slip.print",
      input: { slip: slip.number, to: "printer", language: "zh-CN" },
    });
  });

  test("3.13: the fee of a copy may be let off, in words, and is met in cash or not at all", async () => {
    const { user, bridge } = renderCounter(<ReprintApplication />, {
      customer: customerView({ lossCases: [lossCaseView()] }),
      answers: { "transaction.preview": yes(previewView({ outcome: reprinted })) },
    });

    await user.type(screen.getByLabelText("原因"), "污损");
    expect(screen.queryByRole("radio", { name: /账户/ })).toBeNull();
    await user.click(screen.getByRole("radio", { name: /减免|免收/ }));
    await user.type(await screen.findByLabelText(/减免原因/), "银行差错{Enter}");
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toMatchObject({
      code: "4011",
      input: { reason: "污损", fee: "waived", waiver: "银行差错" },
    });
  });
});

describe("9001 the journal", () => {
  const row = JournalRow.parse({
    sequence: 16,
    recordedAt: at,
    businessDate: "2026-05-18",
    teller: "0101",
    approvers: ["2001"],
    code: "4006",
    entries: ["loss.withdrawn", "hold.lifted"],
    slip: slip.number,
    outcome: reprinted,
  });

  test("C05: is read by day, and a line says what was recorded", async () => {
    const { user, bridge } = renderCounter(<Journal />, {
      answers: { "journal.list": yes({ rows: [row], total: 1 }) },
    });

    await screen.findAllByText("4006 挂失撤销");
    await user.keyboard("4006{Enter}");
    expect(await screen.findByText(/挂失撤销 · 止付解除/)).toBeTruthy();
    expect(bridge.asked.map(({ input }) => input)).toEqual([
      { date: "2026-05-18", page: 0 },
      { date: "2026-05-18", code: "4006", page: 0 },
    ]);
  });

  test("a day that is none is said and not asked for", async () => {
    const { user, bridge } = renderCounter(<Journal />, {
      answers: { "journal.list": yes({ rows: [row], total: 1 }) },
    });

    await user.clear(screen.getByRole("textbox", { name: "营业日期" }));
    await user.keyboard("2026-02-30{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("日期不对");
    expect(bridge.asked).toHaveLength(1);
  });
});

describe("8006 cards in the making", () => {
  test("V10: a card on its way is picked in the list, and its second keeper named", async () => {
    const { user, bridge } = renderCounter(<ProduceCard />, {
      answers: {
        "order.list": yes([orderView()]),
        "transaction.preview": yes(previewView()),
      },
    });

    const row = await screen.findByRole("row", { name: /o-1/ });
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(
      await screen.findByRole("textbox", { name: "共同保管人工号" }),
    );
    await user.keyboard("1002{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "8006",
      input: { step: "arrive", order: "o-1", custodian: "1002" },
    });
  });

  test("L06: for the customer's case the order is one Enter away", async () => {
    const lossCases = [lossCaseView({ numbering: "same", possible: ["4005", "8006"] })];
    const { user, bridge } = renderCounter(<ProduceCard />, {
      customer: customerView({ lossCases }),
      answers: { "order.list": yes([]), "transaction.preview": yes(previewView()) },
    });

    await screen.findByText("没有未结的制卡申请。");
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "8006",
      input: { step: "order", lossCase: "00012605100001" },
    });
  });

  test("V10: a card that is here is handed to its own customer", async () => {
    const { user, store } = renderCounter(<ProduceCard />, {
      answers: {
        "order.list": yes([orderView({ status: "arrived", arrivedOn: "2026-05-16" })]),
        "customer.view": yes(customerView()),
      },
    });

    const row = await screen.findByRole("row", { name: /o-1/ });
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.keyboard("{Enter}");

    expect(store.getState().customer?.id).toBe("c-1");
    expect(store.getState().place).toEqual({ at: "screen", code: "3004" });
  });
});
