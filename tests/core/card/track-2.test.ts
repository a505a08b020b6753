import { describe, expect, test } from "vitest";
import { Expiry } from "#core/card/expiry.ts";
import { Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import { withLrc } from "#core/card/stripe.ts";
import { encodeTrack2, parseTrack2, type Track2 } from "#core/card/track-2.ts";
import { assert } from "#core/kernel/assert.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anyExpiry, anyPan, anyServiceCode } from "./sample-tracks.ts";

const VE1: Track2 = {
  pan: Pan.parse("9558800200123453"),
  expiry: Expiry.parse("3012"),
  serviceCode: ServiceCode.parse("220"),
  additionalData: "123450000678",
};
const VE2: Track2 = {
  ...VE1,
  pan: Pan.parse("9558800200123456788"),
  additionalData: "1234500678",
};
const VE3: Track2 = {
  pan: Pan.parse("6222020200123456788"),
  expiry: Expiry.parse("0000"),
  serviceCode: ServiceCode.parse("520"),
  additionalData: "",
};

describe("Track 2", () => {
  test.each([
    ["VE1", VE1, ";9558800200123453=3012220123450000678?", "8", 39],
    ["VE2", VE2, ";9558800200123456788=30122201234500678?", ":", 40],
    ["VE3", VE3, ";6222020200123456788=0000520?", ":", 30],
  ])("%s: is written and read as in the worked example", (_, fields, text, lrc, length) => {
    expect(encodeTrack2(fields)).toEqual({ ok: true, value: text });
    expect(withLrc(text)).toBe(`${text}${lrc}`);
    expect(withLrc(text)).toHaveLength(length);
    expect(parseTrack2(text, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
    expect(parseTrack2(`${text}${lrc}`, { lrc: "present" })).toEqual({ ok: true, value: fields });
  });

  test("VE8: with one digit of the number changed, LRC and Luhn both tell", () => {
    const damaged = ";9558810200123453=3012220123450000678?";

    expect(parseTrack2(`${damaged}8`, { lrc: "present" })).toEqual({
      ok: false,
      refusal: { code: "track.lrc", track: 2 },
    });
    expect(parseTrack2(damaged, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 2, field: "pan", reason: "check-digit" },
    });
  });

  test("VE9: with 09 in the place of 90, neither LRC nor Luhn tells", () => {
    const sound = withLrc(";9558800900123456=3012220?");
    const swapped = `;9558809000123456=3012220?${sound.slice(-1)}`;

    expect(parseTrack2(sound, { lrc: "present" })).toMatchObject({ ok: true });
    expect(parseTrack2(swapped, { lrc: "present" })).toMatchObject({ ok: true });
  });

  test.each([
    ["pan", "length", ";998877123450=3012220?"],
    ["pan", "length", ";62220202001234567884=3012220?"],
    ["pan", "check-digit", ";9558800200123454=3012220?"],
    ["pan", "separator", ";95588002001234533012220?"],
    ["pan", "length", ";=3012220?"],
    ["expiry", "month", ";9558800200123453=3013220?"],
    ["expiry", "month", ";9558800200123453=3000220?"],
    ["expiry", "digits", ";9558800200123453=301?"],
    ["expiry", "digits", ";9558800200123453==220?"],
    ["serviceCode", "digits", ";9558800200123453=301222?"],
    ["serviceCode", "digits", ";9558800200123453=301222=?"],
    ["additionalData", "digits", ";9558800200123453=301222012=4?"],
  ])("rule d: names the field %s when it is damaged: %s", (field, reason, text) => {
    expect(parseTrack2(text, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 2, field, reason },
    });
  });

  test("rule d: of ISO, the format letter B has no place on it", () => {
    expect(parseTrack2(";B9558800200123453=3012220?", { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.character", track: 2, position: 2 },
    });
  });

  test("M14: has 10 digits for the issuer beside a number of 19, and 13 beside one of 16", () => {
    expect(encodeTrack2({ ...VE2, additionalData: "0".repeat(10) })).toMatchObject({ ok: true });
    expect(encodeTrack2({ ...VE2, additionalData: "0".repeat(11) })).toEqual({
      ok: false,
      refusal: { code: "track.length", track: 2, length: 41, limit: 40 },
    });
    expect(encodeTrack2({ ...VE1, additionalData: "0".repeat(13) })).toMatchObject({ ok: true });
    expect(encodeTrack2({ ...VE1, additionalData: "0".repeat(14) })).toMatchObject({ ok: false });
  });

  test("M14: is not written with issuer's data that would not be read back", () => {
    expect(encodeTrack2({ ...VE1, additionalData: "12=4" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 2, field: "additionalData", reason: "digits" },
    });
    expect(encodeTrack2({ ...VE1, additionalData: "12?4" })).toEqual({
      ok: false,
      refusal: { code: "track.character", track: 2, position: 28 },
    });
  });

  test("VE10: of a card made again with nothing changed is the lost card's to the last bit", () => {
    const again: Track2 = { ...VE2 };

    expect(encodeTrack2(again)).toEqual(encodeTrack2(VE2));
  });

  // Goal: reading gives back what was written, with and without LRC.
  // Method: any fields that fit beside a number of any length.
  test("M02: whatever fits is read back as it was written", () => {
    const additionalData = fc.stringMatching(/^\d{0,10}$/);
    fc.assert(
      fc.property(
        fc.record({ pan: anyPan, expiry: anyExpiry, serviceCode: anyServiceCode, additionalData }),
        (fields) => {
          const text = encodeTrack2(fields);

          assert(text.ok, "what fits is written");
          expect(parseTrack2(text.value, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
          expect(parseTrack2(withLrc(text.value), { lrc: "present" })).toEqual({
            ok: true,
            value: fields,
          });
        },
      ),
    );
  });
});
