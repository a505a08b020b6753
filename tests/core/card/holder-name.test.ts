import { describe, expect, test } from "vitest";
import { HolderName, holderNameParts, parseHolderName } from "#core/card/holder-name.ts";

describe("the holder's name on Track 1", () => {
  test("M10: is a letter and the surname separator at least", () => {
    expect(parseHolderName("Z/")).toEqual({ ok: true, value: "Z/" });
    expect(parseHolderName("Z")).toEqual({
      ok: false,
      refusal: { code: "holder-name.length", length: 1 },
    });
    expect(parseHolderName("/Z")).toEqual({
      ok: false,
      refusal: { code: "holder-name.characters" },
    });
  });

  test("M10: has 26 characters at most", () => {
    expect(parseHolderName("OUYANG/XIUWENZHANGXIANSHEN")).toMatchObject({ ok: true });
    expect(parseHolderName("OUYANG/XIUWENZHANGXIANSHENG")).toEqual({
      ok: false,
      refusal: { code: "holder-name.length", length: 27 },
    });
  });

  test("M10: has one surname separator", () => {
    expect(parseHolderName("ZHANG SANFENG")).toEqual({
      ok: false,
      refusal: { code: "holder-name.separator" },
    });
    expect(parseHolderName("ZHANG/SAN/FENG")).toEqual({
      ok: false,
      refusal: { code: "holder-name.separator" },
    });
  });

  test("2.1: is in capitals, and the field separator is not part of it", () => {
    expect(parseHolderName("Zhang/Sanfeng")).toEqual({
      ok: false,
      refusal: { code: "holder-name.characters" },
    });
    expect(parseHolderName("ZHANG/SAN^FENG")).toEqual({
      ok: false,
      refusal: { code: "holder-name.characters" },
    });
    expect(parseHolderName("O'BRIEN/MARY-ANN")).toMatchObject({ ok: true });
  });

  test("M10: is surname, given name, middle name and, behind a full stop, title", () => {
    expect(holderNameParts(HolderName.parse("SMITH/JOHN QUINCY.MR"))).toEqual({
      surname: "SMITH",
      given: "JOHN",
      middle: "QUINCY",
      title: "MR",
    });
    expect(holderNameParts(HolderName.parse("ZHANG/SANFENG"))).toEqual({
      surname: "ZHANG",
      given: "SANFENG",
      middle: "",
      title: "",
    });
    expect(holderNameParts(HolderName.parse("Z/"))).toEqual({
      surname: "Z",
      given: "",
      middle: "",
      title: "",
    });
  });

  test("M10: is read without the spaces that fill it up", () => {
    expect(holderNameParts(HolderName.parse("LI/NA                     "))).toMatchObject({
      surname: "LI",
      given: "NA",
      middle: "",
    });
  });
});
