import { Expiry } from "#core/card/expiry.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { luhnCheckDigit, Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import { Track3 } from "#core/card/track-3-field.ts";
import { fc } from "#tests/support/fast-check.ts";

/** Any card number: 12 to 18 digits and the one that completes them. */
export const anyPan = fc
  .stringMatching(/^\d{12,18}$/)
  .map((body) => Pan.parse(`${body}${luhnCheckDigit(body)}`));

/** Any expiry, none included. */
export const anyExpiry = fc
  .oneof(fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])$/), fc.constant("0000"))
  .map((text) => Expiry.parse(text));

/** Any three digits. */
export const anyServiceCode = fc.stringMatching(/^\d{3}$/).map((text) => ServiceCode.parse(text));

/** Any holder's name that Track 1 can carry. */
export const anyHolderName = fc
  .stringMatching(/^[A-Z][A-Z ']{0,11}\/[A-Z -]{0,11}(\.MR)?$/)
  .filter((text) => text.length <= 26)
  .map((text) => HolderName.parse(text));

/** Any Track 3 that fits beside a number of 19 digits and two accounts of 12. */
export const anyTrack3 = fc
  .record({
    pan: anyPan,
    country: fc.constantFrom("156", null),
    currency: fc.stringMatching(/^\d{3}$/),
    amountExponent: fc.nat(9),
    cycleAuthorised: fc.nat(9999),
    cycleRemaining: fc.nat(9999),
    cycleBegin: fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 366 })),
    cycleLength: fc.nat(86),
    pinRetries: fc.nat(9),
    pinControl: fc.stringMatching(/^\d{6}$/),
    interchangeControl: fc.constantFrom("0", "2", "3", "4", "5", "6", "7", "8", "9"),
    panUse: fc.stringMatching(/^[0-59][0-489]$/),
    firstAccountUse: fc.stringMatching(/^[0-59][0-489]$/),
    secondAccountUse: fc.stringMatching(/^[0-59][0-489]$/),
    expiry: anyExpiry,
    cardSequence: fc.nat(9),
    firstAccount: fc.stringMatching(/^\d{0,12}$/),
    secondAccount: fc.stringMatching(/^\d{0,12}$/),
    relayMarker: fc.constantFrom("0", "1"),
    cryptographicCheck: fc.stringMatching(/^\d{6}$/),
    additionalData: fc.stringMatching(/^\d{0,8}$/),
  })
  .map((fields) =>
    Track3.parse({
      ...fields,
      cycleRemaining: Math.min(fields.cycleRemaining, fields.cycleAuthorised),
      cycleBegin: `${fields.cycleBegin[0]}${String(fields.cycleBegin[1]).padStart(3, "0")}`,
      cycleLength: String(fields.cycleLength).padStart(2, "0"),
    }),
  );

/** VE6: a card without further accounts, on a monthly cycle of which 12 units are spent. */
export const MONTHLY_TRACK_3 = Track3.parse({
  pan: "9558800200123456788",
  country: "156",
  currency: "156",
  amountExponent: 0,
  cycleAuthorised: 5000,
  cycleRemaining: 4988,
  cycleBegin: "5213",
  cycleLength: "83",
  pinRetries: 3,
  pinControl: "000000",
  interchangeControl: "0",
  panUse: "10",
  firstAccountUse: "00",
  secondAccountUse: "00",
  expiry: "3012",
  cardSequence: 1,
  firstAccount: "",
  secondAccount: "",
  relayMarker: "1",
  cryptographicCheck: "000000",
  additionalData: "",
});
