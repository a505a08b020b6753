import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { mayCredit, transferOf } from "#core/account/posting.ts";
import { maskPan } from "#core/card/pan.ts";
import { accountBehind } from "#core/commands/account-behind.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { amountFacts, amountLevel, drawByCard } from "#core/commands/draw-by-card.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { signedFen } from "#core/money/fen.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * 3013 转账: money from the account behind the card to another one of ours, or on its way to another
 * bank. It leaves by card and PIN as cash does, in the same order of guards (5.1).
 *
 * Of ours the payee's name must agree. A 非柜面 hold does not stop it: this is the counter (3.5).
 */
export const transferAtCounter: Command<"3013"> = (input, context) => {
  const drawn = drawByCard(input, context);
  if (!drawn.ok) return drawn;
  const { card, account, holds, entries } = drawn.value;
  const payee = payeeOf(input, account, context);
  if (!payee.ok) return payee;
  const to = payee.value === "elsewhere" ? "clearing" : payee.value.id;
  const reached =
    payee.value === "elsewhere" ? context.books.find("branchBalance", "clearing") : payee.value;
  const room = hasRoomFor(input.amount, reached?.balance ?? 0);
  if (!room.ok) return room;

  const postings = transferOf(input.amount, account.id, to);
  const after = { ...account, balance: signedFen(account.balance - input.amount) };
  const facts = [
    textFact("card", maskPan(card.pan)),
    textFact("payee", input.payeeName),
    textFact("payeeAccount", maskAccountNumber(input.payeeAccount)),
    ...amountFacts(input.amount, after, holds, context),
  ];
  return accept({
    level: amountLevel(input.amount, context),
    entries: [...entries, { type: "money.posted", memo: "transfer", postings }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/**
 * The account that is paid. The name is compared before anything else is said of the account, so
 * that nobody learns the state of one whose holder he cannot name.
 */
function payeeOf(
  { payeeAccount, payeeName }: TransactionInput<"3013">,
  payer: Account,
  context: Context,
): Result<Account | "elsewhere", Refusal> {
  const found = accountBehind(payeeAccount, context);
  if (found === "elsewhere") return accept(found);

  const { books } = context;
  const payee = found.account;
  if (payee.id === payer.id) return refuse({ code: "transfer.same-account" });
  const owner = known(books.find("customer", payee.customer), "an account has an owner");
  if (owner.name !== payeeName) return refuse({ code: "transfer.payee-name-differs" });
  if (!found.takesCredits) return refuse({ code: "account.unknown" });
  return mayCredit(payee, books.list("hold", "account", payee.id));
}
