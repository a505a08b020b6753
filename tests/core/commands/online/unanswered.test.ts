import { describe, expect, test } from "vitest";
import { purchase, transfer } from "#tests/support/online-customers.ts";
import {
  askedCells,
  type OnlineDesk,
  openOnlineDeskFor,
  restarted,
  wordOf,
} from "#tests/support/online-desk.ts";

/** A purchase of so many fen: every sum is another payment. */
const costing = (amount: number) => ({ ...purchase, amount });

/** Asks for payments of 1, 2, 3 … fen and answers none of them. */
function leave(desk: OnlineDesk, count: number): void {
  for (let amount = 1; amount <= count; amount += 1) desk.pays(costing(amount));
}

describe("challenges that are left unanswered for others", () => {
  test("O05: may be ten a day: the eleventh payment still gets cells, the twelfth none", () => {
    const desk = openOnlineDeskFor();
    leave(desk, 10);
    expect(desk.cardOf().unanswered).toBe(9);

    expect(wordOf(desk.pays(costing(11)))).toBe("challenged");
    expect(desk.cardOf().unanswered).toBe(10);
    expect(desk.pays(costing(12))).toEqual({
      ok: false,
      refusal: { code: "challenge.too-many-unanswered" },
    });
  });

  test("O05: at the limit the one that is open can still be shown and answered", () => {
    const desk = openOnlineDeskFor();
    leave(desk, 11);
    desk.pays(costing(12));

    expect(desk.pays(costing(11))).toMatchObject({ value: { again: true } });
    expect(wordOf(desk.answers(desk.rightAnswer(), costing(11)))).toBe("paid");
    expect(wordOf(desk.pays(costing(12)))).toBe("challenged");
  });

  test("O05: at the limit it can also be renewed after it expired, for the same cells", () => {
    const desk = openOnlineDeskFor();
    leave(desk, 11);
    const cells = askedCells(desk.pays(costing(11)));
    desk.pass(5 * 60_000 + 1);

    expect(wordOf(desk.pays(costing(12)))).toBe("challenge.too-many-unanswered");
    expect(askedCells(desk.pays(costing(11)))).toEqual(cells);
  });

  test("O05: are counted also when they had expired before the other payment", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ unansweredPerDay: 1 });
    desk.pays(costing(1));
    desk.pass(5 * 60_000 + 1);
    desk.pays(costing(2));
    desk.pass(5 * 60_000 + 1);

    expect(wordOf(desk.pays(costing(3)))).toBe("challenge.too-many-unanswered");
  });

  test("O05: are counted over both channels together, and across a restart (P09)", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ unansweredPerDay: 2 });
    desk.pays(costing(1));
    desk.pays(costing(1), { channel: "wap-bank" });
    const later = restarted(desk);
    later.pays(costing(1), { channel: "shop" });

    expect(wordOf(later.pays(costing(2)))).toBe("challenge.too-many-unanswered");
  });

  test("O05: are counted anew from 00:00 of the next day and not before", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ unansweredPerDay: 1 });
    leave(desk, 2);

    desk.at("2026-03-18 23:59:59");
    desk.pass(999);
    expect(wordOf(desk.pays(costing(3)))).toBe("challenge.too-many-unanswered");
    desk.pass(1);

    expect(wordOf(desk.pays(costing(3)))).toBe("challenged");
    expect(desk.cardOf()).toMatchObject({ unanswered: 1, unansweredOn: "2026-03-19" });
  });

  test("O05: going back to the first payment does not bring back its cells, and counts", () => {
    const desk = openOnlineDeskFor();
    desk.willAsk("A3", "B2");
    desk.pays(costing(1));
    desk.pays(costing(2));
    desk.willAsk("C1", "D9");

    expect(askedCells(desk.pays(costing(1)))).toEqual(["C1", "D9"]);
    expect(desk.cardOf().unanswered).toBe(2);
  });

  // Goal: who knows a handful of cells cannot go on asking until just these come up.
  // Method: ask for ever other payments all day long, and see how many pairs are ever shown.
  test("O05: show no more pairs of cells a day than the limit and one, however often one asks", () => {
    const desk = openOnlineDeskFor();
    const shown = Array.from({ length: 200 }, (_, index) => desk.pays(costing(index + 1)))
      .filter(({ ok }) => ok)
      .map((reply) => askedCells(reply).join());

    expect(shown).toHaveLength(11);
  });

  test("4.1: go with the card when it is void; a new card begins with none", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ unansweredPerDay: 1 });
    leave(desk, 2);
    const { challenge, ...card } = desk.cardOf();

    desk.post([
      { type: "password-card.voided", passwordCard: "p-1", reason: "disclosed", returned: true },
      { type: "password-card.entered", card: { ...card, id: "p-2", unanswered: 0 } },
    ]);

    expect(desk.see("passwordCard", "p-1").challenge).toBeUndefined();
    expect(challenge).toBeDefined();
    expect(wordOf(desk.answers("000000", costing(2), { challenge: challenge?.id ?? "" }))).toBe(
      "challenge.unknown",
    );
    expect(wordOf(desk.pays(costing(2)))).toBe("challenged");
  });

  test("are none after a right answer: the next payment leaves nothing behind", () => {
    const desk = openOnlineDeskFor();
    desk.spends(transfer);
    desk.pays(purchase);

    expect(desk.cardOf().unanswered).toBe(0);
  });
});
