import { z } from "zod";

/** A mainland mobile number: eleven digits, 13 to 19 in front, no country code. */
export const Phone = z
  .string()
  .regex(/^1[3-9]\d{9}$/)
  .brand<"Phone">();
export type Phone = z.infer<typeof Phone>;

/** Reads a phone as typed: blanks, hyphens and a leading +86 or 0086 are dropped. */
export function phoneFromText(text: string): Phone | undefined {
  return Phone.safeParse(text.replace(/[\s-]/g, "").replace(/^(?:\+|00)86/, "")).data;
}
