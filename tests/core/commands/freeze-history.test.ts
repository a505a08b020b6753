import fc from "fast-check";
import { expect, test } from "vitest";
import { isDebitBlocked } from "#core/account/hold.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { controlled } from "#core/freeze/queue.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { type FreezeDesk, openFreezeDesk, orderOf, papersOf } from "#tests/support/freeze-desk.ts";

const HOUR_MS = 3_600_000;
const months = (count: number) => ({ unit: "months", count }) as const;

/** One thing that somebody does at the desk, to which order, with how much, and how long after. */
interface Act {
  readonly does:
    | "court"
    | "police"
    | "whole"
    | "stop"
    | "credit"
    | "debit"
    | "renew"
    | "release"
    | "part"
    | "cancel"
    | "deduct"
    | "loss"
    | "pass";
  readonly pick: number;
  readonly amount: number;
  readonly hours: number;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    does: fc.constantFrom<Act["does"][]>(
      ...(["court", "court", "police", "police", "court", "whole", "stop", "credit"] as const),
      ...(["credit", "debit", "renew", "renew", "release", "release", "release"] as const),
      ...(["part", "part", "cancel", "cancel", "deduct", "deduct", "loss", "pass"] as const),
    ),
    pick: fc.nat(20),
    amount: fc.integer({ min: 1, max: 9_000_00 }),
    hours: fc.oneof(
      { weight: 5, arbitrary: fc.nat(30) },
      { weight: 1, arbitrary: fc.integer({ min: 31, max: 5_000 }) },
    ),
  }),
  { minLength: 10, maxLength: 30 },
);

const ordersOf = (desk: FreezeDesk) => desk.books().list("freezeOrder", "account", "a-1");
const holdsOf = (desk: FreezeDesk) => desk.books().list("hold", "account", "a-1");

/** The order an act is about: mostly one in the state it is meant for, now and then any other. */
function chosen(orders: readonly FreezeOrder[], does: Act["does"], pick: number) {
  const status = does === "cancel" ? "waiting" : "active";
  const meant = orders.filter((order) => order.status === status);
  const some = pick % 5 === 0 || meant.length === 0 ? orders : meant;
  return some[pick % Math.max(1, some.length)];
}

/** The request of an act; undefined where there is nothing yet that it could be about. */
function requestOf({ does, pick, amount }: Act, desk: FreezeDesk): RawRequest | undefined {
  const order = chosen(ordersOf(desk), does, pick);
  const by = order?.papers.organ.kind ?? "court";
  const delivered = { deliveredAt: desk.context().now - (pick % 3) * HOUR_MS };
  const newly = (kind: "court" | "police") => papersOf(kind, delivered);
  switch (does) {
    case "court":
      return { code: "6001", input: orderOf(amount, { papers: newly("court") }) };
    case "police":
      return {
        code: "6001",
        input: orderOf(amount, { papers: newly("police"), term: months(1 + (pick % 6)) }),
      };
    case "whole":
      return {
        code: "6001",
        input: orderOf(1, {
          papers: newly("court"),
          scope: { type: "account", block: "debit" },
          term: months(1 + (pick % 3)),
        }),
      };
    case "stop": {
      const papers = papersOf("emergency-stop");
      return { code: "6007", input: { action: "stop", account: "a-1", papers, block: "debit" } };
    }
    case "credit":
      return desk.deposit(amount);
    case "debit":
      return {
        code: "3012",
        input: { account: "a-1", amount, swipe: desk.swipe("k-1"), pin: desk.pin("a-1") },
      };
    case "loss":
      return desk.oral("k-1");
    case "pass":
      return undefined;
    default:
      return order && changeOf(does, order.id, by, amount, desk);
  }
}

function changeOf(
  does: "renew" | "release" | "part" | "cancel" | "deduct",
  order: string,
  by: Parameters<typeof papersOf>[0],
  amount: number,
  desk: FreezeDesk,
): RawRequest {
  switch (does) {
    case "renew":
      return desk.renew(order, months(1 + (amount % 6)), by);
    case "release":
      return desk.release(order, by);
    case "part":
      return desk.release(order, by, 1 + Math.floor(amount / 10));
    case "cancel":
      return { code: "6005", input: { order, papers: papersOf(by) } };
    case "deduct":
      return desk.deduct(order, Math.min(amount, desk.controls(order) || amount), by);
  }
}

/** What must be true of the account at any moment. */
function expectSound(desk: FreezeDesk): void {
  const orders = ordersOf(desk);
  const { balance } = desk.see("account", "a-1");
  const now = controlled({ balance, orders });
  const sum = [...now.values()].reduce((total, amount) => total + amount, 0);

  expect(sum).toBeLessThanOrEqual(balance);
  for (const { id, scope, rest, deducted, status } of orders) {
    const hold = desk.books().find("hold", `h-${id}`);
    expect(hold?.status ?? "lifted").toBe(status === "active" ? "active" : "lifted");
    if (scope.type === "account") continue;
    expect(now.get(id) ?? 0).toBeLessThanOrEqual(rest);
    expect(rest + deducted).toBeLessThanOrEqual(scope.amount);
  }
  expect(desk.available()).toBe(isDebitBlocked(holdsOf(desk)) ? 0 : balance - sum);
  // Nobody waits where nobody is before him.
  const waits = orders.some(({ status }) => status === "waiting");
  expect(waits && orders.every(({ status }) => status !== "active")).toBe(false);
}

/** Does it if the rules allow, and looks whether that was what the preview showed and no more. */
function act(request: RawRequest, desk: FreezeDesk): void {
  const preview = desk.preview(request);
  const before = ordersOf(desk);
  const heldBefore = holdsOf(desk);
  const target =
    "order" in request.input && request.input.order !== undefined ? request.input.order : "new";
  if (!preview.ok) return;

  const { batch, decision } = desk.does(request);

  expect(decision).toEqual(preview.value);
  expect(batch.entries.slice(0, preview.value.entries.length)).toEqual(preview.value.entries);
  for (const order of before) {
    if (order.id === target) continue;
    const after = desk.order(order.id);
    const tookEffect = order.status === "waiting" && after.status === "active";
    expect(tookEffect ? "took effect" : after).toEqual(tookEffect ? "took effect" : order);
  }
  for (const hold of heldBefore) {
    if (hold.id !== `h-${target}`) expect(desk.see("hold", hold.id)).toEqual(hold);
  }
}

/** That no organ but its own changes an order, whatever state the order is in. */
function expectOthersRefused(desk: FreezeDesk, pick: number): void {
  const orders = ordersOf(desk);
  const order = orders[pick % Math.max(1, orders.length)];
  if (!order) return;
  const other = { ...order.papers.organ, name: "海淀区人民法院" };
  const papers = () => papersOf(order.papers.organ.kind, { organ: other });
  const refused = { code: "freeze.other-organ", organ: order.papers.organ.name };
  const to = { name: "执行款", account: "110000000000000001" };

  expect(desk.refusal({ code: "6004", input: { order: order.id, papers: papers() } })).toEqual(
    refused,
  );
  expect(
    desk.refusal({ code: "6006", input: { order: order.id, papers: papers(), amount: 1, to } }),
  ).toEqual(refused);
  expect(desk.refusal({ code: "6005", input: { order: order.id, papers: papers() } })).toEqual(
    refused,
  );
}

/** The books as a restart makes them: from the journal alone. */
function expectReplayed(desk: FreezeDesk): void {
  let books = booksAfter([]);
  for (const batch of desk.batches()) {
    const stored: typeof batch = JSON.parse(JSON.stringify(batch));
    books = booksAfter(changesOfAll(books, stored.entries, stored), books);
  }
  for (const shelf of ["freezeOrder", "hold", "account", "branchBalance"] as const) {
    expect(books.all(shelf)).toEqual(desk.books().all(shelf));
  }
}

// Goal: whatever happens to an account in whatever order, never more is controlled than there is nor
// than an order is for, an order is changed by its own organ alone, releasing one frees no other, the
// preview is the outcome, and a restart finds the same books. Method: invented histories of
// everything the desk does, at any distance in time, in both modes.
test.each(["COVER_REST", "WAIT_WHOLE"] as const)(
  "%s: long histories keep every invariant of 5.4",
  (freezeSecondAmount) => {
    fc.assert(
      fc.property(acts, (history) => {
        const desk = openFreezeDesk();
        desk.set({ freezeSecondAmount });
        for (const step of history) {
          desk.pass(step.hours * HOUR_MS);
          desk.preview(desk.deposit(1)); // Whoever comes first settles what the clock brought.
          const request = requestOf(step, desk);
          if (request) act(request, desk);
          expectOthersRefused(desk, step.pick);
          expectSound(desk);
        }
        expectReplayed(desk);
      }),
      { numRuns: 40 },
    );
  },
);
