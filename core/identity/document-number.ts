import { z } from "zod";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import {
  birthDateIn,
  birthDateOf,
  eighteenRefusal,
  IdentityNumber,
  isHomeRegion,
  isPermitRegion,
} from "#core/identity/identity-number.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** The number printed on an identity document, in the one form in which the books keep it. */
export const DocumentNumber = z.string().min(5).max(18).brand<"DocumentNumber">();
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/**
 * Reads a document's number as typed; blanks around it and small letters are mended.
 *
 * Numbers of 18 characters are refused as `identityNumberFromText` does. The others are refused
 * with `identity.document-number` where the kind cannot bear them. Whether the document was ever
 * issued is for the identity check, not for the shape.
 */
export function documentNumberFromText(
  kind: DocumentKind,
  text: string,
  today: BusinessDate,
): Result<DocumentNumber, IdentityRefusal> {
  const number = text.trim().toUpperCase();
  const refusal = documentNumberRefusal(kind, number);
  if (refusal) return refuse(refusal);

  const birthDate = birthDateOnDocument(kind, number);
  if (birthDate && birthDate > today) return refuse({ code: "identity.birth-date" });
  return accept(DocumentNumber.parse(number));
}

/** What is wrong with a number for a kind of document, whatever day it is; undefined if nothing. */
export function documentNumberRefusal(
  kind: DocumentKind,
  number: string,
): IdentityRefusal | undefined {
  switch (kind) {
    case "resident-id":
    case "temporary-resident-id":
    case "household-register":
      return eighteenRefusal(number, isHomeRegion);
    case "hmt-residence-permit":
      return eighteenRefusal(number, isPermitRegion);
    case "foreign-permanent-resident":
      // Since December 2023 18 characters that begin with 9; the older cards stay in use.
      if (/^[A-Z]{3}\d{12}$/.test(number)) return undefined;
      return eighteenRefusal(number, (region) => region.startsWith("9"));
    case "military":
      return shaped(kind, /^\p{Script=Han}{1,3}字第\d{4,8}号$/u, number);
    case "hk-macau-permit":
      // H for Hong Kong, M for Macau; the older booklet adds two digits for its issue.
      return shaped(kind, /^[HM]\d{8}(?:\d{2})?$/, number);
    case "taiwan-permit":
      return shaped(kind, /^\d{8}$/, number);
    case "passport":
      // ICAO Doc 9303: up to nine letters and digits.
      return shaped(kind, /^(?=.*\d)[A-Z\d]{5,9}$/, number);
    default:
      return unreachable(kind);
  }
}

/** The birth date that a document's number states; undefined where the kind states none. */
export function birthDateOnDocument(kind: DocumentKind, number: string): BusinessDate | undefined {
  if (kind === "foreign-permanent-resident" && number.length === 18) return birthDateIn(number);

  const identityNumber = IdentityNumber.safeParse(number).data;
  return identityNumber && birthDateOf(identityNumber);
}

function shaped(kind: DocumentKind, shape: RegExp, number: string): IdentityRefusal | undefined {
  return shape.test(number) ? undefined : { code: "identity.document-number", kind };
}
