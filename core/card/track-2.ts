import type { Expiry } from "#core/card/expiry.ts";
import type { Pan } from "#core/card/pan.ts";
import type { ServiceCode } from "#core/card/service-code.ts";
import { frameTrack, type LrcOption, unframeTrack } from "#core/card/stripe.ts";
import { expiryField, panField, serviceCodeField } from "#core/card/track-field.ts";
import { refuseField, type TrackRefusal } from "#core/card/track-refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/**
 * Track 2, the exchange track that every bank card carries and that prevails over the others
 * (M05, M06). Read only: it is written when the card is made and never after (M04).
 */
export interface Track2 {
  readonly pan: Pan;
  readonly expiry: Expiry;
  readonly serviceCode: ServiceCode;
  /** 附加数据: digits at the issuer's discretion, as many as fit (M14). */
  readonly additionalData: string;
}

/** Writes Track 2 from sentinel to sentinel, without LRC. Refuses what `parseTrack2` would. */
export function encodeTrack2(fields: Track2): Result<string, TrackRefusal> {
  const { pan, expiry, serviceCode, additionalData } = fields;
  const framed = frameTrack(2, `${pan}=${expiry}${serviceCode}${additionalData}`);
  if (!framed.ok) return framed;

  const readBack = parseTrack2(framed.value, { lrc: "stripped" });
  return readBack.ok ? framed : readBack;
}

/** Reads Track 2. Refusals name the field, or the position of a character, never what it says. */
export function parseTrack2(text: string, option: LrcOption): Result<Track2, TrackRefusal> {
  const body = unframeTrack(2, text, option);
  if (!body.ok) return body;

  const separator = body.value.indexOf("=");
  if (separator < 0) return refuseField(2, "pan", "separator");

  const pan = panField(2, body.value.slice(0, separator));
  if (!pan.ok) return pan;

  const rest = body.value.slice(separator + 1);
  const expiry = expiryField(2, rest.slice(0, 4));
  if (!expiry.ok) return expiry;

  const serviceCode = serviceCodeField(2, rest.slice(4, 7));
  if (!serviceCode.ok) return serviceCode;

  const additionalData = rest.slice(7);
  if (!/^\d*$/.test(additionalData)) return refuseField(2, "additionalData", "digits");

  return accept({
    pan: pan.value,
    expiry: expiry.value,
    serviceCode: serviceCode.value,
    additionalData,
  });
}
