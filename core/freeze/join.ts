import type { Hold } from "#core/account/hold.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { feltAs, holdIdOf } from "#core/freeze/felt-as.ts";
import { type FreezeOrder, FreezeOrderId } from "#core/freeze/freeze-order.ts";
import { joinOrder, orderKey, standing } from "#core/freeze/join-order.ts";
import { asText, lesser } from "#core/kernel/as-text.ts";

/** All that holds the accounts of a branch, as one history of it has it: orders and holds. */
export interface Held {
  readonly orders: readonly FreezeOrder[];
  readonly holds: readonly Hold[];
}

/**
 * What is held in a branch whose two histories were apart, joined: all that either side holds, for
 * as much and as long as the side that holds more (loss and freeze only ever add).
 *
 * An order is the same on both sides where its account and its paper are, a hold where its account,
 * its kind, its source and its moment are: both sides count their numbers from the same one on, so a
 * number says nothing. What either side still holds is held, for lifting needs both. Orders are
 * numbered anew, and the holds by which they are felt are made from them, so that whatever is held
 * by an order can be released by its organ and ends by the clock.
 *
 * The join commutes, associates and repeats without effect, up to numbers: in whatever order
 * branches meet again they agree. Joined is what is held, and neither money nor the cases of losses.
 */
export function joinHeld(one: Held, other: Held): Held {
  const orders = joinedBy(
    [one, other].flatMap(ordersWithEnds),
    ({ order }) => orderKey(order),
    joinEnded,
  );
  const numbered = [...orders]
    .sort(([oneKey, { order: before }], [otherKey, { order: after }]) =>
      inRankOf(before, after) === 0 ? (oneKey < otherKey ? -1 : 1) : inRankOf(before, after),
    )
    .map(([, { order, liftedAt }], index) => ({
      order: { ...order, id: FreezeOrderId.parse(`f-${index + 1}`) },
      liftedAt,
    }));
  const felt = numbered.flatMap(feltNow);
  const holds = joinedBy([one, other].flatMap(ownHolds), holdKey, joinHold);
  return { orders: numbered.map(({ order }) => order), holds: withIds(felt, holds) };
}

/** Everything of both sides once, by what it is known by. */
function joinedBy<T>(
  all: readonly T[],
  keyOf: (record: T) => string,
  join: (one: T, other: T) => T,
): ReadonlyMap<string, T> {
  const joined = new Map<string, T>();
  for (const record of all) {
    const key = keyOf(record);
    const known = joined.get(key);
    joined.set(key, known ? join(known, record) : record);
  }
  return joined;
}

/** An order and when the hold by which it was felt was lifted: the order itself does not say it. */
interface Ended {
  readonly order: FreezeOrder;
  readonly liftedAt: Instant | undefined;
}

function ordersWithEnds({ orders, holds }: Held): readonly Ended[] {
  const lifted = new Map(holds.map(({ id, liftedAt }) => [id, liftedAt]));
  return orders.map((order) => ({
    order: joinOrder(order, order), // So that one known to one side alone has its papers in order too.
    liftedAt: lifted.get(holdIdOf(order.id)),
  }));
}

function joinEnded(one: Ended, other: Ended): Ended {
  return {
    order: joinOrder(one.order, other.order),
    liftedAt: laterOf(one.liftedAt, other.liftedAt),
  };
}

/** Of two moments the later one, for until then one side held it. */
function laterOf(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one >= other ? one : other;
}

/** By delivery (F10); delivered in the same second, who is in force first stays first. */
function inRankOf(one: FreezeOrder, other: FreezeOrder): number {
  return (
    one.papers.deliveredAt - other.papers.deliveredAt ||
    standing(one) - standing(other) ||
    (one.effectiveAt ?? 0) - (other.effectiveAt ?? 0)
  );
}

/** The hold of an order that took effect; one that waits is not felt. */
function feltNow({ order, liftedAt }: Ended): readonly Hold[] {
  const { status, effectiveAt: placedAt } = order;
  if (status === "waiting" || placedAt === undefined) return [];
  if (status === "active") return [feltAs(order, { placedAt, liftedAt: undefined })];
  return liftedAt === undefined ? [] : [feltAs(order, { placedAt, liftedAt })];
}

/** The holds of one side that are no order's: of losses, of customers, of the bank. */
function ownHolds({ orders, holds }: Held): readonly Hold[] {
  const felt = new Set(orders.map(({ id }) => holdIdOf(id)));
  return holds.filter(({ id, source }) => source.type !== "judicial" || !felt.has(id));
}

/** By what a hold is known whatever history it stands in. */
function holdKey({ account, kind, source, placedAt }: Hold): string {
  return asText([account, kind, source.type, causeOf(source), placedAt]);
}

function causeOf(source: Hold["source"]): unknown {
  switch (source.type) {
    case "loss":
      return source.lossCase;
    case "judicial":
      return [source.order, source.organ];
    case "customer":
      return source.why;
    case "bank":
      return source.reason;
  }
}

/** One hold as two histories have it: active if it is on either side, and of an amount the larger. */
function joinHold(one: Hold, other: Hold): Hold {
  const isActive = one.status === "active" || other.status === "active";
  const liftedAt = isActive ? undefined : laterOf(one.liftedAt, other.liftedAt);
  const { target: _target, liftedAt: _liftedAt, ...base } = one;
  return {
    ...base,
    id: lesser(one.id, other.id),
    source: lesser(one.source, other.source),
    ...(one.target === undefined && other.target === undefined
      ? {}
      : { target: (one.target ?? 0) >= (other.target ?? 0) ? one.target : other.target }),
    status: isActive ? "active" : "lifted",
    ...(liftedAt === undefined ? {} : { liftedAt }),
  };
}

/**
 * All holds, each with a number of its own. One that is no order's keeps its own, for the case of a
 * loss names it; only where both sides gave one number to two holds, the later of them gets another.
 */
function withIds(felt: readonly Hold[], joined: ReadonlyMap<string, Hold>): readonly Hold[] {
  const taken = new Set(felt.map(({ id }) => id));
  const own = [...joined]
    .sort(
      ([oneKey, before], [otherKey, after]) =>
        before.placedAt - after.placedAt || (oneKey < otherKey ? -1 : 1),
    )
    .map(([, hold]) => {
      let id = hold.id;
      for (let next = 2; taken.has(id); next += 1) id = `${hold.id.slice(0, 36)}-${next}`;
      taken.add(id);
      return { ...hold, id };
    });
  return [...felt, ...own];
}
