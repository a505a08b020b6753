import { describe, expect, test } from "vitest";
import { purchase, transfer } from "#tests/support/online-customers.ts";
import {
  type OnlineDesk,
  openOnlineDeskFor,
  restarted,
  wordOf,
} from "#tests/support/online-desk.ts";

/** So many wrong answers in a row; the word each was told. */
function errTimes(desk: OnlineDesk, times: number): readonly string[] {
  return Array.from({ length: times }, () => wordOf(desk.errs()));
}

const wrong = "password-card.wrong-answer";

describe("three wrong answers on a day", () => {
  test("P17: stop payments for the day; two do not", () => {
    const desk = openOnlineDeskFor();

    expect(errTimes(desk, 3)).toEqual([wrong, wrong, "password-card.locked-today"]);
    expect(wordOf(desk.spends())).toBe("password-card.locked-today");
    expect(desk.cardOf()).toMatchObject({ lock: "day", wrongToday: 3, wrongRun: 3 });
  });

  test("P17: are told how many tries are left until the lock", () => {
    const desk = openOnlineDeskFor();

    expect(desk.errs()).toMatchObject({ refusal: { triesLeft: 2 } });
    expect(desk.errs()).toMatchObject({ refusal: { triesLeft: 1 } });
    expect(desk.errs()).toEqual({
      ok: false,
      refusal: { code: "password-card.locked-today" },
    });
  });

  test("P17: 3 wrong, then 23:59:59.999 does not work yet", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);

    desk.at("2026-03-18 23:59:59");
    desk.pass(999);

    expect(wordOf(desk.spends())).toBe("password-card.locked-today");
  });

  test("P17: 3 wrong, then 00:00 works, and the run is kept", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);
    const cells = desk.cardOf().challenge?.coordinates;

    desk.at("2026-03-19 00:00:00");
    const asked = desk.pays(purchase);

    expect(wordOf(asked)).toBe("challenged");
    expect(desk.cardOf()).toMatchObject({ lock: "none", wrongToday: 0, wrongRun: 3 });
    expect(desk.cardOf().challenge?.coordinates).toEqual(cells); // Nobody shopped for others.
    expect(wordOf(desk.answers(desk.rightAnswer(), purchase))).toBe("paid");
  });

  test("P17: end with an entry of the system at the first request of the new day, once", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);
    desk.at("2026-03-19 00:00:00");
    desk.pays(purchase);
    desk.pass(5 * 60_000 + 1);
    desk.pays(purchase);

    const ends = desk
      .batches()
      .flatMap(({ entries, teller, businessDate }) =>
        entries
          .filter(({ type }) => type === "password-card.day-lock-ended")
          .map((entry) => ({ ...entry, teller, businessDate })),
      );
    expect(ends).toEqual([
      {
        type: "password-card.day-lock-ended",
        passwordCard: "p-1",
        teller: "system",
        businessDate: "2026-03-19",
      },
    ]);
  });

  test("P09, P17: DAY lock covers internet and WAP banking, and shops with them", () => {
    const desk = openOnlineDeskFor();
    desk.errs(purchase, { channel: "wap-bank" });
    desk.errs(purchase, { channel: "shop" });
    expect(wordOf(desk.errs(transfer))).toBe("password-card.locked-today");

    expect(wordOf(desk.pays(transfer))).toBe("password-card.locked-today");
    expect(wordOf(desk.pays(transfer, { channel: "wap-bank" }))).toBe("password-card.locked-today");
    expect(wordOf(desk.pays(purchase, { channel: "shop" }))).toBe("password-card.locked-today");
  });

  test("P17: stop payments, not the login", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);

    expect(wordOf(desk.logsIn())).toBe("logged-in");
    expect(desk.cardOf().lock).toBe("day");
  });

  test("P17: 2 wrong, 1 right, 2 wrong lock nothing; one more does", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 2);
    expect(wordOf(desk.spends())).toBe("paid");

    expect(errTimes(desk, 2)).toEqual([wrong, wrong]);
    expect(desk.cardOf()).toMatchObject({ lock: "none", wrongToday: 2, wrongRun: 2 });
    expect(wordOf(desk.errs())).toBe("password-card.locked-today");
  });

  test("P17: two late on one day and two early on the next lock nothing", () => {
    const desk = openOnlineDeskFor();
    desk.at("2026-03-18 23:58:00");
    errTimes(desk, 2);
    desk.at("2026-03-19 00:00:00");

    expect(errTimes(desk, 2)).toEqual([wrong, wrong]);
    expect(desk.cardOf()).toMatchObject({ lock: "none", wrongToday: 2, wrongRun: 4 });
  });

  test("P17: cannot be guessed around: the right answer is refused while the lock holds", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);

    expect(wordOf(desk.answers(desk.rightAnswer(), purchase))).toBe("password-card.locked-today");
    expect(desk.balance("a-1")).toBe(8_000_00);
  });

  test("P17: hold across a restart", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);

    expect(wordOf(restarted(desk).spends())).toBe("password-card.locked-today");
  });
});

describe("the end of a day's lock", () => {
  test("P17: comes to each card on its own, and to no other", () => {
    const desk = openOnlineDeskFor();
    desk.enrol(2, { passwordCard: { lock: "hard", wrongRun: 10, wrongOn: "2026-03-18" } });
    desk.enrol(3);
    errTimes(desk, 3);
    desk.at("2026-03-19 09:00:00");
    desk.errs(purchase, { customer: "c-3" });
    desk.errs(purchase, { customer: "c-3" });
    desk.errs(purchase, { customer: "c-3" });

    desk.logsIn({ customer: "c-2" });

    expect(desk.cardOf("c-1").lock).toBe("none");
    expect(desk.cardOf("c-2").lock).toBe("hard");
    expect(desk.cardOf("c-3").lock).toBe("day");
  });

  test("P17: comes to no card that was voided meanwhile", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);
    desk.post([
      { type: "password-card.voided", passwordCard: "p-1", reason: "lost", returned: false },
    ]);
    desk.at("2026-03-19 09:00:00");

    desk.logsIn();

    const types = desk.batches().flatMap(({ entries }) => entries.map(({ type }) => type));
    expect(types).not.toContain("password-card.day-lock-ended");
  });

  test("P17: comes days later as well, when nobody asked for anything between", () => {
    const desk = openOnlineDeskFor();
    errTimes(desk, 3);

    desk.at("2026-04-30 12:00:00");

    expect(wordOf(desk.spends())).toBe("paid");
  });
});
