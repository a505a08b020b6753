import { createHmac } from "node:crypto";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Card } from "#core/card/card.ts";
import { expiryFor } from "#core/card/expiry.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { composeStripe } from "#core/card/issued-stripe.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import type { StripeImage } from "#core/card/stripe-image.ts";

/** What a stripe is made from: the card's record, and never anything typed (reader rule 7). */
export type StripeSource = Pick<
  Card,
  "pan" | "serviceCode" | "sequence" | "trackVersion" | "validityYears"
> & { readonly issuedOn: BusinessDate };

/** Composes the stripe of a card of ours; the same card always gets the same stripe. */
export type ComposeStripe = (source: StripeSource, latinName: string) => StripeImage;

/**
 * The bank's stripe writer. PVV and CVV are keyed values over number, expiry, service code and
 * version, so that no stripe can be made, and no old one renewed, without the vault (L13).
 */
export function stripeComposer(cardVerification: Uint8Array): ComposeStripe {
  return (source, latinName) => {
    const expiry = expiryFor(source.issuedOn, source.validityYears);
    const text = [source.pan, expiry, source.serviceCode, source.trackVersion].join("|");
    return composeStripe({
      pan: source.pan,
      holderName: HolderName.parse(latinName),
      expiry,
      serviceCode: ServiceCode.parse(source.serviceCode),
      cardSequence: source.sequence,
      trackVersion: source.trackVersion,
      pvv: keyedDigits(cardVerification, `pvv|${text}`, 5),
      cvv: keyedDigits(cardVerification, `cvv|${text}`, 3),
    });
  };
}

/** Digits of an HMAC: bytes of 250 and more are passed over, so that no digit is likelier. */
function keyedDigits(key: Uint8Array, text: string, length: number): string {
  let digits = "";
  for (let round = 0; digits.length < length; round += 1) {
    const bytes = createHmac("sha256", key).update(`${round}|${text}`).digest();
    for (const byte of bytes) if (byte < 250) digits += String(byte % 10);
  }
  return digits.slice(0, length);
}
