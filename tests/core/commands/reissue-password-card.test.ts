import { describe, expect, test } from "vitest";
import { fen } from "#core/money/fen.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import {
  type EBankDesk,
  FIRST_PASSWORD_CARD,
  openEBankDesk,
  openEBankDeskFor,
} from "#tests/support/e-bank-desk.ts";

const SECOND_PASSWORD_CARD = "030000000002";

/** A desk whose c-1 has password card p-1 from the counter, registered on k-1. */
function openDeskWithCard(): EBankDesk {
  const desk = openEBankDeskFor();
  desk.does(desk.issueCard("k-1"));
  return desk;
}

/** Why a request is refused; it must leave the books as they were. */
function refused(desk: EBankDesk, request: RawRequest) {
  const before = desk.batches().length;
  const done = desk.run(request);

  expect(desk.batches()).toHaveLength(before);
  return done.ok ? undefined : done.refusal;
}

const reissues = (desk: EBankDesk, over?: Partial<RawInput<"5002">>) =>
  desk.preview(desk.reissueCard("p-1", "k-1", over)).ok;

const challenge = {
  id: "ch-7",
  binding: "ab".repeat(32),
  nonce: "cd".repeat(16),
  coordinates: ["A3", "B2"],
  askedAt: 1_000,
  expiresAt: 301_000,
  status: "open",
} as const;

describe("reissuing a password card", () => {
  test("P20, P21: ends the old card and begins the new one in one posting", () => {
    const desk = openDeskWithCard();

    const { decision, batch } = desk.does(desk.reissueCard("p-1", "k-1"));

    expect(decision).toMatchObject({ level: "A2", slip: "general" });
    expect(batch.entries.map(({ type }) => type)).toEqual([
      "password-card.voided",
      "relations.closed",
      "piece.taken",
      "password-card.entered",
      "relation.bound",
      "authorisation.spent",
      "slip.issued",
    ]);
    expect(desk.see("passwordCard", "p-1")).toMatchObject({
      life: "void",
      voidReason: "lost",
      replacedBy: "p-2",
    });
    expect(desk.see("passwordCard", "p-2")).toMatchObject({
      serial: SECOND_PASSWORD_CARD,
      life: "issued-inactive",
      issuedOn: "2026-03-18",
      customer: "c-1",
    });
  });

  test("P20: leaves no moment in which the customer has two cards, or none", () => {
    const desk = openDeskWithCard();

    desk.does(desk.reissueCard("p-1", "k-1"));

    const cards = desk.books().list("passwordCard", "customer", "c-1");
    expect(cards.filter(({ life }) => life !== "void").map(({ id }) => id)).toEqual(["p-2"]);
    const bound = desk
      .books()
      .list("relation", "customer", "c-1")
      .filter(({ kind, status }) => kind === "password-card" && status === "active");
    expect(bound.map(({ label }) => label)).toEqual([SECOND_PASSWORD_CARD]);
  });

  test("P18: is the cure of ten wrong answers: the new card has no lock and counts afresh", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1", {
      lock: "hard",
      used: 700,
      wrongRun: 10,
      wrongToday: 1,
      wrongOn: "2026-03-18",
      answered: 700,
      cellsSeen: ["A3"],
      unanswered: 4,
      unansweredOn: "2026-03-18",
    });

    desk.does(desk.reissueCard("p-1", "k-1", { reason: "locked", returned: true }));

    expect(desk.liveCard("c-1")).toEqual({
      id: "p-2",
      serial: FIRST_PASSWORD_CARD,
      version: 1,
      grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
      customer: "c-1",
      issuedOn: "2026-03-18",
      life: "issued-inactive",
      lock: "none",
      uses: 1000,
      used: 0,
      wrongRun: 0,
      wrongToday: 0,
      answered: 0,
      cellsSeen: [],
      unanswered: 0,
    });
  });

  test("4.1: drops the open challenge of the old card", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1", { challenge });

    desk.does(desk.reissueCard("p-1", "k-1"));

    expect(desk.see("passwordCard", "p-1")).not.toHaveProperty("challenge");
    expect(desk.see("passwordCard", "p-2")).not.toHaveProperty("challenge");
  });

  test("P20: may follow another reissue, and each card names the one after it", () => {
    const desk = openDeskWithCard();

    desk.does(desk.reissueCard("p-1", "k-1"));
    desk.does(desk.reissueCard("p-2", "k-1", { reason: "disclosed" }));

    const chain = ["p-1", "p-2", "p-3"].map((id) => desk.see("passwordCard", id).replacedBy);
    expect(chain).toEqual(["p-2", "p-3", undefined]);
  });

  test("P20: is not for a card that is void already", () => {
    const desk = openDeskWithCard();
    desk.does(desk.reissueCard("p-1", "k-1"));

    expect(refused(desk, desk.reissueCard("p-1", "k-1"))).toEqual({ code: "password-card.void" });
    expect(desk.preview(desk.reissueCard("p-2", "k-1")).ok).toBe(true);
  });

  test("P23: needs the holder's own document and the registered card, and no PIN", () => {
    const desk = openDeskWithCard();
    desk.enter(2);
    const { document } = desk.identity("c-1");
    const refusal = (over: Partial<RawInput<"5002">>) =>
      refused(desk, desk.reissueCard("p-1", "k-1", over));

    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ identity: { document, check: "document-invalid" } })).toMatchObject({
      code: "identity.check-failed",
    });
    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ swipe: desk.swipe("k-1", "counterfeit") })).toMatchObject({
      code: "card.retain",
    });
    expect(refusal({ swipe: "e-99999999" })).toEqual({ code: "evidence.unknown" });
    expect(reissues(desk)).toBe(true);
  });

  test("P23: goes on with a locked PIN, for none is asked for", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));
    const wrong = () => desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000000") }));
    expect([wrong(), wrong(), wrong()].map(({ ok }) => ok)).toEqual([false, false, false]);

    expect(desk.see("card", "k-1").pin).toBe("locked");
    expect(reissues(desk)).toBe(true);
  });

  test("P23: is refused on a card that is reported lost, or is not the registered one", () => {
    const desk = openDeskWithCard();
    desk.another(2);
    const other = desk.reissueCard("p-1", "k-2");
    const own = desk.reissueCard("p-1", "k-1");

    expect(refused(desk, other)).toEqual({ code: "e-bank.other-card-registered" });
    desk.does(desk.oral("k-1"));
    expect(refused(desk, own)).toEqual({ code: "card.reported-lost", loss: "oral" });
  });

  test("P23: is refused for somebody else's password card", () => {
    const desk = openDeskWithCard();
    desk.enter(2);
    desk.does(desk.openInternetBank("k-2"));

    expect(refused(desk, desk.reissueCard("p-1", "k-2"))).toEqual({
      code: "e-bank.other-card-registered",
    });
    expect(refused(desk, desk.reissueCard("p-9", "k-2"))).toEqual({
      code: "password-card.unknown",
    });
  });

  test("P23: goes on with the card that took the registered one's place", () => {
    const desk = openDeskWithCard();
    desk.does(desk.exchange("k-1"));
    desk.does(desk.activate("k-2"));

    expect(desk.preview(desk.reissueCard("p-1", "k-2")).ok).toBe(true);
    expect(desk.refusal(desk.reissueCard("p-1", "k-1"))).toEqual({
      code: "card.not-active",
      life: "replaced",
    });
  });

  test("P31: is refused without an internet bank for it", () => {
    const desk = openEBankDesk();
    desk.enterPasswordCard("k-1");

    expect(refused(desk, desk.reissueCard("p-1", "k-1"))).toEqual({
      code: "e-bank.not-open",
      channel: "internet-bank",
    });
  });

  test("5.3: reissue with a U盾 is refused", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1");
    const relation = {
      id: "r-3",
      kind: "usb-key",
      customer: "c-1",
      account: "a-1",
      card: "k-1",
      label: "060000000001",
      status: "active",
    } as const;
    expect(reissues(desk)).toBe(true);

    desk.post([{ type: "relation.bound", relation }]);

    expect(refused(desk, desk.reissueCard("p-1", "k-1"))).toEqual({
      code: "password-card.usb-key-held",
    });
  });

  test("V02: is refused with another piece than the next, and from an empty box", () => {
    const desk = openDeskWithCard();

    expect(refused(desk, desk.reissueCard("p-1", "k-1", { serial: "030000000003" }))).toEqual({
      code: "voucher.not-next",
      next: SECOND_PASSWORD_CARD,
    });
    desk.seat("0002");
    expect(refused(desk, desk.reissueCard("p-1", "k-1"))).toEqual({
      code: "voucher.box-empty",
      kind: "password-card",
    });
    expect(desk.see("passwordCard", "p-1").life).toBe("issued-inactive");
  });

  test("C07: that the account cannot pay for is refused, and the old card lives on", () => {
    const desk = openEBankDeskFor({ balance: 9_99 });
    desk.does(desk.issueCard("k-1"));
    const { eBank } = desk.context().parameters;
    const period = { from: desk.context().today, amount: fen(10_00), promotion: false };
    desk.set({ eBank: { ...eBank, passwordCardFees: [period] } });

    expect(refused(desk, desk.reissueCard("p-1", "k-1", { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });
    expect(desk.liveCard("c-1").id).toBe("p-1");
    expect(reissues(desk, { fee: "cash" })).toBe(true);
  });

  test("D02: is not done on a teller's word alone", () => {
    const desk = openDeskWithCard();

    expect(refused(desk, desk.reissueCard("p-1", "k-1"))).toMatchObject({
      code: "authorisation.needed",
      level: "A2",
    });
  });

  test("P22, P34: says on the slip which card ended and why, as the preview did", () => {
    const desk = openDeskWithCard();
    const request = desk.reissueCard("p-1", "k-1", { reason: "disclosed", returned: true });
    const preview = desk.preview(request);

    const { decision } = desk.does(request);

    expect(preview).toEqual({ ok: true, value: decision });
    const { facts } = decision.outcome;
    expect(facts).toContainEqual({
      name: "oldPasswordCard",
      kind: "text",
      text: FIRST_PASSWORD_CARD,
    });
    expect(facts).toContainEqual({ name: "reason", kind: "term", term: "reissue.disclosed" });
    const notes = facts.flatMap((fact) => (fact.kind === "term" ? [fact.term] : []));
    expect(notes).toEqual(
      expect.arrayContaining([
        "note.password-card-void",
        "returned.yes",
        "note.film-checked",
        "note.password-card-first-login",
      ]),
    );
  });
});
