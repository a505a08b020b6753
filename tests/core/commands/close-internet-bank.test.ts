import { describe, expect, test } from "vitest";
import { openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

const note = (term: string) => ({ name: "note", kind: "term", term });

describe("closing the internet bank", () => {
  test("5.7: takes a second teller, ends the relation and forgets the password", () => {
    const desk = openEBankDeskFor();

    const { decision, batch } = desk.does(desk.closeInternetBank("c-1"));

    expect(decision.level).toBe("A1");
    expect(batch.approvers).toEqual(["0002"]);
    expect(batch.entries.slice(0, 2)).toEqual([
      { type: "relations.closed", relations: ["r-1"] },
      { type: "e-bank.closed", customer: "c-1", channel: "internet-bank" },
    ]);
    expect(desk.see("relation", "r-1").status).toBe("closed");
    expect(desk.see("eBank", "c-1").passwords).toEqual({});
  });

  test("5.3: voids the password card in the same posting, and says which", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));
    const { id, serial } = desk.liveCard("c-1");

    const { batch, decision } = desk.does(desk.closeInternetBank("c-1"));

    expect(batch.entries.map(({ type }) => type)).toEqual([
      "relations.closed",
      "e-bank.closed",
      "password-card.voided",
      "relations.closed",
      "authorisation.spent",
      "slip.issued",
      "sms.queued",
    ]);
    expect(desk.see("passwordCard", id)).toMatchObject({
      life: "void",
      voidReason: "channel-closed",
    });
    expect(desk.relationOf("c-1", "password-card")).toBeUndefined();
    expect(decision.outcome.facts).toContainEqual({
      name: "passwordCard",
      kind: "text",
      text: serial,
    });
    expect(decision.outcome.facts).toContainEqual(note("note.password-card-void"));
  });

  test("5.3: voids a card that ten wrong answers have locked as well", () => {
    const desk = openEBankDeskFor();
    const id = desk.enterPasswordCard("k-1", { lock: "hard", wrongRun: 10 });

    desk.does(desk.closeInternetBank("c-1"));

    expect(desk.see("passwordCard", id).life).toBe("void");
  });

  test("P09: leaves WAP bank open with a static password's limits, and says so", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.openWapBank("k-1"));

    const { decision } = desk.does(desk.closeInternetBank("c-1"));

    expect(desk.relationOf("c-1", "wap-bank")?.status).toBe("active");
    expect(Object.keys(desk.see("eBank", "c-1").passwords)).toEqual(["wap-bank"]);
    expect(decision.outcome.facts).toContainEqual(note("note.wap-bank-stays"));
  });

  test("R19: leaves the telephone bank open, and its agreements", () => {
    const desk = openEBankDeskFor();
    const payee = { name: "收款人", account: "6228480000000000001" };
    desk.does(desk.openPhoneBank("k-1"));
    desk.does(desk.agreePayee("k-1", payee));

    const { decision } = desk.does(desk.closeInternetBank("c-1"));

    expect(desk.relationOf("c-1", "phone-bank")?.status).toBe("active");
    expect(desk.see("eBank", "c-1").payees).toEqual([payee]);
    expect(decision.outcome.facts).not.toContainEqual(note("note.agreements-ended"));
  });

  test("5.3: ends the U盾, whose certificate was for it", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));

    const { decision } = desk.does(desk.closeInternetBank("c-1"));

    expect(desk.relationOf("c-1", "usb-key")).toBeUndefined();
    expect(decision.outcome.facts).toContainEqual(note("note.usb-key-ended"));
  });

  test("3.12: says nothing of what the customer never had", () => {
    const desk = openEBankDeskFor();

    const { decision } = desk.does(desk.closeInternetBank("c-1"));

    expect(decision.outcome.facts).toEqual([
      { name: "action", kind: "term", term: "action.close" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "documentKind", kind: "term", term: "document.resident-id" },
      { name: "document", kind: "text", text: "110105********0017" },
      { name: "phone", kind: "text", text: "139****7919" },
      { name: "check", kind: "term", term: "check.match-with-photo" },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "account", kind: "text", text: "0200*********0001" },
      { name: "channel", kind: "term", term: "channel.internet-bank" },
    ]);
  });

  test("5.7: is refused where it is not open, and once it was closed", () => {
    const desk = openEBankDesk();
    const refusal = { code: "e-bank.not-open", channel: "internet-bank" };
    desk.does(desk.openWapBank("k-1"));
    expect(desk.refusal(desk.closeInternetBank("c-1"))).toEqual(refusal);

    desk.does(desk.openInternetBank("k-1"));
    desk.does(desk.closeInternetBank("c-1"));
    expect(desk.refusal(desk.closeInternetBank("c-1"))).toEqual(refusal);
  });

  test("R17: is refused to anybody but the holder", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);

    expect(desk.refusal(desk.closeInternetBank("c-1", { identity: desk.identity("c-2") }))).toEqual(
      { code: "identity.mismatch" },
    );
    expect(desk.refusal(desk.closeInternetBank("c-1", { customer: "c-9" }))).toEqual({
      code: "customer.unknown",
    });
  });

  test("5.1: asks for no card, so that whoever lost hers can close it", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.formal("k-1"));

    expect(desk.preview(desk.closeInternetBank("c-1")).ok).toBe(true);
  });
});

describe("closing the account after a loss", () => {
  test("5.3: ends every channel of its cards, with password card and agreements", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.openWapBank("k-1"));
    desk.does(desk.openPhoneBank("k-1"));
    desk.does(desk.agreePayee("k-1", { name: "收款人", account: "6228480000000000001" }));
    desk.does(desk.issueCard("k-1"));
    const { id } = desk.liveCard("c-1");
    desk.does(desk.formal("k-1"));
    desk.at("2026-03-26 10:00:00");

    const { decision, batch } = desk.does(desk.close(desk.caseOf("k-1")));

    const closed = batch.entries.flatMap((entry) =>
      entry.type === "relations.closed" ? entry.relations : [],
    );
    expect(closed).toEqual(["r-1", "r-2", "r-3", "r-4"]);
    expect(desk.see("eBank", "c-1")).toMatchObject({ passwords: {}, payees: [] });
    expect(desk.see("passwordCard", id)).toMatchObject({
      life: "void",
      voidReason: "channel-closed",
    });
    expect(
      desk
        .books()
        .all("relation")
        .filter(({ status }) => status === "active"),
    ).toEqual([]);
    expect(decision.outcome.facts).toContainEqual(note("note.password-card-void"));
  });

  test("5.3: leaves channels alone that hang on another account's card", () => {
    const desk = openEBankDesk();
    desk.enter(2);
    desk.does(desk.openInternetBank("k-2"));
    desk.does(desk.formal("k-1"));
    desk.at("2026-03-26 10:00:00");

    desk.does(desk.close(desk.caseOf("k-1")));

    expect(desk.relationOf("c-2", "internet-bank")?.status).toBe("active");
    expect(Object.keys(desk.see("eBank", "c-2").passwords)).toEqual(["internet-bank"]);
  });
});
