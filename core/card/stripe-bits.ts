import { END_SENTINEL, lrcOf, TRACK_CODINGS, withLrc } from "#core/card/stripe.ts";
import type { TrackNumber, TrackRefusal } from "#core/card/track-refusal.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** One flux cell of a stripe. */
export type Bit = 0 | 1;

/**
 * The bits of a track from its start sentinel through its LRC, in the order in which they pass
 * the head: each character least significant bit first, its odd parity bit last (2.1). `text`
 * carries both sentinels and no LRC.
 */
export function bitsOfTrack(track: TrackNumber, text: string): readonly Bit[] {
  const { firstCode, dataBits } = TRACK_CODINGS[track];
  const bits: Bit[] = [];
  for (const character of withLrc(text)) {
    const value = character.charCodeAt(0) - firstCode;
    assert(value >= 0 && value < 2 ** dataBits, "only what a track can code is written on it");
    bits.push(...bitsOfCharacter(value, dataBits));
  }
  return bits;
}

/**
 * Reads the bits of a track, which may begin and end with the clocking zeros that surround it,
 * into a text with both sentinels and without LRC. Refuses a character of even parity, by its
 * position, and a wrong LRC: so no single wrong bit goes unseen.
 */
export function trackOfBits(
  track: TrackNumber,
  bits: readonly Bit[],
): Result<string, TrackRefusal> {
  const { startSentinel, dataBits, limit } = TRACK_CODINGS[track];
  const width = dataBits + 1;
  const first = bits.indexOf(1);
  let text = "";

  for (let at = first; at >= 0 && at + width <= bits.length; at += width) {
    const character = characterOfBits(track, bits.slice(at, at + width));
    if (character === undefined) {
      return refuse({ code: "track.parity", track, position: text.length + 1 });
    }
    if (text.endsWith(END_SENTINEL)) {
      return character === lrcOf(text) ? accept(text) : refuse({ code: "track.lrc", track });
    }
    text += character;
    if (text[0] !== startSentinel) return refuse({ code: "track.start-sentinel", track });
    if (text.length === limit) break;
  }
  return text === ""
    ? refuse({ code: "track.start-sentinel", track })
    : refuse({ code: "track.end-sentinel", track });
}

function bitsOfCharacter(value: number, dataBits: number): readonly Bit[] {
  const data = Array.from({ length: dataBits }, (_, index): Bit => ((value >> index) & 1 ? 1 : 0));
  return [...data, isOdd(data) ? 0 : 1];
}

/** The character, or nothing where the count of ones is even. */
function characterOfBits(track: TrackNumber, bits: readonly Bit[]): string | undefined {
  if (!isOdd(bits)) return undefined;

  const { firstCode, dataBits } = TRACK_CODINGS[track];
  const data = bits.slice(0, dataBits);
  const value = data.reduce<number>((sum, bit, index) => sum + bit * 2 ** index, 0);
  return String.fromCharCode(firstCode + value);
}

function isOdd(bits: readonly Bit[]): boolean {
  return bits.filter((bit) => bit === 1).length % 2 === 1;
}
