import type { StripeTrack } from "./tray.ts";

/*
 * Bits on a stripe (ISO/IEC 7811): a character is its value, lowest bit first, then odd parity;
 * behind the end sentinel stands a character that makes the ones of each column even.
 */

interface Alphabet {
  readonly width: number;
  readonly first: number;
  readonly start: string;
}

const wide: Alphabet = { width: 6, first: 0x20, start: "%" };
const narrow: Alphabet = { width: 4, first: 0x30, start: ";" };
const alphabets: Readonly<Record<StripeTrack, Alphabet>> = { 1: wide, 2: narrow, 3: narrow };

/** What a head writes for `payload`: the reader adds sentinels, and folds a character it lacks. */
export function magnetised(track: StripeTrack, payload: string): string {
  const { first, start, width } = alphabets[track];
  const folded = [...payload].map((character) => {
    const value = (character.charCodeAt(0) - first) & (2 ** width - 1);
    return String.fromCharCode(first + value);
  });
  return `${start}${folded.join("")}?`;
}

/** The bits of a track as a string of 0 and 1, in the order in which they pass the head. */
export function bitsOf(track: StripeTrack, text: string): string {
  const { first, width } = alphabets[track];
  const values = [...text].map((character) => character.charCodeAt(0) - first);
  const check = values.reduce((sum, value) => sum ^ value, 0);
  return [...values, check].map((value) => character(value, width)).join("");
}

/** The text in the bits, or nothing where parity, check character or a sentinel is wrong. */
export function textIn(track: StripeTrack, bits: string): string | undefined {
  const { first, width, start } = alphabets[track];
  let text = "";
  let check = 0;
  for (let at = 0; at + width < bits.length; at += width + 1) {
    const cell = bits.slice(at, at + width + 1);
    const value = Number.parseInt(backwards(cell.slice(0, width)), 2);
    if (cell !== character(value, width)) return undefined;
    if (text.length > 1 && text.endsWith("?")) return value === check ? text : undefined;
    check ^= value;
    text += String.fromCharCode(first + value);
    if (!text.startsWith(start)) return undefined;
  }
  return undefined;
}

/**
 * Bits to bytes as a read of bits sends them, `width` bits a byte: with 8 the first bit on the
 * stripe is the highest of byte 1. With fewer a byte is one character with its parity on top,
 * so there the first bit is the lowest.
 */
export function packedForReading(bits: string, width: number): string {
  return pieces(bits, width)
    .map((piece) => (width === 8 ? piece : backwards(piece)))
    .map((piece) => String.fromCharCode(Number.parseInt(piece, 2)))
    .join("");
}

/** Bytes to bits as a write takes them: the first bit on the stripe is the lowest of byte 1. */
export function unpackedForWriting(bytes: string, width: number): string {
  return [...bytes]
    .map((byte) => backwards(byte.charCodeAt(0).toString(2).padStart(8, "0")).slice(0, width))
    .join("");
}

function character(value: number, width: number): string {
  const low = backwards(value.toString(2).padStart(width, "0"));
  const ones = [...low].filter((bit) => bit === "1").length;
  return `${low}${ones % 2 === 0 ? "1" : "0"}`;
}

function backwards(bits: string): string {
  return [...bits].reverse().join("");
}

function pieces(bits: string, width: number): readonly string[] {
  return Array.from({ length: Math.ceil(bits.length / width) }, (_, at) =>
    bits.slice(at * width, at * width + width).padEnd(width, "0"),
  );
}
