import { describe, expect, test } from "vitest";
import { ReissueReason } from "#core/password-card/password-card.ts";
import { type EBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

type Entered = Parameters<EBankDesk["enterPasswordCard"]>[1];

/** What becomes of each of the six reasons for a card in a state; A2 is who must say yes. */
function reasonsFor(state: Entered): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ReissueReason.options.map((reason) => {
      const desk = openEBankDeskFor();
      desk.enterPasswordCard("k-1", state);
      const before = desk.batches().length;
      const decided = desk.preview(desk.reissueCard("p-1", "k-1", { reason, returned: false }));

      expect(desk.batches()).toHaveLength(before);
      return [reason, decided.ok ? decided.value.level : decided.refusal.code];
    }),
  );
}

const yes = "A2";
const no = "password-card.reason-unfounded";
const gone = "password-card.void";
const day = { lock: "day", wrongOn: "2026-03-18", wrongToday: 3, wrongRun: 3 } as const;
const hard = { lock: "hard", wrongOn: "2026-03-18", wrongToday: 1, wrongRun: 10 } as const;
const usedUp = { life: "exhausted", used: 1000 } as const;

// Columns: lost, disclosed, damaged, exhausted, locked, film-damaged.
const table: readonly (readonly [name: string, state: Entered, reasons: readonly string[]])[] = [
  ["inactive", { life: "issued-inactive" }, [yes, yes, yes, no, no, yes]],
  ["inactive, locked today", { life: "issued-inactive", ...day }, [yes, yes, yes, no, no, yes]],
  ["inactive, locked", { life: "issued-inactive", ...hard }, [yes, yes, yes, no, yes, yes]],
  ["active", {}, [yes, yes, yes, no, no, yes]],
  ["active, locked today", day, [yes, yes, yes, no, no, yes]],
  ["active, locked", hard, [yes, yes, yes, no, yes, yes]],
  ["used up", usedUp, [yes, yes, yes, yes, no, yes]],
  ["used up, locked today", { ...usedUp, ...day }, [yes, yes, yes, yes, no, yes]],
  ["used up, locked", { ...usedUp, ...hard }, [yes, yes, yes, yes, yes, yes]],
  ["void", { life: "void" }, [gone, gone, gone, gone, gone, gone]],
  ["void, locked today", { life: "void", ...day }, [gone, gone, gone, gone, gone, gone]],
  ["void, locked", { life: "void", ...hard }, [gone, gone, gone, gone, gone, gone]],
  ["active, 51 uses left", { used: 949 }, [yes, yes, yes, no, no, yes]],
  ["active, 50 uses left", { used: 950 }, [yes, yes, yes, yes, no, yes]],
  ["active, last day of validity", { expiresOn: "2026-03-18" }, [yes, yes, yes, no, no, yes]],
  ["active, past its validity", { expiresOn: "2026-03-17" }, [yes, yes, yes, yes, no, yes]],
];

describe("the six reasons of a reissue", () => {
  test.each(table)("P22, P15, P18: of a card that is %s", (_name, state, reasons) => {
    expect(Object.values(reasonsFor(state))).toEqual(reasons);
  });

  test("P17: a day's lock is no reason on its day, nor on the next, when it is gone", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1", day);
    const unfounded = { code: "password-card.reason-unfounded", reason: "locked" };
    const locked = () => desk.refusal(desk.reissueCard("p-1", "k-1", { reason: "locked" }));

    expect(locked()).toEqual(unfounded);
    desk.at("2026-03-19 09:00:00");
    expect(locked()).toEqual(unfounded);
  });

  test("P22: a card that is given back was not lost", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1");
    const lost = (returned: boolean) =>
      desk.reissueCard("p-1", "k-1", { reason: "lost", returned });

    expect(desk.preview(lost(false)).ok).toBe(true);
    expect(desk.refusal(lost(true))).toEqual({
      code: "password-card.reason-unfounded",
      reason: "lost",
    });
  });

  test("O02: a card whose cells serve once is used up when few of them are left", () => {
    const desk = openEBankDeskFor();
    const cellsSeen = ["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1", "A2", "B2"];
    desk.enterPasswordCard("k-1", { cellsSeen, answered: 5, used: 5 });
    const exhausted = () =>
      desk.preview(desk.reissueCard("p-1", "k-1", { reason: "exhausted" })).ok;
    const { passwordCard } = desk.context().parameters;
    expect(exhausted()).toBe(false);

    desk.set({ passwordCard: { ...passwordCard, cellReuse: false, remindAt: 34 } });
    expect(exhausted()).toBe(false);
    desk.set({ passwordCard: { ...passwordCard, cellReuse: false, remindAt: 35 } });
    expect(exhausted()).toBe(true);
  });

  test.each(ReissueReason.options)(
    "P20: the old card is void, with the reason kept: %s",
    (reason) => {
      const desk = openEBankDeskFor();
      desk.enterPasswordCard("k-1", { ...usedUp, ...hard });

      const { batch } = desk.does(desk.reissueCard("p-1", "k-1", { reason, returned: false }));

      expect(batch.entries).toContainEqual({
        type: "password-card.voided",
        passwordCard: "p-1",
        reason,
        returned: false,
        replacedBy: "p-2",
      });
      expect(desk.see("passwordCard", "p-1").voidReason).toBe(reason);
      expect(desk.see("passwordCard", "p-2").life).toBe("issued-inactive");
    },
  );
});
