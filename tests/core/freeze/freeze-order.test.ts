import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { FreezeEntry, type FreezeStep, freezeOrderAfter } from "#core/freeze/freeze-entry.ts";
import { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { isSameOrgan, orderWithPaper } from "#core/freeze/same-organ.ts";
import { moment, papersOf } from "#tests/support/freeze-desk.ts";
import { order } from "./orders.ts";

const papers = papersOf("court");
type RawStep = Extract<z.input<typeof FreezeEntry>, { order: string }>;

/** The order after a step as the journal stores it. */
function stepped(before: FreezeOrder, step: RawStep): FreezeOrder {
  return freezeOrderAfter(before, FreezeEntry.parse(step) as FreezeStep); // RawStep is one.
}

describe("an order", () => {
  test("F18: that waited is in force from the moment it took effect", () => {
    const endsAt = moment("2026-10-01");
    const effectiveAt = moment("2026-04-01 10:00:00");

    expect(
      stepped(order(1, 5, { status: "waiting" }), {
        type: "freeze.took-effect",
        order: "f-1",
        effectiveAt,
        endsAt,
      }),
    ).toMatchObject({ status: "active", effectiveAt, endsAt });
  });

  test("F12: that is renewed has a later end, and is the same order in the same rank", () => {
    const before = order(1, 5, { endsAt: moment("2026-09-19") });
    const renewal = {
      papers,
      term: { unit: "months", count: 6 },
      isExtended: false,
      from: moment("2026-09-19"),
      endsAt: moment("2027-03-19"),
    } as const;

    const renewed = stepped(before, { type: "freeze.renewed", order: "f-1", renewal });

    expect(renewed).toMatchObject({ id: "f-1", status: "active", endsAt: renewal.endsAt });
    expect(renewed.papers).toEqual(before.papers);
    expect(renewed.renewals).toHaveLength(1);
  });

  test("released in part goes on, and wholly is over", () => {
    const release = (rest: number) =>
      stepped(order(1, 5), { type: "freeze.released", order: "f-1", papers, rest });

    expect(release(1)).toMatchObject({ status: "active", rest: 1, laterPapers: [papers] });
    expect(release(0)).toMatchObject({ status: "released", rest: 0 });
  });

  test("deducted in part goes on, to the last fen is over, and a whole account stays frozen", () => {
    const deduct = (before: FreezeOrder, amount: number, rest: number) =>
      stepped(before, { type: "freeze.deducted", order: "f-1", papers, amount, rest });

    expect(deduct(order(1, 5), 4, 1)).toMatchObject({ status: "active", rest: 1, deducted: 4 });
    expect(deduct(order(1, 5), 5, 0)).toMatchObject({ status: "deducted", deducted: 5 });
    expect(deduct(order(1, undefined), 5, 0)).toMatchObject({ status: "active", deducted: 5 });
  });

  test("ends by itself or is taken back from the queue", () => {
    expect(stepped(order(1, 5), { type: "freeze.expired", order: "f-1" }).status).toBe("expired");
    expect(
      stepped(order(1, 5, { status: "waiting" }), {
        type: "freeze.cancelled",
        order: "f-1",
        papers,
      }),
    ).toMatchObject({ status: "cancelled", laterPapers: [papers] });
  });
});

describe("the organ of an order", () => {
  const court = { kind: "court", name: "北京市（朝阳区）人民法院" } as const;

  test("F07: is known by kind and name, however they are typed", () => {
    expect(isSameOrgan(court, { ...court, name: "北京市(朝阳区) 人民法院" })).toBe(true);
    expect(isSameOrgan(court, { ...court, kind: "police" })).toBe(false);
    expect(isSameOrgan(court, { ...court, name: "北京市海淀区人民法院" })).toBe(false);
  });

  test("5.4: has laid a paper down once, whatever the paper did", () => {
    const renewed = papersOf("court");
    const released = papersOf("court");
    const term = { unit: "months", count: 6 } as const;
    const [from, endsAt] = [moment("2026-09-19"), moment("2027-03-19")];
    const known = order(1, 5, {
      renewals: [{ papers: renewed, term, isExtended: false, from, endsAt }],
      laterPapers: [released],
    });
    const on = { use: "order", accounts: [known.account], customer: known.customer } as const;
    const found = (raw: ReturnType<typeof papersOf>) =>
      orderWithPaper(FreezeOrder.unwrap().shape.papers.parse(raw), on, [known])?.id;

    expect([found(renewed), found(released)]).toEqual(["f-1", "f-1"]);
    expect(found({ ...released, organ: { ...released.organ, kind: "tax" } })).toBeUndefined();
    expect(found(papersOf("court"))).toBeUndefined();
  });
});
