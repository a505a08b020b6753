import type { Account } from "#core/account/account.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import { afterFacts, endFacts, measureFacts, scopeFacts } from "#core/commands/freeze-facts.ts";
import { receipted } from "#core/commands/freeze-receipt.ts";
import { endOf } from "#core/commands/promote.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type FreezeOrder, FreezeOrderId } from "#core/freeze/freeze-order.ts";
import { type Frozen, type Loss, losingTo, takesEffect } from "#core/freeze/queue.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { atDesk, type Line } from "#core/slip/on-paper.ts";
import type { Fact } from "#core/slip/slip.ts";

/** An order as its notice has it. */
export type NewOrder = Pick<
  FreezeOrder,
  "papers" | "scope" | "coversInterest" | "term" | "isExtended" | "lastDay"
>;

/**
 * The orders as a notice lays them down now, one for each account that it names: each in force at
 * once, or waiting behind those before it on its own account (F08).
 */
export function laidDown(
  asked: NewOrder,
  accounts: readonly Account[],
  { books, now, parameters }: Context,
): readonly FreezeOrder[] {
  const before = books.count("freezeOrder");
  return accounts.map(({ id, customer, balance }, index) => {
    const order: FreezeOrder = {
      ...asked,
      id: FreezeOrderId.parse(`f-${before + index + 1}`),
      account: id,
      customer,
      status: "waiting",
      rest: asked.scope.type === "amount" ? asked.scope.amount : fen(0),
      deducted: fen(0),
      renewals: [],
    };
    const frozen = { balance, orders: books.list("freezeOrder", "account", id) };
    if (!takesEffect(order, frozen, parameters.freezeSecondAmount)) return order;

    const endsAt = endOf(order, now);
    return {
      ...order,
      status: "active",
      effectiveAt: now,
      ...(endsAt === undefined ? {} : { endsAt }),
    };
  });
}

/** Orders of one notice on the accounts of one holder. */
export interface LaidDown {
  readonly asked: NewOrder;
  readonly orders: readonly FreezeOrder[];
  readonly customer: Customer;
  /** Whose word it needs where no other order loses anything by it. */
  readonly level: "A2" | "A3";
}

/**
 * What laying orders down journals and what the receipt states of each (F06, F10): in force or
 * waiting, what it controls of its target, its place in the queue of its account, and its end.
 *
 * Where one ranks before orders in force and takes control from them, it needs the branch head's
 * word, and the desk sees from whom and how much; its organ does not.
 */
export function layingDown(
  { asked, orders, customer, level }: LaidDown,
  context: Context,
): Decision {
  const entries = orders.map((freeze) => ({ type: "freeze.registered", freeze }) as const);
  const { papers } = asked;
  const lines = [
    ...scopeFacts(asked, customer),
    ...entries.flatMap((entry) => {
      const { freeze } = entry;
      const account = context.books.find("account", freeze.account);
      return [
        ...measureFacts(freeze, known(account, "an order lies on an account"), entry),
        ...afterFacts(freeze.id, entries, context),
        ...(freeze.status === "active" ? endFacts(freeze) : []),
      ];
    }),
    ...standingNotes(orders),
  ];
  const losses = orders.flatMap((order) => losingTo(order, frozenBefore(order, context)));
  return receipted({
    level: losses.length > 0 ? "A3" : level,
    papers,
    entries,
    lines: [...lines, ...losses.flatMap(lossFacts)],
  });
}

/** The account of a new order as it was before it. */
function frozenBefore({ account: id }: FreezeOrder, { books }: Context): Frozen {
  const { balance } = known(books.find("account", id), "an order lies on an account");
  return { balance, orders: books.list("freezeOrder", "account", id) };
}

function lossFacts({ order: { id, papers }, amount }: Loss): readonly Line[] {
  return [
    atDesk(textFact("losesControl", `${id} ${papers.organ.name} ${papers.documentNumber}`)),
    atDesk(moneyFact("losesAmount", amount)),
  ];
}

/**
 * Whether the notice is in force by now: of several accounts the measure of each one says it, and so
 * does the line on how a waiting order waits its turn.
 */
function standingNotes([order, ...others]: readonly FreezeOrder[]): readonly Fact[] {
  if (order === undefined || others.length > 0) return [];
  if (order.status === "active") return [termFact("note", "note.freeze-in-force")];
  return order.lastDay === undefined ? [] : [termFact("note", "note.freeze-waits")];
}
