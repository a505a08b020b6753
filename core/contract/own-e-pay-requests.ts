import { z } from "zod";
import {
  CodeSentView,
  EPayAppliedView,
  EPayAskedView,
  EPayPaidView,
  OwnEPayView,
  RecalledView,
  TypedDigits,
  TypedIdentifier,
} from "#core/contract/own-e-pay-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { OutgoingOrder } from "#core/e-bank/payment.ts";
import { Alias, EPayId, EPayLimits } from "#core/e-pay/e-pay.ts";
import { Phone } from "#core/identity/phone.ts";
import { RequestId } from "#core/journal/batch.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";

const typedCode = { code: OneTimeCodeId, digits: TypedDigits };

/** e支付 as a customer asks for it herself: her window's, and a demonstration's alone. */
export const ownEPayRequests = {
  "e-pay.view": { input: z.undefined(), answer: OwnEPayView },
  /** What a customer knows by heart; for the presenter who plays her. */
  "e-pay.recall": { input: z.strictObject({ customer: CustomerId }), answer: RecalledView },
  /** 开通: what she typed; the PIN is then asked for on the pad, and the code goes out (E07–E10). */
  "e-pay.apply": {
    input: z.strictObject({
      id: RequestId,
      phone: Phone,
      /** 卡（账）号. */
      number: z.string().regex(/^\d{12,21}$/),
      alias: Alias,
      /** The version that she has read and accepts (E07). */
      agreement: z.string().min(1).max(20),
    }),
    answer: EPayAppliedView,
  },
  "e-pay.confirm": {
    input: z.strictObject({ id: RequestId, enrolment: EPayId, ...typedCode }),
    answer: OwnEPayView,
  },
  /** 第一步: who pays, and what (E05). */
  "e-pay.pay": {
    input: z.strictObject({ id: RequestId, identifier: TypedIdentifier, order: OutgoingOrder }),
    answer: EPayAskedView,
  },
  /** 第二步: the code, with the payment that it is meant for (E11). */
  "e-pay.answer": {
    input: z.strictObject({
      id: RequestId,
      identifier: TypedIdentifier,
      order: OutgoingOrder,
      ...typedCode,
    }),
    answer: EPayPaidView,
  },
  /** A code to enter 我的e支付, or to resume. */
  "e-pay.ask-code": {
    input: z.strictObject({
      purpose: z.enum(["e-pay.manage", "e-pay.resume"]),
      identifier: TypedIdentifier,
    }),
    answer: CodeSentView,
  },
  "e-pay.enter": {
    input: z.strictObject({ identifier: TypedIdentifier, ...typedCode }),
    answer: OwnEPayView,
  },
  "e-pay.leave": { input: z.undefined(), answer: OwnEPayView },
  "e-pay.resume": {
    input: z.strictObject({ identifier: TypedIdentifier, ...typedCode }),
    answer: OwnEPayView,
  },
  /** 暂停: by the identifier alone, or by whoever has entered, without one. */
  "e-pay.suspend": {
    input: z.strictObject({ identifier: TypedIdentifier.optional() }),
    answer: OwnEPayView,
  },
  "e-pay.lower-limits": { input: z.strictObject({ limits: EPayLimits }), answer: OwnEPayView },
  "e-pay.rename": { input: z.strictObject({ alias: Alias }), answer: OwnEPayView },
  "e-pay.cancel": { input: z.undefined(), answer: OwnEPayView },
} as const;
