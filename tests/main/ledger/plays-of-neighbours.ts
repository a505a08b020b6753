import type { Entry } from "#core/journal/entry.ts";
import { FIRST_DATE, FIRST_INSTANT, phoneNumber } from "./invented.ts";
import { hash, on, type Play } from "./scene.ts";

type Played = Extract<
  Entry["type"],
  | `sms.${string}`
  | `sms-code.${string}`
  | `e-pay.${string}`
  | `wallet.${string}`
  | `risk.${string}`
  | `call.${string}`
>;

/** How messages, codes, enrolments, wallets, warnings and calls can come about. */
export const playsOfNeighbours: { readonly [T in Played]: Play<T> } = {
  "sms.queued": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "sms.queued",
      message: {
        id: `m-${fresh}`,
        customer: id,
        to: phoneNumber(fresh),
        template: "phone-set",
        values: { phone: "138****0001" },
        madeAt: FIRST_INSTANT,
        status: "waiting",
        tries: 0,
      },
    })),
  "sms.sent": ({ any }) =>
    on(any("message"), ({ id }) => ({ type: "sms.sent", message: id, at: FIRST_INSTANT })),
  "sms.failed": ({ any, amount }) =>
    on(any("message"), ({ id }) => ({
      type: "sms.failed",
      message: id,
      why: "gateway-busy",
      final: amount % 2 === 0,
    })),
  "sms.expired": ({ any }) =>
    on(any("message"), ({ id }) => ({ type: "sms.expired", message: id })),
  "sms.tried-again": ({ any }) =>
    on(any("message"), ({ id }) => ({ type: "sms.tried-again", message: id })),
  "sms-code.issued": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "sms-code.issued",
      issued: {
        id: `s-${fresh}`,
        customer: id,
        to: phoneNumber(fresh),
        purpose: "e-pay.pay",
        binding: hash(fresh),
        nonce: hash(fresh).slice(0, 32),
        issuedAt: FIRST_INSTANT,
        expiresAt: FIRST_INSTANT + 300_000,
        wrong: 0,
        status: "open",
      },
    })),
  "sms-code.answered-wrong": ({ any }) =>
    on(any("oneTimeCode"), ({ id }) => ({ type: "sms-code.answered-wrong", code: id })),
  "sms-code.used": ({ any }) =>
    on(any("oneTimeCode"), ({ id }) => ({ type: "sms-code.used", code: id })),
  "sms-code.voided": ({ any }) =>
    on(any("oneTimeCode"), ({ id }) => ({ type: "sms-code.voided", code: id })),
  "e-pay.applied": ({ any, fresh }) =>
    on(any("relation"), ({ id, customer }) => ({
      type: "e-pay.applied",
      applied: {
        id: `ep-${fresh}`,
        customer,
        relation: id,
        alias: "日常卡",
        phone: phoneNumber(fresh),
        status: "pending",
        limits: { single: 5_000_00, day: 5_000_00 },
        agreement: { version: "2014-07", acceptedAt: FIRST_INSTANT },
      },
    })),
  "e-pay.enrolled": ({ any }) =>
    on(any("ePay"), ({ id }) => ({ type: "e-pay.enrolled", enrolment: id })),
  "e-pay.limited": ({ any, amount }) =>
    on(any("ePay"), ({ id }) => ({
      type: "e-pay.limited",
      enrolment: id,
      limits: { single: amount, day: amount },
    })),
  "e-pay.renamed": ({ any, fresh }) =>
    on(any("ePay"), ({ id }) => ({ type: "e-pay.renamed", enrolment: id, alias: `卡${fresh}` })),
  "e-pay.phone-changed": ({ any, fresh }) =>
    on(any("ePay"), ({ id }) => ({
      type: "e-pay.phone-changed",
      enrolment: id,
      phone: phoneNumber(fresh),
      coolsUntil: FIRST_INSTANT + 86_400_000,
    })),
  "e-pay.suspended": ({ any }) =>
    on(any("ePay"), ({ id }) => ({ type: "e-pay.suspended", enrolment: id })),
  "e-pay.resumed": ({ any }) =>
    on(any("ePay"), ({ id }) => ({ type: "e-pay.resumed", enrolment: id })),
  "e-pay.cancelled": ({ any }) =>
    on(any("ePay"), ({ id }) => ({ type: "e-pay.cancelled", enrolment: id })),
  "e-pay.paid": ({ any, amount }) =>
    on(any("ePay"), ({ id }) => ({
      type: "e-pay.paid",
      enrolment: id,
      on: FIRST_DATE,
      amount: amount % 1_000_00,
      kind: "purchase",
      to: "示例书店",
    })),
  "wallet.registered": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "wallet.registered",
      registered: {
        id: `wa-${fresh}`,
        customer: id,
        phone: phoneNumber(fresh),
        life: "registered",
        freezes: [],
        balance: 0,
        passwords: { login: "verifier-1", second: "verifier-2", setAt: FIRST_INSTANT },
        bills: [
          {
            id: "wb-1",
            biller: "示例水务",
            reference: "SW-1",
            amount: 30_00,
            dueOn: FIRST_DATE,
            status: "open",
          },
        ],
      },
    })),
  "wallet.certified": ({ any }) =>
    on(any("wallet"), ({ id }) =>
      on(any("account"), (account) => ({
        type: "wallet.certified",
        wallet: id,
        account: account.id,
      })),
    ),
  "wallet.frozen": ({ any, amount }) => {
    const wallet = any("wallet");
    const kind = (["customer", "stolen", "risk"] as const)[amount % 3] ?? "risk";
    if (!wallet || wallet.freezes.some((freeze) => freeze.kind === kind)) return undefined;
    const freeze = { kind, since: FIRST_INSTANT, words: "手机丢失" };
    return { type: "wallet.frozen", wallet: wallet.id, freeze };
  },
  "wallet.unfrozen": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.unfrozen", wallet: id, kind: "customer" })),
  "wallet.closed": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.closed", wallet: id })),
  "wallet.reset-offered": ({ any }) =>
    on(any("wallet"), ({ id }) => ({
      type: "wallet.reset-offered",
      wallet: id,
      until: FIRST_INSTANT + 86_400_000,
    })),
  "wallet.passwords-set": ({ any, fresh }) =>
    on(any("wallet"), ({ id }) => ({
      type: "wallet.passwords-set",
      wallet: id,
      passwords: { login: `verifier-${fresh}`, second: "verifier-2", setAt: FIRST_INSTANT },
    })),
  "wallet.logged-in": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.logged-in", wallet: id })),
  "wallet.password-failed": ({ any, amount }) =>
    on(any("wallet"), ({ id }) => ({
      type: "wallet.password-failed",
      wallet: id,
      which: amount % 2 === 0 ? "login" : "second",
      on: FIRST_DATE,
    })),
  "wallet.confirmed": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.confirmed", wallet: id })),
  "wallet.billed": ({ any, amount }) =>
    on(any("wallet"), ({ id, bills }) => ({
      type: "wallet.billed",
      wallet: id,
      bill: {
        id: `wb-${bills.length + 1}`,
        biller: "示例水务",
        reference: "SW-2",
        amount: amount % 1_000_00,
        dueOn: FIRST_DATE,
        status: "open",
      },
    })),
  "wallet.bill-reminded": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.bill-reminded", wallet: id, bill: "wb-1" })),
  "wallet.bill-paid": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.bill-paid", wallet: id, bill: "wb-1" })),
  "wallet.bill-removed": ({ any }) =>
    on(any("wallet"), ({ id }) => ({ type: "wallet.bill-removed", wallet: id, bill: "wb-1" })),
  "risk.flagged": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "risk.flagged",
      flagged: {
        id: `rf-${fresh}`,
        rule: "many-cards",
        outcome: "warn",
        customer: id,
        code: "7001",
        teller: "1001",
        at: FIRST_INSTANT,
        on: FIRST_DATE,
        sequence: 1,
        facts: { cards: 6 },
        decision: "waiting",
      },
    })),
  "risk.answered": ({ any, amount }) =>
    on(any("riskFlag"), ({ id }) => ({
      ...{ type: "risk.answered", flag: id, yes: amount % 2 === 0, at: FIRST_INSTANT },
    })),
  "risk.used": ({ any }) => on(any("riskFlag"), ({ id }) => ({ type: "risk.used", flag: id })),
  "risk.reviewed": ({ any }) =>
    on(any("riskFlag"), ({ id }) => ({
      type: "risk.reviewed",
      flag: id,
      review: { by: "2001", at: FIRST_INSTANT, verdict: "harmless", words: "客户本人确认" },
    })),
  "call.started": ({ any, fresh }) =>
    on(any("customer"), ({ id }) => ({
      type: "call.started",
      call: {
        id: `hc-${fresh}`,
        customer: id,
        teller: "1001",
        callerName: "来电人",
        callerPhone: phoneNumber(fresh),
        startedAt: FIRST_INSTANT,
        asked: [{ question: "birth-date", right: true }],
        status: "open",
      },
    })),
  "call.ended": ({ any }) =>
    on(any("call"), ({ id }) => ({ type: "call.ended", call: id, at: FIRST_INSTANT })),
};
