import { maskAccountNumber } from "#core/account/account-number.ts";
import { mayCredit, transferOf } from "#core/account/posting.ts";
import { accountBehind } from "#core/commands/account-behind.ts";
import { hasRoom } from "#core/commands/cash-in-box.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { afterFacts, orderFacts, paperFacts } from "#core/commands/freeze-facts.ts";
import { activeOrderOfOrgan, type OrderFile } from "#core/commands/freeze-papers.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { controlled } from "#core/freeze/queue.ts";
import { saysSame } from "#core/freeze/same-organ.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { fen, minus } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 6006 扣划: an organ with the power to takes money that its own order controls, to its own account
 * (3.4, F13). Other holds do not stop it, and it takes nothing of what they control.
 */
export const deduct: Command<"6006"> = (input, context) => {
  const file = activeOrderOfOrgan(input, context);
  if (!file.ok) return file;
  const { order, kind, account } = file.value;
  if (!kind.deducts) return refuse({ code: "freeze.deducts-not" });
  if (input.amount === 0) return refuse({ code: "freeze.amount-zero" });
  const held = controlled(file.value.frozen).get(order.id) ?? fen(0);
  if (input.amount > held) return refuse({ code: "freeze.over-controlled", controlled: held });
  const payee = payeeOf(input, file.value, context);
  if (!payee.ok) return payee;

  const { papers, amount } = input;
  const rest = order.scope.type === "amount" ? minus(order.rest, amount) : order.rest;
  const entries: readonly Entry[] = [
    {
      type: "money.posted",
      memo: "deduction",
      postings: transferOf(amount, account.id, payee.value),
    },
    { type: "freeze.deducted", order: order.id, papers, amount, rest },
  ];
  const facts = [
    ...paperFacts(papers),
    ...orderFacts(order, file.value),
    moneyFact("deducted", amount),
    textFact("amountInWords", capitalAmount(amount)),
    textFact("payee", input.to.name),
    textFact("payeeAccount", maskAccountNumber(input.to.account)),
    ...(order.scope.type === "amount" ? [moneyFact("rest", rest)] : []),
    ...afterFacts(order.id, entries, context),
    termFact("note", "note.not-to-be-told"),
  ];
  return accept({
    level: "A3",
    entries,
    outcome: { facts, relations: [] },
    slip: "freeze-receipt",
  });
};

/** Where the money goes: an account of ours in the name the paper gives, or another bank. */
function payeeOf(
  { to, amount }: TransactionInput<"6006">,
  { account }: OrderFile,
  context: Context,
): Result<string, Refusal> {
  const behind = accountBehind(to.account, context);
  if (behind === "elsewhere") return accept("clearing");

  const payee = behind.account;
  if (payee.id === account.id) return refuse({ code: "freeze.pays-itself" });
  const { books } = context;
  const owner = known(books.find("customer", payee.customer), "an account has a holder");
  if (!saysSame(owner.name, to.name)) return refuse({ code: "freeze.name-differs" });
  if (!behind.takesCredits) return refuse({ code: "account.unknown" });
  const may = mayCredit(payee, books.list("hold", "account", payee.id));
  if (!may.ok) return may;
  const room = hasRoom(amount, payee, context);
  return room.ok ? accept(payee.id) : room;
}
