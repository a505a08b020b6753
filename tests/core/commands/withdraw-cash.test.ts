import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("cash out", () => {
  test("5.1: leaves account and box with card and PIN", () => {
    const desk = openLossDeskFor();
    const box = desk.see("branchBalance", "cash:0001").balance;

    desk.does(desk.payOut("k-1", { amount: 8_000_00 }));

    expect(desk.see("account", "a-1").balance).toBe(0);
    expect(desk.see("branchBalance", "cash:0001").balance).toBe(box + 8_000_00);
    expect(desk.refusal(desk.payOut("k-1", { amount: 1 }))).toEqual({
      code: "account.short",
      available: 0,
    });
  });

  test("C02: is never more than the box holds", () => {
    const desk = openLossDeskFor({ balance: 200_000_00 });

    expect(desk.preview(desk.payOut("k-1", { amount: 100_000_00 })).ok).toBe(true);
    expect(desk.refusal(desk.payOut("k-1", { amount: 100_000_01 }))).toEqual({
      code: "amount.box-short",
      held: 100_000_00,
    });
    desk.seat("0002");
    expect(desk.refusal(desk.payOut("k-1", { amount: 1 }))).toEqual({
      code: "amount.box-short",
      held: 0,
    });
  });

  test("L15: is refused to the old card, which is to be kept", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1"));

    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.retain", why: "replaced" });
  });

  test("L14: is refused to a counterfeit of the stripe", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.payOut("k-1", { swipe: desk.swipe("k-1", "counterfeit") }))).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
  });

  test("L21: tells a finder with the right PIN what it tells one with a wrong PIN", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));

    const right = desk.refusal(desk.payOut("k-1"));
    const wrong = desk.refusal(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));

    expect(right).toEqual({ code: "card.reported-lost", loss: "oral" });
    expect(wrong).toEqual(right);
    expect(desk.see("card", "k-1").pinFailures).toBe(0);
  });

  test("5.1: is refused for the first reason in the order of the rules", () => {
    const desk = openLossDeskFor({ balance: 1_00, card: { pin: "locked", pinFailures: 3 } });
    desk.hold({ id: "h-court" });
    const wrong = () => desk.payOut("k-1", { pin: desk.pin("a-1", "000001"), amount: 9_000_00 });
    const next = (entry: Parameters<typeof desk.post>[0][number]) => {
      desk.post([entry]);
      return desk.refusal(wrong());
    };
    const steps = [
      desk.refusal(desk.payOut("k-1", { swipe: desk.swipe(undefined, "foreign") })),
      desk.refusal(desk.payOut("k-1", { swipe: desk.swipe(undefined, "unknown") })),
      next({ type: "card.replaced", card: "k-1", by: "k-1" }),
      next({ type: "card.activated", card: "k-1" }), // alive again, for the next reason
      next({ type: "card.loss-marked", card: "k-1", loss: "formal" }),
      next({ type: "card.loss-marked", card: "k-1", loss: "none" }),
      next({ type: "card.pin-found", card: "k-1" }),
      desk.refusal(desk.payOut("k-1", { amount: 9_000_00 })),
      next({ type: "hold.lifted", hold: "h-court" }),
    ];

    expect(steps).toEqual([
      { code: "card.foreign" },
      { code: "card.unknown" },
      { code: "card.retain", why: "replaced" },
      { code: "card.pin-locked" },
      { code: "card.reported-lost", loss: "formal" },
      { code: "card.pin-locked" },
      { code: "card.pin-wrong", triesLeft: 2 },
      { code: "account.judicial-freeze" },
      { code: "card.pin-wrong", triesLeft: 1 },
    ]);
    expect(desk.refusal(desk.payOut("k-1", { amount: 9_000_00 }))).toEqual({
      code: "account.short",
      available: 1_00,
    });
  });

  test("R14: is paid from the card's own account", () => {
    const desk = openLossDeskFor();
    desk.enter(2);

    expect(desk.refusal(desk.payOut("k-1", { account: "a-2" }))).toEqual({
      code: "card.other-card-presented",
    });
    expect(desk.refusal(desk.payOut("k-1", { account: "a-9" }))).toEqual({
      code: "account.unknown",
    });
    expect(desk.refusal(desk.payOut("k-1", { amount: 0 }))).toEqual({ code: "amount.zero" });
    expect(desk.refusal(desk.payOut("k-1", { swipe: "e-99999999" }))).toEqual({
      code: "evidence.unknown",
    });
    expect(desk.refusal(desk.payOut("k-1", { swipe: desk.pin("a-1") }))).toEqual({
      code: "evidence.other-kind",
    });
  });

  test("5.2: goes on with a second card while the first is lost, for then only that one is stopped", () => {
    const desk = openLossDeskFor();
    desk.another(2);
    desk.does(desk.formal("k-1"));

    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("stop-voucher");
    expect(desk.preview(desk.payOut("k-2")).ok).toBe(true);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({
      code: "card.reported-lost",
      loss: "formal",
    });
  });

  test("5.2: stops with the account once its second card is lost as well", () => {
    const desk = openLossDeskFor();
    desk.another(2);
    desk.does(desk.formal("k-1"));

    desk.does(desk.oral("k-2"));

    const hold = `h-${desk.caseOf("k-2")}`;
    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("stop-voucher");
    expect(desk.see("hold", hold).kind).toBe("debit-block");
    desk.does(desk.withdraw(desk.caseOf("k-2")));
    expect(desk.see("hold", hold).status).toBe("lifted");
    expect(desk.preview(desk.payOut("k-2")).ok).toBe(true);
  });

  test("5.2: stops with the account where the only other card has ended", () => {
    const desk = openLossDeskFor();
    desk.another(2, { life: "cancelled" });

    desk.does(desk.formal("k-1"));

    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("debit-block");
  });
});
