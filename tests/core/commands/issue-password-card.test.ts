import { describe, expect, test } from "vitest";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import {
  type EBankDesk,
  FIRST_PASSWORD_CARD,
  openEBankDesk,
  openEBankDeskFor,
} from "#tests/support/e-bank-desk.ts";

const SECOND_PASSWORD_CARD = "030000000002";

/** Why a request is refused; it must leave the books as they were. */
function refused(desk: EBankDesk, request: RawRequest) {
  const before = desk.batches().length;
  const done = desk.run(request);

  expect(desk.batches()).toHaveLength(before);
  return done.ok ? undefined : done.refusal;
}

const issues = (desk: EBankDesk, over?: Partial<RawInput<"5001">>) =>
  desk.preview(desk.issueCard("k-1", over)).ok;

describe("issuing a password card", () => {
  test("P31: hands the next piece to the holder, inactive and unused", () => {
    const desk = openEBankDeskFor();

    const { decision, batch } = desk.does(desk.issueCard("k-1"));

    expect(decision).toMatchObject({ level: "A2", slip: "general" });
    expect(batch.approvers).toEqual(["0100"]);
    expect(desk.see("passwordCard", "p-1")).toEqual({
      id: "p-1",
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

  test("V02: takes the piece out of the box, and writes down whose it became", () => {
    const desk = openEBankDeskFor();

    desk.does(desk.issueCard("k-1"));

    expect(desk.nextPiece("password-card")).toBe(SECOND_PASSWORD_CARD);
    expect(desk.see("piece", `password-card:${FIRST_PASSWORD_CARD}`)).toMatchObject({
      status: "used",
      teller: "0001",
      customer: "c-1",
    });
  });

  test("P09: hangs the card on the registered card once, for internet and WAP bank alike", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.openWapBank("k-1"));

    desk.does(desk.issueCard("k-1"));

    expect(desk.relationOf("c-1", "password-card")).toMatchObject({
      id: "r-3",
      card: "k-1",
      account: "a-1",
      label: FIRST_PASSWORD_CARD,
    });
  });

  test("P09: is refused to whoever has one, and open again once that one is void", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));

    expect(refused(desk, desk.issueCard("k-1"))).toEqual({
      code: "password-card.already-held",
      serial: FIRST_PASSWORD_CARD,
    });

    desk.does({
      code: "5003",
      input: {
        what: "card",
        passwordCard: "p-1",
        identity: desk.identity("c-1"),
        returned: true,
        signed: true,
      },
    });
    expect(desk.does(desk.issueCard("k-1")).decision.level).toBe("A2");
    expect(desk.liveCard("c-1")).toMatchObject({ id: "p-2", serial: SECOND_PASSWORD_CARD });
  });

  test("P31: is refused to whoever has a U盾, and open again once that is given up", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));

    expect(refused(desk, desk.issueCard("k-1"))).toEqual({ code: "password-card.usb-key-held" });

    desk.does(desk.cancelUsbKey("c-1"));
    expect(issues(desk)).toBe(true);
  });

  test("P31: is refused while the internet bank is not open, or open on another card", () => {
    const desk = openEBankDesk();
    desk.another(2);
    expect(refused(desk, desk.issueCard("k-1"))).toEqual({
      code: "e-bank.not-open",
      channel: "internet-bank",
    });

    desk.does(desk.openInternetBank("k-2"));

    expect(refused(desk, desk.issueCard("k-1"))).toEqual({ code: "e-bank.other-card-registered" });
    expect(desk.preview(desk.issueCard("k-2")).ok).toBe(true);
  });

  test("P33: is for the holder in person, with a document that is good", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    const mismatch = { code: "identity.mismatch" };
    const { document } = desk.identity("c-1");

    expect(refused(desk, desk.issueCard("k-1", { identity: desk.identity("c-2") }))).toEqual(
      mismatch,
    );
    expect(
      refused(desk, desk.issueCard("k-1", { identity: { document, check: "document-invalid" } })),
    ).toEqual({ code: "identity.check-failed", result: "document-invalid" });
    const resolution = { by: "issuer-confirmed", words: "派出所来电" } as const;
    expect(issues(desk, { identity: { document, check: "not-found" } })).toBe(false);
    expect(issues(desk, { identity: { document, check: "not-found", resolution } })).toBe(true);
  });

  test("P31, R14: is refused without the registered card itself in the reader", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    const refusalWith = (swipe: string) => refused(desk, desk.issueCard("k-1", { swipe }));

    expect(refusalWith(desk.swipe("k-2"))).toEqual({ code: "card.other-card-presented" });
    expect(refusalWith(desk.swipe("k-1", "counterfeit"))).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(refusalWith("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(refusalWith(desk.pin("a-1"))).toEqual({ code: "evidence.other-kind" });
  });

  test("P31: counts a wrong PIN, and clears the count in the posting of the right one", () => {
    const desk = openEBankDeskFor();

    const wrong = desk.run(desk.issueCard("k-1", { pin: desk.pin("a-1", "000000") }));
    expect(wrong).toEqual({ ok: false, refusal: { code: "card.pin-wrong", triesLeft: 2 } });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);

    const { batch } = desk.does(desk.issueCard("k-1"));
    expect(batch.entries).toContainEqual({ type: "card.pin-passed", card: "k-1" });
    expect(desk.see("card", "k-1").pinFailures).toBe(0);
  });

  test("P31: is refused with a locked PIN, or with one that was typed to become a new one", () => {
    const desk = openEBankDeskFor();
    const chosen = desk.pin("a-1", "246813", "new");
    const locked = openEBankDesk({ card: { pin: "locked", pinFailures: 3 } });

    expect(refused(desk, desk.issueCard("k-1", { pin: chosen }))).toEqual({
      code: "evidence.other-kind",
    });
    expect(refused(locked, locked.issueCard("k-1"))).toEqual({ code: "card.pin-locked" });
  });

  test("5.1: is refused on a card that is lost, ended, expired or unknown", () => {
    const lost = openEBankDeskFor();
    const request = lost.issueCard("k-1");
    lost.does(lost.oral("k-1"));
    const cancelled = openEBankDesk({ card: { life: "cancelled" } });
    const expired = openEBankDesk({ card: { issuedOn: "2010-01-01" } });

    expect(refused(lost, request)).toEqual({ code: "card.reported-lost", loss: "oral" });
    expect(refused(cancelled, cancelled.issueCard("k-1"))).toEqual({
      code: "card.not-active",
      life: "cancelled",
    });
    expect(refused(expired, expired.issueCard("k-1"))).toEqual({ code: "card.expired" });
    expect(refused(lost, lost.issueCard("k-1", { card: "k-9" }))).toEqual({ code: "card.unknown" });
  });

  test("5.1: is refused under a block of the whole account, and not under a frozen amount", () => {
    const blocked = openEBankDeskFor();
    blocked.hold({ id: "h-1" });
    const amount = openEBankDeskFor();
    amount.hold({ id: "h-1", kind: "amount", target: 100_00 });

    expect(refused(blocked, blocked.issueCard("k-1"))).toEqual({ code: "account.judicial-freeze" });
    expect(issues(amount)).toBe(true);
  });

  test("V02: is refused with another piece than the next, and from an empty box", () => {
    const desk = openEBankDeskFor();
    const next = FIRST_PASSWORD_CARD;

    expect(refused(desk, desk.issueCard("k-1", { serial: SECOND_PASSWORD_CARD }))).toEqual({
      code: "voucher.not-next",
      next,
    });
    desk.seat("0002");
    expect(refused(desk, desk.issueCard("k-1", { serial: next }))).toEqual({
      code: "voucher.box-empty",
      kind: "password-card",
    });
  });

  test("V01: is refused with a piece that no batch of ours has", () => {
    const desk = openEBankDeskFor();
    const ranges = [{ first: "029900000001", last: "029900000001" }];
    const stock = { id: "password-card:0001", kind: "password-card", holder: "0001" } as const;
    desk.post([{ type: "stock.placed", stock: { ...stock, ranges } }]);

    expect(refused(desk, desk.issueCard("k-1"))).toEqual({ code: "password-card.piece-not-ours" });
  });

  test("D02: is not done on a teller's word alone", () => {
    const desk = openEBankDeskFor();

    expect(refused(desk, desk.issueCard("k-1"))).toMatchObject({
      code: "authorisation.needed",
      level: "A2",
    });
    expect(desk.ask(desk.issueCard("k-1"), "0002").ok).toBe(false);
  });

  test("P01: gives a card the layout it was printed with, not the one of today", () => {
    const desk = openEBankDeskFor();
    const { passwordCard } = desk.context().parameters;
    const grid = { columns: 10, rows: 10, cellDigits: 4, challengeSize: 3 };
    desk.set({ passwordCard: { ...passwordCard, grid, uses: 500 } });

    desk.does(desk.issueCard("k-1"));

    expect(desk.liveCard("c-1")).toMatchObject({
      grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
      uses: 500,
    });
  });

  test("P13, O06: has no last day unless the bank gives it one", () => {
    const desk = openEBankDeskFor();
    const { passwordCard } = desk.context().parameters;
    expect(JSON.stringify(desk.preview(desk.issueCard("k-1")))).not.toContain("expiresOn");

    desk.set({ passwordCard: { ...passwordCard, expiryMonths: 36 } });
    const { decision } = desk.does(desk.issueCard("k-1"));

    expect(desk.liveCard("c-1").expiresOn).toBe("2029-03-18");
    expect(decision.outcome.facts).toContainEqual({
      name: "expiresOn",
      kind: "date",
      date: "2029-03-18",
    });
  });
});
