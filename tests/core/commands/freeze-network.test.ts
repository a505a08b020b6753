import { beforeEach, describe, expect, test } from "vitest";
import { FreezePapers } from "#core/freeze/freeze-order.ts";
import { termFact } from "#core/slip/facts.ts";
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

type Over = NonNullable<Parameters<typeof papersOf>[1]>;
const [first, second] = papersOf("court").officers;
const byNetwork = (over: Over = {}) =>
  papersOf("court", { delivery: "network", shown: ["ruling", "notice"], ...over });
const refusal = (papers: ReturnType<typeof papersOf>) =>
  desk.refusal({ code: "6001", input: orderOf(1, { papers }) });
const stranger = (officer: string) => ({ code: "freeze.officer-not-registered", officer });

describe("F14: papers by 网络查控", () => {
  test("equal paper once both officers have brought one over the counter", () => {
    expect(refusal(byNetwork())).toEqual(stranger(first.name));
    desk.freeze(orderOf(1));

    const { decision } = desk.does({
      code: "6001",
      input: orderOf(1, { papers: byNetwork() }),
    });

    expect(decision.outcome.facts).toContainEqual(termFact("delivery", "delivery.network"));
    expect(desk.order("f-2")).toMatchObject({ status: "active", papers: { delivery: "network" } });
  });

  test("need no permits shown, but the ruling and the notice they do; over the counter all", () => {
    desk.freeze(orderOf(1));
    const shown = ["ruling", "notice"] as const;

    expect(refusal(byNetwork({ shown: ["notice"] }))).toEqual({
      code: "freeze.paper-missing",
      paper: "ruling",
    });
    expect(refusal(byNetwork({ shown: [...shown] }))).toBeUndefined();
    expect(refusal(papersOf("court", { shown: [...shown] }))).toEqual({
      code: "freeze.paper-missing",
      paper: "work-permit",
    });
    expect(refusal(papersOf("court", { shown: [...shown], delivery: "counter" }))).toEqual({
      code: "freeze.paper-missing",
      paper: "work-permit",
    });
  });

  test("are of officers with that very name and permit, both of them", () => {
    desk.freeze(orderOf(1));

    expect(refusal(byNetwork({ officers: [first, { ...second, name: "经办丙" }] }))).toEqual(
      stranger("经办丙"),
    );
    expect(refusal(byNetwork({ officers: [{ ...first, permit: "京A0009" }, second] }))).toEqual(
      stranger(first.name),
    );
    expect(refusal(byNetwork({ officers: [second, first] }))).toBeUndefined();
  });

  test("are of officers registered for this very organ", () => {
    desk.freeze(orderOf(1, { papers: papersOf("tax"), term: { unit: "months", count: 6 } }));

    expect(refusal(byNetwork())).toEqual(stranger(first.name));
  });

  test("are of officers whose permit on record is valid: on its last day, not on the day after", () => {
    const until = { ...first, permitValidTo: "2026-03-20" };
    desk.freeze(orderOf(1, { papers: papersOf("court", { officers: [until, second] }) }));

    desk.at("2026-03-20 23:59:59");
    expect(refusal(byNetwork())).toBeUndefined();
    desk.at("2026-03-21 00:00:00");
    expect(refusal(byNetwork())).toEqual(stranger(first.name));
    expect(refusal(byNetwork({ officers: [until, second] }))).toEqual({
      code: "freeze.permit-expired",
      permitValidTo: "2026-03-20",
    });
  });

  test("register nobody themselves, nor does what an organ only asked", () => {
    desk.freeze(orderOf(1, { papers: papersOf("court", { officers: [first, second] }) }));
    const third = { ...first, name: "经办丙", permit: "京A0003" };
    const asking = papersOf("court", { officers: [third, second] });
    desk.does({ code: "6012", input: { customer: "c-1", papers: asking, asked: "余额" } });

    expect(refusal(byNetwork({ officers: [third, second] }))).toEqual(stranger("经办丙"));
    desk.freeze(orderOf(1, { papers: papersOf("court", { officers: [third, second] }) }));
    expect(refusal(byNetwork({ officers: [third, second] }))).toBeUndefined();
  });

  test("renew, release and ask as paper does", () => {
    const order = desk.freeze(orderOf(5_000_00));
    const term = { unit: "months", count: 6 } as const;

    desk.does({ code: "6002", input: { order, papers: byNetwork(), term, isExtended: false } });
    const asking = byNetwork({ shown: ["query-notice"] });
    desk.does({ code: "6012", input: { customer: "c-1", papers: asking, asked: "余额" } });
    desk.does({ code: "6004", input: { order, papers: byNetwork() } });

    expect(desk.status(order)).toBe("released");
  });

  test("a stop of hours likewise, by officers who stopped over the counter before", () => {
    const stopping = (over: Over) => {
      const papers = papersOf("emergency-stop", over);
      const input = { action: "stop", account: "a-1", papers, block: "debit" } as const;
      return { code: "6007", input } as const;
    };

    expect(desk.refusal(stopping({ delivery: "network" }))).toEqual(stranger(first.name));
    desk.does(stopping({}));
    expect(desk.refusal(stopping({ delivery: "network" }))).toBeUndefined();
  });

  test("the number of one is used however it came", () => {
    const order = desk.freeze(orderOf(1));
    const { documentNumber, deliveredAt } = desk.order(order).papers;

    expect(refusal(byNetwork({ documentNumber, deliveredAt }))).toEqual({
      code: "freeze.document-known",
      order,
    });
  });

  test("a paper of an old journal, which says nothing of how it came, came over the counter", () => {
    const { delivery: _none, ...old } = papersOf("court", {
      deliveredAt: moment("2026-03-18 10:00:00"),
    });

    expect(FreezePapers.parse(old)).not.toHaveProperty("delivery");
    desk.freeze(orderOf(1, { papers: old }));
    expect(refusal(byNetwork())).toBeUndefined();
  });
});
