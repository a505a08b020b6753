import { describe, expect, test } from "vitest";
import { openHoldDesk } from "#tests/support/hold-desk.ts";

/** c-1 with 8,000.00 yuan on a-1, and c-2, 顾客2, with 1,000.00 on a-2. */
function openWithNeighbour(balance = 8_000_00) {
  const desk = openHoldDesk({ balance });
  desk.enter(2, { balance: 1_000_00 });
  const toNeighbour = (over: Parameters<typeof desk.transferring>[0] = {}) =>
    desk.transferring({
      payeeName: "顾客2",
      payeeAccount: desk.see("account", "a-2").number,
      ...over,
    });
  return { ...desk, toNeighbour };
}

describe("3013: a transfer at the counter", () => {
  test("goes to an account of ours at once", () => {
    const desk = openWithNeighbour();

    const { decision } = desk.does(desk.toNeighbour());

    expect(desk.balance("a-1")).toBe(7_900_00);
    expect(desk.balance("a-2")).toBe(1_100_00);
    expect(decision.outcome.facts).toEqual([
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "payee", kind: "text", text: "顾客2" },
      { name: "payeeAccount", kind: "text", text: "0200*********0002" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "amount", kind: "money", amount: 100_00 },
      { name: "amountInWords", kind: "text", text: "壹佰元整" },
      { name: "balanceAfter", kind: "money", amount: 7_900_00 },
    ]);
  });

  test("goes to clearing where the payee is elsewhere, whatever his name", () => {
    const desk = openWithNeighbour();

    desk.does(desk.transferring());

    expect(desk.balance("a-1")).toBe(7_900_00);
    expect(desk.balance("clearing")).toBe(100_00);
  });

  test("L20: goes to the account behind a card, by a replaced number as the bank has chosen", () => {
    const desk = openWithNeighbour();
    const { pan } = desk.see("card", "k-2");
    desk.does(desk.toNeighbour({ payeeAccount: pan }));
    expect(desk.balance("a-2")).toBe(1_100_00);
    desk.post([{ type: "card.replaced", card: "k-2", by: "k-1" }]);

    expect(desk.preview(desk.toNeighbour({ payeeAccount: pan })).ok).toBe(true);
    desk.set({ creditsFollowOldNumber: false });
    expect(desk.refusal(desk.toNeighbour({ payeeAccount: pan }))).toEqual({
      code: "account.unknown",
    });
  });

  test("names the payee as his account does, and never the payer's own", () => {
    const desk = openWithNeighbour();
    const { number } = desk.see("account", "a-1");

    expect(desk.refusal(desk.toNeighbour({ payeeName: "冒名人" }))).toEqual({
      code: "transfer.payee-name-differs",
    });
    expect(desk.refusal(desk.transferring({ payeeName: "顾客1", payeeAccount: number }))).toEqual({
      code: "transfer.same-account",
    });
  });

  test("is not another bank's for a number like ours that nobody has, which was mistyped", () => {
    const desk = openWithNeighbour();
    const { number } = desk.see("account", "a-2");
    const paying = (payeeAccount: string) => desk.refusal(desk.toNeighbour({ payeeAccount }));

    expect(paying(`${number.slice(0, -1)}9`)).toEqual({ code: "account.unknown" });
    expect(paying("6222020000000000999")).toEqual({ code: "account.unknown" });
    expect(paying("6228480000000000999")).toBeUndefined();
    expect(paying(`${number}9`)).toBeUndefined();
  });

  test("L10: reaches an account whose card is lost, and none that takes no money", () => {
    const desk = openWithNeighbour();
    desk.does(desk.formal("k-2"));
    expect(desk.preview(desk.toNeighbour()).ok).toBe(true);

    desk.controls({ account: "a-2", control: "credit-block" });
    expect(desk.refusal(desk.toNeighbour())).toEqual({ code: "account.credit-blocked" });
    // Who cannot name the holder learns nothing of the account's state.
    expect(desk.refusal(desk.toNeighbour({ payeeName: "冒名人" }))).toEqual({
      code: "transfer.payee-name-differs",
    });
  });

  test("is refused where the payee's account is closed", () => {
    const desk = openWithNeighbour();
    desk.post([{ type: "account.closed", account: "a-2" }]);

    expect(desk.refusal(desk.toNeighbour())).toEqual({ code: "account.closed" });
  });

  test("3.5: takes what is available to the fen, and not what is held", () => {
    const desk = openWithNeighbour();
    desk.ordered(5_000_00);

    expect(desk.refusal(desk.transferring({ amount: 3_000_01 }))).toEqual({
      code: "account.short",
      available: 3_000_00,
    });
    desk.does(desk.transferring({ amount: 3_000_00 }));
    expect(desk.balance("a-1")).toBe(5_000_00);
  });

  test("D05: needs a supervisor from 50,000.00 yuan on", () => {
    const desk = openWithNeighbour(60_000_00);
    const level = (amount: number) => desk.preview(desk.transferring({ amount }));

    expect(level(49_999_99)).toMatchObject({ value: { level: "A0" } });
    expect(level(50_000_00)).toMatchObject({ value: { level: "A2" } });
  });

  test("needs the card, genuine and in use, and the right PIN, in the order of the rules", () => {
    const desk = openWithNeighbour(100_00);
    desk.hold({ id: "h-1", kind: "debit-block" });
    const wrong = () => desk.pin("a-1", "000001");
    const refused = (over: Parameters<typeof desk.transferring>[0]) =>
      desk.refusal(desk.transferring({ amount: 9_000_00, ...over }));

    expect(refused({ swipe: desk.swipe(undefined, "foreign") })).toEqual({ code: "card.foreign" });
    expect(refused({ swipe: desk.swipe("k-1", "counterfeit") })).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(refused({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refused({ pin: wrong() })).toEqual({ code: "card.pin-wrong", triesLeft: 2 });
    expect(refused({})).toEqual({ code: "account.debit-blocked" });
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
    expect(refused({})).toEqual({ code: "account.short", available: 100_00 });
  });

  test("L21: tells a finder with the right PIN what it tells one with a wrong PIN", () => {
    const desk = openWithNeighbour();
    desk.does(desk.oral("k-1"));

    const right = desk.refusal(desk.transferring());

    expect(right).toEqual({ code: "card.reported-lost", loss: "oral" });
    expect(desk.refusal(desk.transferring({ pin: desk.pin("a-1", "000001") }))).toEqual(right);
  });

  test("T25: the right PIN clears the wrong ones before it", () => {
    const desk = openWithNeighbour();
    desk.refusal(desk.transferring({ pin: desk.pin("a-1", "000001") }));
    expect(desk.see("card", "k-1").pinFailures).toBe(1);

    desk.does(desk.transferring());

    expect(desk.see("card", "k-1").pinFailures).toBe(0);
  });

  test("is never nothing, and never more than the payee's account can hold", () => {
    const desk = openWithNeighbour();
    const most = 1_000_000_000_000;
    desk.post([
      {
        type: "money.posted",
        memo: "opening",
        postings: [
          { account: "opening", amount: -(most - 1_000_00 - 100_00) },
          { account: "a-2", amount: most - 1_000_00 - 100_00 },
        ],
      },
    ]);

    expect(desk.refusal(desk.toNeighbour({ amount: 0 }))).toEqual({ code: "amount.zero" });
    expect(desk.refusal(desk.toNeighbour({ amount: 100_01 }))).toEqual({
      code: "amount.too-large",
      most: 100_00,
    });
    expect(desk.preview(desk.toNeighbour({ amount: 100_00 })).ok).toBe(true);
  });
});
