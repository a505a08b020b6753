import { z } from "zod";
import { Instant, instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

export const OneTimeCodeId = z
  .string()
  .regex(/^s-\d+$/)
  .brand<"OneTimeCodeId">();
export type OneTimeCodeId = z.infer<typeof OneTimeCodeId>;

/** What a code is for; one for a payment opens nothing else (E11, O07). */
export const CodePurpose = z.enum([
  "e-pay.enrol",
  "e-pay.pay",
  "e-pay.resume",
  "e-pay.manage",
  "e-pay.change-phone",
  "phone-change",
  "wallet.register",
  "wallet.reset",
]);
export type CodePurpose = z.infer<typeof CodePurpose>;

/**
 * 动态密码短信: six digits that went to one telephone, for one purpose and one set of elements (E11, O07,
 * 4.2). The digits are kept nowhere: whoever has the key makes them anew from this record.
 */
export const OneTimeCode = z
  .object({
    id: OneTimeCodeId,
    customer: CustomerId,
    to: Phone,
    purpose: CodePurpose,
    /** SHA-256 of what the code is good for (`codeBindingText`), as hexadecimal digits. */
    binding: z.string().regex(/^[0-9a-f]{64}$/),
    /** 128 random bits as hexadecimal digits: two codes for the same thing differ. */
    nonce: z.string().regex(/^[0-9a-f]{32}$/),
    issuedAt: Instant,
    expiresAt: Instant,
    wrong: z.int().min(0),
    /** `void`: asked for anew, tried too often, or what it was for is gone. */
    status: z.enum(["open", "used", "void"]),
  })
  .readonly();
export type OneTimeCode = z.infer<typeof OneTimeCode>;

/** Why a code is not taken. */
export type CodeRefusal =
  | { readonly code: "sms-code.unknown" }
  | { readonly code: "sms-code.expired" }
  /** Once, whether it was right or asked for anew since (O09). */
  | { readonly code: "sms-code.used-up" }
  /** It was for another payee, amount, telephone or purpose (4.2 d). */
  | { readonly code: "sms-code.other-elements" }
  | { readonly code: "sms-code.wrong"; readonly triesLeft: number }
  /** One a minute to one telephone for one purpose: nobody is flooded with codes. */
  | { readonly code: "sms-code.too-soon"; readonly againAt: Instant };

/** How long until another code may be sent instead, in ms. */
const RESEND_MS = 60_000;

/** From when on another code may be sent instead of this one. */
export function againAt({ issuedAt }: Pick<OneTimeCode, "issuedAt">): Instant {
  return instant(issuedAt + RESEND_MS);
}

/** Why no code is sent yet: one for the same went to the same telephone less than a minute ago. */
export function tooSoonAfter(
  codes: readonly OneTimeCode[],
  { to, purpose }: Pick<OneTimeCode, "to" | "purpose">,
  now: Instant,
): Extract<CodeRefusal, { code: "sms-code.too-soon" }> | undefined {
  const recent = codes.find(
    (one) =>
      one.to === to && one.purpose === purpose && one.status !== "used" && now < againAt(one),
  );
  return recent && { code: "sms-code.too-soon", againAt: againAt(recent) };
}

/** The text whose SHA-256 a code bears: a list in fixed order, so that it reads one way only (4.2). */
export function codeBindingText(
  purpose: CodePurpose,
  elements: readonly (string | number)[],
): string {
  return JSON.stringify(["guitai-sms-code-1", purpose, ...elements]);
}

/** What whoever answers a code must match besides the digits. */
export interface CodeUse {
  readonly purpose: CodePurpose;
  readonly binding: string;
  readonly now: Instant;
}

/**
 * Whether a code may still be answered for this purpose and these elements: once, until its last
 * moment, and for nothing else (E11, O07, O09). The digits are not looked at.
 */
export function mayAnswer(
  code: OneTimeCode | undefined,
  { purpose, binding, now }: CodeUse,
): Result<OneTimeCode, CodeRefusal> {
  if (!code) return refuse({ code: "sms-code.unknown" });
  if (code.purpose !== purpose || code.binding !== binding) {
    return refuse({ code: "sms-code.other-elements" });
  }
  if (code.status !== "open") return refuse({ code: "sms-code.used-up" });
  return now <= code.expiresAt ? accept(code) : refuse({ code: "sms-code.expired" });
}
