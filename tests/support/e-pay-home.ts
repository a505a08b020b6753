import type { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { applyForEPay, confirmEnrolment, mayApply } from "#core/commands/online/e-pay/enrol.ts";
import {
  askOwnCode,
  cancelOwn,
  enterOwn,
  lowerLimits,
  type OwnPurpose,
  renameOwn,
  resumeOwn,
  suspendOwn,
} from "#core/commands/online/e-pay/own.ts";
import { askByEPay, payByEPay } from "#core/commands/online/e-pay/pay.ts";
import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import { OutgoingOrder } from "#core/e-bank/payment.ts";
import { EPayId } from "#core/e-pay/e-pay.ts";
import type { EPayRules } from "#core/e-pay/rules.ts";
import { Phone } from "#core/identity/phone.ts";
import { fen } from "#core/money/fen.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import { cardNumber, phoneNumber } from "#tests/main/ledger/invented.ts";
import { PIN, verifier } from "#tests/support/loss-requests.ts";
import {
  digitsOf,
  type OnlineDesk,
  openOnlineDesk,
  type Reply,
} from "#tests/support/online-desk.ts";

type RawOutgoing = z.input<typeof OutgoingOrder>;

/** The enrolment that everything here is about, of c-1 with k-1 and a-1. */
export const ENROLMENT = EPayId.parse("ep-1");
/** Her telephone at the beginning, and the last six digits of her card. */
export const PHONE = phoneNumber(1);
export const LAST_SIX = cardNumber(1).slice(-6);
export const AGREEMENT = "2014-07";

/** How a customer types who she is; her own telephone and digits without a word. */
export interface Typing {
  readonly phone?: string;
  readonly lastSix?: string;
}

const identifierOf = ({ phone = PHONE, lastSix = LAST_SIX }: Typing) => ({
  phone: Phone.parse(phone),
  lastSix,
});

/** A branch in memory where c-1 and c-2 have accounts, and nobody is enrolled. */
export function openEPayDesk(balance = 8_000_00) {
  const desk = openOnlineDesk();
  desk.enter(1, { balance });
  desk.enter(2, { balance: 1_000_00 });
  return { ...desk, ...ownAt(desk), ...payingAt(desk), ...enrolmentAt(desk) };
}
export type EPayDesk = ReturnType<typeof openEPayDesk>;

/** The same with c-1 enrolled by telephone and card k-1, with the limits of a new enrolment. */
export function openEnrolled(balance?: number, rules: Partial<EPayRules> = {}): EPayDesk {
  const desk = openEPayDesk(balance);
  desk.setEPay(rules);
  desk.enrolled();
  return desk;
}

const asking =
  (desk: OnlineDesk) =>
  <O>(rule: (context: OnlineContext) => OnlineResult<O>): Reply<O> =>
    desk.runOnline({ channel: "e-pay" }, rule);

/** The latest code that was sent, and its digits. */
function codesAt(desk: OnlineDesk) {
  const latest = () => OneTimeCodeId.parse(`s-${Math.max(1, desk.books().count("oneTimeCode"))}`);
  return { latest, rightDigits: (code = latest()) => digitsOf(code) };
}

function payingAt(desk: OnlineDesk) {
  const ask = asking(desk);
  const { latest } = codesAt(desk);
  const asks = (order: RawOutgoing, typing: Typing = {}) =>
    ask((at) =>
      askByEPay({ identifier: identifierOf(typing), order: OutgoingOrder.parse(order) }, at),
    );
  const answers = (
    order: RawOutgoing,
    {
      code = latest(),
      digits = digitsOf(code),
      ...typing
    }: Typing & {
      readonly code?: string;
      readonly digits?: string;
    } = {},
  ) => {
    const typed = { code: OneTimeCodeId.parse(code), digits };
    const identifier = identifierOf(typing);
    return ask((at) => payByEPay({ identifier, order: OutgoingOrder.parse(order), typed }, at));
  };
  return {
    ...{ asks, answers, latestCode: latest },
    /** Asks and answers rightly. */
    pays(order: RawOutgoing, typing: Typing = {}) {
      const asked = asks(order, typing);
      return asked.ok ? answers(order, typing) : asked;
    },
  };
}

function ownAt(desk: OnlineDesk) {
  const ask = asking(desk);
  const { latest, rightDigits } = codesAt(desk);
  const typedCode = (digits?: string) => ({ code: latest(), digits: digits ?? rightDigits() });
  return {
    asksCode: (purpose: OwnPurpose, typing: Typing = {}) =>
      ask((at) => askOwnCode({ purpose, identifier: identifierOf(typing) }, at)),
    enters: (digits?: string, typing: Typing = {}) =>
      ask((at) => enterOwn({ identifier: identifierOf(typing), typed: typedCode(digits) }, at)),
    resumes: (digits?: string, typing: Typing = {}) =>
      ask((at) => resumeOwn({ identifier: identifierOf(typing), typed: typedCode(digits) }, at)),
    suspends: (typing: Typing = {}) => ask((at) => suspendOwn(identifierOf(typing), at)),
    lowers: (single: number, day: number) =>
      ask((at) =>
        lowerLimits({ id: ENROLMENT, limits: { single: fen(single), day: fen(day) } }, at),
      ),
    renames: (alias: string) => ask((at) => renameOwn({ id: ENROLMENT, alias }, at)),
    cancels: () => ask((at) => cancelOwn(ENROLMENT, at)),
    enrolment: (id: string = ENROLMENT) => desk.see("ePay", id),
  };
}

/** What somebody types to enrol; c-1's own without a word. */
export interface Wishing {
  readonly phone?: string;
  readonly number?: string;
  readonly alias?: string;
  readonly agreement?: string;
  readonly pin?: string;
}

function enrolmentAt(desk: OnlineDesk) {
  const ask = asking(desk);
  const { latest, rightDigits } = codesAt(desk);
  const wishOf = ({ phone = PHONE, number = cardNumber(1), alias = "工资卡", ...of }: Wishing) => ({
    ...{ phone: Phone.parse(phone), number, alias },
    agreement: of.agreement ?? AGREEMENT,
  });
  const applies = (wishing: Wishing = {}, account = "a-1") => {
    const keyed = verifier(account, wishing.pin ?? PIN);
    const pin = { type: "pin", purpose: "verify", verifier: keyed } as const;
    const taken = { ...pin, account: AccountId.parse(account) };
    return ask((at) => applyForEPay(wishOf(wishing), taken, at));
  };
  const confirms = (digits?: string, enrolment: string = ENROLMENT) => {
    const typed = { code: latest(), digits: digits ?? rightDigits() };
    return ask((at) => confirmEnrolment({ enrolment: EPayId.parse(enrolment), typed }, at));
  };
  return {
    ...{ applies, confirms },
    /** What is said before the PIN is asked for. */
    mayApply: (wishing: Wishing = {}) =>
      ask((at) => {
        const may = mayApply(wishOf(wishing), at);
        return may.ok ? { ok: true, value: { entries: [], outcome: "may", facts: [] } } : may;
      }),
    enrolled(): void {
      applies();
      const reply = confirms();
      if (!reply.ok) throw new Error(`not enrolled: ${reply.refusal.code}`);
      desk.pass(60_000);
    },
    setEPay: (changed: Partial<EPayRules>): void =>
      desk.set({ ePay: { ...desk.context().parameters.ePay, ...changed } }),
    /** 2004 at the counter: another telephone is reserved, and the enrolment goes with it (O09). */
    changesPhone(phone: string): void {
      const { now: at } = desk.context();
      const { coolingHours } = desk.context().parameters.ePay;
      const coolsUntil = at + coolingHours * 3_600_000;
      desk.post([
        { type: "customer.phone-changed", customer: "c-1", phone, at },
        { type: "e-pay.phone-changed", enrolment: ENROLMENT, phone, coolsUntil },
      ]);
    },
  };
}

/** What became of a request in one word: "yes", or the code of the refusal. */
export function said(reply: Reply<unknown>): string {
  return reply.ok ? "yes" : reply.refusal.code;
}
