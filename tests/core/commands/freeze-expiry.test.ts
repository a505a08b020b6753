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

describe("expiry", () => {
  test("F11: comes by the clock alone, and the hold ends at the end and not when it was seen", () => {
    const order = desk.freeze(orderOf(1));
    desk.at("2027-06-01");

    desk.preview(desk.deposit(1));

    expect(desk.status(order)).toBe("expired");
    expect(desk.see("hold", `h-${order}`)).toMatchObject({
      status: "lifted",
      liftedAt: moment("2027-03-19"),
    });
  });

  test("F09: one after the other takes effect at the end before it, though nobody was there", () => {
    const [first, second, third] = [
      desk.freeze(court(10_000_00, "09:00:00")),
      desk.freeze(police(10_000_00, "09:10:00")),
      desk.freeze(
        orderOf(10_000_00, {
          papers: papersOf("administrative", at("09:20:00")),
          term: { unit: "days", count: 30 },
        }),
      ),
    ];
    desk.at("2027-10-01");

    desk.preview(desk.deposit(1));

    expect(desk.order(first).status).toBe("expired");
    expect(desk.order(second)).toMatchObject({
      status: "expired",
      effectiveAt: moment("2027-03-19"),
      endsAt: moment("2027-09-20"),
    });
    expect(desk.order(third)).toMatchObject({
      status: "active",
      effectiveAt: moment("2027-09-20"),
      endsAt: moment("2027-10-21"),
    });
  });

  test("F18: the term of one that waits begins when it takes effect, and not while it waits", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze({ ...police(1, "09:30:00"), term: months(1) });
    expect(desk.order(second)).not.toHaveProperty("endsAt");
    desk.at("2026-08-31 11:00:00"); // Long after a month from its registration.
    expect(desk.preview(desk.deposit(1)).ok).toBe(true);
    expect(desk.status(second)).toBe("waiting");

    desk.does(desk.release(first));

    expect(desk.order(second)).toMatchObject({
      status: "active",
      effectiveAt: moment("2026-08-31 11:00:00"),
      endsAt: moment("2026-10-01"),
    });
    desk.at("2026-09-30 23:59:59");
    desk.preview(desk.deposit(1));
    expect(desk.status(second)).toBe("active");
    desk.at("2026-10-01 00:00:00");
    desk.preview(desk.deposit(1));
    expect(desk.status(second)).toBe("expired");
  });

  test("F18: of one that takes effect at once it begins with the registration", () => {
    const order = desk.freeze({ ...police(1, "09:30:00"), term: months(1) });

    expect(desk.order(order)).toMatchObject({
      effectiveAt: moment("2026-03-18 10:15:00"),
      endsAt: moment("2026-04-19"),
    });
  });

  test("an order whose last day passes while it waits never takes effect", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze({ ...police(1, "09:30:00"), lastDay: "2026-04-30" });
    desk.at("2026-04-30 23:59:59");
    desk.preview(desk.deposit(1));
    expect(desk.status(second)).toBe("waiting");
    desk.at("2026-05-01 00:00:00");

    desk.preview(desk.release(first));

    expect(desk.order(second).status).toBe("expired");
    expect(desk.books().find("hold", `h-${second}`)).toBeUndefined();
  });

  test("F09: at one and the same end the one that waits goes too, and takes no effect", () => {
    desk.freeze({ ...court(10_000_00, "09:00:00"), lastDay: "2026-04-30" });
    const second = desk.freeze({ ...police(1, "09:30:00"), lastDay: "2026-04-30" });
    desk.at("2026-05-01 00:00:00");

    desk.preview(desk.deposit(1));

    expect(desk.order(second)).toMatchObject({ status: "expired" });
    expect(desk.order(second).effectiveAt).toBeUndefined();
  });

  test("a clock moved back brings no ended order to life", () => {
    const order = desk.freeze(orderOf(6_000_00));
    desk.at("2027-03-19 00:00:00");
    desk.preview(desk.deposit(1));
    desk.at("2026-12-01 00:00:00");

    expect(desk.available()).toBe(10_000_00);
    expect(desk.refusal(desk.release(order))).toMatchObject({ code: "freeze.ended" });
  });
});
