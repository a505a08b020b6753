import { beforeEach, describe, expect, test } from "vitest";
import { textFact } from "#core/slip/facts.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const months = (count: number) => ({ unit: "months", count }) as const;
const at = (time: string) => ({ deliveredAt: moment(`2026-03-18 ${time}`) });
const court = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("court", at(time)) });
const police = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("police", at(time)), term: months(6) });

describe("6005 cancelling a waiting order", () => {
  test("closes the queue up and leaves the others", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));
    const third = desk.freeze(orderOf(1, { papers: papersOf("tax"), term: months(6) }));

    const { decision } = desk.does({
      code: "6005",
      input: { order: second, papers: papersOf("police") },
    });

    expect(decision.level).toBe("A2");
    expect([first, second, third].map(desk.status)).toEqual(["active", "cancelled", "waiting"]);
    const { decision: next } = desk.does({
      code: "6003",
      input: police(1, "10:00:01"),
    });
    expect(next.outcome.facts).toContainEqual(textFact("queue", "2"));
  });

  test("WAIT_WHOLE: lets a smaller one behind it take effect", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    const large = desk.freeze(police(8_000_00, "09:30:00"));
    const small = desk.freeze(orderOf(4_000_00, { papers: papersOf("tax"), term: months(6) }));

    desk.does({ code: "6005", input: { order: large, papers: papersOf("police") } });

    expect([desk.status(large), desk.status(small)]).toEqual(["cancelled", "active"]);
  });

  test("F07: by another organ, or of an order in force, is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));
    const cancel = (order: string, kind: "court" | "police") =>
      desk.refusal({ code: "6005", input: { order, papers: papersOf(kind) } });

    expect(cancel(first, "court")).toEqual({ code: "freeze.not-waiting" });
    expect(cancel(second, "court")).toMatchObject({ code: "freeze.other-organ" });
  });
});
