import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { goodPasswords, weakLoginPassword } from "#core/wallet/wallet-password.ts";

const owner = {
  birthDate: businessDate("1990-01-05"),
  phone: "13800001234",
  identityNumber: "110101199001050013",
};

describe("W11: a log-in password that others would guess", () => {
  test.each([
    ["Tulip73", "not-eight-signs"],
    ["Tulip73Fe92Tulip73Fe9", "not-eight-signs"],
    ["郁金香Tulip73", "not-eight-signs"],
    ["tulipgarden", "one-kind-of-signs"],
    ["7392618405", "one-kind-of-signs"],
    ["a1a1a1a1", "repeats"],
    ["aaaa1111", "repeats"],
    ["abcd1234", "sequence"],
    ["qwerty123", "sequence"],
    ["4321dcba", "sequence"],
    ["lily900105", "birthday"],
    ["Mei19900105x", "birthday"],
    ["Mei001234x", "phone-digits"],
    ["Mei110101x", "identity-digits"],
  ])("%s is %s", (password, weakness) => {
    expect(weakLoginPassword(password, owner)).toBe(weakness);
  });

  test.each(["Tulip73Fe92", "Tulip73F", "Tulip73Fe92Tulip73Fe", "Mei91026x!"])(
    "%s is good enough",
    (password) => {
      expect(weakLoginPassword(password, owner)).toBeUndefined();
    },
  );
});

describe("W06: two passwords", () => {
  test("are taken where neither gives the other away", () => {
    expect(goodPasswords({ login: "Tulip73Fe92", second: "274951" }, owner).ok).toBe(true);
  });

  test("are refused where the one holds the other", () => {
    expect(goodPasswords({ login: "Fe274951x", second: "274951" }, owner)).toMatchObject({
      refusal: { code: "wallet.passwords-alike" },
    });
  });

  test("W11: the second is refused like any PIN that is weak", () => {
    expect(goodPasswords({ login: "Tulip73Fe92", second: "900105" }, owner)).toMatchObject({
      refusal: { code: "wallet.password-weak", which: "second", weakness: "birthday" },
    });
    expect(goodPasswords({ login: "Tulip73Fe92", second: "27495" }, owner)).toMatchObject({
      refusal: { which: "second", weakness: "not-six-digits" },
    });
  });
});
