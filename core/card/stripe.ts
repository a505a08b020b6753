import type { TrackNumber, TrackRefusal } from "#core/card/track-refusal.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** How the characters of a track become bits (2.1), and how many of them fit. */
export interface TrackCoding {
  readonly startSentinel: "%" | ";";
  readonly separator: "^" | "=";
  /** The ASCII code of the character whose data bits are all zero. */
  readonly firstCode: 0x20 | 0x30;
  /** Data bits of a character, without its odd parity bit. */
  readonly dataBits: 6 | 4;
  readonly bitsPerInch: 210 | 75;
  /** Characters at most, sentinels and LRC included. */
  readonly limit: 79 | 40 | 107;
  /** What may stand between the sentinels; all else of the alphabet is reserved for control. */
  readonly body: RegExp;
}

/** Ends the meaningful data of every track. */
export const END_SENTINEL = "?";

/** The physical coding of the three tracks: GB/T 15120.2 (ISO 7811), M01–M03, M07, M09. */
export const TRACK_CODINGS: Readonly<Record<TrackNumber, TrackCoding>> = {
  1: {
    startSentinel: "%",
    separator: "^",
    firstCode: 0x20,
    dataBits: 6,
    bitsPerInch: 210,
    limit: 79,
    body: /[-A-Z0-9 "&'()*+,./^]/,
  },
  2: {
    startSentinel: ";",
    separator: "=",
    firstCode: 0x30,
    dataBits: 4,
    bitsPerInch: 75,
    limit: 40,
    body: /[0-9=]/,
  },
  3: {
    startSentinel: ";",
    separator: "=",
    firstCode: 0x30,
    dataBits: 4,
    bitsPerInch: 210,
    limit: 107,
    body: /[0-9=]/,
  },
};

/** Whether a text still carries the LRC behind its end sentinel. Most readers strip it. */
export interface LrcOption {
  readonly lrc: "present" | "stripped";
}

/**
 * The longitudinal redundancy check of a text from start to end sentinel, as a character of the
 * track's own alphabet: the exclusive or of the data bits of every character. Its parity bit is
 * that of the LRC itself, as of any character (2.2). It cannot tell two characters that changed
 * places (VE9).
 */
export function lrcOf(text: string): string {
  const { firstCode } = TRACK_CODINGS[text.startsWith("%") ? 1 : 2];
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum ^= codedValue(text, index, firstCode);
  }
  return String.fromCharCode(sum + firstCode);
}

/** A text from sentinel to sentinel with its LRC behind it, as the stripe holds it. */
export function withLrc(text: string): string {
  return `${text}${lrcOf(text)}`;
}

/** Puts sentinels round the fields of a track. Refuses what does not fit or cannot be coded. */
export function frameTrack(track: TrackNumber, body: string): Result<string, TrackRefusal> {
  const text = `${TRACK_CODINGS[track].startSentinel}${body}${END_SENTINEL}`;
  const unframed = unframeTrack(track, text, { lrc: "stripped" });
  return unframed.ok ? accept(text) : unframed;
}

/**
 * Takes sentinels and LRC off and hands back what stands between. Refuses a record beyond the
 * limit, a sentinel missing, a character outside the set and a wrong LRC (parsing rule d).
 */
export function unframeTrack(
  track: TrackNumber,
  text: string,
  { lrc }: LrcOption,
): Result<string, TrackRefusal> {
  const { startSentinel, limit } = TRACK_CODINGS[track];
  const length = lrc === "present" ? text.length : text.length + 1;
  if (length > limit) return refuse({ code: "track.length", track, length, limit });
  if (!text.startsWith(startSentinel)) return refuse({ code: "track.start-sentinel", track });

  const framed = lrc === "present" ? text.slice(0, -1) : text;
  if (framed.length < 2 || !framed.endsWith(END_SENTINEL)) {
    return refuse({ code: "track.end-sentinel", track });
  }
  const body = framed.slice(1, -1);
  const stray = strayCharacter(track, body);
  if (stray >= 0) return refuse({ code: "track.character", track, position: stray + 2 });

  if (lrc === "present" && lrcOf(framed) !== text.at(-1))
    return refuse({ code: "track.lrc", track });
  return accept(body);
}

function strayCharacter(track: TrackNumber, body: string): number {
  const { body: allowed } = TRACK_CODINGS[track];
  return Array.from({ length: body.length }, (_, index) => body.charAt(index)).findIndex(
    (character) => !allowed.test(character),
  );
}

function codedValue(text: string, index: number, firstCode: number): number {
  const value = text.charCodeAt(index) - firstCode;
  assert(value >= 0 && value < 64, "an LRC is computed over characters of the track's alphabet");
  return value;
}
