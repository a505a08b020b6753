import { describe, expect, test } from "vitest";
import { openLossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("cash in", () => {
  test("L08, L09, L10: reaches a lost card's account, while nothing leaves it", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));

    const { decision } = desk.does(desk.deposit({ amount: 500_00 }));

    expect(desk.see("account", "a-1").balance).toBe(8_500_00);
    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("debit-block");
    expect(decision.outcome.facts).toContainEqual({
      name: "availableAfter",
      kind: "money",
      amount: 0,
    });
  });

  test("3.12: shows whose account it is, the masked card, and the amount in words", () => {
    const desk = openLossDeskFor();

    const { decision } = desk.does(desk.deposit({ card: "k-1", amount: 500_00 }));

    expect(decision.outcome.facts).toEqual([
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "amount", kind: "money", amount: 500_00 },
      { name: "amountInWords", kind: "text", text: "伍佰元整" },
      { name: "balanceAfter", kind: "money", amount: 8_500_00 },
      { name: "availableAfter", kind: "money", amount: 8_500_00 },
    ]);
  });

  test("L10: is stopped by a full or credit block only", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-1", kind: "debit-block" });
    expect(desk.preview(desk.deposit()).ok).toBe(true);

    desk.hold({ id: "h-2", kind: "credit-block" });
    expect(desk.refusal(desk.deposit())).toEqual({ code: "account.credit-blocked" });
    desk.post([{ type: "hold.lifted", hold: "h-2" }]);
    desk.hold({ id: "h-3", kind: "full-block" });
    expect(desk.refusal(desk.deposit())).toEqual({ code: "account.credit-blocked" });
  });

  test("R14: names an account that is there, and a card of it", () => {
    const desk = openLossDeskFor();
    desk.enter(2);

    expect(desk.refusal(desk.deposit({ account: "a-9" }))).toEqual({ code: "account.unknown" });
    expect(desk.refusal(desk.deposit({ card: "k-2" }))).toEqual({ code: "card.unknown" });
    expect(desk.refusal(desk.deposit({ card: "k-9" }))).toEqual({ code: "card.unknown" });
    expect(desk.preview(desk.deposit({ card: "k-1" })).ok).toBe(true);
  });

  test("is never nothing", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.deposit({ amount: 0 }))).toEqual({ code: "amount.zero" });
    expect(desk.preview(desk.deposit({ amount: 1 })).ok).toBe(true);
  });

  test("is refused beyond what box and account can hold, to the fen", () => {
    const desk = openLossDeskFor({ balance: 8_000_00 });
    const most = 1_000_000_000_000 - 100_000_00; // The box holds more than the account.

    expect(desk.refusal(desk.deposit({ amount: most + 1 }))).toEqual({
      code: "amount.too-large",
      most,
    });
    desk.does(desk.deposit({ amount: most }));
    expect(desk.refusal(desk.deposit({ amount: 1 }))).toEqual({
      code: "amount.too-large",
      most: 0,
    });
  });

  test("D05: needs a supervisor from 50,000.00 yuan on", () => {
    const desk = openLossDeskFor({ balance: 60_000_00 });
    const level = (amount: number) => [
      desk.preview(desk.deposit({ amount })),
      desk.preview(desk.payOut("k-1", { amount })),
    ];

    expect(level(49_999_99)).toMatchObject([
      { value: { level: "A0" } },
      { value: { level: "A0" } },
    ]);
    expect(level(50_000_00)).toMatchObject([
      { value: { level: "A2" } },
      { value: { level: "A2" } },
    ]);
  });
});

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
      { code: "account.debit-blocked" },
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

  test("5.2: stops with the account where the only other card has ended", () => {
    const desk = openLossDeskFor();
    desk.another(2, { life: "cancelled" });

    desk.does(desk.formal("k-1"));

    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("debit-block");
  });
});

describe("a PIN on the pad", () => {
  test("T25: is locked by the third wrong one in a row, and then the right one is refused too", () => {
    const desk = openLossDeskFor();
    const wrong = () => desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));

    expect([wrong(), wrong(), wrong(), wrong()].map((run) => !run.ok && run.refusal)).toEqual([
      { code: "card.pin-wrong", triesLeft: 2 },
      { code: "card.pin-wrong", triesLeft: 1 },
      { code: "card.pin-wrong", triesLeft: 0 },
      { code: "card.pin-locked" },
    ]);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-locked" });
  });

  test("T25: is counted from the beginning after a right one", () => {
    const desk = openLossDeskFor();
    const wrong = () => desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));
    wrong();
    wrong();

    desk.does(desk.payOut("k-1"));

    expect(desk.see("card", "k-1").pinFailures).toBe(0);
    expect(wrong()).toMatchObject({ refusal: { code: "card.pin-wrong", triesLeft: 2 } });
  });

  test("T25: is locked after as many as the bank allows", () => {
    const desk = openLossDeskFor();
    desk.set({ pinTries: 1 });

    expect(desk.refusal(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 0,
    });
    expect(desk.see("card", "k-1").pin).toBe("locked");
  });

  test("5.1: that was locked is no obstacle to a report of its loss", () => {
    const desk = openLossDeskFor({ card: { pin: "locked", pinFailures: 3 } });
    desk.does(desk.pinLoss("k-1"));
    desk.at("2026-03-26");

    desk.does(desk.resetPin(desk.caseOf("k-1")));

    expect(desk.see("card", "k-1")).toMatchObject({ pin: "ok", pinFailures: 0 });
  });

  test("K07: counts for the account it was taken for, and a card without one takes none", () => {
    const desk = openLossDeskFor();
    desk.enter(2, { card: { pinVerifier: undefined } });

    expect(desk.refusal(desk.payOut("k-1", { pin: desk.pin("a-2") }))).toEqual({
      code: "evidence.other-kind",
    });
    expect(desk.refusal(desk.payOut("k-1", { pin: "e-99999999" }))).toEqual({
      code: "evidence.unknown",
    });
    expect(desk.refusal(desk.payOut("k-2"))).toEqual({ code: "card.pin-wrong", triesLeft: 2 });
  });
});

describe("activating a card", () => {
  test("5.1: takes the holder, the document, the card and the PIN", () => {
    const desk = openLossDeskFor({ card: { life: "issued-inactive" } });
    desk.enter(2);
    const refusal = (over: Parameters<typeof desk.activate>[1]) =>
      desk.refusal(desk.activate("k-1", over));

    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ pin: desk.pin("a-1", "000001") })).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
    expect(desk.does(desk.activate("k-1")).decision.level).toBe("A0");
    expect(desk.see("card", "k-1")).toMatchObject({ life: "active", pinFailures: 0 });
    expect(refusal({})).toEqual({ code: "card.already-active" });
  });

  test("5.1: is refused of an ended card, and of one reported lost", () => {
    const desk = openLossDeskFor({ card: { life: "issued-inactive" } });
    desk.does(desk.oral("k-1"));
    expect(desk.refusal(desk.activate("k-1"))).toEqual({
      code: "card.reported-lost",
      loss: "oral",
    });

    desk.post([{ type: "card.voided", card: "k-1" }]);
    expect(desk.refusal(desk.activate("k-1"))).toEqual({ code: "card.not-active", life: "void" });
  });
});

describe("keeping a card at the counter", () => {
  test("L14, L15: is for cards that are none any more, before two tellers", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1"));

    const { decision } = desk.does(desk.retain(desk.swipe("k-1", "replaced")));

    expect(decision.level).toBe("A1");
    expect(desk.see("card", "k-1").life).toBe("retained");
    expect(desk.refusal(desk.retain(desk.swipe("k-1", "retained")))).toEqual({
      code: "card.nothing-to-retain",
    });
  });

  test("L14: of a counterfeit keeps the plastic alone", () => {
    const desk = openLossDeskFor();

    const { batch } = desk.does(desk.retain(desk.swipe("k-1", "counterfeit")));

    expect(batch.entries[0]).toEqual({ type: "piece.collected", card: "k-1", reason: "旧卡" });
    expect(desk.see("card", "k-1").life).toBe("active");
  });

  test.each(["cancelled", "void"] as const)("L14: takes a %s card in", (life) => {
    const desk = openLossDeskFor({ card: { life } });

    desk.does(desk.retain(desk.swipe("k-1", life)));

    expect(desk.see("card", "k-1").life).toBe("retained");
  });

  test("T12: does not take a card in that is good, or lost and perhaps brought back", () => {
    const desk = openLossDeskFor();
    const refusal = { code: "card.nothing-to-retain" };
    expect(desk.refusal(desk.retain(desk.swipe("k-1")))).toEqual(refusal);

    desk.does(desk.oral("k-1"));

    expect(desk.refusal(desk.retain(desk.swipe("k-1", "reported-lost")))).toEqual(refusal);
  });

  test("L14: is not for another bank's cards, nor for unknown ones", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.retain(desk.swipe(undefined, "foreign")))).toEqual({
      code: "card.foreign",
    });
    expect(desk.refusal(desk.retain(desk.swipe(undefined, "unknown")))).toEqual({
      code: "card.unknown",
    });
    expect(desk.refusal(desk.retain("e-99999999"))).toEqual({ code: "evidence.unknown" });
    expect(desk.refusal(desk.retain(desk.pin("a-1")))).toEqual({ code: "evidence.other-kind" });
  });
});

describe("a document on the counter", () => {
  test("3.8: may be read by the device or typed, in either case", () => {
    const desk = openLossDeskFor({
      customer: { documentKind: "passport", documentNumber: "AB1234567" },
    });
    const read = { by: "reader", ref: desk.read("passport", "AB1234567") } as const;
    const typed = { by: "typed", kind: "passport", number: "ab1234567" } as const;

    expect(desk.preview(desk.oral("k-1", { document: read })).ok).toBe(true);
    expect(desk.preview(desk.oral("k-1", { document: typed })).ok).toBe(true);
  });

  test("3.8: of another kind, of another person, or no document at all is refused", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    const refusal = (document: NonNullable<Parameters<typeof desk.oral>[1]>["document"]) =>
      desk.refusal(desk.oral("k-1", document ? { document } : {}));
    const { documentNumber: number } = desk.see("customer", "c-1");

    expect(refusal(desk.identity("c-2").document)).toEqual({ code: "identity.mismatch" });
    expect(refusal({ by: "typed", kind: "temporary-resident-id", number })).toEqual({
      code: "identity.mismatch",
    });
    expect(refusal({ by: "reader", ref: "e-99999999" })).toEqual({ code: "evidence.unknown" });
    expect(refusal({ by: "reader", ref: desk.swipe("k-1") })).toEqual({
      code: "evidence.other-kind",
    });
    expect(refusal({ by: "reader", ref: desk.pin("a-1") })).toEqual({
      code: "evidence.other-kind",
    });
  });

  test("3.8: is good through its last day and not after", () => {
    const desk = openLossDeskFor({ customer: { documentValidTo: "2026-03-18" } });
    expect(desk.preview(desk.formal("k-1")).ok).toBe(true);

    desk.at("2026-03-19");

    expect(desk.refusal(desk.formal("k-1"))).toEqual({
      code: "identity.expired",
      validTo: "2026-03-18",
    });
  });

  test("3.8: must not be a household register once its owner is sixteen", () => {
    const desk = openLossDesk();
    desk.enter(1, { customer: { documentKind: "household-register" } });

    expect(desk.refusal(desk.oral("k-1"))).toEqual({
      code: "identity.of-age",
      kind: "household-register",
      age: 36,
    });
  });

  test("3.8: that the check calls invalid is refused, every other answer is advice", () => {
    const desk = openLossDeskFor();
    const { document } = desk.identity("c-1");
    const answer = (check: "document-invalid" | "name-mismatch" | "not-found") =>
      desk.refusal(desk.formal("k-1", { identity: { document, check } }));

    expect(answer("document-invalid")).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
    expect(answer("name-mismatch")).toBeUndefined();
    expect(answer("not-found")).toBeUndefined();
  });
});

describe("a copy of a slip", () => {
  test("3.12: is counted, at level A2", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const { slip = "" } = desk.see("lossCase", desk.caseOf("k-1"));

    desk.does(desk.copy(slip));
    const { decision } = desk.does(desk.copy(slip, "9003"));

    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toContainEqual({ name: "reprints", kind: "text", text: "2" });
    expect(desk.see("slip", slip).reprints).toBe(2);
  });

  test("T13: is not made of a paper that was lost, by either transaction", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const { slip = "" } = desk.see("lossCase", desk.caseOf("k-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));

    expect(desk.refusal(desk.copy(slip))).toEqual({ code: "slip.void" });
    expect(desk.refusal(desk.copy(slip, "9003"))).toEqual({ code: "slip.void" });
  });

  test("3.12: is made of papers that exist, and 4011 copies applications alone", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const [slip] = desk.books().all("slip");

    expect(desk.refusal(desk.copy("02002026031899"))).toEqual({ code: "slip.unknown" });
    expect(desk.refusal(desk.copy("02002026031899", "9003"))).toEqual({ code: "slip.unknown" });
    expect(desk.refusal(desk.copy(slip?.number ?? ""))).toEqual({ code: "slip.unknown" });
    expect(desk.preview(desk.copy(slip?.number ?? "", "9003")).ok).toBe(true);
  });
});
