import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { availableToday } from "#core/account/dormancy.ts";
import type { Hold } from "#core/account/hold.ts";
import type { Context } from "#core/commands/command.ts";
import { commands } from "#core/commands/commands.ts";
import type { FreezeStackView, OtherHoldView } from "#core/contract/freeze-view.ts";
import type { Identity, TransactionCode } from "#core/contract/transactions.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { controlled, inRank } from "#core/freeze/queue.ts";
import { freeWords, masked } from "#core/identity/free-text.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import { isStillHeld } from "./account-view.ts";
import { freezeOrderView } from "./freeze-order-view.ts";

/** Orders that are over and still shown beneath those that hold. */
const ENDED_SHOWN = 50;

/**
 * 冻结栈: everything that holds an account and what it comes to. What the orders control and what is
 * free add up to the balance, or to nothing on an account that owes.
 */
export function freezeStackView(account: Account, context: Context): FreezeStackView {
  const { books, today, parameters } = context;
  const customer = known(books.find("customer", account.customer), "an account has a holder");
  const orders = books.list("freezeOrder", "account", account.id);
  const holds = books
    .list("hold", "account", account.id)
    .filter((hold) => hold.status === "active" && isStillHeld(books, hold, today));

  return {
    account: account.id,
    accountNumber: maskAccountNumber(account.number),
    customer: customer.id,
    customerName: customer.name,
    balance: account.balance,
    available: availableToday(account, holds, { today, parameters }),
    slices: slicesOf(account, orders),
    orders: shownOrders(orders).map((order) => freezeOrderView(order, context)),
    holds: holds.flatMap((hold) => otherHold(hold, context)),
  };
}

/** What each order in force controls, in rank, and then what none of them does. */
function slicesOf({ balance }: Account, orders: readonly FreezeOrder[]): FreezeStackView["slices"] {
  const held = [...controlled({ balance, orders })].map(([order, amount]) => ({ order, amount }));
  const taken = held.reduce((sum, { amount }) => sum + amount, 0);
  const free = { amount: fen(Math.max(0, balance) - taken) };
  return [...held, free].filter(({ amount }) => amount > 0);
}

/** Those in force and waiting in their rank, then what is over, the latest first. */
function shownOrders(orders: readonly FreezeOrder[]): readonly FreezeOrder[] {
  const holds = ({ status }: FreezeOrder) => status === "active" || status === "waiting";
  const ended = orders.filter((order) => !holds(order)).reverse();
  return [...inRank(orders.filter(holds)), ...ended.slice(0, ENDED_SHOWN)];
}

/** A hold that is no order; those of orders are shown as what they are. */
function otherHold(hold: Hold, context: Context): readonly OtherHoldView[] {
  const { id, kind, source, placedAt } = hold;
  if (source.type === "judicial") return [];
  const reason = source.type === "bank" ? source.reason : reasonOfCustomer(source);
  return [
    {
      id,
      kind,
      source: source.type,
      ...(reason === undefined ? {} : { reason }),
      ...(source.type === "loss" ? { lossCase: source.lossCase } : {}),
      placedAt,
      possible: possibleOn(hold, context),
    },
  ];
}

function reasonOfCustomer(source: Hold["source"]): string | undefined {
  if (source.type !== "customer") return undefined;
  const { why, policeCase } = source;
  return policeCase === undefined ? why : masked(`${why} ${policeCase}`);
}

/**
 * What may be done with a hold now, asked of the very rules, as if the holder stood there with the
 * document. A loss ends with its case and nowhere else.
 */
function possibleOn(hold: Hold, context: Context): readonly TransactionCode[] {
  const account = known(context.books.find("account", hold.account), "a hold lies on an account");
  const identity = identityOf(account, context);
  const words = freeWords(100).parse("核实无误");
  const lift = { hold: hold.id, signed: true } as const;
  const tried: readonly (readonly [TransactionCode, { readonly ok: boolean }])[] = [
    ["6008", commands["6008"]({ ...lift, action: "unfreeze", identity, finding: words }, context)],
    ["6009", commands["6009"]({ action: "lift", hold: hold.id, words }, context)],
    ...(hold.source.type === "bank" && hold.source.reason === "dormant"
      ? [
          [
            "6010",
            commands["6010"]({ account: account.id, identity, signed: true }, context),
          ] as const,
        ]
      : []),
  ];
  return tried.filter(([, { ok }]) => ok).map(([code]) => code);
}

function identityOf({ customer: id }: Account, { books }: Context): Identity {
  const customer = known(books.find("customer", id), "an account has a holder");
  const { documentKind: kind, documentNumber: number } = customer;
  return { document: { by: "typed", kind, number }, check: "match-with-photo" };
}
