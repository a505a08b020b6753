import { beforeEach, describe, expect, test } from "vitest";
import { moneyFact, textFact } from "#core/slip/facts.ts";
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

describe("3.5: two orders on one balance", () => {
  test("the worked example, to the fen", () => {
    const first = desk.freeze(court(6_000_00, "09:00:00"));
    expect([desk.controls(first), desk.available()]).toEqual([6_000_00, 4_000_00]);

    const second = desk.freeze(police(8_000_00, "09:30:00"));
    expect([desk.controls(second), desk.available()]).toEqual([4_000_00, 0]);

    desk.does(desk.deposit(3_000_00));
    expect([desk.controls(first), desk.controls(second)]).toEqual([6_000_00, 7_000_00]);
    expect(desk.available()).toBe(0);

    desk.does(desk.release(first));
    expect([desk.controls(second), desk.available()]).toEqual([8_000_00, 5_000_00]);
  });

  test("WAIT_WHOLE: the second waits while the rest is one fen short of it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    const second = desk.freeze(police(4_000_01, "09:30:00"));
    expect([desk.status(second), desk.available()]).toEqual(["waiting", 4_000_00]);

    desk.does(desk.deposit(1));

    expect([desk.status(second), desk.available()]).toEqual(["active", 0]);
  });

  test("WAIT_WHOLE: the second takes effect where the rest is the whole of it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));

    expect(desk.status(desk.freeze(police(4_000_00, "09:30:00")))).toBe("active");
  });

  test("COVER_REST: the second waits where nothing is left, and takes the first fen that comes", () => {
    desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    expect(desk.status(second)).toBe("waiting");

    desk.does(desk.deposit(1));

    expect([desk.status(second), desk.controls(second)]).toEqual(["active", 1]);
  });

  test("F06: an order on an empty account takes effect and takes up what comes in", () => {
    const empty = openFreezeDesk({ balance: 0 });
    const order = empty.freeze(orderOf(500_00));
    expect([empty.status(order), empty.controls(order)]).toEqual(["active", 0]);

    empty.does(empty.deposit(501_00));

    expect([empty.controls(order), empty.available()]).toEqual([500_00, 1_00]);
  });

  test("F10: what was delivered first ranks first, though it was registered second", () => {
    const later = desk.freeze(court(8_000_00, "09:30:00"));
    const earlier = desk.freeze(police(6_000_00, "09:00:00"));

    expect([desk.controls(earlier), desk.controls(later)]).toEqual([6_000_00, 4_000_00]);
  });

  test("F10: taking control from one in force needs the branch head, who sees from whom and how much", () => {
    const papers = papersOf("court", { ...at("09:30:00"), documentNumber: "（2026）京01执7号" });
    const later = desk.freeze(orderOf(8_000_00, { papers }));
    const input = police(6_000_00, "09:00:00");

    const preview = desk.preview({ code: "6001", input });
    const { decision, batch } = desk.does({ code: "6001", input });

    const losing = [
      textFact("losesControl", `${later} 朝阳区人民法院 （2026）京01执7号`),
      moneyFact("losesAmount", 4_000_00 as never),
    ];
    expect(preview).toMatchObject({ value: { level: "A3" } });
    expect(decision).toEqual(preview.ok && preview.value);
    expect(decision.outcome.facts).toEqual(expect.arrayContaining(losing));
    const slip = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? [entry.slip] : [],
    );
    expect(slip[0]?.facts.filter(({ name }) => name.startsWith("loses"))).toEqual([]);
    expect(JSON.stringify(slip)).not.toContain("执7号");
  });

  test("F10: taking from none, delivered before it or left what it had, needs a supervisor", () => {
    desk.freeze(court(8_000_00, "09:30:00"));
    const level = (input: ReturnType<typeof court>) => {
      const preview = desk.preview({ code: "6001", input });
      return preview.ok && [preview.value.level, preview.value.outcome.facts.some(loses)];
    };
    const loses = ({ name }: { readonly name: string }) => name.startsWith("loses");

    expect(level(police(2_000_00, "09:00:00"))).toEqual(["A2", false]);
    expect(level(police(2_000_01, "09:00:00"))).toEqual(["A3", true]);
    expect(level(police(2_000_01, "09:31:00"))).toEqual(["A2", false]);
  });

  test("F10: a stop claims nothing, so that it loses nothing to an order", () => {
    desk.stop();
    const preview = desk.preview({ code: "6001", input: court(8_000_00, "09:30:00") });

    expect(preview).toMatchObject({ value: { level: "A2" } });
  });

  test("F10: a small order never passes a large one that waits before it", () => {
    desk.set({ freezeSecondAmount: "WAIT_WHOLE" });
    desk.freeze(court(6_000_00, "09:00:00"));
    desk.freeze(police(8_000_00, "09:30:00"));

    expect(desk.status(desk.freeze(orderOf(1, { papers: papersOf("tax"), term: months(6) })))).toBe(
      "waiting",
    );
  });

  test("3.5: the receipt of a deposit says the balance and not what those that wait took up", () => {
    desk.freeze(court(10_000_00, "09:00:00"));
    desk.freeze(police(5_000_00, "09:30:00"));

    const { decision } = desk.does(desk.deposit(6_000_00));

    expect(decision.outcome.facts.slice(-1)).toEqual([
      moneyFact("balanceAfter", 16_000_00 as never),
    ]);
    expect(desk.available()).toBe(1_000_00);
  });
});
