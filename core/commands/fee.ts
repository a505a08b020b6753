import type { Account, AccountRefusal } from "#core/account/account.ts";
import type { Hold } from "#core/account/hold.ts";
import { cashBox, transferOf } from "#core/account/posting.ts";
import { mayDrawHere } from "#core/commands/as-heard.ts";
import type { Context } from "#core/commands/command.ts";
import type { MoneyRefusal } from "#core/contract/refusal.ts";
import type { FeePayment } from "#core/contract/transactions.ts";
import { type FeeLine, feeLineOn } from "#core/fee/fee-line.ts";
import type { FeeKind } from "#core/fee/fee-table.ts";
import { type FeeRefusal, type OwedFee, OwedFeeId } from "#core/fee/owed-fee.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen } from "#core/money/fen.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A fee as it is booked and as the slip states it (C07, 3.12). */
export interface Fee {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/** How the fee of a transaction is met, and in words why, where it is let off. */
export interface Charged {
  readonly fee: FeePayment;
  readonly waiver?: string | undefined;
}

/** Whose fee it is. */
interface Payer {
  readonly account: Account;
  readonly holds: readonly Hold[];
}

/**
 * Takes what the fee table says on this day (P36): as cash, from the account, booked as owed, or let
 * off in words. The slip names the line that made it, and a dated promotion as one.
 *
 * From the account only while the money may leave it: after a loss report it may not, nor while it
 * sleeps. Where it is an order that bars, whoever may not see orders is told no more than that (U07).
 */
export function takeFee(
  kind: FeeKind,
  charged: Charged,
  payer: Payer,
  context: Context,
): Result<Fee, MoneyRefusal | AccountRefusal | FeeRefusal> {
  const { fee: payment } = charged;
  const line = feeLineOn(kind, context.parameters, context.today);
  if (line.amount === 0) return accept({ entries: [], facts: feeFacts(line, fen(0), undefined) });
  if (payment === "waived") return waive(line, charged, payer.account.customer);

  const from = sourceOf(payment, payer, line.amount, context);
  if (!from.ok) return from;
  const postings = transferOf(line.amount, from.value, "fee-income");
  return accept({
    entries: [
      { type: "money.posted", memo: "fee", postings },
      ...(payment === "owed" ? [owe(line, payer.account, context)] : []),
    ],
    facts: feeFacts(line, line.amount, payment),
  });
}

/** A fee that anybody may pay, and so in cash unless it is let off. */
export function takeFeeInCash(
  kind: FeeKind,
  {
    fee: payment = "cash",
    waiver,
  }: Pick<Charged, "waiver"> & {
    readonly fee?: FeePayment | undefined;
  },
  { parameters, today, teller }: Context,
): Result<Fee, FeeRefusal> {
  const line = feeLineOn(kind, parameters, today);
  if (line.amount === 0) return accept({ entries: [], facts: [] });
  if (payment === "waived") return waive(line, { fee: payment, waiver }, undefined);

  const postings = transferOf(line.amount, cashBox(teller.id), "fee-income");
  return accept({
    entries: [{ type: "money.posted", memo: "fee", postings }],
    facts: feeFacts(line, line.amount, "cash"),
  });
}

/** 减免: nothing is booked, and what was let off is written down with its reason (3.13). */
function waive(
  line: FeeLine,
  { waiver }: Charged,
  customer: Account["customer"] | undefined,
): Result<Fee, FeeRefusal> {
  if (!waiver) return refuse({ code: "fee.waiver-words" });
  const { kind, amount } = line;
  return accept({
    entries: [
      { type: "fee.waived", ...(customer ? { customer } : {}), kind, amount, words: waiver },
    ],
    facts: [
      ...feeFacts(line, fen(0), "waived"),
      moneyFact("feeWaived", amount),
      textFact("waiver", waiver),
    ],
  });
}

function owe({ kind, amount }: FeeLine, account: Account, context: Context): Entry {
  const fee: OwedFee = {
    id: OwedFeeId.parse(`u-${context.books.count("owedFee") + 1}`),
    ...{ customer: account.customer, account: account.id, kind, amount },
    ...{ owedOn: context.today, slip: context.slipNumber, status: "owed" },
  };
  return { type: "fee.owed", fee };
}

/** The account that a fee in fen is taken from. */
export function sourceOf(
  payment: Exclude<FeePayment, "waived">,
  { account, holds }: Payer,
  amount: Fen,
  context: Context,
): Result<string, MoneyRefusal | AccountRefusal> {
  if (payment === "cash") return accept(cashBox(context.teller.id));
  if (payment === "owed") return accept("fees-owed");

  const may = mayDrawHere(account, holds, amount, context);
  if (may.ok) return accept(account.id);
  const isOrdered = may.refusal.code === "account.judicial-freeze";
  return refuse(isOrdered ? may.refusal : { code: "fee.account-cannot-pay" });
}

/** Which line of the fee table applied stands there where it took anything, or would have. */
function feeFacts(
  { kind, from, promotion }: FeeLine,
  taken: Fen,
  payment: FeePayment | undefined,
): readonly Fact[] {
  return [
    moneyFact("fee", taken),
    ...(payment ? [termFact("feePayment", `fee.${payment}`)] : []),
    ...(promotion ? [termFact("feePayment", "fee.promotion")] : []),
    ...(payment ? [termFact("feeKind", `fee-kind.${kind}`)] : []),
    ...(payment && from ? [dateFact("feeSince", from)] : []),
  ];
}
