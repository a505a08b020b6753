import type { Command, Reply, TrackReading } from "#main/card-reader/dialect.ts";
import type { Chance } from "./chance.ts";

/*
 * What devices say, written down once more from the manuals' side. Nothing here is shared with the
 * dialects: a mistake made once would otherwise agree with itself.
 */

/** A command, an answer that is right for it byte for byte, and what it means. */
export interface Exchange {
  readonly command: Command;
  readonly answer: Uint8Array;
  readonly means: Reply;
  /** The answer is over at its last byte, or only when the line rests behind it. */
  readonly endsWith: "last-byte" | "rest";
}

/** Makes up an exchange. */
export type Speak = (chance: Chance) => Exchange;

/** A track as it came out of a swipe. */
export type Swiped = { readonly text: string } | "empty" | "bad";

const wide = " !\"#$&'()*+,-./0123456789:<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_";
const narrow = "0123456789:<=>";

/** The text of track 1 between its sentinels; `;` may stand there on a card that is no bank's. */
export function wideText(chance: Chance): string {
  return chance.text(chance.onceIn(20) ? `${wide};` : wide, 1, chance.onceIn(5) ? 76 : 12);
}

/** The same without `;`, and more than the `E` that some readers say instead of a text. */
export function bankText(chance: Chance): string {
  return chance.text(wide, 2, chance.onceIn(5) ? 76 : 12);
}

/** The text of track 2 or 3 between its sentinels. */
export function narrowText(chance: Chance, lengthMax: number, lengthMin = 1): string {
  return chance.text(narrow, lengthMin, chance.onceIn(5) ? lengthMax : Math.max(12, lengthMin));
}

/** The bytes of a text of one byte a character. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** What a dialect is to make of a track. */
export function readingOf(start: "%" | ";", swiped: Swiped): TrackReading {
  if (typeof swiped === "object") return { reading: "text", text: `${start}${swiped.text}?` };
  return { reading: swiped === "empty" ? "empty" : "unreadable" };
}
