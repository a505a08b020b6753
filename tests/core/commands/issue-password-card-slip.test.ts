import { describe, expect, test } from "vitest";
import { fen } from "#core/money/fen.ts";
import { asPreviewed } from "#tests/support/as-previewed.ts";
import {
  FIRST_PASSWORD_CARD,
  openEBankDesk,
  openEBankDeskFor,
} from "#tests/support/e-bank-desk.ts";

const note = (term: string) => ({ name: "note", kind: "term", term });

describe("the slip of an issue", () => {
  test("P26, P29, P33–P35, P43, P17: tells the holder what to know of the card", () => {
    const desk = openEBankDeskFor();

    const { facts } = desk.does(desk.issueCard("k-1")).decision.outcome;

    expect(facts.filter(({ name }) => name === "note")).toEqual([
      note("note.film-checked"),
      note("note.password-card-first-login"),
      note("note.password-card-personal"),
      note("note.password-card-no-copies"),
      note("note.password-card-scratch-only-asked"),
      note("note.password-card-not-in-public"),
      note("note.password-card-wrong-answers"),
    ]);
  });

  test("P12, P38: says the serial, how often it may be used and for how much", () => {
    const desk = openEBankDeskFor();

    const { facts } = desk.does(desk.issueCard("k-1")).decision.outcome;

    expect(facts).toContainEqual({ name: "passwordCard", kind: "text", text: FIRST_PASSWORD_CARD });
    expect(facts).toContainEqual({ name: "uses", kind: "text", text: "1000" });
    expect(facts).toContainEqual({ name: "limitSingle", kind: "money", amount: 1_000_00 });
    expect(facts).toContainEqual({ name: "limitDay", kind: "money", amount: 5_000_00 });
    expect(facts).toContainEqual({ name: "issuedOn", kind: "date", date: "2026-03-18" });
  });

  test("P42, K10: bears no number of card, account or document in full", () => {
    const desk = openEBankDeskFor();
    const { pan } = desk.see("card", "k-1");
    const { number } = desk.see("account", "a-1");
    const { documentNumber } = desk.see("customer", "c-1");

    const text = JSON.stringify(desk.does(desk.issueCard("k-1")).decision.outcome);

    expect(text).toContain(pan.slice(-4));
    expect(text).not.toContain(pan);
    expect(text).not.toContain(number);
    expect(text).not.toContain(documentNumber);
  });

  test("design rule 7: says what the preview said, line by line", () => {
    const desk = openEBankDesk();
    const request = desk.issueCard("k-1", { open: { password: desk.bankPassword("c-1") } });
    const preview = desk.preview(request);

    const { decision, batch } = desk.does(request);

    expect(preview.ok && asPreviewed(preview.value)).toEqual(asPreviewed(decision));
    // What a rule of risk found is for the desk and not for the customer's paper (1.6).
    const facts = decision.outcome.facts.filter(({ name }) => name !== "risk");
    expect(batch.entries.find(({ type }) => type === "slip.issued")).toMatchObject({
      slip: { kind: "general", code: "5001", facts },
    });
  });
});

describe("the fee of a password card", () => {
  test("P37: is nothing by default, and nothing is booked", () => {
    const desk = openEBankDeskFor();

    const { decision, batch } = desk.does(desk.issueCard("k-1"));

    expect(decision.outcome.facts).toContainEqual({ name: "fee", kind: "money", amount: 0 });
    expect(batch.entries.filter(({ type }) => type === "money.posted")).toEqual([]);
  });

  test("P36: is said to be a promotion while one lasts, and not a day longer", () => {
    const desk = openEBankDeskFor();
    const { eBank } = desk.context().parameters;
    const { today } = desk.context();
    const [from, amount] = [today, fen(0)];
    const promoted = { name: "feePayment", kind: "term", term: "fee.promotion" };
    const factsOf = () => desk.does(desk.issueCard("k-1")).decision.outcome.facts;

    desk.set({
      eBank: { ...eBank, passwordCardFees: [{ from, to: today, amount, promotion: true }] },
    });
    expect(factsOf()).toContainEqual(promoted);

    desk.at("2026-03-19 10:00:00");
    desk.enter(2);
    desk.does(desk.openInternetBank("k-2"));
    const { facts } = desk.does(desk.issueCard("k-2")).decision.outcome;
    expect(facts).not.toContainEqual(promoted);
  });

  test.each([
    ["cash", "cash:0001"],
    ["account", "a-1"],
    ["owed", "fees-owed"],
  ] as const)("C07: is met from %s in the same posting", (fee, from) => {
    const desk = openEBankDeskFor();
    const { eBank } = desk.context().parameters;
    const period = { from: desk.context().today, amount: fen(10_00), promotion: false };
    desk.set({ eBank: { ...eBank, passwordCardFees: [period] } });

    const { batch } = desk.does(desk.issueCard("k-1", { fee }));

    expect(batch.entries).toContainEqual({
      type: "money.posted",
      memo: "fee",
      postings: [
        { account: from, amount: -10_00 },
        { account: "fee-income", amount: 10_00 },
      ],
    });
  });

  test("C07: that the account cannot pay is refused, and the piece stays in the box", () => {
    const desk = openEBankDeskFor({ balance: 9_99 });
    const { eBank } = desk.context().parameters;
    const period = { from: desk.context().today, amount: fen(10_00), promotion: false };
    desk.set({ eBank: { ...eBank, passwordCardFees: [period] } });

    expect(desk.refusal(desk.issueCard("k-1", { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });
    expect(desk.nextPiece("password-card")).toBe(FIRST_PASSWORD_CARD);
    expect(desk.preview(desk.issueCard("k-1", { fee: "owed" })).ok).toBe(true);
  });
});

describe("the visit that opens the internet bank and issues a card", () => {
  const composite = (desk: ReturnType<typeof openEBankDesk>) =>
    desk.issueCard("k-1", { open: { password: desk.bankPassword("c-1") } });

  test("P32: is one posting, with both hung on the card in the reader", () => {
    const desk = openEBankDesk();

    const { batch, decision } = desk.does(composite(desk));

    expect(batch.entries.map(({ type }) => type)).toEqual([
      "relation.bound",
      "e-bank.opened",
      "piece.taken",
      "password-card.entered",
      "relation.bound",
      "risk.flagged",
      "authorisation.spent",
      "slip.issued",
      "sms.queued",
    ]);
    expect(desk.relationOf("c-1", "internet-bank")).toMatchObject({ id: "r-1", card: "k-1" });
    expect(desk.relationOf("c-1", "password-card")).toMatchObject({ id: "r-2", card: "k-1" });
    expect(desk.see("eBank", "c-1").passwords).toHaveProperty("internet-bank");
    expect(decision.outcome.facts).toContainEqual(note("note.internet-bank-opened"));
    expect(decision.outcome.facts).toContainEqual(note("note.never-tell-password"));
  });

  test("P32: opens nothing where no card can be issued", () => {
    const desk = openEBankDesk();
    const before = desk.batches().length;
    const password = desk.bankPassword("c-1");
    const serial = "030000000002";

    expect(desk.run(desk.issueCard("k-1", { open: { password }, serial }))).toMatchObject({
      refusal: { code: "voucher.not-next" },
    });
    expect(desk.batches()).toHaveLength(before);
    expect(desk.relationOf("c-1", "internet-bank")).toBeUndefined();
  });

  test("P32: issues nothing where the internet bank cannot be opened", () => {
    const desk = openEBankDesk();
    desk.enter(2);
    const before = desk.batches().length;
    const runWith = (password: string) => desk.run(desk.issueCard("k-1", { open: { password } }));

    expect(runWith(desk.bankPassword("c-2"))).toMatchObject({
      refusal: { code: "evidence.other-kind" },
    });
    expect(runWith(desk.pin("a-1"))).toMatchObject({ refusal: { code: "evidence.other-kind" } });
    expect(runWith("e-99999999")).toMatchObject({ refusal: { code: "pin.used-up" } });
    expect(desk.batches()).toHaveLength(before);
    expect(desk.nextPiece("password-card")).toBe(FIRST_PASSWORD_CARD);
  });

  test("P32: is refused where the internet bank is open, for then it is issued alone", () => {
    const desk = openEBankDeskFor();

    expect(desk.refusal(composite(desk))).toEqual({
      code: "e-bank.already-open",
      channel: "internet-bank",
    });
    expect(desk.preview(desk.issueCard("k-1")).ok).toBe(true);
  });

  test("P09: is refused on another card than the WAP bank hangs on", () => {
    const desk = openEBankDesk();
    desk.another(2);
    desk.does(desk.openWapBank("k-2"));

    expect(desk.refusal(composite(desk))).toEqual({ code: "e-bank.other-card-registered" });
  });

  test("R17: points out an account of the same day", () => {
    const sameDay = openEBankDesk();
    const older = openEBankDesk({ account: { openedOn: "2026-03-17" } });
    const today = note("note.account-opened-today");

    expect(sameDay.does(composite(sameDay)).decision.outcome.facts).toContainEqual(today);
    expect(older.does(composite(older)).decision.outcome.facts).not.toContainEqual(today);
  });
});
