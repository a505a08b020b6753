import { describe, expect, test } from "vitest";
import { openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { bankVerifier } from "#tests/support/e-bank-requests.ts";

const limitsOf = (facts: readonly { readonly name: string }[]) =>
  facts.filter(({ name }) => name === "limitSingle" || name === "limitDay");

describe("WAP bank", () => {
  test("R19: opens on the registered card with a password of its own, before a supervisor", () => {
    const desk = openEBankDeskFor();

    const { decision } = desk.does(
      desk.openWapBank("k-1", { password: desk.bankPassword("c-1", "975310") }),
    );

    expect(decision.level).toBe("A2");
    expect(desk.relationOf("c-1", "wap-bank")).toMatchObject({
      id: "r-2",
      card: "k-1",
      label: "手机银行（WAP）",
    });
    expect(desk.see("eBank", "c-1").passwords).toEqual({
      "internet-bank": bankVerifier("c-1", "802461"),
      "wap-bank": bankVerifier("c-1", "975310"),
    });
  });

  test("P09: hangs on the card that the internet bank hangs on, and on no other", () => {
    const desk = openEBankDeskFor();
    desk.another(2);

    expect(desk.refusal(desk.openWapBank("k-2"))).toEqual({
      code: "e-bank.other-card-registered",
    });
    expect(desk.preview(desk.openWapBank("k-1")).ok).toBe(true);
  });

  test("P09: opens without an internet bank, on any card of the customer's in use", () => {
    const desk = openEBankDesk();
    desk.another(2);

    desk.does(desk.openWapBank("k-2"));

    expect(desk.relationOf("c-1", "wap-bank")?.card).toBe("k-2");
  });

  test("5.7: is refused where it is open already", () => {
    const desk = openEBankDesk();
    desk.does(desk.openWapBank("k-1"));

    expect(desk.refusal(desk.openWapBank("k-1"))).toEqual({
      code: "e-bank.already-open",
      channel: "wap-bank",
    });
  });

  test("P38, P40: begins with the limits of a static password, and with a card's where there is one", () => {
    const plain = openEBankDesk();
    const withCard = openEBankDeskFor();
    withCard.does(withCard.issueCard("k-1"));

    const { outcome } = plain.does(plain.openWapBank("k-1")).decision;
    const { outcome: better } = withCard.does(withCard.openWapBank("k-1")).decision;

    expect(limitsOf(outcome.facts)).toEqual([
      { name: "limitSingle", kind: "money", amount: 300_00 },
      { name: "limitDay", kind: "money", amount: 1_000_00 },
    ]);
    expect(limitsOf(better.facts)).toEqual([
      { name: "limitSingle", kind: "money", amount: 1_000_00 },
      { name: "limitDay", kind: "money", amount: 5_000_00 },
    ]);
  });

  test("P39: has no limit where there is a U盾", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueUsbKey("k-1"));

    const { facts } = desk.does(desk.openWapBank("k-1")).decision.outcome;

    expect(limitsOf(facts)).toEqual([]);
    expect(facts).toContainEqual({ name: "note", kind: "term", term: "note.usb-key-no-limit" });
  });

  test("P09: closes without touching the internet bank or the password card of both", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.openWapBank("k-1"));
    desk.does(desk.issueCard("k-1"));

    const { decision } = desk.does(desk.closeWapBank("c-1"));

    expect(decision.level).toBe("A2");
    expect(desk.relationOf("c-1", "wap-bank")).toBeUndefined();
    expect(desk.relationOf("c-1", "internet-bank")?.status).toBe("active");
    expect(desk.liveCard("c-1").life).toBe("issued-inactive");
    expect(Object.keys(desk.see("eBank", "c-1").passwords)).toEqual(["internet-bank"]);
    expect(decision.outcome.facts).toContainEqual({
      name: "channel",
      kind: "term",
      term: "channel.wap-bank",
    });
  });

  test("5.7: is not closed where it is not open, nor by anybody but the holder", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    expect(desk.refusal(desk.closeWapBank("c-1"))).toEqual({
      code: "e-bank.not-open",
      channel: "wap-bank",
    });

    desk.does(desk.openWapBank("k-1"));
    expect(desk.refusal(desk.closeWapBank("c-1", { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
  });
});
