import { luhnCheckDigit } from "#core/card/pan.ts";
import { withCheckCharacters } from "./check-characters.ts";
import { type BitLayout, replaceTrack, unpackTrack } from "./raw-bits.ts";
import { type RawStretch, rawStretches } from "./raw-blocks.ts";
import { isTrackText } from "./track.ts";
import type { TranscriptStep } from "./transcript.ts";

/** A run this long is on no reader's own lips: answers of theirs hold at most two digits together. */
const TRACK_DIGITS_MIN = 4;
const PAN_DIGITS_MIN = 12;
const longDigits = new RegExp(`\\d{${TRACK_DIGITS_MIN},}`, "g");
/**
 * From the start of a track, or from a card's number whose start was lost, to where the track ends:
 * `?`, or what readers put behind a track, ESC, FS, ETX or CR.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the readers are such.
const track = /(?:[%;+]|\d{12})[^?\x1b\x1c\x03\r]*/g;
/** A published test range; the last digit is worked out (Luhn). */
const TEST_PAN_START = "62109470";

/** Steps with nobody's card in them. */
export interface Disguised {
  readonly steps: readonly TranscriptStep[];
  /** Some bits of a stripe could not be read, so that zeros stand in their place. */
  readonly areBitsBlanked: boolean;
}

/**
 * The same steps with nobody's card in them: card numbers become test numbers, other digits of a
 * stripe become others, and names become X, in texts and in bits. Every piece keeps its length and
 * its place, and the same digits always become the same, so that a card read back still equals the
 * card that was written. Bits that are no text become zeros.
 */
export function disguised(steps: readonly TranscriptStep[]): Disguised {
  const disguise = createDisguise();
  const stretches = rawStretches(steps);
  const host = disguisedWay(steps, "host", stretches, disguise);
  const device = disguisedWay(steps, "device", stretches, disguise);
  return {
    steps: steps.map((step, at) => host.steps.get(at) ?? device.steps.get(at) ?? step),
    areBitsBlanked: host.areBitsBlanked || device.areBitsBlanked,
  };
}

/** A number may be cut anywhere on the way, so it is looked for in all bytes of one direction. */
function disguisedWay(
  steps: readonly TranscriptStep[],
  way: "host" | "device",
  stretches: readonly RawStretch[],
  disguise: (text: string) => string,
) {
  const said = [...steps.entries()].flatMap(([at, step]) =>
    step.way === way ? [{ at, bytes: step.bytes }] : [],
  );
  const all = Buffer.concat(said.map(({ bytes }) => bytes));
  const bits = stretches
    .filter((stretch) => stretch.way === way)
    .map((stretch) => ({ ...stretch, ...disguisedBits(all, stretch, disguise) }));
  for (const { start, end } of bits) all.fill(0, start, end); // They are no text, whatever they look like.

  const replaced = Buffer.from(disguisedBytes(all, disguise));
  for (const { start, bytes } of bits) replaced.set(bytes, start);
  const found = new Map<number, TranscriptStep>();
  let from = 0;
  for (const { at, bytes } of said) {
    found.set(at, { way, bytes: Uint8Array.from(replaced.subarray(from, from + bytes.length)) });
    from += bytes.length;
  }
  return { steps: found, areBitsBlanked: bits.some(({ isBlanked }) => isBlanked) };
}

/** Bits run one way in a read and the other in a write, or stand a character to a byte. */
const layouts: Readonly<Record<RawStretch["way"], readonly BitLayout[]>> = {
  host: ["write", "character"],
  device: ["read", "character"],
};

/** The bits of another text at the same place, or zeros where they are no text. */
function disguisedBits(
  all: Uint8Array,
  { way, track, start, end }: RawStretch,
  disguise: (text: string) => string,
): { readonly bytes: Uint8Array; readonly isBlanked: boolean } {
  const bytes = all.subarray(start, end);
  for (const layout of track === undefined ? [] : layouts[way]) {
    const text = track && unpackTrack(track, bytes, layout);
    if (!track || !text?.ok) continue;
    const instead = disguise(text.value);
    if (isTrackText(track, instead)) {
      return { bytes: replaceTrack(track, bytes, layout, instead), isBlanked: false };
    }
  }
  return { bytes: new Uint8Array(bytes.length), isBlanked: bytes.some((byte) => byte !== 0) };
}

/**
 * A reader that sends seven bits and parity is heard, where eight bits are set, with the parity on
 * top of each character. Its cards are looked for below that bit, and what stands in their place
 * gets the parity of its own: that of an old digit would tell something of it.
 */
function disguisedBytes(bytes: Uint8Array, disguise: (text: string) => string): Uint8Array {
  const before = Buffer.from(bytes.map((byte) => byte & 0x7f)).toString("latin1");
  const after = Buffer.from(disguise(before), "latin1");
  const framed = bytes.find((byte) => byte >= 0xb0 && byte <= 0xb9); // A digit with its top bit.
  const parity = framed === undefined ? undefined : onesOf(framed) % 2;
  return bytes.map((byte, at) => {
    const instead = after[at] ?? 0;
    if (instead === (byte & 0x7f)) return byte;
    const isTopSet = parity !== undefined && onesOf(instead) % 2 !== parity;
    return isTopSet ? instead | 0x80 : instead;
  });
}

function onesOf(byte: number): number {
  return byte.toString(2).replaceAll("0", "").length;
}

function createDisguise(): (text: string) => string {
  const known = new Map<string, string>();

  function instead(digits: string): string {
    const given = known.get(digits) ?? madeUp(digits.length, known.size + 1);
    known.set(digits, given);
    return given;
  }

  return (text) => {
    const replaced = text
      .replaceAll(longDigits, (digits) => {
        // Tracks 1 and 3 of a bank card begin with a format code before the number (JR/T 0009).
        const isCoded = digits.startsWith("99") && digits.length >= PAN_DIGITS_MIN + 2;
        return isCoded ? `99${instead(digits.slice(2))}` : instead(digits);
      })
      // A name stands between two carets on track 1; the line may have lost one or the other.
      .replaceAll(/\^[ ->@-~]*/g, (name) => name.replaceAll(/[A-Za-z]/g, "X"))
      .replaceAll(track, (block) =>
        block
          .replaceAll(/[A-Za-z]{2,}/g, (letters) => "X".repeat(letters.length))
          .replaceAll(/\d+/g, withoutShort),
      );
    return withCheckCharacters(text, replaced);
  };
}

/** Digits of a track that a harmed line has cut up; the format code of a track stays. */
function withoutShort(digits: string): string {
  const isLong = digits.length >= TRACK_DIGITS_MIN; // It has become another already.
  return isLong || digits === "99" ? digits : "0".repeat(digits.length);
}

/** So many digits, and within what they can tell apart another for each number. */
function madeUp(length: number, number: number): string {
  const counted = (width: number) => String(number).padStart(width, "0").slice(-width);
  if (length < PAN_DIGITS_MIN) return counted(length);
  const body = `${TEST_PAN_START}${counted(length - TEST_PAN_START.length - 1)}`;
  return `${body}${luhnCheckDigit(body)}`;
}
