import { Expiry, parseExpiry } from "#core/card/expiry.ts";
import { Pan, parsePan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import {
  refuseField,
  type TrackFieldReason,
  type TrackNumber,
  type TrackRefusal,
} from "#core/card/track-refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";

const PAN_REASONS = {
  "pan.characters": "digits",
  "pan.length": "length",
  "pan.check-digit": "check-digit",
} as const satisfies Record<string, TrackFieldReason>;

const EXPIRY_REASONS = {
  "expiry.digits": "digits",
  "expiry.month": "month",
} as const satisfies Record<string, TrackFieldReason>;

/** What is wrong with a text in the place of 主账号: 13 to 19 digits that pass Luhn (7.3). */
export function panReason(text: string): TrackFieldReason | undefined {
  const pan = parsePan(text);
  return pan.ok ? undefined : PAN_REASONS[pan.refusal.code];
}

/** What is wrong with a text in the place of 失效日期: YYMM or 0000 (7.6, M11). */
export function expiryReason(text: string): TrackFieldReason | undefined {
  const expiry = parseExpiry(text);
  return expiry.ok ? undefined : EXPIRY_REASONS[expiry.refusal.code];
}

/** 主账号 as it stands on Track 1 or 2. */
export function panField(track: TrackNumber, text: string): Result<Pan, TrackRefusal> {
  const reason = panReason(text);
  return reason ? refuseField(track, "pan", reason) : accept(Pan.parse(text));
}

/** 失效日期 as it stands on Track 1 or 2. */
export function expiryField(track: TrackNumber, text: string): Result<Expiry, TrackRefusal> {
  const reason = expiryReason(text);
  return reason ? refuseField(track, "expiry", reason) : accept(Expiry.parse(text));
}

/** 服务代码 as it stands on a track: three digits, whose meaning takes the product's book (2.4). */
export function serviceCodeField(
  track: TrackNumber,
  text: string,
): Result<ServiceCode, TrackRefusal> {
  const code = ServiceCode.safeParse(text);
  return code.success ? accept(code.data) : refuseField(track, "serviceCode", "digits");
}
