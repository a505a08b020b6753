import type { Account, AccountRefusal } from "#core/account/account.ts";
import { mayDraw } from "#core/account/dormancy.ts";
import { type Hold, isJudiciallyFrozen } from "#core/account/hold.ts";
import { mayCredit, mayDebit } from "#core/account/posting.ts";
import type { Context } from "#core/commands/command.ts";
import { type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";

type Answer = Result<Account, AccountRefusal>;

/**
 * What a rule says of an account, as whoever sits there may hear it. Where it is an order that bars,
 * somebody who may not see orders is told neither what it leaves nor what it forbids, and at every
 * transaction the same (U07); what others have placed and bars by itself keeps its own words (3.5).
 */
function asHeard(
  rule: (holds: readonly Hold[]) => Answer,
  holds: readonly Hold[],
  teller: Teller,
): Answer {
  const may = rule(holds);
  if (may.ok || maySeeOrders(teller) || !isJudiciallyFrozen(holds)) return may;

  const mayElse = rule(holds.filter(({ source }) => source.type !== "judicial"));
  return mayElse.ok || mayElse.refusal.code === "account.short"
    ? refuse({ code: "account.judicial-freeze" })
    : mayElse;
}

/** Whether `amount` may be drawn, in words for whoever sits there (3012, 3013, fees). */
export function mayDrawHere(
  account: Account,
  holds: readonly Hold[],
  amount: Fen,
  context: Context,
): Answer {
  return asHeard((some) => mayDraw(account, some, amount, context), holds, context.teller);
}

/**
 * Whether the bank may take `amount` back that it had put on the account by mistake, in words for
 * whoever sits there (1106). Holds bar it as they bar the customer (3.5); sleep alone does not, for
 * what reached a sleeping account must not be caught there.
 */
export function mayTakeBackHere(
  account: Account,
  holds: readonly Hold[],
  amount: Fen,
  { teller }: Pick<Context, "teller">,
): Answer {
  return asHeard((some) => mayDebit(account, some, amount), holds, teller);
}

/** Whether the account may be credited, in words for whoever sits there (3011, 3013). */
export function mayCreditHere(
  account: Account,
  holds: readonly Hold[],
  { teller }: Pick<Context, "teller">,
): Answer {
  return asHeard((some) => mayCredit(account, some), holds, teller);
}
