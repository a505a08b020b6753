import type { Account } from "#core/account/account.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import { afterFacts, endFacts, orderFacts } from "#core/commands/freeze-facts.ts";
import { receipted } from "#core/commands/freeze-receipt.ts";
import { endOf } from "#core/commands/promote.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type FreezeOrder, FreezeOrderId } from "#core/freeze/freeze-order.ts";
import { takesEffect } from "#core/freeze/queue.ts";
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
  const measure = { type: "freeze.registered", freeze: order } as const;
  const entries = [measure];
  const isActive = order.status === "active";
  const lines = [
    ...orderFacts(order, file, measure),
    ...afterFacts(order.id, entries, context),
    ...(isActive ? endFacts(order) : []),
    termFact("note", isActive ? "note.freeze-in-force" : "note.freeze-waits"),
    ...(order.scope.type === "amount" ? [termFact("note", "note.freeze-takes-up-credits")] : []),
  ];
  return receipted({ level, papers: order.papers, entries, lines });
}
