import { refuseField, type TrackField, type TrackRefusal } from "#core/card/track-refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/**
 * The fields of Track 3 as they are written, before anyone asks whether they make sense. The two
 * supplementary accounts come with the separator that ends them, where there is one.
 */
export type Track3Texts = Readonly<
  Record<Exclude<TrackField, "holderName" | "serviceCode">, string>
>;

/** Offsets count from the first separator with the country written out; left out, it takes one. */
const COUNTRY_LEFT_OUT_SHIFT = -2;

/**
 * Splits what stands between the sentinels of Track 3: up to field 20 by position, for there a
 * separator is data, and from then on by separator (parsing rules a, b and c). A track that ends
 * too early gives fields too short, which their own checks refuse.
 */
export function splitTrack3(body: string): Result<Track3Texts, TrackRefusal> {
  const panEnd = body.indexOf("=");
  if (panEnd < 0) return refuseField(3, "pan", "separator");

  const rest = body.slice(panEnd + 1);
  const isCountryLeftOut = rest.startsWith("=");
  const shift = isCountryLeftOut ? COUNTRY_LEFT_OUT_SHIFT : 0;
  const at = (offset: number, length: number) =>
    rest.slice(offset + shift, offset + shift + length);

  const positioned = {
    formatCode: body.slice(0, 2),
    pan: body.slice(2, panEnd),
    country: isCountryLeftOut ? "=" : rest.slice(0, 3),
    currency: at(3, 3),
    amountExponent: at(6, 1),
    cycleAuthorised: at(7, 4),
    cycleRemaining: at(11, 4),
    cycleBegin: at(15, 4),
    cycleLength: at(19, 2),
    pinRetries: at(21, 1),
    pinControl: at(22, 6),
    interchangeControl: at(28, 1),
    panUse: at(29, 2),
    firstAccountUse: at(31, 2),
    secondAccountUse: at(33, 2),
    expiry: at(35, 4),
    cardSequence: at(39, 1),
    securityNumber: at(40, 1),
  };

  const accounts = rest.slice(41 + shift);
  const firstEnd = afterSeparator(accounts, 0);
  const secondEnd = afterSeparator(accounts, firstEnd);
  const tail = accounts.slice(secondEnd);
  return accept({
    ...positioned,
    firstAccount: accounts.slice(0, firstEnd),
    secondAccount: accounts.slice(firstEnd, secondEnd),
    relayMarker: tail.slice(0, 1),
    cryptographicCheck: tail.slice(1, 7),
    additionalData: tail.slice(7),
  });
}

/** Puts the fields of Track 3 together to what stands between its sentinels. */
export function joinTrack3(texts: Track3Texts): string {
  return [
    texts.formatCode,
    texts.pan,
    "=",
    texts.country,
    texts.currency,
    texts.amountExponent,
    texts.cycleAuthorised,
    texts.cycleRemaining,
    texts.cycleBegin,
    texts.cycleLength,
    texts.pinRetries,
    texts.pinControl,
    texts.interchangeControl,
    texts.panUse,
    texts.firstAccountUse,
    texts.secondAccountUse,
    texts.expiry,
    texts.cardSequence,
    texts.securityNumber,
    texts.firstAccount,
    texts.secondAccount,
    texts.relayMarker,
    texts.cryptographicCheck,
    texts.additionalData,
  ].join("");
}

function afterSeparator(text: string, from: number): number {
  const separator = text.indexOf("=", from);
  return separator < 0 ? text.length : separator + 1;
}
