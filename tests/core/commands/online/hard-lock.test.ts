import { describe, expect, test } from "vitest";
import { purchase, transfer } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

/** So many wrong answers in a row; the word each was told. */
function errTimes(desk: OnlineDesk, times: number): readonly string[] {
  return Array.from({ length: times }, () => wordOf(desk.errs()));
}

/** Three wrong answers on each of three days, the last on 20 March 2026: nine in a run. */
function nineWrong(desk: OnlineDesk): void {
  for (const day of ["2026-03-18", "2026-03-19", "2026-03-20"]) {
    desk.at(`${day} 10:15:00`);
    errTimes(desk, 3);
  }
}

const wrong = "password-card.wrong-answer";

describe("ten wrong answers in a run", () => {
  test("P18: wrong 3+3+3+1 is HARD on day 4 attempt 1, and not before", () => {
    const desk = openOnlineDeskFor();
    nineWrong(desk);
    expect(desk.cardOf()).toMatchObject({ lock: "day", wrongRun: 9 });
    desk.at("2026-03-21 00:00:00");
    expect(wordOf(desk.pays(purchase))).toBe("challenged");

    expect(wordOf(desk.errs())).toBe("password-card.locked");

    expect(desk.cardOf()).toMatchObject({ lock: "hard", wrongRun: 10, wrongToday: 1 });
  });

  test("P18: lock until the card is replaced: no day lifts it", () => {
    const desk = openOnlineDeskFor();
    nineWrong(desk);
    desk.at("2026-03-21 09:00:00");
    desk.errs();

    for (const day of ["2026-03-22", "2026-04-21", "2027-03-21"]) {
      desk.at(`${day} 00:00:00`);
      expect(wordOf(desk.spends())).toBe("password-card.locked");
    }
    expect(wordOf(desk.pays(transfer, { channel: "wap-bank" }))).toBe("password-card.locked");
    expect(wordOf(desk.logsIn())).toBe("logged-in");
    expect(desk.cardOf().lock).toBe("hard");
  });

  test("P18: leave one try of the tenth's day, whatever the day would allow", () => {
    const desk = openOnlineDeskFor({ passwordCard: { wrongRun: 8 } });

    expect(desk.errs()).toMatchObject({ refusal: { triesLeft: 1 } });
    expect(wordOf(desk.errs())).toBe("password-card.locked");
  });

  test("P19: 9 wrong over 3 days and 1 right make wrongRun 0", () => {
    const desk = openOnlineDeskFor();
    nineWrong(desk);
    desk.at("2026-03-21 09:00:00");

    expect(wordOf(desk.spends())).toBe("paid");

    expect(desk.cardOf()).toMatchObject({ wrongRun: 0, wrongToday: 0, lock: "none" });
    expect(wordOf(desk.errs())).toBe(wrong);
  });

  test("P19: CUMULATIVE: 9 wrong over 3 days and 1 right keep the nine; the next one is HARD", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ totalMode: "CUMULATIVE" });
    nineWrong(desk);
    desk.at("2026-03-21 09:00:00");

    expect(wordOf(desk.spends())).toBe("paid");
    expect(desk.cardOf()).toMatchObject({ wrongRun: 9, wrongToday: 0 });

    expect(wordOf(desk.errs())).toBe("password-card.locked");
    expect(desk.cardOf()).toMatchObject({ lock: "hard", wrongRun: 10 });
  });

  test("P19: CUMULATIVE: a right answer still begins the day's three anew", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ totalMode: "CUMULATIVE" });
    errTimes(desk, 2);
    desk.spends();

    expect(errTimes(desk, 2)).toEqual([wrong, wrong]);
    expect(desk.cardOf()).toMatchObject({ wrongRun: 4, wrongToday: 2, lock: "none" });
  });

  test("P17, P18: follow the bank's own figures", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ dayWrong: 2, totalWrong: 3 });

    expect(errTimes(desk, 2)).toEqual([wrong, "password-card.locked-today"]);
    desk.at("2026-03-19 09:00:00");
    expect(errTimes(desk, 1)).toEqual(["password-card.locked"]);
  });

  test("P18: where both limits fall together the hard lock is the one", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ dayWrong: 3, totalWrong: 3 });

    expect(errTimes(desk, 3)).toEqual([wrong, wrong, "password-card.locked"]);
  });

  // Goal: O04 allows a hundred wrong tries in a row; this card never takes more than ten.
  // Method: guess four times a day for sixty days, and count what was compared at all.
  test("O04: are the most that a card ever takes, however long somebody guesses", () => {
    const desk = openOnlineDeskFor();
    for (let day = 0; day < 60; day += 1) {
      errTimes(desk, 4);
      desk.pass(86_400_000);
    }

    const compared = desk
      .batches()
      .flatMap(({ entries }) => entries)
      .filter(({ type }) => type === "password-card.answered-wrong");
    expect(compared).toHaveLength(10);
  });
});
