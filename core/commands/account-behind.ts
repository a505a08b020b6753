import type { Account, AccountRefusal } from "#core/account/account.ts";
import type { Context } from "#core/commands/command.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/**
 * The account of ours that a payee's number reaches: its own number, or a card's, a replaced one
 * where the bank lets credits follow it (L20). Any other number is at another bank, `elsewhere`.
 */
export function accountBehind(
  number: string,
  { books, parameters }: Pick<Context, "books" | "parameters">,
): Result<Account | "elsewhere", AccountRefusal> {
  const [account] = books.list("account", "number", number);
  if (account) return accept(account);
  const cards = books.list("card", "pan", number);
  const card = cards.find(({ replacedBy }) => replacedBy === undefined) ?? cards[0];
  if (!card) return accept("elsewhere");

  return card.replacedBy && !parameters.creditsFollowOldNumber
    ? refuse({ code: "account.unknown" })
    : accept(known(books.find("account", card.account), "a card has an account"));
}
