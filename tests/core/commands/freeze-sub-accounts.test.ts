import { beforeEach, describe, expect, test } from "vitest";
import type { Fact } from "#core/slip/slip.ts";
import { account } from "#tests/main/ledger/invented.ts";
import type { RawInput } from "#tests/support/counter.ts";
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
  below(2, 50_000_00);
  below(3, 0);
});

/** Another account of c-1: a time deposit below the card's account. */
function below(number: number, balance: number, over: object = {}): void {
  const id = `a-${number}`;
  desk.post([
    {
      type: "account.opened",
      account: { ...account(number, "c-1"), product: "time-deposit", balance, ...over },
    },
  ]);
  expect(desk.see("account", id).balance).toBe(balance);
}

const whole = { type: "account", block: "debit" } as const;
/** A court's notice over the account of the card and some more. */
const notice = (subAccounts: string[], over: Partial<RawInput<"6001">> = {}) =>
  orderOf(1, { scope: whole, subAccounts, ...over });
const registering = (input: RawInput<"6001">) => ({ code: "6001", input }) as const;
const refusal = (input: RawInput<"6001">) => desk.refusal(registering(input));
const ordersOn = (id: string) => desk.books().list("freezeOrder", "account", id);

/** The lines of a receipt by account: each begins with its order. */
function byAccount(facts: readonly Fact[]): readonly (readonly string[])[] {
  const said = facts.map((fact) => {
    const value = { text: "", date: "", instant: "", money: 0, term: "", organ: "", ...fact };
    const { text, date, instant, amount, term, organ, count } = value as typeof value & {
      readonly amount?: number;
      readonly count?: number;
    };
    return `${fact.name} ${text || date || instant || term || organ || (amount ?? count)}`;
  });
  const starts = said.flatMap((line, at) => (line.startsWith("freezeOrder ") ? [at] : []));
  return starts.map((start, index) => said.slice(start, starts[index + 1]));
}

describe("F04: a notice over several accounts of one holder", () => {
  test("lays one order down on each in one posting, with the same papers and holds of their own", () => {
    const papers = papersOf("court");
    const { batch, decision } = desk.does(registering(notice(["a-2", "a-3"], { papers })));

    expect(decision.level).toBe("A3");
    expect(batch.entries.slice(0, 3)).toMatchObject([
      { type: "freeze.registered", freeze: { id: "f-1", account: "a-1", papers } },
      { type: "freeze.registered", freeze: { id: "f-2", account: "a-2", papers } },
      { type: "freeze.registered", freeze: { id: "f-3", account: "a-3", papers } },
    ]);
    expect(desk.see("hold", "h-f-2")).toMatchObject({ account: "a-2", kind: "debit-block" });
    expect(desk.see("hold", "h-f-3")).toMatchObject({ account: "a-3", status: "active" });
  });

  test("each has its own place in the queue of its account, and its own end", () => {
    const first = orderOf(1, { account: "a-2", scope: whole, term: { unit: "months", count: 3 } });
    desk.freeze(first);

    desk.does(registering(notice(["a-2"])));

    expect(ordersOn("a-1")).toMatchObject([{ id: "f-2", status: "active" }]);
    expect(ordersOn("a-2")).toMatchObject([{ status: "active" }, { id: "f-3", status: "waiting" }]);
    desk.at("2026-06-19 09:00:00");
    desk.does(desk.deposit(1)); // The first ended by itself, and the notice takes effect on a-2.
    expect(desk.order("f-2").endsAt).toBe(moment("2027-03-19"));
    expect(desk.order("f-3")).toMatchObject({
      status: "active",
      endsAt: moment("2027-06-20"),
    });
  });

  test("the receipt states of every account the measure, what is held, the queue and the end", () => {
    desk.freeze(orderOf(1, { account: "a-2", scope: whole }));
    const request = registering(notice(["a-2", "a-3"]));

    const { decision } = desk.does(request);

    const [first, second, third] = byAccount(decision.outcome.facts);
    expect(first).toEqual([
      "freezeOrder f-2",
      "account 0200*********0001",
      "measure measure.01",
      "measureObject measure-object.2",
      "controlled 1000000",
      "balanceAfter 1000000",
      "availableAfter 0",
      `freezeEnds ${moment("2027-03-19")}`,
    ]);
    expect(second).toEqual([
      "freezeOrder f-3",
      "account 0200*********0002",
      "measure measure.03",
      "measureObject measure-object.2",
      "controlled 0",
      "queue 1",
      "frozenBy 朝阳区人民法院",
      "termAsked 12",
      "note note.freeze-waits-its-turn",
      "balanceAfter 5000000",
      "availableAfter 0",
      "note note.judicial-freeze-stays",
    ]);
    expect(third?.slice(0, 5)).toEqual([
      "freezeOrder f-4",
      "account 0200*********0003",
      "measure measure.01",
      "measureObject measure-object.2",
      "controlled 0",
    ]);
    expect(third?.at(-1)).toBe("note note.not-to-be-told");
  });

  test("what was previewed is what the receipt states, and no note comes twice", () => {
    desk.freeze(orderOf(1, { account: "a-2", scope: whole }));
    desk.freeze(orderOf(1, { account: "a-3", scope: whole }));
    const request = registering(notice(["a-2", "a-3"]));
    const previewed = desk.preview(request);

    const { decision } = desk.does(request);

    expect(previewed).toMatchObject({ ok: true, value: { outcome: decision.outcome } });
    const notes = decision.outcome.facts.filter(({ name }) => name === "note");
    expect(new Set(notes.map((note) => note.kind === "term" && note.term)).size).toBe(notes.length);
  });

  test("releasing one of them leaves the others", () => {
    desk.does(registering(notice(["a-2"])));

    desk.does(desk.release("f-2"));

    expect(ordersOn("a-1")).toMatchObject([{ status: "active" }]);
    expect(ordersOn("a-2")).toMatchObject([{ status: "released" }]);
  });

  test("6003 waits on every account, or is handed back where one would be frozen at once", () => {
    const waiting = (input: RawInput<"6003">) => ({ code: "6003", input }) as const;
    desk.freeze(orderOf(1, { scope: whole }));

    expect(desk.refusal(waiting(notice(["a-2"])))).toEqual({ code: "freeze.nothing-to-wait-for" });
    desk.freeze(orderOf(1, { account: "a-2", scope: whole }));
    desk.does(waiting(notice(["a-2"])));
    expect(ordersOn("a-2").map(({ status }) => status)).toEqual(["active", "waiting"]);
  });
});

describe("F05: what a notice over several accounts cannot say", () => {
  test("an amount, which is one; of a single account it may be", () => {
    const scope = { type: "amount", amount: 1 } as const;

    expect(refusal(notice(["a-2"], { scope }))).toEqual({ code: "freeze.amount-over-accounts" });
    expect(refusal(notice([], { scope }))).toBeUndefined();
  });

  test("an account twice, be it the first or another", () => {
    expect(refusal(notice(["a-1"]))).toEqual({ code: "freeze.account-twice" });
    expect(refusal(notice(["a-2", "a-2"]))).toEqual({ code: "freeze.account-twice" });
  });

  test("an account of somebody else, even one of the same name", () => {
    desk.enter(9, { customer: { name: "顾客1" } });

    expect(refusal(notice(["a-9"]))).toEqual({ code: "freeze.other-holder" });
  });

  test("an account that is not there, closed, or of another branch; and then nothing is laid down", () => {
    below(4, 0, { life: "closed" });
    below(5, 0, { branch: "0300" });

    expect(refusal(notice(["a-77"]))).toEqual({ code: "account.unknown" });
    expect(refusal(notice(["a-2", "a-4"]))).toEqual({ code: "account.closed" });
    expect(refusal(notice(["a-2", "a-5"]))).toEqual({
      code: "freeze.other-branch",
      branch: "0300",
    });
    expect(ordersOn("a-2")).toEqual([]);
  });

  test("more than twenty besides the first", () => {
    const ids = Array.from({ length: 21 }, (_, index) => `a-${index + 10}`);
    for (const [index] of ids.entries()) below(index + 10, 1);

    expect(refusal(notice(ids.slice(0, 20)))).toBeUndefined();
    expect(() => refusal(notice(ids))).toThrow();
  });

  test("twenty accounts with eight orders before them each are still one receipt", () => {
    const ids = Array.from({ length: 20 }, (_, index) => `a-${index + 10}`);
    for (const [index] of ids.entries()) below(index + 10, 1);
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8]) desk.does(registering(notice(ids)));

    const { batch } = desk.does(registering(notice(ids)));

    const slip = batch.entries.find(({ type }) => type === "slip.issued");
    expect(slip).toMatchObject({ slip: { kind: "freeze-receipt" } });
    expect(desk.books().count("freezeOrder")).toBe(9 * 21);
  });
});

describe("5.4: the very same paper once more", () => {
  const papers = papersOf("court");
  const [first, second] = papers.officers;
  const on = (id: string, over: object = {}) =>
    orderOf(1, { account: id, scope: whole, papers: { ...papers, ...over } });

  test("serves for another account of the same holder, and never twice for one", () => {
    const order = desk.freeze(on("a-1"));

    expect(refusal(on("a-1"))).toEqual({ code: "freeze.document-known", order });
    desk.does(registering(on("a-2")));
    expect(refusal(on("a-2"))).toMatchObject({ code: "freeze.document-known" });
    expect(refusal(notice(["a-1"], { account: "a-3", papers }))).toMatchObject({
      code: "freeze.document-known",
    });
  });

  test("is another paper with other officers or another delivery, and its number is used", () => {
    const known = { code: "freeze.document-known", order: desk.freeze(on("a-1")) };
    const deliveredAt = papers.deliveredAt - 1000;
    const other = { ...second, name: "经办丙" };

    expect(refusal(on("a-2", { deliveredAt }))).toEqual(known);
    expect(refusal(on("a-2", { officers: [first, other] }))).toEqual(known);
    expect(refusal(on("a-2", { officers: [first, { ...second, permit: "京A0003" }] }))).toEqual(
      known,
    );
    expect(refusal(on("a-2"))).toBeUndefined();
  });

  test("does not serve for an account of somebody else", () => {
    desk.freeze(on("a-1"));
    desk.enter(9, { customer: { name: "顾客1" } });

    expect(refusal(on("a-9"))).toMatchObject({ code: "freeze.document-known" });
  });

  test("a notice of release serves for each order of the holder, and for nothing else", () => {
    const [one, two] = [desk.freeze(on("a-1")), desk.freeze(on("a-2"))];
    const release = papersOf("court");
    const releasing = (order: string) =>
      ({ code: "6004", input: { order, papers: release } }) as const;
    desk.does(releasing(one));

    expect(desk.refusal({ code: "6004", input: { order: two, papers } })).toEqual({
      code: "freeze.document-known",
      order: one,
    });
    expect(refusal(orderOf(1, { account: "a-3", papers: release }))).toEqual({
      code: "freeze.document-known",
      order: one,
    });
    desk.does(releasing(two));
    expect(desk.status(two)).toBe("released");
  });
});
