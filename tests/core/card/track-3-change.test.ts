import { describe, expect, test } from "vitest";
import {
  afterPin,
  beginCycle,
  cycleAmount,
  interchangeWrite,
  spendInCycle,
} from "#core/card/track-3-change.ts";
import { CycleBegin, CycleLength } from "#core/card/track-3-field.ts";
import { MONTHLY_TRACK_3 } from "./sample-tracks.ts";

describe("what another bank may write on Track 3", () => {
  test.each([
    [{ cycleRemaining: 4000 }],
    [{ cycleBegin: CycleBegin.parse("5244") }],
    [{ pinRetries: 2 }],
    [{ cryptographicCheck: "123456" }],
    [{ additionalData: "12" }],
    [{}],
  ])("M04, M30: the dynamic fields: %o", (change) => {
    const after = { ...MONTHLY_TRACK_3, ...change };

    expect(interchangeWrite(MONTHLY_TRACK_3, after)).toEqual({ ok: true, value: after });
  });

  test.each([
    ["country", { country: null }],
    ["currency", { currency: "840" }],
    ["amountExponent", { amountExponent: 2 }],
    ["cycleAuthorised", { cycleAuthorised: 9999 }],
    ["cycleLength", { cycleLength: CycleLength.parse("01") }],
    ["pinControl", { pinControl: "111111" }],
    ["interchangeControl", { interchangeControl: "5" as const }],
    ["cardSequence", { cardSequence: 2 }],
    ["firstAccount", { firstAccount: "1" }],
    ["relayMarker", { relayMarker: "0" as const }],
  ])("M30: never %s, which is the issuer's", (field, change) => {
    expect(interchangeWrite(MONTHLY_TRACK_3, { ...MONTHLY_TRACK_3, ...change })).toEqual({
      ok: false,
      refusal: { code: "track-3.static-field", field },
    });
  });
});

describe("spending in a cycle", () => {
  test("M17: begins with all that is authorised", () => {
    expect(beginCycle(MONTHLY_TRACK_3, CycleBegin.parse("5244"))).toEqual({
      ...MONTHLY_TRACK_3,
      cycleBegin: "5244",
      cycleRemaining: 5000,
    });
  });

  test("M19: never begins anew on a card of cycle length 00", () => {
    const neverReset = { ...MONTHLY_TRACK_3, cycleLength: CycleLength.parse("00") };

    expect(() => beginCycle(neverReset, CycleBegin.parse("5244"))).toThrow("Invariant broken");
  });

  test("M17: takes what is spent off what remains, to the last unit and no further", () => {
    expect(spendInCycle(MONTHLY_TRACK_3, 1)).toMatchObject({ value: { cycleRemaining: 4987 } });
    expect(spendInCycle(MONTHLY_TRACK_3, 4988)).toMatchObject({ value: { cycleRemaining: 0 } });
    expect(spendInCycle(MONTHLY_TRACK_3, 4989)).toEqual({
      ok: false,
      refusal: { code: "track-3.above-remaining", remaining: 4988 },
    });
  });

  test("M17: is a whole number of units, at least one", () => {
    expect(() => spendInCycle(MONTHLY_TRACK_3, 0)).toThrow("Invariant broken");
    expect(() => spendInCycle(MONTHLY_TRACK_3, -1)).toThrow("Invariant broken");
    expect(() => spendInCycle(MONTHLY_TRACK_3, 0.5)).toThrow("Invariant broken");
  });

  test("M16: counts in ten to the amount exponent", () => {
    expect(cycleAmount(MONTHLY_TRACK_3, 4988)).toBe(4988);
    expect(cycleAmount({ ...MONTHLY_TRACK_3, amountExponent: 2 }, 50)).toBe(5000);
  });
});

describe("the PIN tries on Track 3", () => {
  test("M20: are one fewer after a wrong PIN, and none after none", () => {
    expect(afterPin(MONTHLY_TRACK_3, { isRight: false, retriesAtIssue: 3 }).pinRetries).toBe(2);
    expect(
      afterPin({ ...MONTHLY_TRACK_3, pinRetries: 0 }, { isRight: false, retriesAtIssue: 3 })
        .pinRetries,
    ).toBe(0);
  });

  test("M20: are again what the issuer set after a right PIN", () => {
    expect(
      afterPin({ ...MONTHLY_TRACK_3, pinRetries: 1 }, { isRight: true, retriesAtIssue: 3 })
        .pinRetries,
    ).toBe(3);
  });
});
