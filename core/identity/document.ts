import { z } from "zod";
import { ageOn, BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import {
  birthDateOnDocument,
  DocumentNumber,
  documentNumberRefusal,
} from "#core/identity/document-number.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/**
 * The kinds of document by which a person is known at the counter (3.8).
 *
 * The first seven are 个人存款账户实名制规定 5; `foreign-permanent-resident` 外国人永久居留身份证 and
 * `hmt-residence-permit` 港澳台居民居住证 were put on a par with them later. `military` covers the
 * armed police, `hk-macau-permit` is 港澳居民来往内地通行证, `taiwan-permit` 台湾居民来往大陆通行证,
 * `passport` that of a foreigner.
 */
export const DocumentKind = z.enum([
  "resident-id",
  "temporary-resident-id",
  "household-register",
  "military",
  "hk-macau-permit",
  "taiwan-permit",
  "passport",
  "foreign-permanent-resident",
  "hmt-residence-permit",
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** The last day on which a document is valid; 长期 where it never ends. */
export const ValidTo = z.union([BusinessDate, z.literal("long-term")]);
export type ValidTo = z.infer<typeof ValidTo>;

/** An identity document as the counter records it (3.8). Its number is one its kind can bear. */
export const IdentityDocument = z
  .object({
    kind: DocumentKind,
    number: DocumentNumber,
    issuer: z.string().min(1).max(60),
    validTo: ValidTo,
  })
  .refine(({ kind, number }) => documentNumberRefusal(kind, number) === undefined)
  .readonly();
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** A person uses the household register only below this age (实名制规定 5). */
const REGISTER_AGE_LIMIT = 16;

/** Whether a document is past its last valid day on `today`. */
export function isExpired(validTo: ValidTo, today: BusinessDate): boolean {
  return validTo !== "long-term" && validTo < today;
}

/**
 * Decides whether a document may identify its holder on `today` (3.8).
 *
 * Refuses `identity.expired`, and `identity.of-age` for a household register shown by somebody of
 * sixteen or older, who must bring an identity card.
 */
export function admitDocument(
  document: IdentityDocument,
  today: BusinessDate,
): Result<IdentityDocument, IdentityRefusal> {
  const { kind, number, validTo } = document;
  if (isExpired(validTo, today)) return refuse({ code: "identity.expired", validTo });
  if (kind !== "household-register") return accept(document);

  const birthDate = birthDateOnDocument(kind, number);
  assert(birthDate !== undefined, "a household register bears a citizen's number");
  const age = ageOn(birthDate, today);
  return age < REGISTER_AGE_LIMIT
    ? accept(document)
    : refuse({ code: "identity.of-age", kind, age });
}

/**
 * What 联网核查公民身份信息系统 answers (3.8): number and name agree, with or without a photo on
 * file; the number exists under another name; it does not exist; the document has been declared
 * lost or invalid.
 */
export const CheckResult = z.enum([
  "match-with-photo",
  "match-without-photo",
  "name-mismatch",
  "not-found",
  "document-invalid",
]);
export type CheckResult = z.infer<typeof CheckResult>;

/** An identity check as the journal keeps it: the answer and the moment it came. */
export const IdentityCheck = z.object({ result: CheckResult, checkedAt: Instant }).readonly();
export type IdentityCheck = z.infer<typeof IdentityCheck>;

/**
 * Whether the teller must settle a doubt by other means before going on.
 *
 * The check is advisory: no answer alone is ground to refuse, so this is no refusal (3.8, [29]).
 * Without a photo the face has still to be proved by another document.
 */
export function raisesDoubt(result: CheckResult): boolean {
  return result !== "match-with-photo";
}
