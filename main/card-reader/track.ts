import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** One of the three tracks of a magnetic stripe (ISO/IEC 7811). */
export type TrackNumber = 1 | 2 | 3;

/** All tracks, in the order in which every protocol names them. */
export const trackNumbers = [1, 2, 3] as const satisfies readonly TrackNumber[];

/**
 * The texts on a stripe, each with its start and end sentinel and without the check character:
 * `%…?` on track 1, `;…?` on tracks 2 and 3. A track that is not there is empty, or is left alone.
 */
export interface TrackTexts {
  readonly track1?: string;
  readonly track2?: string;
  readonly track3?: string;
}

/** Why texts cannot be put on a stripe. It names the track, never what was to be written. */
export type TrackRefusal =
  | { readonly code: "track.none-given" }
  | { readonly code: "track.no-sentinels"; readonly track: TrackNumber }
  | { readonly code: "track.character"; readonly track: TrackNumber }
  | {
      readonly code: "track.too-long";
      readonly track: TrackNumber;
      readonly length: number;
      readonly lengthMax: number;
    };

/** The most characters between the sentinels: 79, 40 and 107 less sentinels and check character. */
export const payloadLengthMax = { 1: 76, 2: 37, 3: 104 } as const;

/** The first byte of the track on the stripe; the end sentinel is `?` on all three. */
const startSentinel = { 1: "%", 2: ";", 3: ";" } as const;

// The 6-bit set 20–5F and the 4-bit set 30–3F, each without its two sentinels.
const payloadPattern = { 1: /^[ -$&->@-_]*$/, 2: /^[0-:<->]*$/, 3: /^[0-:<->]*$/ } as const;

/** The text of one track, or nothing. */
export function textOf(tracks: TrackTexts, track: TrackNumber): string | undefined {
  switch (track) {
    case 1:
      return tracks.track1;
    case 2:
      return tracks.track2;
    case 3:
      return tracks.track3;
  }
}

/** The same texts with one more track. */
export function withText(tracks: TrackTexts, track: TrackNumber, text: string): TrackTexts {
  return { ...tracks, [`track${track}`]: text };
}

/** Tells whether `text` is a whole track: sentinels at both ends and nowhere else, right alphabet. */
export function isTrackText(track: TrackNumber, text: string): boolean {
  const payload = payloadOf(track, text);
  return (
    payload !== undefined &&
    payload.length <= payloadLengthMax[track] &&
    payloadPattern[track].test(payload)
  );
}

/** What stands between the sentinels, or nothing if either is missing. */
export function payloadOf(track: TrackNumber, text: string): string | undefined {
  const whole = text.length >= 2 && text.startsWith(startSentinel[track]) && text.endsWith("?");
  return whole ? text.slice(1, -1) : undefined;
}

/**
 * Decides whether texts can be written. A reader encodes what it is given without complaint, so
 * lower case or a 77th character would reach the stripe as garbage and be reported as written.
 */
export function checkTracks(tracks: TrackTexts): Result<TrackTexts, TrackRefusal> {
  const given = trackNumbers.filter((track) => textOf(tracks, track) !== undefined);
  if (given.length === 0) return refuse({ code: "track.none-given" });

  for (const track of given) {
    const payload = payloadOf(track, textOf(tracks, track) ?? "");
    if (payload === undefined || payload === "")
      return refuse({ code: "track.no-sentinels", track });
    if (!payloadPattern[track].test(payload)) return refuse({ code: "track.character", track });

    const lengthMax = payloadLengthMax[track];
    if (payload.length > lengthMax) {
      return refuse({ code: "track.too-long", track, length: payload.length, lengthMax });
    }
  }
  return accept(tracks);
}

/** The tracks that were written and do not stand on the card as they were written. */
export function differingTracks(written: TrackTexts, found: TrackTexts): readonly TrackNumber[] {
  return trackNumbers.filter((track) => {
    const text = textOf(written, track);
    return text !== undefined && text !== textOf(found, track);
  });
}
