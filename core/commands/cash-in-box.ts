import { cashBox } from "#core/account/posting.ts";
import type { Context } from "#core/commands/command.ts";
import type { MoneyRefusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";

/**
 * Whether the teller's box holds so much cash, in fen.
 *
 * The box is an account of the branch: what was taken in stands there as a negative balance,
 * because the customers are owed it.
 */
export function boxHolds(amount: Fen, { books, teller }: Context): Result<Fen, MoneyRefusal> {
  const held = -(books.find("branchBalance", cashBox(teller.id))?.balance ?? 0);
  return amount <= held ? accept(amount) : refuse({ code: "amount.box-short", held });
}
