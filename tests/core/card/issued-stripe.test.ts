import { describe, expect, test } from "vitest";
import { composeStripe, StripeIssue, trackVersionOf } from "#core/card/issued-stripe.ts";
import { withLrc } from "#core/card/stripe.ts";
import { readStripe, sameTrack2 } from "#core/card/stripe-image.ts";
import { parseTrack2 } from "#core/card/track-2.ts";
import { assert } from "#core/kernel/assert.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anyExpiry, anyHolderName, anyPan, anyServiceCode } from "./sample-tracks.ts";

const issue = StripeIssue.parse({
  pan: "6222020200123456788",
  holderName: "ZHANG/SANFENG",
  expiry: "3611",
  serviceCode: "220",
  cardSequence: 1,
  trackVersion: 1,
  pvv: "12345",
  cvv: "678",
});

const anyIssue = fc
  .record({
    pan: anyPan,
    holderName: anyHolderName,
    expiry: anyExpiry,
    serviceCode: anyServiceCode,
    cardSequence: fc.nat(9),
    trackVersion: fc.integer({ min: 1, max: 99 }),
    pvv: fc.stringMatching(/^\d{5}$/),
    cvv: fc.stringMatching(/^\d{3}$/),
  })
  .map((fields) => StripeIssue.parse(fields));

describe("the stripe of a card of this bank", () => {
  test("M05, M08: has the tracks of JR/T", () => {
    expect(composeStripe(issue)).toEqual({
      track1: "%996222020200123456788^ZHANG/SANFENG^36112201234501678?",
      track2: ";6222020200123456788=36112201234501678?",
      track3: ";996222020200123456788=1561560000000000000003000000010000036111===1000000?",
    });
  });

  test("M14: has PVV, version and CVV on Track 2, which they fill beside 19 digits", () => {
    expect(withLrc(composeStripe({ ...issue, trackVersion: 7 }).track2)).toHaveLength(40);
    expect(composeStripe({ ...issue, trackVersion: 7 }).track2).toBe(
      ";6222020200123456788=36112201234507678?",
    );
  });

  test("VE10: a card made again under the same number differs from the lost one on Track 2", () => {
    const lost = composeStripe(issue);
    const replacement = composeStripe({ ...issue, cardSequence: 2, trackVersion: 2 });

    expect(sameTrack2(lost, replacement)).toBe(false);
  });

  test("VE10: a new card sequence number alone does not show on Track 2", () => {
    const lost = composeStripe(issue);
    const replacement = composeStripe({ ...issue, cardSequence: 2 });

    expect(sameTrack2(lost, replacement)).toBe(true);
    expect(replacement.track3).not.toBe(lost.track3);
  });

  // Goal: no card of a number ever has the Track 2 of another card of that number, even when
  // expiry, PVV and CVV come out the same by design or by chance.
  // Method: any two issues of one number whose versions differ, the rest equal or not.
  test("L13, VE10: two versions of the same number never give the same Track 2", () => {
    fc.assert(
      fc.property(anyIssue, anyIssue, fc.boolean(), (one, other, sharesAll) => {
        fc.pre(one.trackVersion !== other.trackVersion);
        const again = sharesAll
          ? { ...one, trackVersion: other.trackVersion }
          : { ...other, pan: one.pan };

        expect(sameTrack2(composeStripe(one), composeStripe(again))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  // Goal: every card that the bank may make can be read.
  // Method: any sound issue, from the shortest number to the longest number and name.
  test("M01, M02, M03: is read as one card with the version it was made with", () => {
    fc.assert(
      fc.property(anyIssue, (any) => {
        const reading = readStripe(composeStripe(any));

        assert(reading.ok, "a card of this bank is read");
        const { track1, track2, track3, disagreements } = reading.value;
        expect(disagreements).toEqual([]);
        expect(track1).toMatchObject({ status: "read", fields: { holderName: any.holderName } });
        expect(track3).toMatchObject({
          status: "read",
          fields: { cardSequence: any.cardSequence },
        });
        expect(trackVersionOf(track2)).toBe(any.trackVersion);
      }),
    );
  });

  test("L13: shows no version where the issuer's data is not of our form", () => {
    const old = parseTrack2(";9558800200123456788=30122201234500678?", { lrc: "stripped" });
    const foreign = parseTrack2(";9558800200123453=3012220123450000678?", { lrc: "stripped" });

    assert(old.ok && foreign.ok, "both are sound tracks");
    expect(trackVersionOf(old.value)).toBeUndefined();
    expect(trackVersionOf(foreign.value)).toBeUndefined();
  });

  test.each([
    ["cardSequence", -1],
    ["cardSequence", 10],
    ["trackVersion", 0],
    ["trackVersion", 100],
    ["trackVersion", 1.5],
    ["pvv", "1234"],
    ["pvv", "123456"],
    ["cvv", "67"],
    ["cvv", "6789"],
    ["holderName", "张三丰"],
    ["holderName", "ZHANG SANFENG"],
    ["expiry", "3613"],
    ["serviceCode", "22"],
    ["pan", "6222020200123456789"],
  ])("M25, L13: is not made with %s %s", (field, value) => {
    expect(StripeIssue.safeParse({ ...issue, [field]: value }).success).toBe(false);
  });

  test("M25, L13: is made with the first and last sequence number and version", () => {
    expect(StripeIssue.safeParse({ ...issue, cardSequence: 0, trackVersion: 1 }).success).toBe(
      true,
    );
    expect(StripeIssue.safeParse({ ...issue, cardSequence: 9, trackVersion: 99 }).success).toBe(
      true,
    );
  });
});
