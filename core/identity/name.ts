import { z } from "zod";

/**
 * The name of a person as the document writes it: Han characters, the middle dot · of minority and
 * translated names, or Latin letters for foreigners.
 */
export const PersonName = z
  .string()
  .max(60)
  .regex(
    /^(?:\p{Script=Han}+(?:·\p{Script=Han}+)*|\p{Script=Latin}+(?:[ .,'’-]+\p{Script=Latin}+)*)$/u,
  )
  .refine((name) => Array.from(name).length >= 2)
  .brand<"PersonName">();
export type PersonName = z.infer<typeof PersonName>;

/**
 * A name as it is embossed on a card and written on track 1: SURNAME/GIVEN, capital letters A to Z,
 * single blanks within a part, 2 to 26 characters (ISO/IEC 7813).
 */
export const LatinName = z
  .string()
  .max(26)
  .regex(/^[A-Z]+(?: [A-Z]+)*\/[A-Z]+(?: [A-Z]+)*$/)
  .brand<"LatinName">();
export type LatinName = z.infer<typeof LatinName>;

/** Reads a Latin name as typed; small letters become capitals, outer blanks go. */
export function latinNameFromText(text: string): LatinName | undefined {
  return LatinName.safeParse(text.trim().toUpperCase()).data;
}
