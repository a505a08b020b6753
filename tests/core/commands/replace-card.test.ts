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
      "slip.voided",
      "money.posted",
      "authorisation.spent",
      "slip.issued",
      "sms.queued",
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
    expect(desk.run(request, { grant, written: written({ issuedOn: "2026-03-25" }) })).toEqual(
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
    expect(desk.refusal(desk.replace(number, { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });

    const rich = matured({ balance: 5_00 });
    expect(rich.desk.preview(rich.desk.replace(rich.number, { fee: "account" })).ok).toBe(true);
    rich.desk.hold({ id: "h-court" });
    expect(rich.desk.refusal(rich.desk.replace(rich.number, { fee: "account" }))).toEqual({
      code: "account.judicial-freeze",
    });
  });
});
