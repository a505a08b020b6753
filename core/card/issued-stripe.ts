import { z } from "zod";
import { Expiry } from "#core/card/expiry.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import type { StripeImage } from "#core/card/stripe-image.ts";
import { encodeTrack1 } from "#core/card/track-1.ts";
import { encodeTrack2, type Track2 } from "#core/card/track-2.ts";
import { encodeTrack3 } from "#core/card/track-3.ts";
import { AccountUse, CycleBegin, CycleLength } from "#core/card/track-3-field.ts";
import type { TrackRefusal } from "#core/card/track-refusal.ts";
import { assert } from "#core/kernel/assert.ts";
import type { Result } from "#core/kernel/result.ts";

/** What the bank says of a card that it makes. The PVV and CVV come from the vault. */
export const StripeIssue = z
  .object({
    pan: Pan,
    holderName: HolderName,
    expiry: Expiry,
    serviceCode: ServiceCode,
    /** 卡序列号 for Track 3: one digit, +1 at each new card of the number (M25). */
    cardSequence: z.int().min(0).max(9),
    /** Version of the stripe, +1 whenever a stripe is written for the number (L13). */
    trackVersion: z.int().min(1).max(99),
    /** PIN verification value: five digits. */
    pvv: z.string().regex(/^\d{5}$/),
    /** Card verification value: three digits. */
    cvv: z.string().regex(/^\d{3}$/),
  })
  .readonly();
export type StripeIssue = z.infer<typeof StripeIssue>;

/** Wrong PINs that a card allows before it locks (parameter PIN_TRIES). */
const PIN_RETRIES_AT_ISSUE = 3;

/**
 * The stripe of a card of this bank.
 *
 * The additional data is PVV, version and CVV, ten digits that just fit beside a number of 19.
 * Track 2 knows no card sequence number; the version in its place makes the stripe of every card
 * of a number different from all before it, so that the host can tell a lost card from its
 * replacement (VE10, L13).
 */
export function composeStripe(issue: StripeIssue): StripeImage {
  const { pan, holderName, expiry, serviceCode } = StripeIssue.parse(issue);
  const additionalData = `${issue.pvv}${String(issue.trackVersion).padStart(2, "0")}${issue.cvv}`;
  const exchanged = { pan, expiry, serviceCode, additionalData };

  return {
    track1: written(encodeTrack1({ format: "99", holderName, ...exchanged })),
    track2: written(encodeTrack2(exchanged)),
    track3: written(
      encodeTrack3({
        pan,
        country: "156",
        currency: "156",
        // No offline spending: nothing is authorised for a cycle, and no cycle ever begins.
        amountExponent: 0,
        cycleAuthorised: 0,
        cycleRemaining: 0,
        cycleBegin: CycleBegin.parse("0000"),
        cycleLength: CycleLength.parse("00"),
        pinRetries: PIN_RETRIES_AT_ISSUE,
        pinControl: "000000",
        interchangeControl: "0",
        panUse: AccountUse.parse("10"),
        firstAccountUse: AccountUse.parse("00"),
        secondAccountUse: AccountUse.parse("00"),
        expiry,
        cardSequence: issue.cardSequence,
        firstAccount: "",
        secondAccount: "",
        relayMarker: "1",
        cryptographicCheck: "000000",
        additionalData: "",
      }),
    ),
  };
}

/** The version that a Track 2 of this bank carries, or nothing where it is not of our form. */
export function trackVersionOf(track2: Track2): number | undefined {
  const additional = /^\d{5}(\d{2})\d{3}$/.exec(track2.additionalData);
  const version = Number(additional?.[1] ?? "0");
  return version === 0 ? undefined : version;
}

function written(track: Result<string, TrackRefusal>): string {
  assert(track.ok, "every card that the bank may make fits on its stripe");
  return track.value;
}
