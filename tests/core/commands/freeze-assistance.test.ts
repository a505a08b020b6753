import { beforeEach, describe, expect, test } from "vitest";
import { type FreezeDesk, moment, openFreezeDesk, papersOf } from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

describe("6012 assisted query", () => {
  const query = (over: Parameters<typeof papersOf>[1] = {}) =>
    ({
      code: "6012",
      input: { customer: "c-1", papers: papersOf("court", over), asked: "账户余额及流水" },
    }) as const;

  test("F15: is entered in the register with paper, officers and what was asked", () => {
    const { decision, batch } = desk.does(query());

    expect(decision).toMatchObject({ level: "A2", slip: "freeze-receipt" });
    expect(batch.entries).toContainEqual(
      expect.objectContaining({
        type: "freeze.assisted",
        customer: "c-1",
        asked: "账户余额及流水",
      }),
    );
    expect(desk.available()).toBe(10_000_00);
  });

  test("F03: rests on permits and 协助查询通知书; a ruling is for measures", () => {
    const shown = ["work-permit", "execution-permit", "query-notice"] as const;

    expect(desk.refusal(query({ shown: [...shown] }))).toBeUndefined();
    expect(desk.refusal(query({ shown: ["work-permit", "query-notice"] }))).toEqual({
      code: "freeze.paper-missing",
      paper: "execution-permit",
    });
    expect(
      desk.refusal(query({ shown: ["work-permit", "execution-permit", "ruling", "notice"] })),
    ).toEqual({ code: "freeze.paper-missing", paper: "query-notice" });
  });

  test("F02: by one officer, of nobody, from the future or before a teller without the duty is refused", () => {
    const [first, second] = papersOf("court").officers;
    const twice = [first, { ...second, permit: first.permit }] as const;

    expect(desk.refusal(query({ officers: [...twice] }))).toEqual({
      code: "freeze.one-officer-twice",
    });
    expect(desk.refusal(query({ deliveredAt: moment("2026-03-18 10:15:01") }))).toEqual({
      code: "freeze.delivered-later",
    });
    expect(desk.refusal({ code: "6012", input: { ...query().input, customer: "c-9" } })).toEqual({
      code: "customer.unknown",
    });
    desk.seat("0001");
    expect(desk.refusal(query())).toEqual({ code: "freeze.not-allowed" });
  });
});
