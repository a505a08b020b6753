import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import { dateOf, type Instant, instant } from "#core/calendar/instant.ts";
import type { Refused } from "#core/commands/command.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Phone } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Message, MessageTemplate } from "#core/sms/message.ts";
import { MessageId } from "#core/sms/message.ts";
import {
  type CodePurpose,
  type CodeRefusal,
  codeBindingText,
  mayAnswer,
  type OneTimeCode,
  OneTimeCodeId,
} from "#core/sms/one-time-code.ts";

/** What the rules of messages and codes are told; contexts of counter and customer both have it. */
export interface SmsContext {
  readonly books: Books;
  readonly now: Instant;
  readonly parameters: Parameters;
  /** SHA-256 of a text as hexadecimal digits. */
  readonly sha256: (text: string) => string;
}

/** A message that leaves with the posting it stands in: none can be acknowledged and not told. */
export function tell(
  template: MessageTemplate,
  { customer, to, values }: Pick<Message, "customer" | "to" | "values">,
  { books, now }: Pick<SmsContext, "books" | "now">,
  code?: OneTimeCodeId,
): Entry {
  const id = MessageId.parse(`m-${books.count("message") + 1}`);
  const message: Message = {
    ...{ id, customer, to, template, values, madeAt: now, status: "waiting", tries: 0 },
    ...(code ? { code } : {}),
  };
  return { type: "sms.queued", message };
}

/** What a code is asked for, and where it goes. `values` fill the text, which tells them (O07). */
export interface CodeRequest {
  readonly customer: CustomerId;
  readonly to: Phone;
  readonly purpose: CodePurpose;
  readonly elements: readonly (string | number)[];
  readonly values: Message["values"];
}

/**
 * A fresh code, bound to its purpose and elements, on its way to one telephone (E10, E11, O07). Whatever
 * code the customer had for this purpose is void: one is good at a time. `nonce` are 128 random bits as
 * hexadecimal digits.
 */
export function issueCode(
  { customer, to, purpose, elements, values }: CodeRequest,
  nonce: string,
  context: SmsContext,
): { readonly code: OneTimeCode; readonly entries: readonly Entry[] } {
  const { books, now, parameters, sha256 } = context;
  const code: OneTimeCode = {
    id: OneTimeCodeId.parse(`s-${books.count("oneTimeCode") + 1}`),
    customer,
    to,
    purpose,
    binding: sha256(codeBindingText(purpose, elements)),
    nonce,
    issuedAt: now,
    expiresAt: instant(now + parameters.sms.codeMinutes * 60_000),
    wrong: 0,
    status: "open",
  };
  const before = books
    .list("oneTimeCode", "customer", customer)
    .filter((one) => one.purpose === purpose && one.status === "open");
  return {
    code,
    entries: [
      ...before.map(({ id }) => ({ type: "sms-code.voided", code: id }) as const),
      { type: "sms-code.issued", issued: code },
      tell(`code.${purpose}`, { customer, to, values }, context, code.id),
    ],
  };
}

/** Wrong digits in a day after which no code goes out (O04): three tries a code would be tries for ever. */
const WRONG_CODES_A_DAY = 10;

/** Whether so many of these codes of one customer were answered wrongly today that it is enough. */
export function isEnoughForToday(codes: readonly OneTimeCode[], now: Instant): boolean {
  const wrong = codes
    .filter(({ issuedAt }) => dateOf(issuedAt) === dateOf(now))
    .reduce((sum, code) => sum + code.wrong, 0);
  return wrong >= WRONG_CODES_A_DAY;
}

/** A code that came back: which, for what, and whether its digits are right (E11). */
export interface CodeAnswer {
  readonly code: OneTimeCode | undefined;
  readonly purpose: CodePurpose;
  readonly elements: readonly (string | number)[];
  readonly isRight: boolean;
}

/**
 * Takes a code once, for exactly what it was issued for. A wrong one is counted, and the last try makes
 * it void (5.5); elements that differ or a time that is over count nothing, for no digits were tried.
 */
export function spendCode(
  { code, purpose, elements, isRight }: CodeAnswer,
  { now, parameters, sha256 }: SmsContext,
): Result<readonly Entry[], CodeRefusal> | Refused {
  const binding = sha256(codeBindingText(purpose, elements));
  const open = mayAnswer(code, { purpose, binding, now });
  if (!open.ok) return open;
  const { id, wrong } = open.value;
  if (isRight) return accept([{ type: "sms-code.used", code: id }]);

  const triesLeft = parameters.sms.codeTries - wrong - 1;
  const counted: readonly Entry[] = [
    { type: "sms-code.answered-wrong", code: id },
    ...(triesLeft <= 0 ? [{ type: "sms-code.voided", code: id } as const] : []),
  ];
  return {
    ...refuse({ code: "sms-code.wrong", triesLeft: Math.max(0, triesLeft) }),
    entries: counted,
  };
}
