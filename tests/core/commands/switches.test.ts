import { describe, expect, test } from "vitest";
import { openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

describe("closing a switch", () => {
  test("P24: is the teller's alone to do, on the document alone", () => {
    const desk = openEBankDeskFor();

    const { decision, batch } = desk.does(desk.closeSwitch("c-1", "e-commerce"));

    expect(decision.level).toBe("A0");
    expect(batch.approvers).toEqual([]);
    expect(batch.entries[0]).toEqual({
      type: "e-bank.switched",
      customer: "c-1",
      which: "e-commerce",
      on: false,
    });
    expect(decision.outcome.facts).toEqual([
      { name: "switch", kind: "term", term: "switch.e-commerce" },
      { name: "switchState", kind: "term", term: "switch-state.off" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "documentKind", kind: "term", term: "document.resident-id" },
      { name: "document", kind: "text", text: "110105********0017" },
      { name: "phone", kind: "text", text: "139****7919" },
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "account", kind: "text", text: "0200*********0001" },
      { name: "note", kind: "term", term: "note.switch-opens-at-branch" },
    ]);
  });

  test("P24: closes one of the two and leaves the other as it is", () => {
    const desk = openEBankDeskFor();

    desk.does(desk.closeSwitch("c-1", "outward-transfer"));

    expect(desk.see("eBank", "c-1").switches).toEqual({
      "e-commerce": true,
      "outward-transfer": false,
    });
    expect(desk.preview(desk.closeSwitch("c-1", "e-commerce")).ok).toBe(true);
  });

  test("P24: is refused of one that is off", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.closeSwitch("c-1", "e-commerce"));

    expect(desk.refusal(desk.closeSwitch("c-1", "e-commerce"))).toEqual({
      code: "e-bank.switch-already",
      which: "e-commerce",
      on: false,
    });
  });

  test("P24: serves whoever lost the registered card, and whoever has WAP bank only", () => {
    const lost = openEBankDeskFor();
    lost.does(lost.oral("k-1"));
    const wap = openEBankDesk();
    wap.does(wap.openWapBank("k-1"));

    expect(lost.preview(lost.closeSwitch("c-1", "e-commerce")).ok).toBe(true);
    expect(wap.preview(wap.closeSwitch("c-1", "e-commerce")).ok).toBe(true);
  });

  test("P24: is refused where nothing is open that it could close", () => {
    const desk = openEBankDesk();
    desk.does(desk.openPhoneBank("k-1"));

    expect(desk.refusal(desk.closeSwitch("c-1", "e-commerce"))).toEqual({
      code: "e-bank.not-open",
      channel: "internet-bank",
    });
  });

  test("P24: needs the customer's own document, read or typed", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    const ref = desk.read("resident-id", desk.see("customer", "c-1").documentNumber);
    const shown = (document: Parameters<typeof desk.closeSwitch>[2]) =>
      desk.refusal(desk.closeSwitch("c-1", "e-commerce", document));

    expect(shown({ document: desk.shown("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(shown({ document: { by: "reader", ref: "e-99999999" } })).toEqual({
      code: "evidence.unknown",
    });
    expect(shown({ document: { by: "reader", ref } })).toBeUndefined();
    expect(shown({ customer: "c-9" })).toEqual({ code: "customer.unknown" });
  });
});

describe("opening a switch", () => {
  test("P25: takes the holder with document and registered card, and a supervisor", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.closeSwitch("c-1", "outward-transfer"));
    const request = desk.openSwitch("k-1", "outward-transfer");
    expect(desk.run(request)).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.needed", level: "A2" },
    });

    const { decision } = desk.does(request);

    expect(desk.see("eBank", "c-1").switches["outward-transfer"]).toBe(true);
    expect(decision.outcome.facts.slice(0, 3)).toEqual([
      { name: "switch", kind: "term", term: "switch.outward-transfer" },
      { name: "switchState", kind: "term", term: "switch-state.on" },
      { name: "customer", kind: "text", text: "顾客1" },
    ]);
  });

  test("P25: is refused without the card in the reader, or with another's document", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    desk.does(desk.closeSwitch("c-1", "e-commerce"));
    const refusal = (over: Parameters<typeof desk.openSwitch>[2]) =>
      desk.refusal(desk.openSwitch("k-1", "e-commerce", over));

    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({})).toBeUndefined();
  });

  test("P25: is refused with another card of the customer's than the registered one", () => {
    const desk = openEBankDeskFor();
    desk.another(2);
    desk.does(desk.closeSwitch("c-1", "e-commerce"));

    expect(desk.refusal(desk.openSwitch("k-2", "e-commerce"))).toEqual({
      code: "e-bank.other-card-registered",
    });
  });

  test("5.3: is refused of one that is on already", () => {
    const desk = openEBankDeskFor();

    expect(desk.refusal(desk.openSwitch("k-1", "e-commerce"))).toEqual({
      code: "e-bank.switch-already",
      which: "e-commerce",
      on: true,
    });
  });

  test("5.3: is refused where nothing is open that it could serve", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.closeSwitch("c-1", "e-commerce"));
    desk.does(desk.closeInternetBank("c-1"));

    expect(desk.refusal(desk.openSwitch("k-1", "e-commerce"))).toEqual({
      code: "e-bank.not-open",
      channel: "internet-bank",
    });
  });

  test("L16: takes the new card once the registered one was replaced", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.closeSwitch("c-1", "e-commerce"));
    desk.does(desk.exchange("k-1"));
    desk.does(desk.activate("k-2"));

    desk.does(desk.openSwitch("k-2", "e-commerce"));

    expect(desk.see("eBank", "c-1").switches["e-commerce"]).toBe(true);
  });
});
