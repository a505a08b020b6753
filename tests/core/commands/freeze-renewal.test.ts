import { beforeEach, describe, expect, test } from "vitest";
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

describe("6002 renewal", () => {
  test("F11, F12: moves the end of the same order and keeps its rank", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    desk.at("2027-03-18 23:59:59");

    desk.does(desk.renew(first, months(12)));

    expect(desk.order(first)).toMatchObject({ status: "active", endsAt: moment("2028-03-19") });
    expect(desk.order(first).renewals).toHaveLength(1);
    desk.at("2027-03-19 00:00:00");
    expect(desk.preview(desk.deposit(1)).ok).toBe(true);
    expect([desk.status(first), desk.status(second)]).toEqual(["active", "waiting"]);
  });

  test("F11: one second late it is refused, for the order ended by itself", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-03-19 00:00:00");

    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({
      code: "freeze.ended",
      endsAt: moment("2027-03-19"),
    });
  });

  test("F11: late it stays refused when the clock is moved back", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-03-19 00:00:00");
    desk.refusal(desk.renew(order, months(12)));
    desk.at("2027-03-18 12:00:00");

    expect(desk.refusal(desk.renew(order, months(12)))).toMatchObject({ code: "freeze.ended" });
  });

  test("F12: only one is pending; the next is asked for once the first end is past", () => {
    const order = desk.freeze(orderOf(1));
    desk.does(desk.renew(order, months(12)));

    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({ code: "freeze.renewal-pending" });
    desk.at("2027-03-18 23:59:59");
    expect(desk.refusal(desk.renew(order, months(12)))).toEqual({ code: "freeze.renewal-pending" });
    desk.at("2027-03-19 00:00:00");
    expect(desk.refusal(desk.renew(order, months(12)))).toBeUndefined();
  });

  test("F12: a release of the order voids its pending renewal", () => {
    const order = desk.freeze(orderOf(1));
    desk.does(desk.renew(order, months(12)));

    desk.does(desk.release(order));

    expect([desk.status(order), desk.available()]).toEqual(["released", 10_000_00]);
  });

  test("F07: by another organ, or of a waiting order, is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));

    expect(desk.refusal(desk.renew(first, months(6), "police"))).toMatchObject({
      code: "freeze.other-organ",
    });
    expect(desk.refusal(desk.renew(second, months(6), "police"))).toEqual({
      code: "freeze.not-active",
      status: "waiting",
    });
  });
});
