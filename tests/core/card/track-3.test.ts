import { describe, expect, test } from "vitest";
import { withLrc } from "#core/card/stripe.ts";
import { encodeTrack3, parseTrack3 } from "#core/card/track-3.ts";
import { CycleBegin, CycleLength, Track3 } from "#core/card/track-3-field.ts";
import { assert } from "#core/kernel/assert.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anyTrack3, MONTHLY_TRACK_3 } from "./sample-tracks.ts";

const VE7 = Track3.parse({
  ...MONTHLY_TRACK_3,
  cycleAuthorised: 0,
  cycleRemaining: 0,
  cycleBegin: "0000",
  cycleLength: "00",
  cardSequence: 2,
  firstAccount: "000000000000",
  secondAccount: "000000000000",
  additionalData: "00000000",
});

describe("Track 3", () => {
  test.each([
    [
      "VE6",
      MONTHLY_TRACK_3,
      ";999558800200123456788=1561560500049885213833000000010000030121===1000000?",
      ";",
      75,
    ],
    [
      "VE7",
      VE7,
      ";999558800200123456788=1561560000000000000003000000010000030122=000000000000=000000000000=100000000000000?",
      ">",
      107,
    ],
  ])("%s: is written and read as in the worked example", (_, fields, text, lrc, length) => {
    expect(encodeTrack3(fields)).toEqual({ ok: true, value: text });
    expect(withLrc(text)).toBe(`${text}${lrc}`);
    expect(withLrc(text)).toHaveLength(length);
    expect(parseTrack3(text, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
    expect(parseTrack3(`${text}${lrc}`, { lrc: "present" })).toEqual({ ok: true, value: fields });
  });

  test("M15, rules a, b, c: leaves the country out with a single separator", () => {
    const text = ";999558800200123456788==1560500049885213833000000010000030121===1000000?";
    const fields = { ...MONTHLY_TRACK_3, country: null };

    expect(encodeTrack3(fields)).toEqual({ ok: true, value: text });
    expect(parseTrack3(text, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
  });

  test("M14: has 8 digits for the issuer beside two accounts, 32 beside none", () => {
    const none = { ...VE7, firstAccount: "", secondAccount: "" };

    expect(encodeTrack3({ ...VE7, additionalData: "0".repeat(8) })).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...VE7, additionalData: "0".repeat(9) })).toEqual({
      ok: false,
      refusal: { code: "track.length", track: 3, length: 108, limit: 107 },
    });
    expect(encodeTrack3({ ...none, additionalData: "0".repeat(32) })).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...none, additionalData: "0".repeat(33) })).toMatchObject({ ok: false });
  });

  test("2.3: names the first field that is not whole where the track ends too early", () => {
    expect(parseTrack3(";?", { lrc: "stripped" })).toMatchObject({ refusal: { field: "pan" } });
    expect(parseTrack3(";99?", { lrc: "stripped" })).toMatchObject({ refusal: { field: "pan" } });
    expect(parseTrack3(";999558800200123453=?", { lrc: "stripped" })).toMatchObject({
      refusal: { field: "country" },
    });
    expect(parseTrack3(";999558800200123453=156156?", { lrc: "stripped" })).toMatchObject({
      refusal: { field: "amountExponent" },
    });
  });

  // Goal: reading gives back what was written, with and without LRC.
  // Method: any sound fields that fit beside the longest number and accounts.
  test("M03: whatever fits is read back as it was written", () => {
    fc.assert(
      fc.property(anyTrack3, (fields) => {
        const text = encodeTrack3(fields);

        assert(text.ok, "what fits is written");
        expect(parseTrack3(text.value, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
        expect(parseTrack3(withLrc(text.value), { lrc: "present" })).toEqual({
          ok: true,
          value: fields,
        });
      }),
    );
  });

  // Goal: whatever is read, is read right: no damage moves a field into its neighbour unseen.
  // Method: damage one character of a sound track, or drop one, anywhere; what is still read
  // must be written again as the very text that was read.
  test("rules a, b, d: what is read in spite of damage is what stands there", () => {
    const sound = ";999558800200123456788=1561560500049885213833000000010000030121===1000000?";
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.constantFrom("", ..."0123456789="),
        (at, replacement) => {
          const damaged = `${sound.slice(0, at)}${replacement}${sound.slice(at + 1)}`;

          const read = parseTrack3(damaged, { lrc: "stripped" });
          const written = read.ok ? encodeTrack3(read.value) : read;
          expect(written).toEqual(read.ok ? { ok: true, value: damaged } : read);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

/** A sound beginning; the rows below go on after it. */
const NUMBER = ";999558800200123453=";

describe("a damaged field of Track 3", () => {
  test.each([
    ["country", "country", "M15", "8401560500049885213833000000010000030121===1000000?"],
    ["currency", "digits", "X6", "15615=0500049885213833000000010000030121===1000000?"],
    ["amountExponent", "digits", "M16", "156156=500049885213833000000010000030121===1000000?"],
    ["cycleAuthorised", "digits", "X6", "1561560500=49885213833000000010000030121===1000000?"],
    ["cycleRemaining", "digits", "M17", "15615605000498=5213833000000010000030121===1000000?"],
    [
      "cycleRemaining",
      "above-authorised",
      "M17",
      "1561560500050015213833000000010000030121===1000000?",
    ],
    ["cycleBegin", "digits", "M18", "156156050004988521=833000000010000030121===1000000?"],
    ["cycleBegin", "day", "M18", "1561560500049885367833000000010000030121===1000000?"],
    ["cycleBegin", "day", "M18", "1561560500049885000833000000010000030121===1000000?"],
    ["cycleBegin", "day", "M18", "1561560500049880000833000000010000030121===1000000?"],
    ["cycleLength", "digits", "M19", "15615605000498852138=3000000010000030121===1000000?"],
    ["cycleLength", "reserved", "M19", "1561560500049885213873000000010000030121===1000000?"],
    ["pinRetries", "digits", "M20", "156156050004988521383=000000010000030121===1000000?"],
    ["pinControl", "digits", "M21", "156156050004988521383300000=010000030121===1000000?"],
    ["interchangeControl", "digits", "M22", "1561560500049885213833000000=10000030121===1000000?"],
    [
      "interchangeControl",
      "reserved",
      "M22",
      "1561560500049885213833000000110000030121===1000000?",
    ],
    ["panUse", "digits", "M23", "15615605000498852138330000000=0000030121===1000000?"],
    ["panUse", "reserved", "M23", "1561560500049885213833000000060000030121===1000000?"],
    ["panUse", "reserved", "M24", "1561560500049885213833000000015000030121===1000000?"],
    ["firstAccountUse", "reserved", "M23", "1561560500049885213833000000010800030121===1000000?"],
    ["secondAccountUse", "reserved", "M24", "1561560500049885213833000000010000730121===1000000?"],
    ["expiry", "month", "M11", "1561560500049885213833000000010000030131===1000000?"],
    ["cardSequence", "digits", "M25", "156156050004988521383300000001000003012====1000000?"],
    [
      "securityNumber",
      "separator",
      "M26",
      "1561560500049885213833000000010000030121123456789==1000000?",
    ],
    [
      "firstAccount",
      "length",
      "M27",
      "1561560500049885213833000000010000030121=0000000000000==1000000?",
    ],
    ["firstAccount", "separator", "M27", "1561560500049885213833000000010000030121=1000000?"],
    [
      "secondAccount",
      "length",
      "M27",
      "1561560500049885213833000000010000030121==0000000000000=1000000?",
    ],
    ["secondAccount", "separator", "M27", "1561560500049885213833000000010000030121==1000000?"],
    ["relayMarker", "reserved", "M28", "1561560500049885213833000000010000030121===2000000?"],
    ["relayMarker", "digits", "M28", "1561560500049885213833000000010000030121===?"],
    ["cryptographicCheck", "digits", "M29", "1561560500049885213833000000010000030121===100000?"],
    ["additionalData", "digits", "M14", "1561560500049885213833000000010000030121===10000001=?"],
  ])("%s is named with the reason %s (%s)", (field, reason, _, text) => {
    expect(parseTrack3(`${NUMBER}${text}`, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 3, field, reason },
    });
  });

  test.each([
    ["formatCode", "format", "M08", ";019558800200123453=156?"],
    ["pan", "length", "N01", ";99998877123450=156?"],
    ["pan", "check-digit", "N04", ";999558800200123454=156?"],
    ["pan", "separator", "M09", ";999558800200123453?"],
  ])("%s is named with the reason %s (%s)", (field, reason, _, text) => {
    expect(parseTrack3(text, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 3, field, reason },
    });
  });

  test.each([
    ["cycleAuthorised", "digits", { cycleAuthorised: 10_000 }],
    ["cycleAuthorised", "digits", { cycleAuthorised: 4988.5 }],
    ["cycleRemaining", "above-authorised", { cycleRemaining: 5001 }],
    ["amountExponent", "digits", { amountExponent: 10 }],
    ["pinRetries", "digits", { pinRetries: -1 }],
    ["cardSequence", "digits", { cardSequence: 10 }],
    ["currency", "digits", { currency: "15" }],
    ["pinControl", "digits", { pinControl: "12345" }],
    ["cryptographicCheck", "digits", { cryptographicCheck: "12345" }],
    ["firstAccount", "length", { firstAccount: "1234567890123" }],
    ["secondAccount", "digits", { secondAccount: "1=2" }],
    ["additionalData", "digits", { additionalData: "=" }],
  ])("%s is never written: %s", (field, reason, damage) => {
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, ...damage })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 3, field, reason },
    });
  });
});

describe("both sides of what a field may hold", () => {
  test("M18: days from 001 to 366", () => {
    expect(CycleBegin.safeParse("5001").success).toBe(true);
    expect(CycleBegin.safeParse("4366").success).toBe(true);
    expect(CycleBegin.safeParse("5000").success).toBe(false);
    expect(CycleBegin.safeParse("4367").success).toBe(false);
  });

  test("M18, M19: no first day where the cycle is never reset", () => {
    expect(encodeTrack3(VE7)).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...VE7, cycleLength: CycleLength.parse("01") })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 3, field: "cycleBegin", reason: "day" },
    });
  });

  test("M19: cycle lengths up to 86", () => {
    expect(CycleLength.safeParse("00").success).toBe(true);
    expect(CycleLength.safeParse("86").success).toBe(true);
    expect(CycleLength.safeParse("87").success).toBe(false);
    expect(CycleLength.safeParse("99").success).toBe(false);
  });

  test("M17: as much remaining as authorised, and not one more", () => {
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, cycleRemaining: 5000 })).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, cycleRemaining: 5001 })).toMatchObject({ ok: false });
  });

  test("M25: card sequence numbers from 0 to 9", () => {
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, cardSequence: 0 })).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, cardSequence: 9 })).toMatchObject({ ok: true });
  });

  test("M27: accounts of up to 12 digits, or none", () => {
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, firstAccount: "123456789012" })).toMatchObject({
      ok: true,
    });
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, secondAccount: "1" })).toMatchObject({ ok: true });
  });

  test("M28: the additional data relayed or not", () => {
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, relayMarker: "0" })).toMatchObject({ ok: true });
    expect(encodeTrack3({ ...MONTHLY_TRACK_3, relayMarker: "1" })).toMatchObject({ ok: true });
  });
});
