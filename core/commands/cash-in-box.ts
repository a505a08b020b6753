import type { Account } from "#core/account/account.ts";
import { cashBox } from "#core/account/posting.ts";
import type { Context } from "#core/commands/command.ts";
import type { MoneyRefusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { FEN_MAX, type Fen } from "#core/money/fen.ts";

/**
 * What an account or a box may hold, in fen: a tenth of what an amount can be, so that interest and
 * fees on top never leave the range.
 */
const MOST_HELD = FEN_MAX / 10;

/** Whether the teller's box holds so much cash, in fen. */
export function boxHolds(amount: Fen, context: Context): Result<Fen, MoneyRefusal> {
  const held = heldInBox(context);
  return amount <= held ? accept(amount) : refuse({ code: "amount.box-short", held });
}

/** Whether so much cash, in fen, has room in the box and in the account. */
export function hasRoom(
  amount: Fen,
  account: Account,
  context: Context,
): Result<Fen, MoneyRefusal> {
  const most = Math.max(0, MOST_HELD - Math.max(account.balance, heldInBox(context)));
  return amount <= most ? accept(amount) : refuse({ code: "amount.too-large", most });
}

/**
 * The box is an account of the branch: what was taken in stands there as a negative balance,
 * because the customers are owed it.
 */
function heldInBox({ books, teller }: Context): number {
  const { balance } = books.find("branchBalance", cashBox(teller.id)) ?? { balance: 0 };
  return 0 - balance;
}
