import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { DocumentNumber } from "#core/identity/document-number.ts";
import { weakPin } from "#core/identity/weak-pin.ts";
import { demonstrationData } from "#main/demonstration/data.ts";
import { createDraw } from "#main/demonstration/draw.ts";
import { demonstrationCheck } from "#main/demonstration/identity-check.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("drawing by chance", () => {
  test("repeats itself for the same seed", () => {
    expect(createDraw(7).digits(20)).toBe(createDraw(7).digits(20));
    expect(createDraw(7).digits(20)).not.toBe(createDraw(8).digits(20));
  });

  // Goal: a draw never leaves its limits. Method: random seeds and limits.
  test("stays within its limits", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (seed, limit) => {
        const drawn = createDraw(seed).below(limit);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < limit).toBe(true);
      }),
    );
  });

  test("reaches the first and the last of few", () => {
    const draw = createDraw(1);
    const seen = new Set(Array.from({ length: 100 }, () => draw.between(3, 5)));

    expect(seen).toEqual(new Set([3, 4, 5]));
  });
});

describe("invented names", () => {
  test("are written in Latin as passports write them", () => {
    const { families, givens } = demonstrationData.names;
    const spelt = (name: string, mode: "normal" | "surname") =>
      pinyin(name, { mode, toneType: "none", type: "array", v: true })
        .join("")
        .replace(/([ln])v/g, "$1yu")
        .toUpperCase();

    expect(families.map(({ name }) => spelt(name, "surname"))).toEqual(
      families.map(({ latin }) => latin),
    );
    expect(givens.map(({ name }) => spelt(name, "normal"))).toEqual(
      givens.map(({ latin }) => latin),
    );
  });
});

describe("an invented PIN", () => {
  const owner = {
    documentNumber: DocumentNumber.parse("119999199001010017"),
    birthDate: businessDate("1990-01-01"),
  };

  test("belongs to the document, and not to who asks or when", () => {
    expect(demonstrationPin(owner)).toBe(demonstrationPin({ ...owner }));
  });

  // Goal: no customer gets a PIN the pad would refuse. Method: random document numbers.
  test("T24: is never weak", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{18}$/), (number) => {
        const documentNumber = DocumentNumber.parse(number);
        const pin = demonstrationPin({ ...owner, documentNumber });

        expect(
          weakPin(pin, { birthDate: owner.birthDate, identityNumber: number }),
        ).toBeUndefined();
      }),
    );
  });
});

describe("the identity check of a demonstration", () => {
  const check = (number: number, documentKind: "resident-id" | "passport" | "household-register") =>
    demonstrationCheck({ id: CustomerId.parse(`c-${number}`), documentKind });

  test("3.8: agrees for most, and raises each doubt for somebody", () => {
    expect(check(1, "resident-id")).toBe("match-with-photo");
    expect([11, 22, 33, 44].map((number) => check(number, "resident-id"))).toEqual([
      "match-without-photo",
      "name-mismatch",
      "not-found",
      "document-invalid",
    ]);
  });

  test("3.8: has no photo of a child and knows no foreigner", () => {
    expect(check(1, "household-register")).toBe("match-without-photo");
    expect(check(1, "passport")).toBeUndefined();
  });
});
