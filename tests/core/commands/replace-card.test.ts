import { describe, expect, test } from "vitest";
import { FIRST_SERIAL, type Holder, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk on 26 March 2026, with a case of k-1 that has matured that day. */
function matured(holder: Holder = {}, numbering: "same" | "new" = "new") {
  const desk = openLossDeskFor(holder);
  desk.does(desk.formal("k-1", { numbering }));
  desk.at("2026-03-26 09:00:00");
  return { desk, number: desk.caseOf("k-1") };
}

/** The same, with a card of the same number made and kept at the branch. */
function made(holder: Holder = {}) {
  const { desk, number } = matured(holder, "same");
  desk.does(desk.order(number));
  desk.does(desk.arrive("o-1"));
  return { desk, number };
}

describe("collecting a card of a new number", () => {
  test("L11: issues, replaces, lifts the hold and closes the case in one posting", () => {
    const { desk, number } = matured();

    const { batch, decision } = desk.does(desk.replace(number));

    expect(decision.level).toBe("A2");
    expect(batch.entries.map(({ type }) => type)).toEqual([
      "piece.taken",
      "card.entered",
      "card.replaced",
      "hold.lifted",
      "loss.closed",
      "money.posted",
      "authorisation.spent",
      "slip.issued",
    ]);
    expect(desk.see("card", "k-1")).toMatchObject({ life: "replaced", replacedBy: "k-2" });
    expect(desk.see("card", "k-2")).toMatchObject({ life: "issued-inactive", loss: "none" });
    expect(desk.see("lossCase", number).status).toBe("closed-replaced");
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
  });

  test("L11: needs the holder's own document, valid that day, and the slip of this very case", () => {
    const { desk, number } = matured({ customer: { documentValidTo: "2026-03-26" } });
    desk.enter(2);

    expect(desk.refusal(desk.replace(number, { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.replace(number, { slip: "02002026031899" }))).toEqual({
      code: "loss.slip-mismatch",
    });
    expect(desk.preview(desk.replace(number)).ok).toBe(true);
    desk.at("2026-03-27");
    expect(desk.refusal(desk.replace(number))).toEqual({
      code: "identity.expired",
      validTo: "2026-03-26",
    });
  });

  test("T33: begins the sequence at 1 again, whatever the old card bore", () => {
    const { desk, number } = matured({ card: { sequence: 9, trackVersion: 12 } });

    desk.does(desk.replace(number));

    expect(desk.see("card", "k-2")).toMatchObject({ sequence: 1, trackVersion: 1 });
    expect(desk.see("card", "k-2").pan).not.toBe(desk.see("card", "k-1").pan);
  });

  test("N01: takes a number that a blank piece can bear where the old range is too short", () => {
    const { desk, number } = matured({ card: { pan: "9558801234567897" } });

    desk.does(desk.replace(number));

    expect(desk.see("card", "k-2").pan).toBe("9558800200000000014");
  });

  test("N01: takes the bank's first range of blanks where the old one has none", () => {
    const { desk, number } = matured({ card: { pan: "9988771234567892", serviceCode: "520" } });

    desk.does(desk.replace(number));

    expect(desk.see("card", "k-2")).toMatchObject({
      pan: "6222020200000000014",
      serviceCode: "220",
      validityYears: 10,
    });
  });

  test("L17, K07: keeps the account and the PIN, so that card and PIN work once it is active", () => {
    const { desk, number } = matured();
    desk.does(desk.replace(number));
    expect(desk.refusal(desk.payOut("k-2"))).toEqual({
      code: "card.not-active",
      life: "issued-inactive",
    });

    desk.does(desk.activate("k-2"));

    expect(desk.preview(desk.payOut("k-2")).ok).toBe(true);
  });

  test("L20: leaves the old number good for credits, unless the bank says otherwise", () => {
    const { desk, number } = matured();
    desk.does(desk.replace(number));

    desk.does(desk.deposit({ card: "k-1" }));
    expect(desk.see("account", "a-1").balance).toBe(8_100_00);

    desk.set({ creditsFollowOldNumber: false });
    expect(desk.refusal(desk.deposit({ card: "k-1" }))).toEqual({
      code: "card.retain",
      why: "replaced",
    });
  });

  test("L19: tells the holder to tell the employer, and only then", () => {
    const { desk, number } = matured();
    const note = { name: "note", kind: "term", term: "note.tell-payer" };
    const { decision } = desk.does(desk.replace(number));
    expect(decision.outcome.facts).toContainEqual(note);

    const kept = made();
    const collected = kept.desk.does(kept.desk.replace(kept.number, { numbering: "same" }));
    expect(collected.decision.outcome.facts).not.toContainEqual(note);
  });

  test("V02: takes the serials of the box in order, one a card", () => {
    const { desk, number } = matured();
    desk.enter(2);
    desk.does(desk.replace(number));

    desk.does(desk.exchange("k-2"));

    expect(desk.see("card", "k-3").serial).toBe(FIRST_SERIAL);
    expect(desk.see("stock", "card:0001").ranges[0]?.first).toBe("020000000003");
    expect(desk.see("piece", "card:020000000002").card).toBe("k-4");
  });

  test("V02: is refused where the box is empty", () => {
    const { desk, number } = matured();
    desk.seat("0002");

    expect(desk.refusal(desk.replace(number))).toEqual({ code: "voucher.box-empty", kind: "card" });
  });

  test("VE10: is not posted before the very piece was written and read back", () => {
    const { desk, number } = matured();
    const request = desk.replace(number);
    const asked = desk.ask(request, "0100");
    const grant = asked.ok ? asked.value.id : "";
    const decided = desk.preview(request);
    const write = decided.ok ? decided.value.write : undefined;
    const written = (over: object) => desk.keep({ type: "written", ...write, ...over } as never);
    const refused = { ok: false, refusal: { code: "voucher.not-written" } };

    expect(desk.run(request, { grant })).toEqual(refused);
    expect(desk.run(request, { grant, written: written({ serial: "020000000002" }) })).toEqual(
      refused,
    );
    expect(desk.run(request, { grant, written: written({ trackVersion: 2 }) })).toEqual(refused);
    expect(desk.run(request, { grant, written: written({ pan: "6222020000000001" }) })).toEqual(
      refused,
    );
    expect(desk.run(request, { grant, written: written({}) })).toMatchObject({ ok: true });
  });

  test("C07: takes the fee in cash, from the freed account, or books it as owed", () => {
    const balances = (["cash", "account", "owed"] as const).map((fee) => {
      const { desk, number } = matured();
      const before = desk.see("branchBalance", "cash:0001").balance;
      desk.does(desk.replace(number, { fee }));
      const owed = desk.books().find("branchBalance", "fees-owed")?.balance ?? 0;
      const cash = desk.see("branchBalance", "cash:0001").balance - before;
      return [cash, desk.see("account", "a-1").balance, owed];
    });

    expect(balances).toEqual([
      [-5_00, 8_000_00, 0],
      [0, 7_995_00, 0],
      [0, 8_000_00, -5_00],
    ]);
  });

  test("C07: does not take the fee from an account that cannot pay it", () => {
    const { desk, number } = matured({ balance: 4_99 });
    const refusal = { code: "fee.account-cannot-pay" };
    expect(desk.refusal(desk.replace(number, { fee: "account" }))).toEqual(refusal);

    const rich = matured({ balance: 5_00 });
    expect(rich.desk.preview(rich.desk.replace(rich.number, { fee: "account" })).ok).toBe(true);
    rich.desk.hold({ id: "h-court" });
    expect(rich.desk.refusal(rich.desk.replace(rich.number, { fee: "account" }))).toEqual(refusal);
  });
});

describe("collecting a card of the same number", () => {
  test("L06: waits until the card is there", () => {
    const { desk, number } = matured({}, "same");
    const request = () => desk.replace(number, { numbering: "same" });
    expect(desk.refusal(request())).toEqual({ code: "loss.card-not-ready" });
    desk.does(desk.order(number));
    expect(desk.refusal(request())).toEqual({ code: "loss.card-not-ready" });
    expect(desk.refusal(desk.collect("o-1", { made: desk.swipe("k-1") }))).toEqual({
      code: "production.not-arrived",
      dueOn: "2026-04-09",
    });

    desk.does(desk.arrive("o-1"));

    expect(desk.preview(request()).ok).toBe(true);
    expect(desk.preview(desk.collect("o-1")).ok).toBe(true);
  });

  test("L13, M25, VE10: bears the old number, the next sequence and the next stripe version", () => {
    const { desk } = made({ card: { sequence: 3, trackVersion: 7, serial: "019999999999" } });
    const old = desk.see("card", "k-1");

    const { serial: _own, ...same } = old;
    expect(desk.see("card", "k-2")).toEqual({
      ...same,
      id: "k-2",
      issuedOn: "2026-03-26",
      life: "made",
      loss: "none",
      sequence: 4,
      trackVersion: 8,
    });
  });

  test("VE10: never bears a version that a void card of the number bore", () => {
    const { desk, number } = made();
    desk.does(desk.withdraw(number));
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));

    desk.does(desk.arrive("o-2"));

    expect(desk.see("card", "k-2")).toMatchObject({ life: "void", trackVersion: 2 });
    expect(desk.see("card", "k-3")).toMatchObject({ life: "made", sequence: 2, trackVersion: 3 });
  });

  test("L11: is the same transaction from both screens, and uses up the order", () => {
    const byCase = made();
    byCase.desk.does(byCase.desk.replace(byCase.number, { numbering: "same" }));
    const byOrder = made();
    byOrder.desk.does(byOrder.desk.collect("o-1"));

    for (const { desk, number } of [byCase, byOrder]) {
      expect(desk.see("card", "k-1")).toMatchObject({ life: "replaced", replacedBy: "k-2" });
      expect(desk.see("card", "k-2")).toMatchObject({ life: "issued-inactive", pinFailures: 0 });
      expect(desk.see("order", "o-1").status).toBe("handed-over");
      expect(desk.see("lossCase", number).status).toBe("closed-replaced");
      expect(desk.refusal(desk.collect("o-1"))).toEqual({ code: "production.settled" });
    }
  });

  test("V10: is verified by a swipe of the made card itself", () => {
    const { desk, number } = made();
    const refusal = (swipe: string | undefined) =>
      desk.refusal(desk.replace(number, { numbering: "same", made: swipe }));

    expect(refusal(undefined)).toEqual({ code: "card.not-presented" });
    expect(refusal("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(refusal(desk.pin("a-1"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.swipe("k-1", "reported-lost"))).toEqual({
      code: "card.other-card-presented",
    });
    expect(refusal(desk.swipe(undefined, "unknown"))).toEqual({
      code: "card.other-card-presented",
    });
  });

  test("L11: without the slip is refused at the hand-over as well", () => {
    const { desk } = made();

    expect(desk.refusal(desk.collect("o-1", { slip: undefined }))).toEqual({
      code: "loss.slip-mismatch",
    });
    expect(desk.refusal(desk.collect("o-1", { slip: "02002026031899" }))).toEqual({
      code: "loss.slip-mismatch",
    });
  });

  test("5.2: is void when the holder takes a new number after all", () => {
    const { desk, number } = made();

    desk.does(desk.replace(number, { numbering: "new", made: undefined }));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("card", "k-2").life).toBe("void");
    expect(desk.see("card", "k-1").replacedBy).toBe("k-3");
  });

  test("M25, T33: cannot be ordered after sequence 9, only a new number helps", () => {
    const nine = matured({ card: { sequence: 9 } }, "same");
    expect(nine.desk.refusal(nine.desk.order(nine.number))).toEqual({
      code: "card.sequence-exhausted",
    });
    expect(nine.desk.preview(nine.desk.replace(nine.number)).ok).toBe(true);

    const eight = matured({ card: { sequence: 8 } }, "same");
    eight.desk.does(eight.desk.order(eight.number));
    eight.desk.does(eight.desk.arrive("o-1"));
    expect(eight.desk.see("card", "k-2").sequence).toBe(9);
  });

  test("VE10: cannot be ordered after stripe version 99", () => {
    const last = matured({ card: { trackVersion: 99 } }, "same");
    expect(last.desk.refusal(last.desk.order(last.number))).toEqual({
      code: "card.sequence-exhausted",
    });

    const before = matured({ card: { trackVersion: 98 } }, "same");
    before.desk.does(before.desk.order(before.number));
    before.desk.does(before.desk.arrive("o-1"));
    expect(before.desk.see("card", "k-2").trackVersion).toBe(99);
  });
});

describe("a double loss", () => {
  test("T23: ends with a new card and a PIN the holder chooses there and then", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));
    const number = desk.caseOf("k-1");
    expect(desk.see("card", "k-1")).toMatchObject({ loss: "formal", pin: "lost" });
    desk.at("2026-03-26");
    expect(desk.refusal(desk.resetPin(number))).toEqual({ code: "loss.kind", kind: "both" });
    expect(desk.refusal(desk.replace(number))).toEqual({ code: "card.pin-needed" });

    desk.does(desk.replace(number, { pin: desk.pin("a-1", "975310") }));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
  });

  test("T23: sets the new PIN on a made card too", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "same" }));
    const number = desk.caseOf("k-1");
    desk.does(desk.order(number));
    desk.does(desk.arrive("o-1"));
    desk.at("2026-03-26");

    desk.does(desk.collect("o-1", { pin: desk.pin("a-1", "975310") }));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
  });

  test("K07: takes a PIN of this account and no other evidence for it", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));
    const number = desk.caseOf("k-1");
    desk.at("2026-03-26");
    const refusal = (pin: string) => desk.refusal(desk.replace(number, { pin }));

    expect(refusal("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(refusal(desk.pin("a-2"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.swipe("k-1"))).toEqual({ code: "evidence.other-kind" });
  });
});

describe("a frozen account", () => {
  test("T15: may be reported on, and the report adds a hold of its own", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-court" });

    desk.does(desk.formal("k-1"));

    expect(desk.books().list("hold", "account", "a-1")).toHaveLength(2);
  });

  test("T15: is not closed after a loss", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-court", kind: "amount", target: 1 });

    expect(desk.refusal(desk.close(number))).toEqual({ code: "account.judicial-freeze" });
  });

  test("T15, T36: gets a new card, and the freeze survives it unchanged", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-court", kind: "amount", target: 7_000_00 });
    const freeze = desk.see("hold", "h-court");

    const { decision } = desk.does(desk.replace(number));

    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.judicial-freeze-stays",
    });
    expect(desk.see("hold", "h-court")).toEqual(freeze);
    desk.does(desk.activate("k-2"));
    expect(desk.refusal(desk.payOut("k-2", { amount: 1_000_01 }))).toEqual({
      code: "account.short",
      available: 1_000_00,
    });
    expect(desk.preview(desk.payOut("k-2", { amount: 1_000_00 })).ok).toBe(true);
  });

  test("5.1: under a full block is replaced by the branch head alone", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-bank", kind: "full-block", source: { type: "bank", reason: "涉诈" } });

    expect(desk.preview(desk.replace(number))).toMatchObject({ ok: true, value: { level: "A3" } });
    desk.post([{ type: "hold.lifted", hold: "h-bank" }]);
    expect(desk.preview(desk.replace(number))).toMatchObject({ ok: true, value: { level: "A2" } });
  });
});

describe("a replacement on the day itself", () => {
  const desk = (sameDayReplacement: "off" | "new-number-only" | "any") => {
    const opened = openLossDeskFor();
    opened.set({ sameDayReplacement });
    opened.does(opened.formal("k-1", { numbering: "same" }));
    opened.does(opened.order(opened.caseOf("k-1")));
    opened.does(opened.arrive("o-1"));
    return opened;
  };
  const notMatured = { code: "loss.not-matured", maturesOn: "2026-03-26" };

  test("T17: is off in a bank that keeps the wait", () => {
    const off = desk("off");

    expect(off.refusal(off.replace(off.caseOf("k-1")))).toEqual(notMatured);
  });

  test("T17: with a new number only, at level A3", () => {
    const some = desk("new-number-only");
    const number = some.caseOf("k-1");

    expect(some.preview(some.replace(number))).toMatchObject({ ok: true, value: { level: "A3" } });
    expect(some.refusal(some.replace(number, { numbering: "same" }))).toEqual({
      code: "loss.same-day-new-number-only",
    });
    some.at("2026-03-26");
    expect(some.preview(some.replace(number, { numbering: "same" }))).toMatchObject({
      ok: true,
      value: { level: "A2" },
    });
  });

  test("T17: with any number, where the bank allows it and the card is there", () => {
    const any = desk("any");
    const number = any.caseOf("k-1");

    any.does(any.replace(number, { numbering: "same" }));

    expect(any.see("card", "k-1").life).toBe("replaced");
  });

  test("T17, T13: not once the slip was lost", () => {
    const any = desk("any");
    any.does(any.slipLost(any.caseOf("k-1")));

    expect(any.refusal(any.replace(any.caseOf("k-1")))).toEqual(notMatured);
  });

  test("T17: never closes the account or resets a PIN sooner", () => {
    const any = desk("any");
    any.does(any.pinLoss("k-1"));

    expect(any.refusal(any.close("02002603180001"))).toEqual(notMatured);
    expect(any.refusal(any.resetPin("02002603180002"))).toEqual(notMatured);
  });
});
