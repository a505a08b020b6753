import { describe, expect, test } from "vitest";
import { goodPassphrase, normalPassphrase } from "#core/vault/passphrase.ts";

const weak = (weakness: string) => ({
  ok: false,
  refusal: { code: "vault.passphrase-weak", weakness },
});

describe("1004: a passphrase of a branch", () => {
  test("has twelve characters; eleven are too few, spaces around them do not count", () => {
    expect(goodPassphrase("kupfer-dach!").ok).toBe(true);
    expect(goodPassphrase("kupfer-dach")).toEqual(weak("short"));
    expect(goodPassphrase("kupfer-dach ")).toEqual(weak("short"));
  });

  test("may be a sentence in Chinese, and a rare sign counts as one character", () => {
    expect(goodPassphrase("春眠不觉晓处处闻啼鸟夜来").ok).toBe(true);
    expect(goodPassphrase("春眠不觉晓处处闻啼鸟夜")).toEqual(weak("short"));
    expect(goodPassphrase("𠮷𠮷晓处处闻")).toEqual(weak("short"));
  });

  test("is more than a few characters over and over; five different ones are enough", () => {
    expect(goodPassphrase("aaaaaaaaaaaa")).toEqual(weak("repeated"));
    expect(goodPassphrase("abcdabcdabcd")).toEqual(weak("repeated"));
    expect(goodPassphrase("badcabdcadbc")).toEqual(weak("repeated"));
    expect(goodPassphrase("badcebdaecab").ok).toBe(true);
  });

  test("may be of signs almost alone, which nobody has on a list", () => {
    expect(goodPassphrase("§ ¶ † x ‡ • y ≠ ★ ☂").ok).toBe(true);
  });

  test("is no run of characters, up or down, also past nine", () => {
    expect(goodPassphrase("123456789012")).toEqual(weak("run"));
    expect(goodPassphrase("210987654321")).toEqual(weak("run"));
    expect(goodPassphrase("abcdefghijkl")).toEqual(weak("run"));
    expect(goodPassphrase("abcfgjklmpqt").ok).toBe(true);
  });

  test.each([
    "kupfer kupfer",
    "Kupfer-kupfer1!",
    "abcdeabcdeab",
    "Aa1!Aa1!Aa1!x",
    "春眠不觉，春眠不觉，春眠不觉",
  ])("is no word doubled: %s", (typed) => {
    expect(goodPassphrase(typed)).toEqual(weak("repeated"));
  });

  test.each([
    "password1234",
    "P@ssw0rd-2345!",
    "qwertyuiop12",
    "Guitai-Guitai-Bank",
    "guitai123456",
    "123456abcdef",
    "abcdefghijkm",
    "            abcdefghijkl",
    "000011112222zu",
    "admin_qwerty_98765",
    "柜台密码123456789",
  ])("is more than words and patterns that anybody tries first: %s", (typed) => {
    expect(goodPassphrase(typed)).toEqual(weak("common"));
  });

  test("may hold a common word beside four characters of its own; three are too few", () => {
    expect(goodPassphrase("password1234-zug")).toEqual(weak("common"));
    expect(goodPassphrase("password1234-zugs").ok).toBe(true);
    expect(goodPassphrase("the password is kept apart").ok).toBe(true);
  });

  test("is not made of the numbers of the branch and its people alone", () => {
    const numbers = ["0303", "1001", "2001"];

    expect(goodPassphrase("0303 1001-2001", { numbers })).toEqual(weak("numbers"));
    expect(goodPassphrase("0303 1001-2001 Zug", { numbers }).ok).toBe(true);
    expect(goodPassphrase("0303 1001-2001 9", { numbers }).ok).toBe(true);
  });

  test("differs from the one that it takes the place of, however that was typed", () => {
    expect(goodPassphrase("ｋupfer-dach!", { before: "kupfer-dach!" })).toEqual(weak("same"));
    expect(goodPassphrase("kupfer-dach?", { before: "kupfer-dach!" }).ok).toBe(true);
  });

  test("has one form, whatever the input method makes of wide letters and accents", () => {
    expect(normalPassphrase("ＡＢＣ１２３")).toBe("ABC123");
    expect(normalPassphrase("e\u0301")).toBe("\u00e9");
  });
});
