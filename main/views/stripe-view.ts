import { maskAccountNumber } from "#core/account/account-number.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Expiry, isExpired } from "#core/card/expiry.ts";
import { maskPan } from "#core/card/pan.ts";
import type { LrcOption } from "#core/card/stripe.ts";
import { readStripe, type StripeSwipe } from "#core/card/stripe-image.ts";
import { parseTrack1, type Track1 } from "#core/card/track-1.ts";
import { parseTrack2, type Track2 } from "#core/card/track-2.ts";
import { parseTrack3 } from "#core/card/track-3.ts";
import type { Track3 } from "#core/card/track-3-field.ts";
import type { TrackField, TrackNumber, TrackRefusal } from "#core/card/track-refusal.ts";
import type { Verdict } from "#core/card/verdict.ts";
import type { StripeView } from "#core/contract/swipe-view.ts";
import type { Result } from "#core/kernel/result.ts";

type TrackView = StripeView["tracks"][number];
type FieldView = TrackView["fields"][number] & { readonly name: TrackField };

/** What is written where a value is there and is nobody's to see (K04). */
const SECRET = "•••";

/**
 * 磁条检测 (3010): the stripe track by track, and whether the tracks say the same.
 *
 * Verification values, PIN parameters and issuer data never leave this function; numbers leave it
 * masked, and of the expiry only whether the card is past it.
 */
export function stripeView(
  swipe: StripeSwipe,
  { today, verdict }: { readonly today: BusinessDate; readonly verdict?: Verdict | undefined },
): StripeView {
  const { track1, track2, track3 } = swipe;
  const reading = readStripe(swipe);
  return {
    tracks: [
      trackView({ track: 1, text: track1, parse: parseTrack1, show: fieldsOfTrack1, today }),
      trackView({ track: 2, text: track2, parse: parseTrack2, show: fieldsOfTrack2, today }),
      trackView({ track: 3, text: track3, parse: parseTrack3, show: fieldsOfTrack3, today }),
    ],
    ...(verdict ? { verdict } : {}),
    agrees: reading.ok && reading.value.disagreements.length === 0,
  };
}

function trackView<T>(read: {
  readonly track: TrackNumber;
  readonly text: string | undefined;
  readonly parse: (text: string, option: LrcOption) => Result<T, TrackRefusal>;
  readonly show: (fields: T, today: BusinessDate) => readonly FieldView[];
  readonly today: BusinessDate;
}): TrackView {
  const { track, text, parse, show, today } = read;
  if (!text) return { track, status: "empty", length: 0, fields: [] };

  const { length } = text;
  const parsed = parse(text, { lrc: "stripped" });
  return parsed.ok
    ? { track, status: "good", length, fields: show(parsed.value, today) }
    : { track, status: "bad", length, refusal: parsed.refusal, fields: [] };
}

function fieldsOfTrack1(track: Track1, today: BusinessDate): readonly FieldView[] {
  return [
    { name: "formatCode", value: track.format },
    { name: "pan", value: maskPan(track.pan) },
    { name: "holderName", value: track.holderName },
    { name: "expiry", value: expiryWord(track.expiry, today) },
    { name: "serviceCode", value: track.serviceCode ?? "" },
    { name: "additionalData", value: hidden(track.additionalData) },
  ];
}

function fieldsOfTrack2(track: Track2, today: BusinessDate): readonly FieldView[] {
  return [
    { name: "pan", value: maskPan(track.pan) },
    { name: "expiry", value: expiryWord(track.expiry, today) },
    { name: "serviceCode", value: track.serviceCode },
    { name: "additionalData", value: hidden(track.additionalData) },
  ];
}

function fieldsOfTrack3(track: Track3, today: BusinessDate): readonly FieldView[] {
  return [
    { name: "pan", value: maskPan(track.pan) },
    { name: "country", value: track.country ?? "" },
    { name: "currency", value: track.currency },
    { name: "amountExponent", value: String(track.amountExponent) },
    { name: "cycleAuthorised", value: String(track.cycleAuthorised) },
    { name: "cycleRemaining", value: String(track.cycleRemaining) },
    { name: "cycleBegin", value: track.cycleBegin },
    { name: "cycleLength", value: track.cycleLength },
    { name: "pinRetries", value: String(track.pinRetries) },
    { name: "pinControl", value: hidden(track.pinControl) },
    { name: "interchangeControl", value: track.interchangeControl },
    { name: "panUse", value: track.panUse },
    { name: "firstAccountUse", value: track.firstAccountUse },
    { name: "secondAccountUse", value: track.secondAccountUse },
    { name: "expiry", value: expiryWord(track.expiry, today) },
    { name: "cardSequence", value: String(track.cardSequence) },
    { name: "firstAccount", value: accountOnTrack(track.firstAccount) },
    { name: "secondAccount", value: accountOnTrack(track.secondAccount) },
    { name: "relayMarker", value: track.relayMarker },
    { name: "cryptographicCheck", value: hidden(track.cryptographicCheck) },
    { name: "additionalData", value: hidden(track.additionalData) },
  ];
}

function hidden(value: string): string {
  return value === "" ? "" : SECRET;
}

function expiryWord(expiry: Expiry | null, today: BusinessDate): "valid" | "expired" | "none" {
  if (expiry === null || expiry === "0000") return "none";
  return isExpired(expiry, today) ? "expired" : "valid";
}

/** A supplementary account (M27) has 12 digits at the most; a shorter one is hidden whole. */
function accountOnTrack(digits: string): string {
  return digits.length === 12 ? maskAccountNumber(digits) : "*".repeat(digits.length);
}
