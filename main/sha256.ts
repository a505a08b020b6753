import { sha256 as digestOf } from "#main/journal/sha256.ts";

/** SHA-256 of a text as hexadecimal digits. */
export function sha256(text: string): string {
  return digestOf(Buffer.from(text, "utf8")).toString("hex");
}
