import { END_SENTINEL, TRACK_CODINGS, withLrc } from "#core/card/stripe.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isTrackText, type TrackNumber } from "./track.ts";

/**
 * How the bits of a stripe lie in bytes. A reader with eight bits a character hands the first bit
 * on the stripe over as the highest of the first byte, and takes it as the lowest to write: what is
 * read and written back without turning each byte round is garbage. With seven and five bits a
 * character each byte holds one, its parity on top.
 */
export type BitLayout = "read" | "write" | "character";

/** Why bits are not a track. */
export type RawBitsRefusal =
  /** The first one is not the beginning of a start sentinel, or there is none. */
  | { readonly code: "raw-bits.no-start" }
  /** A character whose ones are even in number. */
  | { readonly code: "raw-bits.parity" }
  | { readonly code: "raw-bits.no-end" }
  /** The check character is not that of the text before it. */
  | { readonly code: "raw-bits.check" }
  /** Sound bits, and too many or too special for the track. */
  | { readonly code: "raw-bits.text" };

/**
 * The bits of a text with its sentinels, and of the check character behind it: of each character
 * its value, lowest bit first, and odd parity (ISO/IEC 7811). The last byte is filled up with 0.
 */
export function packTrack(track: TrackNumber, text: string, layout: BitLayout): Uint8Array {
  const characters = charactersOf(track, text);
  if (layout === "character") return Uint8Array.from(characters, byteFromLowest);
  return packed(characters.flat(), layout);
}

/**
 * The same bytes with the bits of `text` in place of the text in them, which is as long: the zeros
 * before it stay, and all that follows it becomes zeros.
 */
export function replaceTrack(
  track: TrackNumber,
  bytes: Uint8Array,
  layout: BitLayout,
  text: string,
): Uint8Array {
  const before = layout === "character" ? [] : stripeBits(bytes, layout);
  const zeros = before.slice(0, Math.max(0, before.indexOf(1)));
  const instead =
    layout === "character"
      ? packTrack(track, text, layout)
      : packed([...zeros, ...charactersOf(track, text).flat()], layout);
  assert(instead.length <= bytes.length, "a text has the place of one that is as long");
  const replaced = new Uint8Array(bytes.length);
  replaced.set(instead);
  return replaced;
}

/** The text in bits, where parity, check character and sentinels are all as they should be. */
export function unpackTrack(
  track: TrackNumber,
  bytes: Uint8Array,
  layout: BitLayout,
): Result<string, RawBitsRefusal> {
  const { startSentinel } = TRACK_CODINGS[track];
  const characters = charactersIn(track, bytes, layout);
  const decoded: string[] = [];
  for (const bits of characters) {
    if (bits.filter((bit) => bit === 1).length % 2 === 0) {
      return refuse({ code: decoded.length === 0 ? "raw-bits.no-start" : "raw-bits.parity" });
    }
    decoded.push(characterOf(track, bits));
    if (decoded[0] !== startSentinel) return refuse({ code: "raw-bits.no-start" });
    if (decoded.at(-2) === END_SENTINEL) return checked(track, decoded.join(""));
  }
  return refuse({ code: decoded.length === 0 ? "raw-bits.no-start" : "raw-bits.no-end" });
}

function checked(track: TrackNumber, textAndCheck: string): Result<string, RawBitsRefusal> {
  const text = textAndCheck.slice(0, -1);
  if (withLrc(text) !== textAndCheck) return refuse({ code: "raw-bits.check" });
  return isTrackText(track, text) ? accept(text) : refuse({ code: "raw-bits.text" });
}

function charactersOf(track: TrackNumber, text: string): readonly (readonly number[])[] {
  assert(isTrackText(track, text), "only what a track can hold has bits");
  return valuesOf(track, text).map((value) => bitsOf(track, value));
}

function valuesOf(track: TrackNumber, text: string): readonly number[] {
  const { firstCode } = TRACK_CODINGS[track];
  return Array.from(withLrc(text), (character) => character.charCodeAt(0) - firstCode);
}

function bitsOf(track: TrackNumber, value: number): readonly number[] {
  const { dataBits } = TRACK_CODINGS[track];
  const bits = Array.from({ length: dataBits }, (_, place) => (value >> place) & 1);
  const ones = bits.filter((bit) => bit === 1).length;
  return [...bits, ones % 2 === 0 ? 1 : 0];
}

function characterOf(track: TrackNumber, bits: readonly number[]): string {
  const { firstCode, dataBits } = TRACK_CODINGS[track];
  return String.fromCharCode(firstCode + byteFromLowest(bits.slice(0, dataBits)));
}

/** Groups of bits, a character each, from the first one on: zeros before it keep the beat. */
function charactersIn(
  track: TrackNumber,
  bytes: Uint8Array,
  layout: BitLayout,
): readonly (readonly number[])[] {
  const width = TRACK_CODINGS[track].dataBits + 1;
  if (layout === "character") return octetsIn(bytes).map((bits) => bits.slice(0, width));

  const stripe = stripeBits(bytes, layout);
  const first = stripe.indexOf(1);
  if (first < 0) return [];
  const count = Math.floor((stripe.length - first) / width);
  return Array.from({ length: count }, (_, at) =>
    stripe.slice(first + at * width, first + (at + 1) * width),
  );
}

/** The bits in the order in which they lie on the stripe. */
function stripeBits(bytes: Uint8Array, layout: "read" | "write"): readonly number[] {
  return octetsIn(bytes).flatMap((bits) => (layout === "write" ? bits : [...bits].reverse()));
}

/** The bits of each byte, the lowest first. */
function octetsIn(bytes: Uint8Array): readonly (readonly number[])[] {
  return Array.from(bytes, (byte) => Array.from({ length: 8 }, (_, place) => (byte >> place) & 1));
}

function packed(bits: readonly number[], layout: "read" | "write"): Uint8Array {
  const octets = octetsOf(bits);
  return Uint8Array.from(octets, layout === "write" ? byteFromLowest : byteFromHighest);
}

function octetsOf(bits: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    Array.from({ length: 8 }, (__, place) => bits[at * 8 + place] ?? 0),
  );
}

function byteFromLowest(bits: readonly number[]): number {
  return bits.reduce((sum, bit, place) => sum | (bit << place), 0);
}

function byteFromHighest(bits: readonly number[]): number {
  return byteFromLowest([...bits].reverse());
}
