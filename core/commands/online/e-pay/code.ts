import type { Refused } from "#core/commands/command.ts";
import {
  type CodeRequest,
  isEnoughForToday,
  issueCode,
  spendCode,
} from "#core/commands/one-time-codes.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import {
  againAt,
  type CodeRefusal,
  type OneTimeCode,
  type OneTimeCodeId,
  tooSoonAfter,
} from "#core/sms/one-time-code.ts";

/** What the customer is told of a code on its way to her telephone: never a digit of it. */
export interface CodeSent {
  readonly code: OneTimeCodeId;
  /** The telephone it goes to, masked (K09). */
  readonly to: string;
  readonly expiresAt: OneTimeCode["expiresAt"];
  /** From then on another may be asked for. */
  readonly againAt: OneTimeCode["issuedAt"];
}

/** What the customer is told of this code. */
export function sentAs(code: OneTimeCode): CodeSent {
  return {
    code: code.id,
    to: maskPhone(code.to),
    expiresAt: code.expiresAt,
    againAt: againAt(code),
  };
}

/**
 * A fresh code on its way (E10, E11). One a minute goes to one telephone for one purpose, and after
 * `WRONG_CODES_A_DAY` wrong answers, over all codes of the customer, none until tomorrow.
 */
export function sendCode(
  request: CodeRequest,
  context: OnlineContext,
): Result<
  { readonly sent: CodeSent; readonly entries: readonly Entry[] },
  EPayRefusal | CodeRefusal
> {
  const { books, now, drawNonce } = context;
  const before = books.list("oneTimeCode", "customer", request.customer);
  if (isEnoughForToday(before, now)) {
    return refuse({ code: "e-pay.too-many-wrong-codes" });
  }
  const tooSoon = tooSoonAfter(before, request, now);
  if (tooSoon) return refuse(tooSoon);

  const { code, entries } = issueCode(request, drawNonce(), context);
  return accept({ sent: sentAs(code), entries });
}

/** What a customer typed from her telephone, and which code she means by it. */
export interface TypedCode {
  readonly code: OneTimeCodeId;
  readonly digits: string;
}

/**
 * Takes what she typed for exactly this customer, purpose and these elements, once (E11, 4.2 d). A code
 * that went to somebody else is none of hers, whatever its digits.
 */
export function takeCode(
  { code: id, digits }: TypedCode,
  use: Pick<CodeRequest, "purpose" | "elements"> & { readonly customer: CustomerId },
  context: OnlineContext,
): Result<readonly Entry[], CodeRefusal> | Refused {
  const found = context.books.find("oneTimeCode", id);
  const code = found?.customer === use.customer ? found : undefined;
  const isRight = code !== undefined && context.isRightCode(code, digits);
  return spendCode({ ...use, code, isRight }, context);
}
