import { describe, expect, test } from "vitest";
import { LatinName, latinNameFromText, PersonName } from "#core/identity/name.ts";
import { Phone, phoneFromText } from "#core/identity/phone.ts";

const isName = (text: string) => PersonName.safeParse(text).success;
const isLatin = (text: string) => LatinName.safeParse(text).success;

describe("the name of a person", () => {
  test("is Han characters, parted by the middle dot where it is a minority's", () => {
    expect(isName("王小明")).toBe(true);
    expect(isName("欧阳修")).toBe(true);
    expect(isName("阿卜杜拉·买买提")).toBe(true);
    expect(isName("张𠮷")).toBe(true);
    expect(isName("·买买提")).toBe(false);
    expect(isName("阿卜杜拉··买买提")).toBe(false);
  });

  test("is Latin letters for a foreigner", () => {
    expect(isName("Jean-Luc O'Neil, Jr")).toBe(true);
    expect(isName("García Márquez")).toBe(true);
    expect(isName("王Wang")).toBe(false);
    expect(isName("John 3")).toBe(false);
  });

  test("has two characters at least and sixty at most", () => {
    expect(isName("王")).toBe(false);
    expect(isName("王五")).toBe(true);
    expect(isName("a".repeat(60))).toBe(true);
    expect(isName("a".repeat(61))).toBe(false);
    expect(isName("𠮷")).toBe(false);
  });
});

describe("the name on a card", () => {
  test("is SURNAME/GIVEN in capital letters", () => {
    expect(isLatin("WANG/XIAOMING")).toBe(true);
    expect(isLatin("DE LA CRUZ/MARIA ANA")).toBe(true);
    expect(isLatin("Wang/Xiaoming")).toBe(false);
    expect(isLatin("WANG XIAOMING")).toBe(false);
    expect(isLatin("WANG/")).toBe(false);
    expect(isLatin("/XIAOMING")).toBe(false);
    expect(isLatin("A/B/C")).toBe(false);
    expect(isLatin("WANG /XIAOMING")).toBe(false);
    expect(isLatin("WANG^/XIAO")).toBe(false);
  });

  test("fits the 26 characters of track 1", () => {
    expect(isLatin(`WANG/${"A".repeat(21)}`)).toBe(true);
    expect(isLatin(`WANG/${"A".repeat(22)}`)).toBe(false);
  });

  test("is read from small letters", () => {
    expect(latinNameFromText(" wang/xiaoming ")).toBe("WANG/XIAOMING");
    expect(latinNameFromText("王/小明")).toBeUndefined();
  });
});

describe("a phone", () => {
  test("is a mainland mobile: eleven digits, 13 to 19 in front", () => {
    expect(Phone.safeParse("13800001234").success).toBe(true);
    expect(Phone.safeParse("19800001234").success).toBe(true);
    expect(Phone.safeParse("12800001234").success).toBe(false);
    expect(Phone.safeParse("23800001234").success).toBe(false);
    expect(Phone.safeParse("1380000123").success).toBe(false);
    expect(Phone.safeParse("138000012345").success).toBe(false);
  });

  test("is read with blanks, hyphens and the country code", () => {
    expect(phoneFromText("138 0000 1234")).toBe("13800001234");
    expect(phoneFromText("138-0000-1234")).toBe("13800001234");
    expect(phoneFromText("+86 13800001234")).toBe("13800001234");
    expect(phoneFromText("008613800001234")).toBe("13800001234");
    expect(phoneFromText("+852 61234567")).toBeUndefined();
    expect(phoneFromText("010-65541234")).toBeUndefined();
  });
});
