import { describe, expect, test } from "vitest";
import { goodPassword, hashPassword, isPassword } from "#main/people/password.ts";

const LIGHT = 2 ** 4;

describe("a password that may be chosen (8.3.6)", () => {
  test("has twelve characters, and eleven are too few", () => {
    expect(goodPassword("abcdefghij12")).toMatchObject({ ok: true });
    expect(goodPassword("abcdefghij1")).toEqual({
      ok: false,
      refusal: { code: "teller.password-weak", reason: "short" },
    });
  });

  test("has letters and digits, letters of any script", () => {
    const plain = { refusal: { code: "teller.password-weak", reason: "letters-and-digits" } };

    expect(goodPassword("abcdefghijkl")).toMatchObject(plain);
    expect(goodPassword("123456789012")).toMatchObject(plain);
    expect(goodPassword("柜台柜台柜台柜台柜台柜1")).toMatchObject({ ok: true });
  });

  test("is not the one before, however its accents were typed", () => {
    const same = { refusal: { code: "teller.password-weak", reason: "same" } };

    expect(goodPassword("Caf\u00e9-2026-abc", "Cafe\u0301-2026-abc")).toMatchObject(same);
    expect(goodPassword("Caf\u00e9-2026-abc", "Cafe-2026-abc")).toMatchObject({ ok: true });
  });
});

describe("the verifier of a password", () => {
  test("knows its own password and no other", async () => {
    const verifier = await hashPassword("Guitai-2026-word", LIGHT);

    expect(await isPassword("Guitai-2026-word", verifier)).toBe(true);
    expect(await isPassword("Guitai-2026-worD", verifier)).toBe(false);
    expect(await isPassword("", verifier)).toBe(false);
  });

  test("does not hold the password, and is another each time", async () => {
    const one = await hashPassword("Guitai-2026-word", LIGHT);
    const other = await hashPassword("Guitai-2026-word", LIGHT);

    expect(JSON.stringify(one)).not.toContain("Guitai-2026-word");
    expect(one.hash).not.toBe(other.hash);
  });

  test("of nobody knows no password, not even the empty one", async () => {
    expect(await isPassword("", undefined)).toBe(false);
  });
});
