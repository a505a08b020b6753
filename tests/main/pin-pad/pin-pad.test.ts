import { beforeEach, describe, expect, test } from "vitest";
import { AccountId } from "#core/account/account.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { OneTimeCode } from "#core/sms/one-time-code.ts";
import { createEvidenceBox, type EvidenceBox } from "#main/evidence/evidence.ts";
import {
  bankPasswordVerifier,
  createPinPad,
  type PinPad,
  type PinQuestion,
  pinVerifier,
} from "#main/pin-pad/pin-pad.ts";

const pepper = new Uint8Array(32).fill(7);
const account = AccountId.parse("a-1");
const owner = {
  birthDate: businessDate("1990-01-05"),
  phone: "15400001234",
  identityNumber: "119999199001058888",
};
const customer = CustomerId.parse("c-1");
const number = "622202*********6788";
const verify: PinQuestion = { of: "card", account, number, purpose: "verify", owner };
const choose: PinQuestion = { ...verify, purpose: "new" };
const password: PinQuestion = { of: "e-bank", customer, number, purpose: "new", owner };

let evidence: EvidenceBox;
let pad: PinPad;
let shown: (DisplayView | undefined)[];

beforeEach(() => {
  evidence = createEvidenceBox(() => 0);
  shown = [];
  pad = createPinPad({
    isRightCode: (_code, digits) => digits === "314159",
    pepper,
    evidence,
    demonstration: false,
    onChange: () => shown.push(pad.display()),
  });
});

async function taken(asked: ReturnType<PinPad["ask"]>) {
  const reply = await asked;
  return reply.ok ? evidence.look(reply.value.ref) : reply.refusal;
}

describe("a PIN on the customer's keys (T24, K07)", () => {
  test("comes out as its keyed hash for this account, and the display rests again", async () => {
    const asked = pad.ask(verify);
    pad.enter("135246");

    expect(await taken(asked)).toEqual({
      type: "pin",
      account,
      purpose: "verify",
      verifier: pinVerifier(pepper, account, "135246"),
    });
    expect(shown).toEqual([
      {
        status: "pin",
        purpose: "verify",
        of: "card",
        number: "622202*********6788",
        demonstration: false,
      },
      undefined,
    ]);
  });

  test("looks different on another account, in another bank, and with another digit", () => {
    const here = pinVerifier(pepper, account, "135246");

    expect(pinVerifier(pepper, "a-2", "135246")).not.toBe(here);
    expect(pinVerifier(new Uint8Array(32), account, "135246")).not.toBe(here);
    expect(pinVerifier(pepper, account, "135247")).not.toBe(here);
    expect(here).not.toContain("135246");
  });

  test("is asked of one customer at a time", async () => {
    const first = pad.ask(verify);

    expect(await pad.ask(verify)).toEqual({ ok: false, refusal: { code: "pin-pad.busy" } });
    pad.enter("135246");
    expect(await first).toMatchObject({ ok: true });
    const second = pad.ask(verify);
    pad.enter("135246");
    expect(await second).toMatchObject({ ok: true });
  });

  test("is not given when the customer or the teller calls it off", async () => {
    const asked = pad.ask(choose);
    pad.enter("135246");
    pad.cancel();

    expect(await taken(asked)).toEqual({ code: "pin-pad.cancelled" });
    expect(pad.display()).toBeUndefined();
  });

  test("goes nowhere when nobody asked", () => {
    pad.enter("135246");
    pad.cancel();

    expect(pad.display()).toBeUndefined();
  });
});

describe("a new PIN (T24, W11)", () => {
  test("is typed twice alike", async () => {
    const asked = pad.ask(choose);
    pad.enter("135246");
    expect(pad.display()).toMatchObject({ purpose: "again" });
    pad.enter("135246");

    expect(await taken(asked)).toMatchObject({ verifier: pinVerifier(pepper, account, "135246") });
  });

  test("is begun anew when the second is another, and the first is forgotten", async () => {
    const asked = pad.ask(choose);
    pad.enter("135246");
    pad.enter("135247");
    expect(pad.display()).toMatchObject({ purpose: "new", problem: "different" });
    pad.enter("135247");
    expect(pad.display()).toMatchObject({ purpose: "again" });
    expect(pad.display()).not.toHaveProperty("problem");
    pad.enter("135247");

    expect(await taken(asked)).toMatchObject({ verifier: pinVerifier(pepper, account, "135247") });
  });

  test.each([
    ["111111", "repeats"],
    ["345678", "sequence"],
    ["900105", "birthday"],
    ["199001", "birthday"],
    ["058888", "identity-digits"],
    ["001234", "phone-digits"],
  ])("%s is not taken: %s", async (pin, problem) => {
    const asked = pad.ask(choose);
    pad.enter(pin);

    expect(pad.display()).toMatchObject({ purpose: "new", problem });
    pad.cancel();
    expect(await taken(asked)).toEqual({ code: "pin-pad.cancelled" });
  });

  test("that is weak may still be somebody's own from long ago", async () => {
    const asked = pad.ask(verify);
    pad.enter("111111");

    expect(await asked).toMatchObject({ ok: true });
  });
});

describe("a login password for electronic banking (R16)", () => {
  test("is typed twice, and comes out as its keyed hash for this customer", async () => {
    const asked = pad.ask(password);
    expect(pad.display()).toMatchObject({ of: "e-bank", purpose: "new" });
    pad.enter("862753");
    expect(pad.display()).toMatchObject({ of: "e-bank", purpose: "again" });
    pad.enter("862753");

    expect(await taken(asked)).toEqual({
      type: "bank-password",
      customer,
      verifier: bankPasswordVerifier(pepper, customer, "862753"),
    });
  });

  test("is not taken where it is weak, as a PIN is not", async () => {
    const asked = pad.ask(password);
    pad.enter("345678");

    expect(pad.display()).toMatchObject({ of: "e-bank", purpose: "new", problem: "sequence" });
    pad.cancel();
    expect(await taken(asked)).toEqual({ code: "pin-pad.cancelled" });
  });

  test("looks different with another customer, in another bank, and from a PIN", () => {
    const here = bankPasswordVerifier(pepper, customer, "862753");

    expect(bankPasswordVerifier(pepper, "c-2", "862753")).not.toBe(here);
    expect(bankPasswordVerifier(new Uint8Array(32), customer, "862753")).not.toBe(here);
    expect(bankPasswordVerifier(pepper, customer, "862754")).not.toBe(here);
    expect(pinVerifier(pepper, customer, "862753")).not.toBe(here);
    expect(here).not.toContain("862753");
  });
});

describe("a code that came by message, on the customer's keys (E11)", () => {
  const code = OneTimeCode.parse({
    ...{ id: "s-1", customer: "c-1", to: "13900005678", purpose: "e-pay.enrol" },
    ...{ binding: "a".repeat(64), nonce: "b".repeat(32), wrong: 0, status: "open" },
    ...{ issuedAt: 0, expiresAt: 300_000 },
  });
  const nobody = { birthDate: undefined, phone: undefined, identityNumber: undefined };
  const question: PinQuestion = {
    ...{ of: "sms-code", code, purpose: "verify", number: "139****5678", owner: nobody },
  };

  test("comes out as right or not for that code, and its digits are kept nowhere", async () => {
    const right = pad.ask(question);
    pad.enter("314159");
    expect(await taken(right)).toEqual({ type: "sms-code", code: "s-1", isRight: true });

    const wrong = pad.ask(question);
    pad.enter("314158");
    expect(await taken(wrong)).toEqual({ type: "sms-code", code: "s-1", isRight: false });
  });

  test("is asked for with what it is good for, and once alone", async () => {
    const asked = pad.ask(question);

    expect(pad.display()).toMatchObject({
      ...{ of: "sms-code", purpose: "verify", codeFor: "e-pay.enrol", number: "139****5678" },
    });
    pad.enter("000000");
    expect(pad.display()).toBeUndefined();
    await asked;
  });

  test("is called off by the customer without an answer", async () => {
    const asked = pad.ask(question);
    pad.cancel();

    expect(await taken(asked)).toEqual({ code: "pin-pad.cancelled" });
  });
});
