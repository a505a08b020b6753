import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { known } from "#core/kernel/assert.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type FreezeDesk, orderOf, papersOf } from "#tests/support/freeze-desk.ts";

export const HOUR_MS = 3_600_000;

/** More than the eight days after which a card is collected, whatever holidays lie there. */
const TERM_HOURS = 12 * 24;

const months = (count: number) => ({ unit: "months", count }) as const;

/** One thing that somebody does at the desk, to which order, with how much, and how long after. */
export interface Act {
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
    | "formal"
    | "collect"
    | "customer"
    | "customer-lift"
    | "bank"
    | "bank-lift"
    | "pass";
  readonly pick: number;
  readonly amount: number;
  readonly hours: number;
}

/** Histories of ten acts and more, mostly a day apart, now and then weeks or months. */
export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc
    .record({
      does: fc.constantFrom<Act["does"][]>(
        ...(["court", "court", "police", "police", "court", "whole", "stop", "credit"] as const),
        ...(["credit", "debit", "renew", "renew", "release", "release", "release"] as const),
        ...(["part", "part", "cancel", "cancel", "deduct", "deduct", "loss", "pass"] as const),
        ...(["formal", "formal", "collect", "collect", "collect", "debit"] as const),
        ...(["customer", "customer-lift", "bank", "bank-lift"] as const),
      ),
      pick: fc.nat(20),
      amount: fc.integer({ min: 1, max: 9_000_00 }),
      hours: fc.oneof(
        { weight: 5, arbitrary: fc.nat(30) },
        { weight: 1, arbitrary: fc.integer({ min: 31, max: 5_000 }) },
      ),
    })
    // Who collects a card comes when its term is over (T05).
    .map((act) => (act.does === "collect" ? { ...act, hours: act.hours + TERM_HOURS } : act)),
  { minLength: 10, maxLength: 36 },
);

const ordersOf = (desk: FreezeDesk) => desk.books().list("freezeOrder", "account", "a-1");

/** The card that the customer has last been given. */
const cardInHand = (desk: FreezeDesk): string =>
  known(desk.books().list("card", "account", "a-1").at(-1), "a-1 has a card").id;

/** The order an act is about: mostly one in the state it is meant for, now and then any other. */
function chosen(orders: readonly FreezeOrder[], does: Act["does"], pick: number) {
  const status = does === "cancel" ? "waiting" : "active";
  const meant = orders.filter((order) => order.status === status);
  const some = pick % 5 === 0 || meant.length === 0 ? orders : meant;
  return some[pick % Math.max(1, some.length)];
}

/** The request of an act; undefined where there is nothing yet that it could be about. */
export function requestOf({ does, pick, amount }: Act, desk: FreezeDesk): RawRequest | undefined {
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
      return debitOf(amount, desk);
    case "loss":
      return desk.oral(cardInHand(desk));
    case "formal":
      return desk.formal(cardInHand(desk));
    case "collect": {
      const lost = desk.books().list("lossCase", "account", "a-1").at(-1);
      return lost?.slip === undefined ? undefined : desk.replace(lost.number);
    }
    case "customer":
    case "customer-lift":
    case "bank":
    case "bank-lift":
      return holdOf({ does, pick }, desk);
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

/** Money drawn by card; a card that is new is activated first. */
function debitOf(amount: number, desk: FreezeDesk): RawRequest {
  const card = cardInHand(desk);
  return desk.see("card", card).life === "issued-inactive"
    ? desk.activate(card)
    : desk.payOut(card, { amount });
}

type HoldAct = Extract<Act["does"], "customer" | "customer-lift" | "bank" | "bank-lift">;

/** What the customer or the bank itself does: 6008 and 6009, place and lift. */
function holdOf(
  { does, pick }: { readonly does: HoldAct; readonly pick: number },
  desk: FreezeDesk,
): RawRequest | undefined {
  const newestOf = (type: "customer" | "bank") =>
    desk
      .books()
      .list("hold", "account", "a-1")
      .filter(({ source, status }) => source.type === type && status === "active")
      .at(-1)?.id;
  switch (does) {
    case "customer": {
      const document = desk.shown("c-1");
      const asked = { why: "request", evidence: [] } as const;
      return {
        code: "6008",
        input: { action: "freeze", account: "a-1", channel: "counter", document, ...asked },
      };
    }
    case "customer-lift": {
      const hold = newestOf("customer");
      return hold === undefined ? undefined : unfreezeOf(hold, desk.identity("c-1"));
    }
    case "bank": {
      const control = pick % 2 === 0 ? "debit-block" : "non-counter";
      const why = { reason: "unusual-movement", words: "夜间多笔小额试探" } as const;
      return {
        code: "6009",
        input: { action: "place", account: "a-1", control, notice: "phone", ...why },
      };
    }
    case "bank-lift": {
      const hold = newestOf("bank");
      return hold === undefined ? undefined : liftOf(hold);
    }
  }
}

/** The bank's own word that ends a control of its own (6009). */
export function liftOf(hold: string): RawRequest {
  return { code: "6009", input: { action: "lift", hold, words: "已核实本人交易" } };
}

/** The holder's own word that ends a freeze of her own (6008). */
export function unfreezeOf(hold: string, identity: ReturnType<FreezeDesk["identity"]>): RawRequest {
  return { code: "6008", input: { action: "unfreeze", hold, identity, signed: true } };
}
