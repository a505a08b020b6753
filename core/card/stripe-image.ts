import { parseTrack1, type Track1 } from "#core/card/track-1.ts";
import { parseTrack2, type Track2 } from "#core/card/track-2.ts";
import { parseTrack3 } from "#core/card/track-3.ts";
import type { Track3 } from "#core/card/track-3-field.ts";
import type { TrackRefusal } from "#core/card/track-refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What a stripe holds: each track from sentinel to sentinel, without LRC. Never log it (K04). */
export interface StripeImage {
  readonly track1?: string;
  /** Every bank card carries Track 2; the others are at the issuer's choice (M05). */
  readonly track2: string;
  readonly track3?: string;
}

/** What a reader got off a card. A track that it could not read, or that is blank, is left out. */
export type StripeSwipe = { readonly [Track in keyof StripeImage]?: string | undefined };

/** A track beside Track 2: not there, there and damaged, or read. */
export type SideTrack<T> =
  | { readonly status: "absent" }
  | { readonly status: "damaged"; readonly refusal: TrackRefusal }
  | { readonly status: "read"; readonly fields: T };

/** A field in which another track says something else than Track 2. It never says what. */
export interface Disagreement {
  readonly track: 1 | 3;
  readonly field: "pan" | "expiry" | "serviceCode";
}

/** A card as its stripe shows it. Track 2 is what counts (M06). */
export interface StripeReading {
  readonly track2: Track2;
  readonly track1: SideTrack<Track1>;
  readonly track3: SideTrack<Track3>;
  /** Empty on a sound card: the sign of a card put together from several. */
  readonly disagreements: readonly Disagreement[];
}

/** Why a swipe is no card. */
export type StripeRefusal = { readonly code: "stripe.track-2-missing" } | TrackRefusal;

/**
 * Reads a card from its stripe. Track 2 alone decides: where another track is damaged or
 * disagrees, the reading says so and keeps to Track 2 (M05, M06).
 */
export function readStripe(swipe: StripeSwipe): Result<StripeReading, StripeRefusal> {
  if (swipe.track2 === undefined) return refuse({ code: "stripe.track-2-missing" });

  const track2 = parseTrack2(swipe.track2, { lrc: "stripped" });
  if (!track2.ok) return track2;

  const track1 = sideTrack(swipe.track1, (text) => parseTrack1(text, { lrc: "stripped" }));
  const track3 = sideTrack(swipe.track3, (text) => parseTrack3(text, { lrc: "stripped" }));
  return accept({
    track2: track2.value,
    track1,
    track3,
    disagreements: [
      ...(track1.status === "read" ? disagreementsOfTrack1(track1.fields, track2.value) : []),
      ...(track3.status === "read" ? disagreementsOfTrack3(track3.fields, track2.value) : []),
    ],
  });
}

/**
 * Whether two stripes have the same Track 2. No bank can tell two such cards apart, whatever
 * their other tracks say (VE10).
 */
export function sameTrack2(one: StripeImage, other: StripeImage): boolean {
  return one.track2 === other.track2;
}

function sideTrack<T>(
  text: string | undefined,
  parse: (text: string) => Result<T, TrackRefusal>,
): SideTrack<T> {
  if (text === undefined) return { status: "absent" };

  const track = parse(text);
  return track.ok
    ? { status: "read", fields: track.value }
    : { status: "damaged", refusal: track.refusal };
}

/** A field that ISO lets Track 1 leave out contradicts nothing. */
function disagreementsOfTrack1(track1: Track1, track2: Track2): readonly Disagreement[] {
  const found: Disagreement[] = [];
  if (track1.pan !== track2.pan) found.push({ track: 1, field: "pan" });
  if (track1.expiry !== null && track1.expiry !== track2.expiry) {
    found.push({ track: 1, field: "expiry" });
  }
  if (track1.serviceCode !== null && track1.serviceCode !== track2.serviceCode) {
    found.push({ track: 1, field: "serviceCode" });
  }
  return found;
}

function disagreementsOfTrack3(track3: Track3, track2: Track2): readonly Disagreement[] {
  const found: Disagreement[] = [];
  if (track3.pan !== track2.pan) found.push({ track: 3, field: "pan" });
  if (track3.expiry !== track2.expiry) found.push({ track: 3, field: "expiry" });
  return found;
}
