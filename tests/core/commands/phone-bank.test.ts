import { describe, expect, test } from "vitest";
import { cardNumber } from "#tests/main/ledger/invented.ts";
import { openEBankDesk } from "#tests/support/e-bank-desk.ts";
import type { Holder } from "#tests/support/loss-desk.ts";

const payee = { name: "收款人", account: "6228480000000000001" };

/** A desk with the telephone bank of c-1 open on k-1. */
function openPhoneDesk(holder: Holder = {}) {
  const desk = openEBankDesk(holder);
  desk.does(desk.openPhoneBank("k-1"));
  return desk;
}

describe("the telephone bank", () => {
  test("R19: opens before a supervisor only, with card, PIN and a password of its own", () => {
    const desk = openEBankDesk();
    const request = desk.openPhoneBank("k-1");
    expect(desk.run(request)).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.needed", level: "A2" },
    });
    expect(desk.refusal(desk.openPhoneBank("k-1", { pin: desk.pin("a-1", "000001") }))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });

    const { decision } = desk.does(request);

    expect(desk.relationOf("c-1", "phone-bank")?.label).toBe("电话银行");
    expect(Object.keys(desk.see("eBank", "c-1").passwords)).toEqual(["phone-bank"]);
    expect(decision.outcome.facts.map(({ name }) => name)).not.toContain("limitSingle");
  });

  test("5.7: is refused where it is open, and not closed where it is not", () => {
    const desk = openEBankDesk();
    expect(desk.refusal(desk.closePhoneBank("c-1"))).toEqual({
      code: "e-bank.not-open",
      channel: "phone-bank",
    });

    desk.does(desk.openPhoneBank("k-1"));
    expect(desk.refusal(desk.openPhoneBank("k-1"))).toEqual({
      code: "e-bank.already-open",
      channel: "phone-bank",
    });
  });

  test("R19: ends its agreements when it closes, so that the next opening revives none", () => {
    const desk = openPhoneDesk();
    desk.does(desk.agreePayee("k-1", payee));

    const { decision } = desk.does(desk.closePhoneBank("c-1"));
    desk.does(desk.openPhoneBank("k-1"));

    expect(decision.level).toBe("A2");
    expect(desk.see("eBank", "c-1").payees).toEqual([]);
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.agreements-ended",
    });
  });

  test("5.3: closes without a word of agreements where there are none", () => {
    const desk = openPhoneDesk();

    const { decision } = desk.does(desk.closePhoneBank("c-1"));

    expect(decision.outcome.facts.filter(({ name }) => name === "note")).toEqual([]);
  });
});

describe("agreeing on a payee", () => {
  test("R19: takes the holder with card and PIN, and a supervisor", () => {
    const desk = openPhoneDesk();

    const { decision } = desk.does(desk.agreePayee("k-1", payee));

    expect(decision.level).toBe("A2");
    expect(desk.see("eBank", "c-1").payees).toEqual([payee]);
    expect(decision.outcome.facts.slice(-4)).toEqual([
      { name: "channel", kind: "term", term: "channel.phone-bank" },
      { name: "payee", kind: "text", text: "收款人" },
      // In full, so that she can check what she signs.
      { name: "payeeAccount", kind: "text", text: payee.account },
      { name: "note", kind: "term", term: "note.never-tell-password" },
    ]);
  });

  test("R19: counts a wrong PIN and agrees on nobody", () => {
    const desk = openPhoneDesk();
    const wrong = { pin: desk.pin("a-1", "000001") };

    expect(desk.refusal(desk.agreePayee("k-1", payee, wrong))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);
    expect(desk.see("eBank", "c-1").payees).toEqual([]);
  });

  test("5.7: is refused where the telephone bank is not open, or hangs on another card", () => {
    const closed = openEBankDesk();
    const desk = openPhoneDesk();
    desk.another(2);

    expect(closed.refusal(closed.agreePayee("k-1", payee))).toEqual({
      code: "e-bank.not-open",
      channel: "phone-bank",
    });
    expect(desk.refusal(desk.agreePayee("k-2", payee))).toEqual({
      code: "e-bank.other-card-registered",
    });
  });

  test("5.7: is refused twice for one account, under whatever name", () => {
    const desk = openPhoneDesk();
    desk.does(desk.agreePayee("k-1", payee));

    expect(desk.refusal(desk.agreePayee("k-1", { ...payee, name: "另一人" }))).toEqual({
      code: "e-bank.payee-known",
    });
  });

  test("R19: takes twenty payees and not one more, until one is ended", () => {
    const desk = openPhoneDesk();
    const agreed = (number: number) => ({
      name: "收款人",
      account: `62284800000000001${String(number).padStart(2, "0")}`,
    });
    const nineteen = Array.from({ length: 19 }, (_, index) => agreed(index + 1));
    desk.post(
      nineteen.map((one) => ({ type: "e-bank.payee-agreed", customer: "c-1", payee: one })),
    );

    desk.does(desk.agreePayee("k-1", agreed(20)));
    expect(desk.refusal(desk.agreePayee("k-1", agreed(21)))).toEqual({
      code: "e-bank.payees-full",
    });

    desk.does(desk.endAgreement("c-1", agreed(7).account));
    expect(desk.refusal(desk.agreePayee("k-1", agreed(21)))).toBeUndefined();
  });

  test("R17: of ours goes by the owner's name, by account or by card number", () => {
    const desk = openPhoneDesk();
    desk.enter(2);
    const { number } = desk.see("account", "a-2");
    const refusal = (name: string, account: string) =>
      desk.refusal(desk.agreePayee("k-1", { name, account }));

    expect(refusal("顾客2", number)).toBeUndefined();
    expect(refusal("顾客2", cardNumber(2))).toBeUndefined();
    expect(refusal("冒名人", number)).toEqual({ code: "e-bank.payee-name-differs" });
    expect(refusal("冒名人", cardNumber(2))).toEqual({ code: "e-bank.payee-name-differs" });
  });

  test("5.7: is never the paying account itself, nor one that is closed", () => {
    const desk = openPhoneDesk();
    desk.enter(2, { account: { life: "closed" } });
    const { number: own } = desk.see("account", "a-1");
    const { number: closed } = desk.see("account", "a-2");

    expect(desk.refusal(desk.agreePayee("k-1", { name: "顾客1", account: own }))).toEqual({
      code: "e-bank.same-account",
    });
    expect(desk.refusal(desk.agreePayee("k-1", { name: "顾客1", account: cardNumber(1) }))).toEqual(
      { code: "e-bank.same-account" },
    );
    expect(desk.refusal(desk.agreePayee("k-1", { name: "顾客2", account: closed }))).toEqual({
      code: "account.closed",
    });
  });

  test("L20: may be a replaced card's old number, unless the bank lets none follow it", () => {
    const desk = openPhoneDesk();
    desk.enter(2);
    desk.does(desk.exchange("k-2"));
    const old = { name: "顾客2", account: cardNumber(2) };

    expect(desk.refusal(desk.agreePayee("k-1", old))).toBeUndefined();
    desk.set({ creditsFollowOldNumber: false });
    expect(desk.refusal(desk.agreePayee("k-1", old))).toEqual({ code: "account.unknown" });
  });
});

describe("ending an agreement", () => {
  test("R19: takes the holder's document and a supervisor, and ends that one only", () => {
    const desk = openPhoneDesk();
    const other = { name: "另一人", account: "6228480000000000002" };
    desk.does(desk.agreePayee("k-1", payee));
    desk.does(desk.agreePayee("k-1", other));

    const { decision } = desk.does(desk.endAgreement("c-1", payee.account));

    expect(decision.level).toBe("A2");
    expect(desk.see("eBank", "c-1").payees).toEqual([other]);
    expect(decision.outcome.facts).toContainEqual({
      name: "payeeAccount",
      kind: "text",
      text: "6228***********0001",
    });
  });

  test("5.7: is refused of an account that nobody agreed on", () => {
    const desk = openPhoneDesk();
    desk.does(desk.agreePayee("k-1", payee));

    expect(desk.refusal(desk.endAgreement("c-1", "6228480000000000002"))).toEqual({
      code: "e-bank.payee-unknown",
    });
  });

  test("5.7: is refused where the telephone bank is not open, and to anybody but the holder", () => {
    const closed = openEBankDesk();
    const desk = openPhoneDesk();
    desk.enter(2);
    desk.does(desk.agreePayee("k-1", payee));

    expect(closed.refusal(closed.endAgreement("c-1", payee.account))).toEqual({
      code: "e-bank.not-open",
      channel: "phone-bank",
    });
    expect(
      desk.refusal(desk.endAgreement("c-1", payee.account, { identity: desk.identity("c-2") })),
    ).toEqual({ code: "identity.mismatch" });
  });
});
