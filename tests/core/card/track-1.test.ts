import { describe, expect, test } from "vitest";
import { Expiry } from "#core/card/expiry.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import { withLrc } from "#core/card/stripe.ts";
import { encodeTrack1, parseTrack1, type Track1 } from "#core/card/track-1.ts";
import { assert } from "#core/kernel/assert.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anyExpiry, anyHolderName, anyPan, anyServiceCode } from "./sample-tracks.ts";

const VE4: Track1 = {
  format: "99",
  pan: Pan.parse("9558800200123456788"),
  holderName: HolderName.parse("ZHANG/SANFENG.MR"),
  expiry: Expiry.parse("3012"),
  serviceCode: ServiceCode.parse("220"),
  additionalData: "0".repeat(20),
};
const VE5: Track1 = { ...VE4, holderName: HolderName.parse("OUYANG/XIUWENZHANGXIANSHEN") };

const ISO: Track1 = {
  format: "B",
  pan: Pan.parse("4111111111111111"),
  holderName: HolderName.parse("ALBERT/FAT                "),
  expiry: Expiry.parse("2011"),
  serviceCode: ServiceCode.parse("123"),
  additionalData: "45671234567890",
};

describe("Track 1 of JR/T, format 99", () => {
  test.each([
    ["VE4", VE4, "%999558800200123456788^ZHANG/SANFENG.MR^301222000000000000000000000?", "#", 69],
    [
      "VE5",
      VE5,
      "%999558800200123456788^OUYANG/XIUWENZHANGXIANSHEN^301222000000000000000000000?",
      "Y",
      79,
    ],
  ])("%s: is written and read as in the worked example", (_, fields, text, lrc, length) => {
    expect(encodeTrack1(fields)).toEqual({ ok: true, value: text });
    expect(withLrc(text)).toBe(`${text}${lrc}`);
    expect(withLrc(text)).toHaveLength(length);
    expect(parseTrack1(text, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
    expect(parseTrack1(`${text}${lrc}`, { lrc: "present" })).toEqual({ ok: true, value: fields });
  });

  test("M14: has 20 characters for the issuer beside the longest number and name", () => {
    expect(encodeTrack1({ ...VE5, additionalData: "A".repeat(20) })).toMatchObject({ ok: true });
    expect(encodeTrack1({ ...VE5, additionalData: "A".repeat(21) })).toEqual({
      ok: false,
      refusal: { code: "track.length", track: 1, length: 80, limit: 79 },
    });
  });

  test.each([
    ["formatCode", "format", "%989558800200123453^ZHANG/SANFENG^3012220?"],
    ["formatCode", "format", "%A9558800200123453^ZHANG/SANFENG^3012220?"],
    ["formatCode", "format", "%?"],
    ["pan", "length", "%99998877123450^ZHANG/SANFENG^3012220?"],
    ["pan", "length", "%9962220202001234567884^ZHANG/SANFENG^3012220?"],
    ["pan", "check-digit", "%999558800200123454^ZHANG/SANFENG^3012220?"],
    ["pan", "digits", "%999558 8002 0012 3453^ZHANG/SANFENG^3012220?"],
    ["pan", "separator", "%999558800200123453?"],
    ["holderName", "separator", "%999558800200123453^ZHANG/SANFENG?"],
    ["holderName", "separator", "%999558800200123453^ZHANG SANFENG^3012220?"],
    ["holderName", "length", "%999558800200123453^^3012220?"],
    ["holderName", "length", "%999558800200123453^OUYANG/XIUWENZHANGXIANSHENG^3012220?"],
    ["holderName", "characters", "%999558800200123453^/SANFENG^3012220?"],
    ["expiry", "month", "%999558800200123453^ZHANG/SANFENG^3013220?"],
    ["expiry", "digits", "%999558800200123453^ZHANG/SANFENG^30A2220?"],
    ["expiry", "digits", "%999558800200123453^ZHANG/SANFENG^^220?"],
    ["serviceCode", "digits", "%999558800200123453^ZHANG/SANFENG^301222?"],
    ["serviceCode", "digits", "%999558800200123453^ZHANG/SANFENG^301222X?"],
    ["serviceCode", "digits", "%999558800200123453^ZHANG/SANFENG^3012^?"],
    ["additionalData", "characters", "%999558800200123453^ZHANG/SANFENG^3012220A^B?"],
  ])("M08–M14: names the field %s when it is damaged: %s", (field, reason, text) => {
    expect(parseTrack1(text, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 1, field, reason },
    });
  });

  test("M14: is not written with issuer's data that would not be read back", () => {
    expect(encodeTrack1({ ...VE4, additionalData: "A^B" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 1, field: "additionalData", reason: "characters" },
    });
    expect(encodeTrack1({ ...VE4, additionalData: "a" })).toEqual({
      ok: false,
      refusal: { code: "track.character", track: 1, position: 48 },
    });
  });
});

describe("Track 1 of ISO 7813, format B", () => {
  test("M08: is read beside that of JR/T", () => {
    const text = "%B4111111111111111^ALBERT/FAT                ^201112345671234567890?";

    expect(parseTrack1(text, { lrc: "stripped" })).toEqual({ ok: true, value: ISO });
    expect(encodeTrack1(ISO)).toEqual({ ok: true, value: text });
  });

  test("2.3: may leave out the expiry, the service code, or both", () => {
    const head = "%B4111111111111111^ALBERT/FAT^";

    expect(parseTrack1(`${head}^12345?`, { lrc: "stripped" })).toMatchObject({
      value: { expiry: null, serviceCode: "123", additionalData: "45" },
    });
    expect(parseTrack1(`${head}2011^45?`, { lrc: "stripped" })).toMatchObject({
      value: { expiry: "2011", serviceCode: null, additionalData: "45" },
    });
    expect(parseTrack1(`${head}^^45?`, { lrc: "stripped" })).toMatchObject({
      value: { expiry: null, serviceCode: null, additionalData: "45" },
    });
  });

  test.each([
    ["pan", "check-digit", "%B4111111111111112^ALBERT/FAT^2011123?"],
    ["holderName", "separator", "%B4111111111111111^FAT ALBERT^2011123?"],
    ["expiry", "month", "%B4111111111111111^ALBERT/FAT^2013123?"],
    ["serviceCode", "digits", "%B4111111111111111^ALBERT/FAT^201112?"],
    ["serviceCode", "digits", "%B4111111111111111^ALBERT/FAT^^12?"],
    ["additionalData", "characters", "%B4111111111111111^ALBERT/FAT^2011123^?"],
  ])("2.3: names the field %s when it is damaged: %s", (field, reason, text) => {
    expect(parseTrack1(text, { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.field", track: 1, field, reason },
    });
  });
});

describe("Track 1 of either format", () => {
  const common = {
    pan: anyPan,
    holderName: anyHolderName,
    additionalData: fc.stringMatching(/^[A-Z0-9 .,]{0,20}$/),
  };
  const anyTrack1: fc.Arbitrary<Track1> = fc.oneof(
    fc.record({
      format: fc.constant("99"),
      ...common,
      expiry: anyExpiry,
      serviceCode: anyServiceCode,
    }),
    fc.record({
      format: fc.constant("B"),
      ...common,
      expiry: fc.option(anyExpiry),
      serviceCode: fc.option(anyServiceCode),
    }),
  );

  // Goal: reading gives back what was written, with and without LRC.
  // Method: any fields that fit beside the longest number and name.
  test("M01: whatever fits is read back as it was written", () => {
    fc.assert(
      fc.property(anyTrack1, (fields) => {
        const text = encodeTrack1(fields);

        assert(text.ok, "what fits is written");
        expect(parseTrack1(text.value, { lrc: "stripped" })).toEqual({ ok: true, value: fields });
        expect(parseTrack1(withLrc(text.value), { lrc: "present" })).toEqual({
          ok: true,
          value: fields,
        });
      }),
    );
  });
});
