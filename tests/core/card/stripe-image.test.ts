import { describe, expect, test } from "vitest";
import { readStripe, sameTrack2 } from "#core/card/stripe-image.ts";

const TRACK_1 = "%999558800200123456788^ZHANG/SANFENG.MR^3012220?";
const TRACK_2 = ";9558800200123456788=30122201234500678?";
const TRACK_3 = ";999558800200123456788=1561560500049885213833000000010000030121===1000000?";

describe("reading a stripe", () => {
  test("M05: needs nothing but track 2", () => {
    expect(readStripe({ track2: TRACK_2 })).toEqual({
      ok: true,
      value: {
        track2: {
          pan: "9558800200123456788",
          expiry: "3012",
          serviceCode: "220",
          additionalData: "1234500678",
        },
        track1: { status: "absent" },
        track3: { status: "absent" },
        disagreements: [],
      },
    });
  });

  test("M05: is refused without track 2, whatever else there is", () => {
    expect(readStripe({ track1: TRACK_1, track3: TRACK_3 })).toEqual({
      ok: false,
      refusal: { code: "stripe.track-2-missing" },
    });
    expect(readStripe({ track1: TRACK_1, track2: undefined })).toMatchObject({ ok: false });
  });

  test("M06: is refused where track 2 is damaged, though track 1 is sound", () => {
    expect(readStripe({ track1: TRACK_1, track2: ";9558800200123456788=3013220?" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 2, field: "expiry", reason: "month" },
    });
  });

  test("M06: finds no disagreement on a sound card", () => {
    expect(readStripe({ track1: TRACK_1, track2: TRACK_2, track3: TRACK_3 })).toMatchObject({
      value: {
        track1: { status: "read", fields: { holderName: "ZHANG/SANFENG.MR" } },
        track3: { status: "read", fields: { cardSequence: 1 } },
        disagreements: [],
      },
    });
  });

  test("M06: keeps to track 2 and names the fields in which the others disagree", () => {
    const reading = readStripe({
      track1: TRACK_1,
      track2: ";6222020200123456788=2912520?",
      track3: TRACK_3,
    });

    expect(reading).toMatchObject({
      ok: true,
      value: {
        track2: { pan: "6222020200123456788", expiry: "2912", serviceCode: "520" },
        disagreements: [
          { track: 1, field: "pan" },
          { track: 1, field: "expiry" },
          { track: 1, field: "serviceCode" },
          { track: 3, field: "pan" },
          { track: 3, field: "expiry" },
        ],
      },
    });
  });

  test("M06: finds no disagreement in what ISO lets track 1 leave out", () => {
    const track1 = "%B9558800200123456788^ZHANG/SANFENG^^^?";

    expect(readStripe({ track1, track2: TRACK_2 })).toMatchObject({
      value: { track1: { status: "read" }, disagreements: [] },
    });
  });

  test("M06: goes on with track 2 where the others are damaged, and says how", () => {
    expect(readStripe({ track1: "%E?", track2: TRACK_2, track3: ";99?" })).toMatchObject({
      ok: true,
      value: {
        track1: {
          status: "damaged",
          refusal: { code: "track.field", track: 1, field: "formatCode", reason: "format" },
        },
        track3: {
          status: "damaged",
          refusal: { code: "track.field", track: 3, field: "pan", reason: "separator" },
        },
        disagreements: [],
      },
    });
  });
});

describe("two stripes", () => {
  test("VE10: are one to the host where track 2 is, whatever the card sequence on track 3", () => {
    const lost = { track2: TRACK_2, track3: TRACK_3 };
    const replacement = { track2: TRACK_2, track3: TRACK_3.replace("30121===", "30122===") };

    expect(replacement.track3).not.toBe(lost.track3);
    expect(sameTrack2(lost, replacement)).toBe(true);
  });

  test("VE10: differ where one digit of track 2 does", () => {
    expect(sameTrack2({ track2: TRACK_2 }, { track2: TRACK_2.replace("00678?", "01678?") })).toBe(
      false,
    );
  });
});
