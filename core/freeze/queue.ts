import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { type Fen, fen, type SignedFen } from "#core/money/fen.ts";

/** Whether a second order on a partly free balance takes the rest, or waits for the whole (3.5). */
export type SecondAmountMode = "COVER_REST" | "WAIT_WHOLE";

/** What an account has for its orders: the balance, and every order that was ever laid on it. */
export interface Frozen {
  readonly balance: SignedFen;
  readonly orders: readonly FreezeOrder[];
}

/**
 * Whether an order ranks among the others. A stop of hours protects and claims nothing: it takes
 * effect at once and nobody waits behind it.
 */
export function ranks({ papers }: FreezeOrder): boolean {
  return papers.organ.kind !== "emergency-stop" && papers.organ.kind !== "aml";
}

/** The orders in their rank: by delivery, the first delivered first (F10). */
export function inRank(orders: readonly FreezeOrder[]): readonly FreezeOrder[] {
  return [...orders].sort(byDelivery);
}

function byDelivery(one: FreezeOrder, other: FreezeOrder): number {
  return (
    one.papers.deliveredAt - other.papers.deliveredAt ||
    Number(one.id.slice(2)) - Number(other.id.slice(2))
  );
}

/**
 * 实际控制金额: what each active order controls now, oldest first (F06, 3.5). An order of an amount
 * takes at most its rest; one of the whole account takes whatever the older ones left, and a stop of
 * hours what all others left. The sum is never more than the balance.
 */
export function controlled({ balance, orders }: Frozen): ReadonlyMap<FreezeOrder["id"], Fen> {
  const active = inRank(orders.filter(({ status }) => status === "active"));
  const amounts = new Map<FreezeOrder["id"], Fen>();
  let free = Math.max(0, balance);
  for (const order of [...active.filter(ranks), ...active.filter((stop) => !ranks(stop))]) {
    const takes = order.scope.type === "amount" ? Math.min(order.rest, free) : free;
    amounts.set(order.id, fen(takes));
    free -= takes;
  }
  return amounts;
}

/** An order in force, and how much less of the balance is left to it than before. */
export interface Loss {
  readonly order: FreezeOrder;
  readonly amount: Fen;
}

/**
 * Whom an order that takes effect now takes control from, in their rank: it was delivered before
 * them and is registered after them (F10). Stops claim nothing, so they lose nothing.
 */
export function losingTo(newcomer: FreezeOrder, { balance, orders }: Frozen): readonly Loss[] {
  if (newcomer.status !== "active") return [];
  const before = controlled({ balance, orders });
  const after = controlled({ balance, orders: [...orders, newcomer] });
  return inRank(orders)
    .filter(ranks)
    .map((order) => ({
      order,
      amount: fen((before.get(order.id) ?? 0) - (after.get(order.id) ?? 0)),
    }))
    .filter(({ amount }) => amount > 0);
}

/** The waiting orders in their rank; the first is number 1 of the queue. */
export function waiting(orders: readonly FreezeOrder[]): readonly FreezeOrder[] {
  return inRank(orders.filter(({ status }) => status === "waiting"));
}

/** The orders that are before this one: in force or waiting, and delivered first (F10). */
export function aheadOf(
  order: FreezeOrder,
  orders: readonly FreezeOrder[],
): readonly FreezeOrder[] {
  return inRank(orders).filter(
    (other) =>
      ranks(other) &&
      byDelivery(other, order) < 0 &&
      (other.status === "active" || other.status === "waiting"),
  );
}

/**
 * Whether `order` takes effect beside the orders delivered before it (3.5, F08, F10).
 *
 * The first always does, even on an empty account, and takes up what comes in (F06). Behind one that
 * still waits, or that has the whole account, it waits. Behind orders of amounts it takes effect on
 * what these leave, or only where they leave the whole of it, as the mode says.
 */
export function takesEffect(
  order: FreezeOrder,
  { balance, orders }: Frozen,
  mode: SecondAmountMode,
): boolean {
  if (!ranks(order)) return true;
  const ahead = aheadOf(order, orders);
  if (ahead.length === 0) return true;
  if (ahead.some(({ status, scope }) => status === "waiting" || scope.type === "account")) {
    return false;
  }

  const free = balance - ahead.reduce((sum, { rest }) => sum + rest, 0);
  if (order.scope.type === "account") return mode === "COVER_REST" && free >= 0;
  return mode === "COVER_REST" ? free > 0 : free >= order.rest;
}

/**
 * The waiting orders that take effect now, in their rank (F09). A later one never passes an earlier
 * one that still waits.
 */
export function promoted(frozen: Frozen, mode: SecondAmountMode): readonly FreezeOrder[] {
  const [first] = waiting(frozen.orders);
  if (!first || !takesEffect(first, frozen, mode)) return [];

  const orders = frozen.orders.map((order) =>
    order.id === first.id ? { ...order, status: "active" as const } : order,
  );
  return [first, ...promoted({ ...frozen, orders }, mode)];
}
