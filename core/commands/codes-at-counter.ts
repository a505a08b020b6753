import type { Books } from "#core/books/books.ts";
import type { Card } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import type { Context, Refused } from "#core/commands/command.ts";
import {
  type CodeRequest,
  isEnoughForToday,
  issueCode,
  type SmsContext,
  spendCode,
} from "#core/commands/one-time-codes.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CounterCode } from "#core/contract/sms-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import { changePhoneElements, enrolElements, resumeElements } from "#core/e-pay/code-elements.ts";
import type { EPayId } from "#core/e-pay/e-pay.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { type Phone, phoneFromText } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type OneTimeCode, tooSoonAfter } from "#core/sms/one-time-code.ts";

/** The transaction that spends a code of the counter: whoever may do that may have it sent. */
export const spentBy = {
  "phone-change": "2004",
  "e-pay.enrol": "7001",
  "e-pay.resume": "7003",
  "e-pay.change-phone": "7005",
} as const satisfies Readonly<Record<CounterCode["purpose"], TransactionCode>>;

/**
 * Where a code of the counter goes, what it is good for, and what its text names (E10, E11, O07). The
 * same for sending and for spending, so that what the customer read is what is done (4.2).
 *
 * Refuses a telephone that is not the reserved one (`e-pay.phone-differs`), none at all, and cards and
 * enrolments of somebody else.
 */
export function codeAtCounter(asked: CounterCode, books: Books): Result<CodeRequest, Refusal> {
  const customer = books.find("customer", asked.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  switch (asked.purpose) {
    case "phone-change":
      return phoneChangeCode(asked.phone, customer);
    case "e-pay.enrol": {
      const card = books.find("card", asked.card);
      if (card?.customer !== customer.id) return refuse({ code: "card.unknown" });
      if (!customer.phone) return refuse({ code: "e-pay.no-reserved-phone" });
      if (phoneFromText(asked.phone) !== customer.phone) {
        return refuse({ code: "e-pay.phone-differs" });
      }
      const elements = enrolElements(customer.id, card.id, customer.phone);
      return toReserved(customer.phone, customer, { purpose: asked.purpose, elements, card });
    }
    case "e-pay.resume":
    case "e-pay.change-phone":
      return enrolmentCode(asked, customer, books);
  }
}

/** A telephone that is to be reserved proves itself by a code of its own (O07, O09). */
function phoneChangeCode(typed: string, customer: Customer): Result<CodeRequest, Refusal> {
  const phone = phoneFromText(typed);
  if (!phone) return refuse({ code: "customer.phone-malformed" });
  if (phone === customer.phone) return refuse({ code: "customer.phone-unchanged" });
  return accept({
    ...{ customer: customer.id, to: phone, purpose: "phone-change" },
    elements: [customer.id, phone],
    values: { phone: maskPhone(phone) },
  });
}

function enrolmentCode(
  {
    purpose,
    enrolment: id,
  }: { readonly purpose: "e-pay.resume" | "e-pay.change-phone"; readonly enrolment: EPayId },
  customer: Customer,
  books: Books,
): Result<CodeRequest, Refusal> {
  const enrolment = books.find("ePay", id);
  if (enrolment?.customer !== customer.id) return refuse({ code: "e-pay.unknown" });
  const { phone } = customer;
  if (!phone) return refuse({ code: "e-pay.no-reserved-phone" });
  const elements =
    purpose === "e-pay.resume"
      ? resumeElements(enrolment)
      : changePhoneElements(customer.id, phone);
  return toReserved(phone, customer, { purpose, elements, card: cardOf(enrolment, books) });
}

function toReserved(
  to: Phone,
  customer: Customer,
  { purpose, elements, card }: Pick<CodeRequest, "purpose" | "elements"> & { readonly card: Card },
): Result<CodeRequest, Refusal> {
  // The last four: six beside the telephone would be the identifier itself (K06).
  const values = { card: lastFour(card.pan) };
  return accept({ customer: customer.id, to, purpose, elements, values });
}

/**
 * A fresh code that a teller has sent (E10, E11). No more than one a minute goes to one telephone for
 * one purpose, and each makes the one before void; after so many wrong ones for this purpose none today
 * (O04). Codes for something else are not counted: nobody at home can keep her from what is done here.
 */
export function sendAtCounter(
  asked: CounterCode,
  nonce: string,
  context: SmsContext,
): Result<{ readonly code: OneTimeCode; readonly entries: readonly Entry[] }, Refusal> {
  const request = codeAtCounter(asked, context.books);
  if (!request.ok) return request;
  const { books, now } = context;
  const before = books
    .list("oneTimeCode", "customer", asked.customer)
    .filter(({ purpose }) => purpose === asked.purpose);
  if (isEnoughForToday(before, now)) return refuse({ code: "e-pay.too-many-wrong-codes" });
  const tooSoon = tooSoonAfter(before, request.value, now);
  return tooSoon ? refuse(tooSoon) : accept(issueCode(request.value, nonce, context));
}

/**
 * Takes what the customer keyed in on the pad for exactly this purpose and these elements, once
 * (O09). A wrong code is counted although it is refused.
 */
export function spendAtCounter(
  ref: string,
  asked: CounterCode,
  context: Context,
): Result<readonly Entry[], Refusal> | Refused {
  const request = codeAtCounter(asked, context.books);
  if (!request.ok) return request;
  const taken = context.evidence(ref);
  if (!taken) return refuse({ code: "pin.used-up" });
  if (taken.type !== "sms-code") return refuse({ code: "evidence.other-kind" });

  const code = context.books.find("oneTimeCode", taken.code);
  // A code for another customer is a code for something else, whatever its digits.
  if (code && code.customer !== asked.customer) {
    return refuse({ code: "sms-code.other-elements" });
  }
  return spendCode({ ...request.value, code, isRight: taken.isRight }, context);
}
