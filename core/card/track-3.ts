import { frameTrack, type LrcOption, unframeTrack } from "#core/card/stripe.ts";
import { Track3 } from "#core/card/track-3-field.ts";
import { joinTrack3, splitTrack3, type Track3Texts } from "#core/card/track-3-split.ts";
import { expiryReason, panReason } from "#core/card/track-field.ts";
import { refuseField, type TrackFieldReason, type TrackRefusal } from "#core/card/track-refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";

type Check = (text: string) => TrackFieldReason | undefined;

/** In the order of the track, so that a digit too few is reported where it went missing. */
const CHECKS: readonly (readonly [keyof Track3Texts, Check])[] = [
  ["formatCode", (text) => (text === "99" ? undefined : "format")],
  ["pan", panReason],
  ["country", (text) => (text === "156" || text === "=" ? undefined : "country")],
  ["currency", digits(/^\d{3}$/)],
  ["amountExponent", digits(/^\d$/)],
  ["cycleAuthorised", digits(/^\d{4}$/)],
  ["cycleRemaining", digits(/^\d{4}$/)],
  ["cycleBegin", either(digits(/^\d{4}$/), cycleBeginReason)],
  ["cycleLength", either(digits(/^\d{2}$/), (text) => (text > "86" ? "reserved" : undefined))],
  ["pinRetries", digits(/^\d$/)],
  ["pinControl", digits(/^\d{6}$/)],
  ["interchangeControl", either(digits(/^\d$/), (text) => (text === "1" ? "reserved" : undefined))],
  ["panUse", accountUseReason],
  ["firstAccountUse", accountUseReason],
  ["secondAccountUse", accountUseReason],
  ["expiry", expiryReason],
  ["cardSequence", digits(/^\d$/)],
  ["securityNumber", (text) => (text === "=" ? undefined : "separator")],
  ["firstAccount", supplementaryAccountReason],
  ["secondAccount", supplementaryAccountReason],
  ["relayMarker", either(digits(/^\d$/), (text) => (text > "1" ? "reserved" : undefined))],
  ["cryptographicCheck", digits(/^\d{6}$/)],
  ["additionalData", digits(/^\d*$/)],
];

/** Writes Track 3 from sentinel to sentinel, without LRC. Refuses what `parseTrack3` would. */
export function encodeTrack3(fields: Track3): Result<string, TrackRefusal> {
  const texts = textsOf(fields);
  const checked = checkTexts(texts);
  if (!checked.ok) return checked;

  return frameTrack(3, joinTrack3(texts));
}

/** Reads Track 3. Refusals name the field, or the position of a character, never what it says. */
export function parseTrack3(text: string, option: LrcOption): Result<Track3, TrackRefusal> {
  const body = unframeTrack(3, text, option);
  if (!body.ok) return body;

  const split = splitTrack3(body.value);
  if (!split.ok) return split;

  const checked = checkTexts(split.value);
  if (!checked.ok) return checked;

  return accept(fieldsOf(checked.value));
}

function checkTexts(texts: Track3Texts): Result<Track3Texts, TrackRefusal> {
  for (const [field, check] of CHECKS) {
    const reason = check(texts[field]);
    if (reason) return refuseField(3, field, reason);
  }
  if (texts.cycleRemaining > texts.cycleAuthorised) {
    return refuseField(3, "cycleRemaining", "above-authorised");
  }
  if (texts.cycleBegin === "0000" && texts.cycleLength !== "00") {
    return refuseField(3, "cycleBegin", "day");
  }
  return accept(texts);
}

function textsOf(fields: Track3): Track3Texts {
  return {
    ...fields,
    formatCode: "99",
    country: fields.country ?? "=",
    amountExponent: String(fields.amountExponent),
    cycleAuthorised: String(fields.cycleAuthorised).padStart(4, "0"),
    cycleRemaining: String(fields.cycleRemaining).padStart(4, "0"),
    pinRetries: String(fields.pinRetries),
    cardSequence: String(fields.cardSequence),
    securityNumber: "=",
    firstAccount: `${fields.firstAccount}=`,
    secondAccount: `${fields.secondAccount}=`,
  };
}

function fieldsOf({ formatCode: _, securityNumber: __, ...texts }: Track3Texts): Track3 {
  return Track3.parse({
    ...texts,
    country: texts.country === "=" ? null : texts.country,
    amountExponent: Number(texts.amountExponent),
    cycleAuthorised: Number(texts.cycleAuthorised),
    cycleRemaining: Number(texts.cycleRemaining),
    pinRetries: Number(texts.pinRetries),
    cardSequence: Number(texts.cardSequence),
    firstAccount: texts.firstAccount.slice(0, -1),
    secondAccount: texts.secondAccount.slice(0, -1),
  });
}

function digits(form: RegExp): Check {
  return (text) => (form.test(text) ? undefined : "digits");
}

function either(first: Check, second: Check): Check {
  return (text) => first(text) ?? second(text);
}

function cycleBeginReason(text: string): TrackFieldReason | undefined {
  const day = Number(text.slice(1));
  return text === "0000" || (day >= 1 && day <= 366) ? undefined : "day";
}

function accountUseReason(text: string): TrackFieldReason | undefined {
  if (!/^\d{2}$/.test(text)) return "digits";
  return /^[0-59][0-489]$/.test(text) ? undefined : "reserved";
}

function supplementaryAccountReason(text: string): TrackFieldReason | undefined {
  if (!text.endsWith("=")) return "separator";
  if (!/^\d*=$/.test(text)) return "digits";
  return text.length <= "=".length + 12 ? undefined : "length";
}
