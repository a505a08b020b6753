import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import {
  birthDateOf,
  IdentityNumber,
  identityNumberCheck,
  identityNumberFromText,
  sexOf,
} from "#core/identity/identity-number.ts";
import { fc } from "#tests/support/fast-check.ts";

const today = businessDate("2026-03-18");
const read = (text: string) => identityNumberFromText(text, today);

describe("an identity number (3.8, GB 11643)", () => {
  test("3.8: carries the check character of ISO 7064 MOD 11-2, X included", () => {
    expect(identityNumberCheck("11010519491231002")).toBe("X");
    expect(identityNumberCheck("44052418800101001")).toBe("4");
  });

  test("3.8: is read as typed, with blanks around it and a small x", () => {
    expect(read(" 11010519491231002x ")).toEqual({ ok: true, value: "11010519491231002X" });
  });

  test("3.8: is refused with another length, the 15 digits of the old cards among them", () => {
    expect(read("110105491231002")).toEqual(refusedWith({ code: "identity.length", length: 15 }));
    expect(read("1101051949123100")).toEqual(refusedWith({ code: "identity.length", length: 16 }));
    expect(read("11010519491231002XX")).toEqual(
      refusedWith({ code: "identity.length", length: 19 }),
    );
  });

  test("3.8: is refused with anything but digits and a closing X", () => {
    expect(read("11010519491231002Y")).toEqual(refusedWith({ code: "identity.characters" }));
    expect(read("1101051949123100XX")).toEqual(refusedWith({ code: "identity.characters" }));
    expect(read("１10101199001051239")).toEqual(refusedWith({ code: "identity.characters" }));
  });

  test("3.8: is refused with a region that does not exist", () => {
    expect(read("160101199001051238")).toEqual(refusedWith({ code: "identity.region" }));
    expect(read("810101199001051234")).toEqual(refusedWith({ code: "identity.region" }));
    expect(read("710101199001051230")).toMatchObject({ ok: true });
    expect(read("810000199001051232")).toMatchObject({ ok: true });
    expect(read("830000199001051236")).toMatchObject({ ok: true });
  });

  test("3.8: is refused with a birth date that is no day, or lies in another age", () => {
    expect(read("110101199002301236")).toEqual(refusedWith({ code: "identity.birth-date" }));
    expect(read("440524188001010014")).toEqual(refusedWith({ code: "identity.birth-date" }));
  });

  test("3.8: may have been given today, not tomorrow", () => {
    expect(read("110101202603181238")).toMatchObject({ ok: true });
    expect(read("110101202603191233")).toEqual(refusedWith({ code: "identity.birth-date" }));
  });

  test("3.8: is refused with a wrong check character", () => {
    expect(read("110105194912310020")).toEqual(refusedWith({ code: "identity.check" }));
    expect(read("110101199001051238")).toEqual(refusedWith({ code: "identity.check" }));
  });

  test("3.8: states birth date and sex", () => {
    const man = IdentityNumber.parse("110101199001051239");
    const woman = IdentityNumber.parse("110101199001051247");

    expect(birthDateOf(man)).toBe("1990-01-05");
    expect(sexOf(man)).toBe("male");
    expect(sexOf(woman)).toBe("female");
  });

  // Goal: a slip of the hand never makes another valid number. Method: for any sequence, mistype one
  // digit or swap two neighbours, and expect the number refused.
  test("3.8: is refused with any one digit mistyped", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (serial, at, shift) => {
        const number = numbered(serial);
        const wrong = (Number(number[at]) + shift) % 10;

        expect(read(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test("3.8: is refused with any two neighbouring digits swapped", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(15), (serial, at) => {
        const number = numbered(serial);
        const left = number.charAt(at);
        const right = number.charAt(at + 1);
        fc.pre(left !== right);

        expect(read(number.slice(0, at) + right + left + number.slice(at + 2)).ok).toBe(false);
      }),
    );
  });
});

function refusedWith(refusal: object) {
  return { ok: false, refusal };
}

function numbered(serial: number): string {
  const digits = `11010119900105${String(serial).padStart(3, "0")}`;
  return digits + identityNumberCheck(digits);
}
