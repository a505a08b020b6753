import { describe, expect, test } from "vitest";
import { defaultPasswordCardRules, PasswordCardRules } from "#core/password-card/rules.ts";

const defaults = defaultPasswordCardRules;
const may = (over: Partial<PasswordCardRules>) =>
  PasswordCardRules.safeParse({ ...defaults, ...over }).success;

describe("the bank's choices for password cards", () => {
  test("P12–P18: begin as the source has them", () => {
    expect(PasswordCardRules.parse(defaults)).toMatchObject({
      uses: 1000,
      remindAt: 50,
      dayWrong: 3,
      totalWrong: 10,
      totalMode: "CONSECUTIVE",
      countMode: "SUCCESS",
      expiryMonths: 0,
      challengeMinutes: 5,
      cellReuse: true,
    });
  });

  test("P17, P18: a day stops before the ten do, or with them", () => {
    expect(may({ dayWrong: 10, totalWrong: 10 })).toBe(true);
    expect(may({ dayWrong: 11, totalWrong: 10 })).toBe(false);
    expect(may({ dayWrong: 0 })).toBe(false);
    expect(may({ dayWrong: 1, totalWrong: 1 })).toBe(true);
  });

  test("O04: never allow more than a hundred wrong answers", () => {
    expect(may({ totalWrong: 100 })).toBe(true);
    expect(may({ totalWrong: 101 })).toBe(false);
  });

  test("O09: never leave a challenge open for more than ten minutes", () => {
    expect([0, 1, 10, 11].filter((challengeMinutes) => may({ challengeMinutes }))).toEqual([1, 10]);
  });

  test("P12: give a card at least one use", () => {
    expect([0, 1, 100_000, 100_001].filter((uses) => may({ uses }))).toEqual([1, 100_000]);
    expect([-1, 0, 1000].filter((remindAt) => may({ remindAt }))).toEqual([0, 1000]);
  });

  test("O06: may end a card's validity within ten years, or never", () => {
    expect([-1, 0, 120, 121].filter((expiryMonths) => may({ expiryMonths }))).toEqual([0, 120]);
  });

  test("P19, O13: count the ten and the uses in one of two ways each", () => {
    const wrongly = { totalMode: "DAILY", countMode: "NEVER" };

    expect(may({ totalMode: "CUMULATIVE", countMode: "ATTEMPT" })).toBe(true);
    expect(PasswordCardRules.safeParse({ ...defaults, ...wrongly }).success).toBe(false);
  });

  test("O05: advise reissue from some chance up, and leave some challenges unanswered", () => {
    expect([0, 1, 1000, 1001].filter((of) => may({ exposureAdvicePermille: of }))).toEqual([
      1, 1000,
    ]);
    expect([0, 1, 1000, 1001].filter((of) => may({ unansweredPerDay: of }))).toEqual([1, 1000]);
  });
});
