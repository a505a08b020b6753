import type { z } from "zod";
import { parsePan } from "#core/card/pan.ts";
import { codeAtCounter } from "#core/commands/codes-at-counter.ts";
import { issueCode } from "#core/commands/one-time-codes.ts";
import { CounterCode } from "#core/contract/sms-view.ts";
import { known } from "#core/kernel/assert.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import { openEBankDesk } from "#tests/support/e-bank-desk.ts";
import type { Holder } from "#tests/support/loss-desk.ts";

type Over<C extends "7001" | "7002"> = Partial<RawInput<C>>;
type Resume = Extract<RawInput<"7003">, { readonly action: "resume" }>;
type ReBind = Extract<RawInput<"7005">, { readonly action: "re-bind" }>;

/** The reserved telephone of the plain customer c-1. */
export const RESERVED = "13900000001";

/** A card number of ours with these last six digits, another one for each `seed` of three digits. */
export function panEnding(lastSix: string, seed: string): string {
  const tried = Array.from({ length: 10 }, (_, digit) => `622202${seed}${digit}000${lastSix}`);
  return known(
    tried.find((digits) => parsePan(digits).ok),
    "one digit in ten makes the check digit right",
  );
}

/** The desk of electronic banking with everything that e支付 asks for at the counter. */
export function openEPayDesk(holder: Holder = {}) {
  const desk = openEBankDesk({
    ...holder,
    customer: { phone: RESERVED, ...holder.customer },
  });
  const { post, see, books, context, keep, swipe, pin, shown } = desk;
  type Keep = Parameters<typeof keep>[0];
  const identity = (customer: string) =>
    ({ document: shown(customer), check: "match-with-photo" }) as const;
  const signed = true as const;

  /** A code as the counter sends it, issued a nonce of its own; returns what the pad would say of it. */
  function code(asked: z.input<typeof CounterCode>, isRight = true): string {
    const request = codeAtCounter(CounterCode.parse(asked), books());
    const meant = known(request.ok ? request.value : undefined, `${asked.purpose} may be sent`);
    const nonce = String(books().count("oneTimeCode")).padStart(32, "0");
    const { code: issued, entries } = issueCode(meant, nonce, context());
    post(entries);
    return keep({ type: "sms-code", code: issued.id, isRight } as Keep); // The brand is the pattern.
  }

  const enrol = (card: string, over: Over<"7001"> = {}): RawRequest => {
    const { customer, account } = see("card", card);
    const phone = over.phone ?? RESERVED;
    const asked = { purpose: "e-pay.enrol", customer, card, phone } as const;
    const isReserved = phone === see("customer", customer).phone;
    return {
      code: "7001",
      input: {
        ...{ card, swipe: swipe(card), pin: pin(account), identity: identity(customer) },
        ...{ alias: "购物卡", phone, agreement: "2014-07", signed },
        code: over.code ?? (isReserved ? code(asked) : "e-00000000"),
        ...over,
      },
    };
  };
  const of = (enrolment: string) => see("ePay", enrolment).customer;
  return {
    ...desk,
    code,
    enrol,
    limit: (enrolment: string, over: Over<"7002"> = {}): RawRequest => ({
      code: "7002",
      input: {
        ...{ enrolment, single: 1_000_00, day: 2_000_00 },
        ...{ identity: identity(of(enrolment)), signed, ...over },
      },
    }),
    suspend: (enrolment: string, channel: "counter" | "phone" = "counter"): RawRequest => ({
      code: "7003",
      input: { action: "suspend", enrolment, channel, document: shown(of(enrolment)) },
    }),
    resume: (enrolment: string, over: Partial<Resume> = {}): RawRequest => ({
      code: "7003",
      input: {
        ...{ action: "resume", enrolment, identity: identity(of(enrolment)), signed },
        ...over,
      },
    }),
    cancel: (enrolment: string): RawRequest => ({
      code: "7004",
      input: { enrolment, identity: identity(of(enrolment)), signed },
    }),
    rename: (enrolment: string, alias: string): RawRequest => ({
      code: "7005",
      input: { action: "rename", enrolment, alias, identity: identity(of(enrolment)), signed },
    }),
    reBind: (enrolment: string, phone: string, over: Partial<ReBind> = {}): RawRequest => ({
      code: "7005",
      input: {
        ...{ action: "re-bind", enrolment, phone, identity: identity(of(enrolment)), signed },
        code: over.code ?? code({ purpose: "phone-change", customer: of(enrolment), phone }),
        ...over,
      },
    }),
    /** The templates of the messages that wait, each with where it goes. */
    messages: () =>
      books()
        .all("message")
        .map(({ template, to }) => `${template} ${to}`),
  };
}
export type EPayDesk = ReturnType<typeof openEPayDesk>;

/** The same with k-1 of c-1 enrolled as ep-1. */
export function openEPayDeskFor(holder: Holder = {}): EPayDesk {
  const desk = openEPayDesk(holder);
  desk.does(desk.enrol("k-1"));
  return desk;
}
