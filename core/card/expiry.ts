import { z } from "zod";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What stands in the place of the expiry month on a card that never expires (M11). */
const NEVER = "0000";

/**
 * The month through which a card is valid, YYMM with a year 20YY, or 0000 for a card without
 * expiry. JR/T 0009 clause 7.6, M11, parsing rules e and f.
 */
export const Expiry = z
  .string()
  .regex(/^(?:\d{2}(?:0[1-9]|1[0-2])|0000)$/)
  .brand<"Expiry">();
export type Expiry = z.infer<typeof Expiry>;

/** Why a text is not an expiry month. */
export type ExpiryRefusal = { readonly code: "expiry.digits" } | { readonly code: "expiry.month" };

/** Reads four digits YYMM. Refuses a month outside 01 to 12 unless all four are zero. */
export function parseExpiry(text: string): Result<Expiry, ExpiryRefusal> {
  if (!/^\d{4}$/.test(text)) return refuse({ code: "expiry.digits" });

  const expiry = Expiry.safeParse(text);
  return expiry.success ? accept(expiry.data) : refuse({ code: "expiry.month" });
}

/** Whether the card is past its last day, which is the last day of the expiry month (M11). */
export function isExpired(expiry: Expiry, date: BusinessDate): boolean {
  if (expiry === NEVER) return false;
  return date.slice(0, "YYYY-MM".length) > `20${expiry.slice(0, 2)}-${expiry.slice(2)}`;
}

/**
 * The expiry of a card made on `date`: the same month so many years on. A product with a validity
 * of 0 years makes cards without expiry.
 */
export function expiryFor(date: BusinessDate, validityYears: number): Expiry {
  if (validityYears === 0) return Expiry.parse(NEVER);

  const year = Number(date.slice(0, 4)) + validityYears;
  assert(year >= 2000 && year <= 2099, "a card expires in the years that YYMM can write");
  return Expiry.parse(`${String(year).slice(2)}${date.slice(5, 7)}`);
}

/**
 * The expiry as it stands on the face of the card: month and year, then "CN" in the same font
 * and size. A card without expiry carries "CN" alone. JR/T 0008 clause 6, N07.
 */
export function expiryOnFace(expiry: Expiry): string {
  return expiry === NEVER ? "CN" : `${expiry.slice(2)}/${expiry.slice(0, 2)} CN`;
}
