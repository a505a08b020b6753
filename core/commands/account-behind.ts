import type { Account } from "#core/account/account.ts";
import type { Context } from "#core/commands/command.ts";
import { known } from "#core/kernel/assert.ts";

/** An account of ours that a payee's number leads to. */
export interface AccountBehind {
  readonly account: Account;
  /** Whether money still gets there by this number: by a replaced one only if the bank says so. */
  readonly takesCredits: boolean;
}

/**
 * The account of ours behind a payee's number: its own number, or a card's, a replaced one where the
 * bank lets credits follow it (L20). Any other number is at another bank, `elsewhere`.
 */
export function accountBehind(
  number: string,
  { books, parameters }: Pick<Context, "books" | "parameters">,
): AccountBehind | "elsewhere" {
  const [account] = books.list("account", "number", number);
  if (account) return { account, takesCredits: true };
  const cards = books.list("card", "pan", number);
  const card = cards.find(({ replacedBy }) => replacedBy === undefined) ?? cards[0];
  if (!card) return "elsewhere";

  return {
    account: known(books.find("account", card.account), "a card has an account"),
    takesCredits: card.replacedBy === undefined || parameters.creditsFollowOldNumber,
  };
}
