import { beforeEach, describe, expect, test } from "vitest";
import { officerFact, termFact, textFact } from "#core/slip/facts.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import { account, card } from "#tests/main/ledger/invented.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
  treasury,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const months = (count: number) => ({ unit: "months", count }) as const;
const at = (time: string) => ({ deliveredAt: moment(`2026-03-18 ${time}`) });
const court = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("court", at(time)) });
const police = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("police", at(time)), term: months(6) });

/** A deduction of 1.00 yuan into an account of ours. */
function into(order: string, id: string, name: string) {
  const to = { name, account: desk.see("account", id).number };
  return {
    code: "6006",
    input: { order, papers: papersOf("court"), amount: 1_00, to },
  } as const;
}

describe("6006 deduction", () => {
  test("F13: takes within what the order controls, to the organ's account, and no fen more", () => {
    const order = desk.freeze(orderOf(6_000_00));

    expect(desk.refusal(desk.deduct(order, 6_000_01))).toEqual({
      code: "freeze.over-controlled",
      controlled: 6_000_00,
    });
    const { decision } = desk.does(desk.deduct(order, 6_000_00));

    expect(decision.level).toBe("A3");
    expect(desk.order(order)).toMatchObject({ status: "deducted", rest: 0, deducted: 6_000_00 });
    expect(desk.see("account", "a-1").balance).toBe(4_000_00);
    expect(desk.see("branchBalance", "clearing").balance).toBe(6_000_00);
    expect(desk.available()).toBe(4_000_00);
  });

  test("F13: shows whoever agrees the payee's account in full, its bank, and the officers' permits", () => {
    const order = desk.freeze(orderOf(6_000_00));

    const { decision, batch } = desk.does(desk.deduct(order, 1_00));

    const paper = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? entry.slip.facts : [],
    );
    const payee = [
      textFact("payee", treasury.name),
      textFact("payeeAccount", treasury.account),
      termFact("payeeAt", "payee-at.other-bank"),
      textFact("payeeBank", treasury.bank),
      officerFact("officer", { name: "经办甲", permit: "京A0001" }),
    ];
    expect(decision.outcome.facts).toEqual(expect.arrayContaining(payee));
    expect(paper).toEqual(expect.arrayContaining(payee));
    expect(JSON.stringify(maskedFacts(decision.outcome.facts))).not.toContain(treasury.account);
  });

  test("F13: to another bank needs that bank's name, to an account of ours it says that it is ours", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2);
    const { bank: _, ...unnamed } = treasury;
    const { input } = into(order, "a-2", "顾客2");

    expect(desk.refusal({ code: "6006", input: { ...input, to: unnamed } })).toEqual({
      code: "freeze.payee-bank-needed",
    });
    const { facts } = desk.does(into(order, "a-2", "顾客2")).decision.outcome;
    expect(facts).toContainEqual(termFact("payeeAt", "payee-at.this-bank"));
    expect(facts.map(({ name }) => name)).not.toContain("payeeBank");
  });

  test("K01: shows a card's number masked even here", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const { input } = into(order, "a-1", treasury.name);
    const to = { ...treasury, account: "6228480000000000018" };

    const { facts } = desk.does({ code: "6006", input: { ...input, to } }).decision.outcome;

    expect(facts).toContainEqual(textFact("payeeAccount", "6228***********0018"));
  });

  test("F13: to a number like ours that nobody has is refused, to one like no account of ours is not", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const { number } = desk.see("account", "a-1");
    const { input } = into(order, "a-1", treasury.name);
    const paying = (account: string) =>
      desk.refusal({ code: "6006", input: { ...input, to: { ...treasury, account } } });
    const unknown = { code: "account.unknown" };

    expect(paying(`${number.slice(0, -1)}9`)).toEqual(unknown);
    expect(paying("6222020000000000999")).toEqual(unknown); // As long as this bank's own cards.
    expect(paying(`${number}9`)).toBeUndefined();
    expect(paying(`9${number.slice(1)}`)).toBeUndefined();
    expect(paying("622202000000000099")).toBeUndefined();
  });

  test("5.4: of all that is left says beforehand that the order ends, of a part that it goes on", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const over = { name: "note", kind: "term", term: "note.freeze-over" };
    const noted = (amount: number) => {
      const preview = desk.preview(desk.deduct(order, amount));
      return preview.ok ? preview.value.outcome.facts : [];
    };

    expect(noted(6_000_00)).toContainEqual(over);
    expect(noted(5_999_99)).not.toContainEqual(over);
  });

  test("of a part leaves the rest to be held, from money that is still to come", () => {
    const order = desk.freeze(orderOf(12_000_00));

    desk.does(desk.deduct(order, 10_000_00));

    expect(desk.order(order)).toMatchObject({ status: "active", rest: 2_000_00 });
    desk.does(desk.deposit(2_500_00));
    expect([desk.controls(order), desk.available()]).toEqual([2_000_00, 500_00]);
  });

  test("takes nothing of what an older order controls", () => {
    const older = desk.freeze(police(6_000_00, "09:00:00"));
    const order = desk.freeze(court(8_000_00, "09:30:00"));

    expect(desk.refusal(desk.deduct(order, 4_000_01))).toEqual({
      code: "freeze.over-controlled",
      controlled: 4_000_00,
    });
    desk.does(desk.deduct(order, 4_000_00));

    expect(desk.controls(older)).toBe(6_000_00);
  });

  test("of a whole account leaves it frozen", () => {
    const order = desk.freeze(orderOf(1, { scope: { type: "account", block: "full" } }));

    desk.does(desk.deduct(order, 10_000_00));

    expect(desk.order(order)).toMatchObject({ status: "active", deducted: 10_000_00 });
    expect(desk.see("account", "a-1").balance).toBe(0);
  });

  test("goes on over a loss hold, which is not the organ's", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.hold({ id: "h-loss", source: { type: "loss", lossCase: "02002603180001" } });

    desk.does(desk.deduct(order, 1));

    expect(desk.see("hold", "h-loss").status).toBe("active");
  });

  test("F03: rests on ruling and 协助扣划通知书; 协助冻结通知书 is for another measure", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const shown = (...papers: ("ruling" | "notice" | "deduct-notice")[]) =>
      papersOf("court", { shown: ["work-permit", "execution-permit", ...papers] });
    const { input } = desk.deduct(order, 1) as { readonly input: object };
    const deducting = (papers: ReturnType<typeof shown>) =>
      desk.refusal({ code: "6006", input: { ...input, papers } } as never);

    expect(deducting(shown("ruling", "notice"))).toEqual({
      code: "freeze.paper-missing",
      paper: "deduct-notice",
    });
    expect(deducting(shown("deduct-notice"))).toEqual({
      code: "freeze.paper-missing",
      paper: "ruling",
    });
    expect(deducting(shown("ruling", "deduct-notice"))).toBeUndefined();
  });

  test("by an organ without the power, or of nothing, is refused", () => {
    const first = desk.freeze(police(1_00, "09:00:00"));
    const second = desk.freeze(court(1_00, "09:30:00"));

    expect(desk.refusal(desk.deduct(first, 1, "police"))).toEqual({ code: "freeze.deducts-not" });
    expect(desk.refusal(desk.deduct(second, 0))).toEqual({ code: "freeze.amount-zero" });
  });

  test("goes to an account of ours in the name the paper gives, and never to itself", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2);
    expect(desk.refusal(into(order, "a-1", "顾客1"))).toEqual({ code: "freeze.pays-itself" });
    expect(desk.refusal(into(order, "a-2", treasury.name))).toEqual({
      code: "freeze.payee-name-differs",
    });
    desk.does(into(order, "a-2", "顾客2"));
    expect(desk.see("account", "a-2").balance).toBe(8_001_00);
  });

  test("F13: never goes to another account of the customer, where the money would be free", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2);
    desk.post([{ type: "account.opened", account: account(3, "c-1") }]);
    desk.post([{ type: "card.entered", card: card(3, { account: "a-3", customer: "c-1" }) }]);
    const byCard = { name: "顾客1", account: desk.see("card", "k-3").pan };
    const papers = papersOf("court");

    expect(desk.refusal(into(order, "a-3", "顾客1"))).toEqual({ code: "freeze.pays-itself" });
    expect(
      desk.refusal({ code: "6006", input: { order, papers, amount: 1_00, to: byCard } }),
    ).toEqual({ code: "freeze.pays-itself" });
    expect(desk.refusal(into(order, "a-2", "顾客2"))).toBeUndefined();
    expect(desk.available()).toBe(4_000_00);
  });

  test("goes only to an account of ours that takes money: open, and not blocked for credits", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2);
    desk.hold({ id: "h-2", account: "a-2", source: { type: "bank", reason: "other" } });
    expect(desk.refusal(into(order, "a-2", "顾客2"))).toBeUndefined();

    desk.hold({
      id: "h-3",
      account: "a-2",
      kind: "credit-block",
      source: { type: "bank", reason: "other" },
    });
    expect(desk.refusal(into(order, "a-2", "顾客2"))).toEqual({ code: "account.credit-blocked" });

    desk.enter(4, { balance: 0, account: { life: "closed" } });
    expect(desk.refusal(into(order, "a-4", "顾客4"))).toEqual({ code: "account.closed" });
  });

  test.each([
    [true, undefined],
    [false, { code: "account.unknown" }],
  ] as const)(
    "L20: follows the number of a replaced card only where the bank says so: %s",
    (creditsFollowOldNumber, refused) => {
      const order = desk.freeze(orderOf(6_000_00));
      desk.enter(2, { card: { life: "replaced", replacedBy: "k-9" } });
      desk.set({ creditsFollowOldNumber });
      const to = { name: "顾客2", account: desk.see("card", "k-2").pan };

      expect(
        desk.refusal({ code: "6006", input: { order, papers: papersOf("court"), amount: 1, to } }),
      ).toEqual(refused);
    },
  );

  test("F10: says on its receipt nothing of the orders on the account that the money came to", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2, { balance: 0 });
    const on2 = (kind: "court" | "police", number: string, amount: number) =>
      desk.freeze(
        orderOf(amount, {
          account: "a-2",
          nameOnNotice: "顾客2",
          papers: papersOf(kind, { documentNumber: number }),
          term: months(6),
        }),
      );
    on2("court", "（2026）他案1号", 50);
    const waits = on2("police", "（2026）他案2号", 50);
    expect(desk.status(waits)).toBe("waiting");

    const { decision } = desk.does(into(order, "a-2", "顾客2"));

    expect(desk.status(waits)).toBe("active");
    expect(JSON.stringify(decision.outcome.facts)).not.toContain("他案");
  });

  test("needs room where the money arrives, and none in a box that no cash comes into", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.enter(2, { balance: 0 });
    const most = 1_000_000_000_000;
    const move = (account: string, amount: number) => {
      const postings = [
        { account: "opening", amount: -amount },
        { account, amount },
      ];
      desk.post([{ type: "money.posted", memo: "opening", postings }]);
    };
    move("cash:0003", -most);
    desk.does(into(order, "a-2", "顾客2"));
    move("clearing", most - 1);

    expect(desk.refusal(desk.deduct(order, 1))).toBeUndefined();
    expect(desk.refusal(desk.deduct(order, 2))).toEqual({ code: "amount.too-large", most: 1 });
    move("a-2", most - 1_00);
    expect(desk.refusal(into(order, "a-2", "顾客2"))).toEqual({
      code: "amount.too-large",
      most: 0,
    });
  });
});
