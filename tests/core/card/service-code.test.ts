import { describe, expect, test } from "vitest";
import {
  isManagementCard,
  isTestCard,
  readServiceCode,
  ServiceCode,
  type ServiceCodeBook,
} from "#core/card/service-code.ts";
import { assert } from "#core/kernel/assert.ts";

function read(code: string, book: ServiceCodeBook) {
  const reading = readServiceCode(ServiceCode.parse(code), book);
  assert(reading.ok, "the code has a meaning in the book");
  return reading.value;
}

describe("a service code in the book of JR/T 0009", () => {
  test.each([
    ["201", "national"],
    ["301", "provincial"],
    ["401", "municipal"],
    ["501", "national-own-system"],
    ["601", "provincial-own-system"],
    ["701", "municipal-own-system"],
    ["801", "management-card"],
    ["901", "test-card"],
  ])("M12: %s reaches as far as %s", (code, scope) => {
    expect(read(code, "JRT")).toMatchObject({ book: "JRT", scope });
  });

  test.each([["001"], ["101"]])(
    "M12: %s begins with a digit that the book does not have",
    (code) => {
      expect(readServiceCode(ServiceCode.parse(code), "JRT")).toEqual({
        ok: false,
        refusal: { code: "service-code.unassigned", book: "JRT", digit: 1 },
      });
    },
  );

  test.each([
    ["201", "unrestricted"],
    ["202", "no-atm"],
    ["203", "atm-only"],
    ["210", "no-cash-advance"],
    ["211", "no-cash-advance-no-atm"],
    ["220", "positive-authorisation"],
    ["241", "chip-unrestricted"],
    ["243", "chip-atm-only"],
    ["200", "unassigned"],
    ["242", "unassigned"],
  ])("M13: %s allows: %s", (code, services) => {
    expect(read(code, "JRT")).toMatchObject({ services });
  });

  test.each([
    ["200", "iso"],
    ["249", "iso"],
    ["250", "national"],
    ["259", "national"],
    ["260", "issuer"],
    ["299", "issuer"],
  ])("M13: the last two digits of %s are given out by: %s", (code, allocator) => {
    expect(read(code, "JRT")).toMatchObject({ allocator });
  });
});

describe("a service code in the book of ISO 7813", () => {
  test("2.4: 220 is an international chip card that the issuer authorises", () => {
    expect(read("220", "ISO")).toEqual({
      book: "ISO",
      scope: "international",
      chip: "use-where-feasible",
      authorisation: "by-issuer",
      services: "unrestricted",
      pin: "required",
    });
  });

  test.each([
    ["101", { scope: "international", chip: "not-stated" }],
    ["201", { scope: "international", chip: "use-where-feasible" }],
    ["501", { scope: "national", chip: "not-stated" }],
    ["601", { scope: "national", chip: "use-where-feasible" }],
    ["701", { scope: "private" }],
    ["901", { scope: "test-card" }],
    ["106", { services: "unrestricted", pin: "where-feasible" }],
    ["101", { authorisation: "normal", pin: "not-required" }],
    ["142", { authorisation: "by-issuer-unless-bilateral", services: "goods-and-services" }],
    ["103", { services: "atm-only", pin: "required" }],
    ["104", { services: "cash-only", pin: "not-required" }],
    ["105", { services: "goods-and-services", pin: "required" }],
    ["107", { services: "goods-and-services", pin: "where-feasible" }],
  ])("2.4: %s is read digit by digit", (code, meaning) => {
    expect(read(code, "ISO")).toMatchObject(meaning);
  });

  test.each([
    ["001", 1],
    ["301", 1],
    ["401", 1],
    ["801", 1],
    ["111", 2],
    ["151", 2],
    ["108", 3],
    ["109", 3],
  ])("2.4: %s has a digit that the book keeps back", (code, digit) => {
    expect(readServiceCode(ServiceCode.parse(code), "ISO")).toEqual({
      ok: false,
      refusal: { code: "service-code.unassigned", book: "ISO", digit },
    });
  });
});

describe("cards that no customer brings", () => {
  test("M12: 9 is a test card in both books", () => {
    expect(isTestCard(read("901", "JRT"))).toBe(true);
    expect(isTestCard(read("901", "ISO"))).toBe(true);
    expect(isTestCard(read("801", "JRT"))).toBe(false);
    expect(isTestCard(read("220", "ISO"))).toBe(false);
  });

  test("M12: 8 is a management card in the book of JR/T", () => {
    expect(isManagementCard(read("801", "JRT"))).toBe(true);
    expect(isManagementCard(read("701", "JRT"))).toBe(false);
    expect(isManagementCard(read("901", "JRT"))).toBe(false);
  });
});

test("M12: a service code is three digits", () => {
  expect(ServiceCode.safeParse("220").success).toBe(true);
  expect(ServiceCode.safeParse("22").success).toBe(false);
  expect(ServiceCode.safeParse("2200").success).toBe(false);
  expect(ServiceCode.safeParse("2A0").success).toBe(false);
});
