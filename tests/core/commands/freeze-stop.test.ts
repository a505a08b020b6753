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

describe("6007 emergency stop", () => {
  test("F-STOP: holds 48 hours to the minute, and not a second less", () => {
    desk.at("2026-03-18 10:15:37");
    const stop = desk.stop();

    expect(desk.order(stop).endsAt).toBe(moment("2026-03-20 10:16:00"));
    desk.at("2026-03-20 10:15:59");
    desk.preview(desk.deposit(1));
    expect([desk.status(stop), desk.available()]).toEqual(["active", 0]);
    desk.at("2026-03-20 10:16:00");
    desk.preview(desk.deposit(1));
    expect([desk.status(stop), desk.available()]).toEqual(["expired", 10_000_00]);
  });

  test("F-STOP: is extended once for 48 hours more, and not twice", () => {
    const stop = desk.stop();
    const extend = () =>
      ({
        code: "6007",
        input: { action: "extend", order: stop, papers: papersOf("emergency-stop") },
      }) as const;

    desk.does(extend());

    expect(desk.order(stop).endsAt).toBe(moment("2026-03-22 10:15:00"));
    desk.at("2026-03-21 10:15:00");
    expect(desk.refusal(extend())).toEqual({ code: "freeze.renewals-used", atMost: 1 });
  });

  test("F-STOP: is not extended a minute late", () => {
    const stop = desk.stop();
    desk.at("2026-03-20 10:15:00");

    expect(
      desk.refusal({
        code: "6007",
        input: { action: "extend", order: stop, papers: papersOf("emergency-stop") },
      }),
    ).toEqual({ code: "freeze.ended", endsAt: moment("2026-03-20 10:15:00") });
  });

  const stopping = (over: Parameters<FreezeDesk["stop"]>[0] = {}) => {
    const papers = papersOf("emergency-stop", { deliveredAt: desk.context().now, ...over });
    const input = { action: "stop", account: "a-1", papers, block: "debit" } as const;
    return { code: "6007", input } as const;
  };
  const extending = (order: string) =>
    ({
      code: "6007",
      input: { action: "extend", order, papers: papersOf("emergency-stop") },
    }) as const;
  const used = { code: "freeze.renewals-used", atMost: 1 };

  test("F-STOP: is not made longer by a new number, in force or up to 48 hours after its end", () => {
    desk.does(extending(desk.stop()));

    for (const when of ["2026-03-22 10:14:00", "2026-03-22 10:15:00", "2026-03-24 10:15:00"]) {
      desk.at(when);
      expect(desk.refusal(stopping())).toEqual(used);
    }
    desk.at("2026-03-24 10:15:01");
    expect(desk.refusal(stopping())).toBeUndefined();
  });

  test("F-STOP: by a new number within 48 hours counts as the one extension there is", () => {
    desk.stop();
    desk.at("2026-03-22 10:15:00");
    const second = desk.stop();

    expect(desk.refusal(extending(second))).toEqual(used);
    expect(desk.refusal(stopping())).toEqual(used);
    desk.at("2026-03-26 10:15:00");
    expect(desk.refusal(stopping())).toEqual(used);
    desk.at("2026-03-26 10:15:01");
    expect(desk.refusal(stopping())).toBeUndefined();
  });

  test("F-STOP: beside a second of the same organ is not extended either", () => {
    const first = desk.stop();
    desk.stop();

    expect(desk.refusal(extending(first))).toEqual(used);
    expect(desk.refusal(stopping())).toEqual(used);
  });

  test("F-STOP: that was released ended then, and counts for 48 hours from there", () => {
    desk.does(extending(desk.stop()));
    desk.at("2026-03-19 12:00:00");
    desk.does(desk.release("f-1", "emergency-stop"));

    desk.at("2026-03-21 12:00:00");
    expect(desk.refusal(stopping())).toEqual(used);
    desk.at("2026-03-21 12:00:01");
    expect(desk.refusal(stopping())).toBeUndefined();
  });

  test("F-STOP: counts for its own organ and its own account", () => {
    desk.enter(2);
    desk.does(extending(desk.stop()));
    const another = stopping({ organ: { kind: "emergency-stop", name: "上海市反诈中心" } });
    const elsewhere = stopping();

    expect(desk.refusal(another)).toBeUndefined();
    expect(
      desk.refusal({ ...elsewhere, input: { ...elsewhere.input, account: "a-2" } }),
    ).toBeUndefined();
    const same = { kind: "emergency-stop", name: "北京市 反诈\u200b中心" } as const;
    expect(desk.refusal(stopping({ organ: same }))).toEqual(used);
  });

  test("takes effect beside a court's order and keeps nobody waiting", () => {
    const first = desk.freeze(court(6_000_00, "09:00:00"));
    const stop = desk.stop();
    const second = desk.freeze(police(4_000_00, "10:05:00"));

    expect([first, stop, second].map(desk.status)).toEqual(["active", "active", "active"]);
    expect([desk.controls(stop), desk.controls(second)]).toEqual([0, 4_000_00]);
  });

  test("has its own transaction, and other orders have theirs", () => {
    const stop = desk.stop();
    const order = desk.freeze(orderOf(1));
    const hours = { unit: "hours", count: 48 } as const;

    expect(desk.refusal(desk.renew(stop, hours, "emergency-stop"))).toEqual({
      code: "freeze.use-instead",
      transaction: "6007",
    });
    expect(
      desk.refusal({
        code: "6007",
        input: { action: "extend", order, papers: papersOf("court") },
      }),
    ).toEqual({ code: "freeze.use-instead", transaction: "6002" });
    expect(
      desk.refusal({
        code: "6007",
        input: { action: "stop", account: "a-1", papers: papersOf("police"), block: "full" },
      }),
    ).toEqual({ code: "freeze.use-instead", transaction: "6001" });
  });
});
