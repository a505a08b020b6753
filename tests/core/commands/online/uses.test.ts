import { describe, expect, test } from "vitest";
import { usesLeft } from "#core/password-card/password-card.ts";
import { fc } from "#tests/support/fast-check.ts";
import { purchase, transfer } from "#tests/support/online-customers.ts";
import { askedCells, openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

const fen = { ...purchase, amount: 1 };

describe("a card's thousand uses", () => {
  test("P12, P15: the 1000th success makes it EXHAUSTED, and the 1001st is refused", () => {
    const desk = openOnlineDeskFor();
    for (let use = 1; use <= 998; use += 1) desk.spends(fen);
    expect(desk.cardOf()).toMatchObject({ life: "active", used: 998 });

    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 1, isToRemind: true } });
    expect(desk.cardOf()).toMatchObject({ life: "active", used: 999 });
    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 0, isToRemind: true } });
    expect(desk.cardOf()).toMatchObject({ life: "exhausted", used: 1000, answered: 1000 });

    expect(desk.spends(fen)).toEqual({ ok: false, refusal: { code: "password-card.exhausted" } });
    expect(desk.balance("clearing")).toBe(1000);
  });

  test("P15: exhausted in one channel it is exhausted in all", () => {
    const desk = openOnlineDeskFor({ passwordCard: { used: 999 } });
    desk.spends(purchase, { channel: "shop" });

    expect(wordOf(desk.pays(transfer))).toBe("password-card.exhausted");
    expect(wordOf(desk.pays(transfer, { channel: "wap-bank" }))).toBe("password-card.exhausted");
  });

  test("P12: SUCCESS: a wrong answer uses nothing up", () => {
    const desk = openOnlineDeskFor({ passwordCard: { used: 999 } });

    desk.errs();

    expect(desk.cardOf()).toMatchObject({ life: "active", used: 999 });
    expect(wordOf(desk.spends())).toBe("paid");
    expect(desk.cardOf().life).toBe("exhausted");
  });

  test("O13: ATTEMPT: a wrong answer is a use like a right one", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ countMode: "ATTEMPT" });

    desk.errs();
    desk.spends();

    expect(desk.cardOf()).toMatchObject({ used: 2, answered: 1 });
  });

  test("O13: ATTEMPT: the 999th try leaves one, and a wrong 1000th exhausts the card", () => {
    const desk = openOnlineDeskFor({ passwordCard: { used: 998 } });
    desk.setCardRules({ countMode: "ATTEMPT" });

    expect(desk.errs()).toMatchObject({ refusal: { code: "password-card.wrong-answer" } });
    expect(desk.cardOf()).toMatchObject({ life: "active", used: 999 });
    expect(wordOf(desk.errs())).toBe("password-card.exhausted");
    expect(desk.cardOf()).toMatchObject({ life: "exhausted", used: 1000, wrongRun: 2 });
    expect(wordOf(desk.spends())).toBe("password-card.exhausted");
  });

  test("O13: ATTEMPT: a last try that also locks does both, and the lock is what is told", () => {
    const desk = openOnlineDeskFor({
      passwordCard: { used: 999, wrongRun: 2, wrongToday: 2, wrongOn: "2026-03-18" },
    });
    desk.setCardRules({ countMode: "ATTEMPT" });

    expect(wordOf(desk.errs())).toBe("password-card.locked-today");
    expect(desk.cardOf()).toMatchObject({ life: "exhausted", lock: "day", used: 1000 });
  });

  test("O13: ATTEMPT: a malformed or late answer is no try", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ countMode: "ATTEMPT" });
    desk.pays(purchase);
    desk.answers("136 135", purchase);
    desk.pass(5 * 60_000 + 1);
    desk.answers("136135", purchase);

    expect(desk.cardOf().used).toBe(0);
  });

  // Goal: P16 shows used and left, which always make 1000; neither is ever below zero.
  // Method: random runs of right, wrong and no answers in either count mode, days apart.
  test("P16: used + left = 1000, whatever was answered", () => {
    const doings = fc.constantFrom("right", "wrong", "none", "day");
    fc.assert(
      fc.property(
        fc.array(doings, { maxLength: 25 }),
        fc.constantFrom("SUCCESS", "ATTEMPT"),
        fc.integer({ min: 985, max: 1000 }),
        (history, countMode, used) => {
          const life = used === 1000 ? "exhausted" : "active";
          const desk = openOnlineDeskFor({ passwordCard: { used, life } });
          desk.setCardRules({ countMode });
          for (const doing of history) {
            if (doing === "right") desk.spends(fen);
            if (doing === "wrong") desk.errs(fen);
            if (doing === "none") desk.pays(fen);
            if (doing === "day") desk.pass(86_400_000);
            const card = desk.cardOf();
            const left = usesLeft(card);
            expect(card.used + left).toBe(1000);
            expect(card.used).toBeLessThanOrEqual(1000);
            expect(card.life === "exhausted").toBe(left === 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the reminder before a card is used up", () => {
  test("P14: is silent at 51 left and speaks at 50", () => {
    const desk = openOnlineDeskFor({ passwordCard: { used: 948 } });

    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 51, isToRemind: false } });
    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 50, isToRemind: true } });
  });

  test("P14: follows the bank's own figure", () => {
    const desk = openOnlineDeskFor({ passwordCard: { used: 990 } });
    desk.setCardRules({ remindAt: 8 });

    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 9, isToRemind: false } });
    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 8, isToRemind: true } });
  });
});

describe("a card's validity", () => {
  test("P13: has no end by itself: after ten years the card works", () => {
    const desk = openOnlineDeskFor();
    desk.at("2036-03-18 09:00:00");

    expect(wordOf(desk.spends())).toBe("paid");
  });

  test("O06: where the bank gave one, holds through its last day and ends at 00:00", () => {
    const desk = openOnlineDeskFor({ passwordCard: { expiresOn: "2027-03-18" } });
    desk.at("2027-03-18 23:59:59");
    desk.pass(999);
    expect(wordOf(desk.spends())).toBe("paid");

    desk.pass(1);

    expect(desk.spends()).toEqual({
      ok: false,
      refusal: { code: "password-card.expired", expiresOn: "2027-03-18" },
    });
  });

  test("O06: ends an open challenge with it", () => {
    const desk = openOnlineDeskFor({ passwordCard: { expiresOn: "2027-03-18" } });
    desk.at("2027-03-18 23:59:59");
    desk.pays(purchase);
    desk.pass(1000);

    expect(wordOf(desk.answers(desk.rightAnswer(), purchase))).toBe("password-card.expired");
  });
});

describe("a card whose cells serve once (O02)", () => {
  test("O02: is exhausted after 40 uses of 8 x 10 cells by two, and no cell was asked twice", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ cellReuse: false });
    const asked: string[] = [];
    for (let use = 1; use <= 40; use += 1) {
      expect(desk.cardOf().life).toBe("active");
      asked.push(...askedCells(desk.pays(fen)));
      desk.answers(desk.rightAnswer(), fen);
    }

    expect(asked).toHaveLength(80);
    expect(new Set(asked).size).toBe(80);
    expect(desk.cardOf()).toMatchObject({ life: "exhausted", used: 40, uses: 1000 });
    expect(wordOf(desk.pays(fen))).toBe("password-card.exhausted");
  });

  test("O02: is exhausted when fewer cells are left than a challenge asks for", () => {
    const grid = { columns: 2, rows: 2, cellDigits: 3, challengeSize: 3 };
    const desk = openOnlineDeskFor({ passwordCard: { grid } });
    desk.setCardRules({ cellReuse: false });

    expect(wordOf(desk.spends(fen))).toBe("paid");

    expect(desk.cardOf().life).toBe("exhausted");
  });

  test("O02: a wrong or missing answer gives no cell away", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ cellReuse: false });
    desk.errs(fen);
    desk.pays(transfer);

    expect(desk.cardOf().cellsSeen).toEqual([]);
  });

  test("P14, O02: reminds by what the cells still allow", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ cellReuse: false, remindAt: 38 });

    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 999, isToRemind: false } });
    expect(desk.spends(fen)).toMatchObject({ value: { usesLeft: 998, isToRemind: true } });
  });

  test("O02: a card worn out under the old rule is refused once the new one holds", () => {
    const desk = openOnlineDeskFor();
    for (let use = 0; use < 400; use += 1) desk.spends(fen);
    expect(desk.cardOf().cellsSeen.length).toBeGreaterThanOrEqual(79);
    desk.setCardRules({ cellReuse: false });

    expect(wordOf(desk.pays(fen))).toBe("password-card.exhausted");
  });

  test("P11: with reuse a challenge asks again for what was answered, and 40 uses end nothing", () => {
    const desk = openOnlineDeskFor();
    for (let use = 0; use < 41; use += 1) desk.spends(fen);

    expect(desk.cardOf()).toMatchObject({ life: "active", used: 41 });
    expect(desk.cardOf().cellsSeen.length).toBeLessThan(80);
  });
});
