import type { Account, AccountRefusal } from "#core/account/account.ts";
import type { Hold } from "#core/account/hold.ts";
import { cashBox, transferOf } from "#core/account/posting.ts";
import { mayDrawHere } from "#core/commands/as-heard.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import type { MoneyRefusal } from "#core/contract/refusal.ts";
import type { FeePayment } from "#core/contract/transactions.ts";
import { type FeePeriod, feeOn } from "#core/e-bank/rules.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A fee as it is booked and as the slip states it (C07, 3.12). */
export interface Fee {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/**
 * Takes `amount` as cash, from the account, or books it as owed.
 *
 * From the account only while the money may leave it: after a loss report it may not, nor while it
 * sleeps. Where it is an order that bars, whoever may not see orders is told no more than that (U07).
 */
export function takeFee(
  amount: Fen,
  payment: FeePayment,
  account: Account,
  holds: readonly Hold[],
  context: Context,
): Result<Fee, MoneyRefusal | AccountRefusal> {
  const facts = [moneyFact("fee", amount), termFact("feePayment", `fee.${payment}`)];
  if (amount === 0) return accept({ entries: [], facts: facts.slice(0, 1) });
  if (payment === "account") {
    const may = mayDrawHere(account, holds, amount, context);
    if (!may.ok) {
      const isOrdered = may.refusal.code === "account.judicial-freeze";
      return refuse(isOrdered ? may.refusal : { code: "fee.account-cannot-pay" });
    }
  }

  const from = { cash: cashBox(context.teller.id), account: account.id, owed: "fees-owed" }[
    payment
  ];
  const postings = transferOf(amount, from, "fee-income");
  return accept({ entries: [{ type: "money.posted", memo: "fee", postings }], facts });
}

/**
 * Takes what a fee table says on this day: nothing where it has no line (P36, P37).
 *
 * The slip says so where a dated promotion is what makes the fee.
 */
export function takeFeeOf(
  fees: readonly FeePeriod[],
  payment: FeePayment,
  { account, holds }: CardFile,
  context: Context,
): Result<Fee, MoneyRefusal | AccountRefusal> {
  const period = feeOn(fees, context.today);
  const fee = takeFee(period?.amount ?? fen(0), payment, account, holds, context);
  if (!fee.ok || !period?.promotion) return fee;

  return accept({
    ...fee.value,
    facts: [...fee.value.facts, termFact("feePayment", "fee.promotion")],
  });
}
