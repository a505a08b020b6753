import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { Pan } from "#core/card/pan.ts";
import { type StripeSource, stripeComposer } from "#main/issuing/stripe.ts";

const key = new Uint8Array(32).fill(7);
const source: StripeSource = {
  pan: Pan.parse("6222020200123456788"),
  serviceCode: "220",
  sequence: 1,
  trackVersion: 1,
  validityYears: 10,
  issuedOn: businessDate("2026-03-18"),
};

describe("the bank's stripe writer (L13)", () => {
  test("writes the same stripe for the same card, today and in ten years", () => {
    expect(stripeComposer(key)(source, "LI/NAN")).toEqual(stripeComposer(key)(source, "LI/NAN"));
  });

  test("writes another Track 2 for the next version of the same number", () => {
    const compose = stripeComposer(key);

    expect(compose({ ...source, trackVersion: 2 }, "LI/NAN").track2).not.toBe(
      compose(source, "LI/NAN").track2,
    );
  });

  test("writes values that nobody can make without this vault", () => {
    const stranger = stripeComposer(new Uint8Array(32).fill(8));

    expect(stranger(source, "LI/NAN").track2).not.toBe(
      stripeComposer(key)(source, "LI/NAN").track2,
    );
  });

  test("writes number, expiry, service code, then five, two and three digits", () => {
    expect(stripeComposer(key)(source, "LI/NAN").track2).toMatch(
      /^;6222020200123456788=3603220\d{5}01\d{3}\?$/,
    );
  });
});
