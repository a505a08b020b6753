import { describe, expect, test } from "vitest";
import { FIRST_USB_KEY, openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

const SECOND_USB_KEY = "060000000002";
const note = (term: string) => ({ name: "note", kind: "term", term });

describe("issuing a U盾", () => {
  test("R19, V02: takes a supervisor and the next piece of the box, and hangs it on the card", () => {
    const desk = openEBankDeskFor();

    const { decision, batch } = desk.does(desk.issueUsbKey("k-1"));

    expect(decision.level).toBe("A2");
    expect(batch.entries.map(({ type }) => type)).toEqual([
      "piece.taken",
      "relation.bound",
      "money.posted",
      "authorisation.spent",
      "slip.issued",
    ]);
    expect(desk.see("piece", `usb-key:${FIRST_USB_KEY}`)).toMatchObject({
      status: "used",
      customer: "c-1",
      teller: "0001",
    });
    expect(desk.see("stock", "usb-key:0001").ranges[0]?.first).toBe(SECOND_USB_KEY);
    expect(desk.relationOf("c-1", "usb-key")).toMatchObject({
      id: "r-2",
      card: "k-1",
      label: FIRST_USB_KEY,
    });
  });

  test("P39: says that a U盾 has no limit, and what it is", () => {
    const desk = openEBankDeskFor();

    const { decision } = desk.does(desk.issueUsbKey("k-1"));

    expect(decision.outcome.facts).toEqual([
      { name: "action", kind: "term", term: "action.issue" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "documentKind", kind: "term", term: "document.resident-id" },
      { name: "document", kind: "text", text: "110105********0017" },
      { name: "phone", kind: "text", text: "139****7919" },
      { name: "check", kind: "term", term: "check.match-with-photo" },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "account", kind: "text", text: "0200*********0001" },
      { name: "usbKey", kind: "text", text: FIRST_USB_KEY },
      { name: "fee", kind: "money", amount: 60_00 },
      { name: "feePayment", kind: "term", term: "fee.cash" },
      { name: "feeKind", kind: "term", term: "fee-kind.usb-key" },
      { name: "feeSince", kind: "date", date: "2006-01-01" },
      note("note.usb-key-no-limit"),
    ]);
  });

  test("5.3: voids the password card in the same posting", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));
    const { id, serial } = desk.liveCard("c-1");

    const { batch, decision } = desk.does(desk.issueUsbKey("k-1"));

    expect(batch.entries).toContainEqual({
      type: "password-card.voided",
      passwordCard: id,
      reason: "usb-key",
      returned: false,
    });
    expect(desk.see("passwordCard", id)).toMatchObject({ life: "void", voidReason: "usb-key" });
    expect(desk.relationOf("c-1", "password-card")).toBeUndefined();
    expect(desk.relationOf("c-1", "usb-key")?.label).toBe(FIRST_USB_KEY);
    expect(decision.outcome.facts).toContainEqual({
      name: "oldPasswordCard",
      kind: "text",
      text: serial,
    });
    expect(decision.outcome.facts).toContainEqual(note("note.password-card-void"));
  });

  test("P31: bars a password card from then on, until it is cancelled", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));
    expect(desk.refusal(desk.issueCard("k-1"))).toEqual({ code: "password-card.usb-key-held" });

    desk.does(desk.cancelUsbKey("c-1"));

    expect(desk.refusal(desk.issueCard("k-1"))).toBeUndefined();
  });

  test("5.3: is refused to whoever has one", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));

    expect(desk.refusal(desk.issueUsbKey("k-1"))).toEqual({ code: "e-bank.usb-key-held" });
  });

  test("P31: needs an open internet bank; WAP bank alone will not do", () => {
    const desk = openEBankDesk();
    desk.does(desk.openWapBank("k-1"));

    expect(desk.refusal(desk.issueUsbKey("k-1"))).toEqual({
      code: "e-bank.not-open",
      channel: "internet-bank",
    });
  });

  test("P31: needs the registered card and no other of the customer's", () => {
    const desk = openEBankDeskFor();
    desk.another(2);

    expect(desk.refusal(desk.issueUsbKey("k-2"))).toEqual({
      code: "e-bank.other-card-registered",
    });
  });

  test("V02: is refused with a piece that is not next, and from an empty box", () => {
    const desk = openEBankDeskFor();

    expect(desk.refusal(desk.issueUsbKey("k-1", { serial: SECOND_USB_KEY }))).toEqual({
      code: "voucher.not-next",
      next: FIRST_USB_KEY,
    });
    expect(desk.refusal(desk.issueUsbKey("k-1", { serial: "059999999999" }))).toEqual({
      code: "voucher.not-next",
      next: FIRST_USB_KEY,
    });
    desk.seat("0002");
    expect(desk.refusal(desk.issueUsbKey("k-1", { serial: FIRST_USB_KEY }))).toEqual({
      code: "voucher.box-empty",
      kind: "usb-key",
    });
  });

  test("R19: counts a wrong PIN, and takes no piece", () => {
    const desk = openEBankDeskFor();

    expect(desk.run(desk.issueUsbKey("k-1", { pin: desk.pin("a-1", "000001") }))).toMatchObject({
      ok: false,
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);
    expect(desk.nextPiece("usb-key")).toBe(FIRST_USB_KEY);
  });

  test("C07: takes its fee from an account that has it to the last fen, and from no other", () => {
    const rich = openEBankDeskFor({ balance: 60_00 });
    const poor = openEBankDeskFor({ balance: 59_99 });

    rich.does(rich.issueUsbKey("k-1", { fee: "account" }));

    expect(rich.see("account", "a-1").balance).toBe(0);
    expect(poor.refusal(poor.issueUsbKey("k-1", { fee: "account" }))).toEqual({
      code: "fee.account-cannot-pay",
    });
  });
});

describe("replacing a U盾", () => {
  test("V02: ends the old one and takes the next piece, without a PIN", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));

    const { decision, batch } = desk.does(desk.replaceUsbKey("k-1"));

    expect(decision.level).toBe("A2");
    expect(batch.entries.slice(0, 3)).toMatchObject([
      { type: "relations.closed", relations: ["r-2"] },
      { type: "piece.taken" },
      { type: "relation.bound", relation: { id: "r-3", label: SECOND_USB_KEY } },
    ]);
    expect(desk.relationOf("c-1", "usb-key")?.label).toBe(SECOND_USB_KEY);
    expect(decision.outcome.facts).toContainEqual(note("note.old-usb-key-ended"));
    expect(decision.outcome.facts).toContainEqual(note("note.usb-key-handed-in"));
    expect(desk.see("branchBalance", "fee-income").balance).toBe(120_00);
  });

  test("5.7: is refused to whoever has none", () => {
    const desk = openEBankDeskFor();

    expect(desk.refusal(desk.replaceUsbKey("k-1"))).toEqual({ code: "e-bank.no-usb-key" });
  });

  test("P23: is refused with another card, another's document and a piece out of turn", () => {
    const desk = openEBankDeskFor();
    desk.another(2);
    desk.enter(3);
    desk.does(desk.issueUsbKey("k-1"));

    expect(desk.refusal(desk.replaceUsbKey("k-2"))).toEqual({
      code: "e-bank.other-card-registered",
    });
    expect(desk.refusal(desk.replaceUsbKey("k-1", { identity: desk.identity("c-3") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.replaceUsbKey("k-1", { serial: "060000000003" }))).toEqual({
      code: "voucher.not-next",
      next: SECOND_USB_KEY,
    });
  });
});

describe("cancelling a U盾", () => {
  test("5.7: takes the holder's document and a supervisor, and no card", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));
    desk.does(desk.formal("k-1"));

    const { decision } = desk.does(desk.cancelUsbKey("c-1"));

    expect(decision.level).toBe("A2");
    expect(desk.relationOf("c-1", "usb-key")).toBeUndefined();
    expect(decision.outcome.facts).toContainEqual({
      name: "usbKey",
      kind: "text",
      text: FIRST_USB_KEY,
    });
    expect(decision.outcome.facts.slice(-5)).toEqual([
      { name: "limitSingle", kind: "money", amount: 300_00 },
      { name: "limitDay", kind: "money", amount: 1_000_00 },
      note("note.usb-key-ended"),
      note("note.usb-key-handed-in"),
      note("note.without-usb-key"),
    ]);
  });

  test("5.7: is refused to whoever has none, and to anybody but the holder", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    expect(desk.refusal(desk.cancelUsbKey("c-1"))).toEqual({ code: "e-bank.no-usb-key" });

    desk.does(desk.issueUsbKey("k-1"));
    expect(desk.refusal(desk.cancelUsbKey("c-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.cancelUsbKey("c-1", { customer: "c-9" }))).toEqual({
      code: "customer.unknown",
    });
  });
});
