import { maskAccountNumber } from "#core/account/account-number.ts";
import { transferOf } from "#core/account/posting.ts";
import type { Command } from "#core/commands/command.ts";
import { activeOrderOfOrgan } from "#core/commands/freeze-papers.ts";
import { measureTaken } from "#core/commands/freeze-receipt.ts";
import { type Payee, payeeHasRoom, payeeOf, reaching } from "#core/commands/payee.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { controlled } from "#core/freeze/queue.ts";
import { saysSame } from "#core/freeze/same-organ.ts";
import { hasCardNumber } from "#core/identity/free-text.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { type Fen, fen, minus } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 6006 扣划: an organ with the power to takes money that its own order controls, to its own account
 * (3.4, F13). Other holds do not stop it, and it takes nothing of what they control.
 *
 * No account of the customer himself is the organ's: there the money would be free again.
 */
export const deduct: Command<"6006"> = (input, context) => {
  const file = activeOrderOfOrgan(input, "deduction", context);
  if (!file.ok) return file;
  const { order, kind, account } = file.value;
  if (!kind.deducts) return refuse({ code: "freeze.deducts-not" });
  if (input.amount === 0) return refuse({ code: "freeze.amount-zero" });
  const held = deductible(order, controlled(file.value.frozen).get(order.id) ?? fen(0));
  if (input.amount > held) return refuse({ code: "freeze.over-controlled", controlled: held });
  const { papers, amount, to } = input;
  const meant = {
    number: to.account,
    isNamed: (holder: string) => saysSame(holder, to.name),
    sameAccount: { code: "freeze.pays-itself" },
    nameDiffers: { code: "freeze.payee-name-differs" },
  } as const;
  const payee = payeeOf(meant, account, context);
  if (!payee.ok) return payee;
  if (payee.value !== "elsewhere" && payee.value.customer === order.customer) {
    return refuse({ code: "freeze.pays-itself" });
  }
  if (payee.value === "elsewhere" && to.bank === undefined) {
    return refuse({ code: "freeze.payee-bank-needed" });
  }
  const room = payeeHasRoom(amount, payee.value, context);
  if (!room.ok) return room;

  const rest = order.scope.type === "amount" ? minus(order.rest, amount) : order.rest;
  const money: readonly Entry[] = [
    {
      type: "money.posted",
      memo: "deduction",
      postings: transferOf(amount, account.id, reaching(payee.value)),
    },
  ];
  const measure = { type: "freeze.deducted", order: order.id, papers, amount, rest } as const;
  const lines = [
    moneyFact("deducted", amount),
    textFact("amountInWords", capitalAmount(amount)),
    ...payeeFacts(to, payee.value),
    ...(order.scope.type === "amount" ? [moneyFact("rest", rest)] : []),
    ...(order.scope.type === "amount" && rest === 0 ? [termFact("note", "note.freeze-over")] : []),
  ];
  const taken = { level: "A3", papers, measure, money, lines } as const;
  return accept(measureTaken(file.value, taken, context));
};

/**
 * What may be taken of the controlled amount: never more in all than the order is for. Only an order
 * whose two histories were joined can hold more than that lets it take, for both sides' rests count.
 */
function deductible({ scope, deducted }: FreezeOrder, held: Fen): Fen {
  return scope.type === "amount" ? fen(Math.min(held, Math.max(0, scope.amount - deducted))) : held;
}

/**
 * The lines about whom the money reaches: whoever agrees compares them with the notice, so the account
 * stands in full, but for a card's number, which stands so nowhere (K01).
 */
function payeeFacts({ name, account, bank }: TransactionInput<"6006">["to"], payee: Payee) {
  const isElsewhere = payee === "elsewhere";
  return [
    textFact("payee", name),
    textFact("payeeAccount", hasCardNumber(account) ? maskAccountNumber(account) : account),
    termFact("payeeAt", isElsewhere ? "payee-at.other-bank" : "payee-at.this-bank"),
    ...(isElsewhere && bank !== undefined ? [textFact("payeeBank", bank)] : []),
  ];
}
