import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { Expiry } from "#core/card/expiry.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { composeStripe } from "#core/card/issued-stripe.ts";
import { Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import { encodeTrack3, parseTrack3 } from "#core/card/track-3.ts";
import { StripeView } from "#core/contract/swipe-view.ts";
import { assert } from "#core/kernel/assert.ts";
import { stripeView } from "#main/views/stripe-view.ts";
import { fc } from "#tests/support/fast-check.ts";
import { cardNumber } from "../ledger/invented.ts";

const today = businessDate("2026-03-18");

function stripe(more: { readonly expiry?: string; readonly pvv?: string; readonly cvv?: string }) {
  return composeStripe({
    pan: Pan.parse(cardNumber(1)),
    holderName: HolderName.parse("GU/KE"),
    expiry: Expiry.parse(more.expiry ?? "3603"),
    serviceCode: ServiceCode.parse("220"),
    cardSequence: 1,
    trackVersion: 1,
    pvv: more.pvv ?? "86420",
    cvv: more.cvv ?? "975",
  });
}

const fieldsOf = (view: StripeView, track: number) =>
  Object.fromEntries(
    (view.tracks[track - 1]?.fields ?? []).map(({ name, value }) => [name, value]),
  );

describe("the stripe test (3010)", () => {
  test("shows Track 2 field by field, numbers masked and secrets dotted out", () => {
    const view = stripeView(stripe({}), { today, verdict: "current" });

    expect(fieldsOf(view, 2)).toEqual({
      pan: "622202*********0018",
      expiry: "valid",
      serviceCode: "220",
      additionalData: "•••",
    });
    expect(view).toMatchObject({ verdict: "current", agrees: true });
    expect(view.tracks.map(({ status }) => status)).toEqual(["good", "good", "good"]);
    expect(StripeView.parse(view)).toEqual(view);
  });

  test("K04: hides the PIN parameters and the check digits of Track 3", () => {
    const fields = fieldsOf(stripeView(stripe({}), { today }), 3);

    expect(fields.pinControl).toBe("•••");
    expect(fields.cryptographicCheck).toBe("•••");
    expect(fields.additionalData).toBe("");
    expect(fields.pinRetries).toBe("3");
  });

  test("M27: masks a supplementary account, and hides whole what is too short to mask", () => {
    const { track2, track3 } = stripe({});
    const plain = parseTrack3(track3 ?? "", { lrc: "stripped" });
    assert(plain.ok, "a stripe of ours can be read");
    const written = encodeTrack3({
      ...plain.value,
      firstAccount: "123456789012",
      secondAccount: "12345678901",
    });
    assert(written.ok, "supplementary accounts fit on the track");

    const fields = fieldsOf(stripeView({ track2, track3: written.value }, { today }), 3);

    expect(fields.firstAccount).toBe("12******9012");
    expect(fields.secondAccount).toBe("***********");
  });

  // Goal: nothing with which a card could be copied or used leaves the main process.
  // Method: cards that differ in random verification values and months alone look the same.
  test("K04: looks the same whatever the PVV, the CVV and the month to come", () => {
    const digits = (length: number) =>
      fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, "0"));
    const month = fc
      .tuple(fc.integer({ min: 30, max: 99 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, of]) => `${year}${String(of).padStart(2, "0")}`);
    const usual = stripeView(stripe({}), { today });

    fc.assert(
      fc.property(digits(5), digits(3), month, (pvv, cvv, expiry) => {
        expect(stripeView(stripe({ pvv, cvv, expiry }), { today })).toEqual(usual);
      }),
    );
    expect(JSON.stringify(usual)).not.toContain(cardNumber(1));
  });

  test("M11: says of the expiry whether the card is past it, and nothing else", () => {
    const expiry = (month: string) =>
      fieldsOf(stripeView(stripe({ expiry: month }), { today }), 2).expiry;

    expect(expiry("2603")).toBe("valid");
    expect(expiry("2602")).toBe("expired");
    expect(expiry("0000")).toBe("none");
  });

  test("M05: shows a track that is not there as empty", () => {
    const { track2 } = stripe({});

    const view = stripeView({ track2 }, { today });

    expect(view.tracks[0]).toEqual({ track: 1, status: "empty", length: 0, fields: [] });
    expect(view.tracks[2]?.status).toBe("empty");
    expect(view.agrees).toBe(true);
  });

  test("says what is wrong with a track and in which field, and nothing that it says", () => {
    const { track1, track2 } = stripe({});

    const view = stripeView({ track1, track2: track2.replace("3603", "3613") }, { today });

    expect(view.tracks[1]).toEqual({
      track: 2,
      status: "bad",
      length: track2.length,
      refusal: { code: "track.field", track: 2, field: "expiry", reason: "month" },
      fields: [],
    });
    expect(view.tracks[0]?.status).toBe("good");
    expect(view.agrees).toBe(false);
  });

  test("M06: says when the tracks are those of two cards", () => {
    const { track1 } = stripe({});
    const { track2 } = stripe({ expiry: "3604" });

    expect(stripeView({ track1, track2 }, { today }).agrees).toBe(false);
  });
});
