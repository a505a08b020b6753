import type { Expiry } from "#core/card/expiry.ts";
import { type HolderName, parseHolderName } from "#core/card/holder-name.ts";
import type { Pan } from "#core/card/pan.ts";
import type { ServiceCode } from "#core/card/service-code.ts";
import { frameTrack, type LrcOption, unframeTrack } from "#core/card/stripe.ts";
import { expiryField, panField, serviceCodeField } from "#core/card/track-field.ts";
import { refuseField, type TrackRefusal } from "#core/card/track-refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/**
 * Track 1, read only (M04) and kept back by JR/T 0009 for later use (M05), yet written by banks.
 * Format 99 is that of JR/T (M08); format B that of ISO 7813, in which expiry and service code
 * may each be left out and a separator stands in their place: here they are null.
 */
export type Track1 =
  | {
      readonly format: "99";
      readonly pan: Pan;
      readonly holderName: HolderName;
      readonly expiry: Expiry;
      readonly serviceCode: ServiceCode;
      /** 附加数据 at the issuer's discretion: 20 characters beside the longest number and name. */
      readonly additionalData: string;
    }
  | {
      readonly format: "B";
      readonly pan: Pan;
      readonly holderName: HolderName;
      readonly expiry: Expiry | null;
      readonly serviceCode: ServiceCode | null;
      readonly additionalData: string;
    };

interface Head {
  readonly pan: Pan;
  readonly holderName: HolderName;
  /** What stands behind the second separator. */
  readonly rest: string;
}

/** Writes Track 1 from sentinel to sentinel, without LRC. Refuses what `parseTrack1` would. */
export function encodeTrack1(fields: Track1): Result<string, TrackRefusal> {
  const { format, pan, holderName, expiry, serviceCode, additionalData } = fields;
  const tail = `${expiry ?? "^"}${serviceCode ?? "^"}${additionalData}`;
  const framed = frameTrack(1, `${format}${pan}^${holderName}^${tail}`);
  if (!framed.ok) return framed;

  const readBack = parseTrack1(framed.value, { lrc: "stripped" });
  return readBack.ok ? framed : readBack;
}

/** Reads Track 1. Refusals name the field, or the position of a character, never what it says. */
export function parseTrack1(text: string, option: LrcOption): Result<Track1, TrackRefusal> {
  const body = unframeTrack(1, text, option);
  if (!body.ok) return body;

  if (body.value.startsWith("B")) {
    return parseIso(body.value.slice(1));
  } else if (body.value.startsWith("99")) {
    return parseJrt(body.value.slice(2));
  } else {
    return refuseField(1, "formatCode", "format");
  }
}

function parseJrt(afterFormat: string): Result<Track1, TrackRefusal> {
  const head = parseHead(afterFormat);
  if (!head.ok) return head;

  const { rest, ...named } = head.value;
  const expiry = expiryField(1, rest.slice(0, 4));
  if (!expiry.ok) return expiry;

  const serviceCode = serviceCodeField(1, rest.slice(4, 7));
  if (!serviceCode.ok) return serviceCode;

  const additionalData = rest.slice(7);
  if (additionalData.includes("^")) return refuseField(1, "additionalData", "characters");

  return accept({
    format: "99",
    ...named,
    expiry: expiry.value,
    serviceCode: serviceCode.value,
    additionalData,
  });
}

function parseIso(afterFormat: string): Result<Track1, TrackRefusal> {
  const head = parseHead(afterFormat);
  if (!head.ok) return head;

  const { rest, ...named } = head.value;
  const hasExpiry = !rest.startsWith("^");
  const expiry = hasExpiry ? expiryField(1, rest.slice(0, 4)) : accept(null);
  if (!expiry.ok) return expiry;

  const afterExpiry = rest.slice(hasExpiry ? 4 : 1);
  const hasServiceCode = !afterExpiry.startsWith("^");
  const serviceCode = hasServiceCode ? serviceCodeField(1, afterExpiry.slice(0, 3)) : accept(null);
  if (!serviceCode.ok) return serviceCode;

  const additionalData = afterExpiry.slice(hasServiceCode ? 3 : 1);
  if (additionalData.includes("^")) return refuseField(1, "additionalData", "characters");

  return accept({
    format: "B",
    ...named,
    expiry: expiry.value,
    serviceCode: serviceCode.value,
    additionalData,
  });
}

function parseHead(afterFormat: string): Result<Head, TrackRefusal> {
  const panEnd = afterFormat.indexOf("^");
  if (panEnd < 0) return refuseField(1, "pan", "separator");

  const pan = panField(1, afterFormat.slice(0, panEnd));
  if (!pan.ok) return pan;

  const nameEnd = afterFormat.indexOf("^", panEnd + 1);
  if (nameEnd < 0) return refuseField(1, "holderName", "separator");

  const holderName = holderNameField(afterFormat.slice(panEnd + 1, nameEnd));
  if (!holderName.ok) return holderName;

  return accept({
    pan: pan.value,
    holderName: holderName.value,
    rest: afterFormat.slice(nameEnd + 1),
  });
}

function holderNameField(text: string): Result<HolderName, TrackRefusal> {
  const name = parseHolderName(text);
  if (name.ok) return name;

  switch (name.refusal.code) {
    case "holder-name.length":
      return refuseField(1, "holderName", "length");
    case "holder-name.separator":
      return refuseField(1, "holderName", "separator");
    case "holder-name.characters":
      return refuseField(1, "holderName", "characters");
  }
}
