import type { Account } from "#core/account/account.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import { afterFacts, endFacts, orderFacts, paperFacts } from "#core/commands/freeze-facts.ts";
import { endOf } from "#core/commands/promote.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type FreezeOrder, FreezeOrderId } from "#core/freeze/freeze-order.ts";
import { takesEffect } from "#core/freeze/queue.ts";
import type { Entry } from "#core/journal/entry.ts";
import { fen } from "#core/money/fen.ts";
import { termFact } from "#core/slip/facts.ts";

/** An order as its notice has it. */
export type NewOrder = Pick<
  FreezeOrder,
  "papers" | "scope" | "coversInterest" | "term" | "isExtended" | "lastDay"
>;

/** The order as it is laid down now: in force at once, or waiting behind those before it (F08). */
export function laidDown(
  asked: NewOrder,
  account: Account,
  { books, now, parameters }: Context,
): FreezeOrder {
  const order: FreezeOrder = {
    ...asked,
    id: FreezeOrderId.parse(`f-${books.count("freezeOrder") + 1}`),
    account: account.id,
    customer: account.customer,
    status: "waiting",
    rest: asked.scope.type === "amount" ? asked.scope.amount : fen(0),
    deducted: fen(0),
    renewals: [],
  };
  const orders = books.list("freezeOrder", "account", account.id);
  const frozen = { balance: account.balance, orders };
  if (!takesEffect(order, frozen, parameters.freezeSecondAmount)) return order;

  const endsAt = endOf(order, now);
  return {
    ...order,
    status: "active",
    effectiveAt: now,
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/**
 * What laying an order down journals and what its receipt states (F06, F10): in force or waiting, what
 * it controls of its target, its place in the queue and its end. The whole account takes A3.
 */
export function layingDown(
  order: FreezeOrder,
  level: "A2" | "A3",
  file: { readonly account: Account; readonly customer: Customer },
  context: Context,
): Decision {
  const entries: readonly Entry[] = [{ type: "freeze.registered", freeze: order }];
  const isActive = order.status === "active";
  const facts = [
    ...paperFacts(order.papers),
    ...orderFacts(order, file),
    ...afterFacts(order.id, entries, context),
    ...(isActive ? endFacts(order) : []),
    termFact("note", isActive ? "note.freeze-in-force" : "note.freeze-waits"),
    ...(order.scope.type === "amount" ? [termFact("note", "note.freeze-takes-up-credits")] : []),
    termFact("note", "note.not-to-be-told"),
  ];
  return { level, entries, outcome: { facts, relations: [] }, slip: "freeze-receipt" };
}
