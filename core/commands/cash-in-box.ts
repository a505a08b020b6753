import type { Account } from "#core/account/account.ts";
import { cashBox } from "#core/account/posting.ts";
import type { Context } from "#core/commands/command.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { MoneyRefusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";

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
  return hasRoomFor(amount, Math.max(account.balance, heldInBox(context)));
}

/**
 * The box is an account of the branch: what was taken in stands there as a negative balance,
 * because the customers are owed it.
 */
function heldInBox({ books, teller }: Context): number {
  const { balance } = books.find("branchBalance", cashBox(teller.id)) ?? { balance: 0 };
  return 0 - balance;
}
