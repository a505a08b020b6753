import { describe, expect, test } from "vitest";
import { cardNumber } from "#tests/main/ledger/invented.ts";
import { openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { bankVerifier } from "#tests/support/e-bank-requests.ts";

describe("opening the internet bank", () => {
  test("R19: takes a supervisor, and hangs it on the registered card with the chosen password", () => {
    const desk = openEBankDesk();

    const { decision, batch } = desk.does(desk.openInternetBank("k-1"));

    expect(decision.level).toBe("A2");
    expect(batch.approvers).toEqual(["0100"]);
    expect(batch.entries.map(({ type }) => type)).toEqual([
      "relation.bound",
      "e-bank.opened",
      "risk.flagged",
      "authorisation.spent",
      "slip.issued",
      "sms.queued",
    ]);
    expect(desk.see("relation", "r-1")).toEqual({
      id: "r-1",
      kind: "internet-bank",
      customer: "c-1",
      account: "a-1",
      card: "k-1",
      label: "个人网上银行",
      status: "active",
    });
    expect(desk.see("eBank", "c-1")).toMatchObject({
      passwords: { "internet-bank": bankVerifier("c-1", "802461") },
      switches: { "e-commerce": true, "outward-transfer": true },
    });
  });

  test("R19: is not done on the teller's word, nor on that of a second teller", () => {
    const desk = openEBankDesk();
    const request = desk.openInternetBank("k-1");

    expect(desk.run(request)).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.needed", level: "A2" },
    });
    expect(desk.ask(request, "0001").ok).toBe(false);
    expect(desk.ask(request, "0002").ok).toBe(false);
    expect(desk.relationOf("c-1", "internet-bank")).toBeUndefined();
  });

  test("3.12: is printed with everything masked, and no word of the password", () => {
    const desk = openEBankDesk({ account: { openedOn: "2026-03-17" } });

    const { decision, batch } = desk.does(desk.openInternetBank("k-1"));

    expect(decision.outcome.facts).toEqual([
      { name: "action", kind: "term", term: "action.open" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "documentKind", kind: "term", term: "document.resident-id" },
      { name: "document", kind: "text", text: "110105********0017" },
      { name: "phone", kind: "text", text: "139****7919" },
      { name: "check", kind: "term", term: "check.match-with-photo" },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "account", kind: "text", text: "0200*********0001" },
      { name: "channel", kind: "term", term: "channel.internet-bank" },
      { name: "note", kind: "term", term: "note.never-tell-password" },
      { name: "limitSingle", kind: "money", amount: 300_00 },
      { name: "limitDay", kind: "money", amount: 1_000_00 },
      { name: "note", kind: "term", term: "note.password-card-not-in-public" },
    ]);
    const [slip] = batch.entries.filter(({ type }) => type === "slip.issued");
    expect(JSON.stringify(slip)).not.toContain("802461");
    expect(JSON.stringify(slip)).not.toContain(cardNumber(1));
  });

  test("R17: points an account out that was opened the same day, and no older one", () => {
    const note = { name: "note", kind: "term", term: "note.account-opened-today" };
    const young = openEBankDesk({ account: { openedOn: "2026-03-18" } });
    const older = openEBankDesk({ account: { openedOn: "2026-03-17" } });

    const { decision } = young.does(young.openInternetBank("k-1"));
    const other = older.does(older.openInternetBank("k-1")).decision;

    expect(decision.outcome.facts).toContainEqual(note);
    expect(other.outcome.facts).not.toContainEqual(note);
  });

  test("P32, R17: points it out once in a visit that issues a card as well", () => {
    const desk = openEBankDesk({ account: { openedOn: "2026-03-18" } });

    const { decision } = desk.does(
      desk.issueCard("k-1", { open: { password: desk.bankPassword("c-1") } }),
    );

    const notes = decision.outcome.facts.flatMap((fact) =>
      fact.kind === "term" && fact.name === "note" ? [fact.term] : [],
    );
    expect(notes).toContain("note.account-opened-today");
    expect(notes).toContain("note.never-tell-password");
    expect(new Set(notes).size).toBe(notes.length);
  });

  test("5.3: is refused where it is open already, on this card or another", () => {
    const desk = openEBankDeskFor();
    desk.another(2);
    const refusal = { code: "e-bank.already-open", channel: "internet-bank" };

    expect(desk.refusal(desk.openInternetBank("k-1"))).toEqual(refusal);
    expect(desk.refusal(desk.openInternetBank("k-2"))).toEqual(refusal);
  });

  test("P09: hangs on the card that WAP bank hangs on, and on no other", () => {
    const desk = openEBankDesk();
    desk.another(2);
    desk.does(desk.openWapBank("k-1"));

    expect(desk.refusal(desk.openInternetBank("k-2"))).toEqual({
      code: "e-bank.other-card-registered",
    });
    expect(desk.preview(desk.openInternetBank("k-1")).ok).toBe(true);
  });

  test("P09: may hang on another card than the telephone bank", () => {
    const desk = openEBankDesk();
    desk.another(2);
    desk.does(desk.openPhoneBank("k-1"));

    desk.does(desk.openInternetBank("k-2"));

    expect(desk.relationOf("c-1", "internet-bank")).toMatchObject({ id: "r-2", card: "k-2" });
  });

  test("R16: takes the password that this customer chose on the pad, and nothing else", () => {
    const desk = openEBankDesk();
    desk.enter(2);
    const refusal = (password: string) => desk.refusal(desk.openInternetBank("k-1", { password }));

    expect(refusal("e-99999999")).toEqual({ code: "pin.used-up" });
    expect(refusal(desk.pin("a-1", "802461", "new"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.swipe("k-1"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.bankPassword("c-2"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.bankPassword("c-1"))).toBeUndefined();
  });

  test("5.3: opens again after a closing, with another password and the switches as they were", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.closeSwitch("c-1", "e-commerce"));
    desk.does(desk.closeInternetBank("c-1"));

    desk.does(desk.openInternetBank("k-1", { password: desk.bankPassword("c-1", "975310") }));

    expect(desk.relationOf("c-1", "internet-bank")?.id).toBe("r-2");
    expect(desk.see("eBank", "c-1")).toMatchObject({
      passwords: { "internet-bank": bankVerifier("c-1", "975310") },
      switches: { "e-commerce": false, "outward-transfer": true },
    });
  });
});
