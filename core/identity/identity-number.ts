import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** The provinces of the mainland, and 71 for those registered as of Taiwan (GB/T 2260). */
const PROVINCES = new Set([
  ...["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"],
  ...["41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64"],
  ...["65", "71"],
]);

/**
 * 公民身份号码 (GB 11643): region, birth date, sequence and check character, 18 in all, X upper case.
 * Its birth date lies between 1900 and 9999; whether it has come yet depends on the day of asking.
 */
export const IdentityNumber = z
  .string()
  .refine((text) => identityNumberRefusal(text) === undefined)
  .brand<"IdentityNumber">();
export type IdentityNumber = z.infer<typeof IdentityNumber>;

/** The sex that an identity number states. */
export type Sex = "male" | "female";

/**
 * Reads an identity number as typed or read from a card; blanks around it and a small x are mended.
 *
 * Refuses `identity.length` (the 15 digits of the old cards, invalid since 2013, among them),
 * `identity.characters`, `identity.region`, `identity.birth-date` (no real day, or after `today`)
 * and `identity.check`, in this order.
 */
export function identityNumberFromText(
  text: string,
  today: BusinessDate,
): Result<IdentityNumber, IdentityRefusal> {
  const number = text.trim().toUpperCase();
  const refusal = identityNumberRefusal(number);
  if (refusal) return refuse(refusal);

  const identityNumber = IdentityNumber.parse(number);
  if (birthDateOf(identityNumber) > today) return refuse({ code: "identity.birth-date" });
  return accept(identityNumber);
}

/** What is wrong with a number by GB 11643, whatever day it is; undefined if nothing. */
export function identityNumberRefusal(number: string): IdentityRefusal | undefined {
  return eighteenRefusal(number, (region) => isHomeRegion(region) || isPermitRegion(region));
}

/** Whether the first six digits of a number are those of a citizen's own identity card. */
export function isHomeRegion(region: string): boolean {
  return PROVINCES.has(region.slice(0, 2));
}

/** Whether they are those of a residence permit for people of Hong Kong, Macau or Taiwan. */
export function isPermitRegion(region: string): boolean {
  return region === "810000" || region === "820000" || region === "830000";
}

/**
 * What is wrong with an 18-character number built as GB 11643 has it; undefined if nothing.
 * `isRegion` judges its first six digits, which differ between citizens and foreign residents.
 */
export function eighteenRefusal(
  number: string,
  isRegion: (region: string) => boolean,
): IdentityRefusal | undefined {
  if (number.length !== 18) return { code: "identity.length", length: number.length };
  if (!/^\d{17}[\dX]$/.test(number)) return { code: "identity.characters" };
  if (!isRegion(number.slice(0, 6))) return { code: "identity.region" };
  if (!birthDateIn(number)) return { code: "identity.birth-date" };
  if (number[17] !== identityNumberCheck(number.slice(0, 17))) return { code: "identity.check" };
  return undefined;
}

/** The check character 0–9 or X of seventeen digits, by ISO 7064 MOD 11-2. */
export function identityNumberCheck(digits: string): string {
  assert(/^\d{17}$/.test(digits), "a check character is made of seventeen digits");

  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? "X" : String(check);
}

/** The birth date that an identity number states. */
export function birthDateOf(number: IdentityNumber): BusinessDate {
  return known(birthDateIn(number), "an identity number states a birth date");
}

/** The sex that an identity number states: the last digit of its sequence is odd for men. */
export function sexOf(number: IdentityNumber): Sex {
  return Number(number[16]) % 2 === 1 ? "male" : "female";
}

/** The birth date in an 18-character number; undefined where that is no real day since 1900. */
export function birthDateIn(number: string): BusinessDate | undefined {
  const text = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return BusinessDate.safeParse(text).data;
}
