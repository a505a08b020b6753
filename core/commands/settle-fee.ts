import { maskAccountNumber } from "#core/account/account-number.ts";
import { transferOf } from "#core/account/posting.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { sourceOf } from "#core/commands/fee.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { OwedFee } from "#core/fee/owed-fee.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { fen } from "#core/money/fen.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 9007 收费/减免: a fee that was booked as owed is collected, in cash or from an account of the same
 * customer, or let off in words on a supervisor's word; once, and never again (C07, 3.13).
 */
export const settleFee: Command<"9007"> = (input, context) => {
  const owed = context.books.find("owedFee", input.owed);
  if (!owed) return refuse({ code: "fee.unknown" });
  if (owed.status !== "owed") return refuse({ code: "fee.settled", status: owed.status });
  return input.action === "waive"
    ? letOff(owed, input.waiver, context)
    : collect(owed, input, context);
};

type Collecting = Extract<TransactionInput<"9007">, { readonly action: "collect" }>;

function collect(owed: OwedFee, input: Collecting, context: Context): Result<Decision, Refusal> {
  const { books } = context;
  const { amount, customer } = owed;
  const id = input.by === "account" ? input.account : owed.account;
  const account = books.find("account", id);
  if (!account) return refuse({ code: "account.unknown" });
  if (account.customer !== customer) return refuse({ code: "fee.other-account" });
  const holds = books.list("hold", "account", account.id);
  const from = sourceOf(input.by, { account, holds }, amount, context);
  if (!from.ok) return from;

  return accept({
    level: "A0",
    entries: [
      {
        type: "money.posted",
        memo: "fee-collected",
        postings: transferOf(amount, from.value, "fees-owed"),
      },
      { type: "fee.settled", fee: owed.id, status: "collected" },
    ],
    outcome: {
      facts: [
        ...owedFacts(owed, context),
        ...(input.by === "account" ? [textFact("account", maskAccountNumber(account.number))] : []),
        moneyFact("fee", amount),
        termFact("feePayment", `fee.${input.by}`),
        textFact("amountInWords", capitalAmount(amount)),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** What was let off was never earned: it leaves the income again (3.13). */
function letOff(owed: OwedFee, waiver: string, context: Context): Result<Decision, Refusal> {
  return accept({
    level: "A2",
    entries: [
      {
        type: "money.posted",
        memo: "fee-waived",
        postings: transferOf(owed.amount, "fee-income", "fees-owed"),
      },
      { type: "fee.settled", fee: owed.id, status: "waived", words: waiver },
    ],
    outcome: {
      facts: [
        ...owedFacts(owed, context),
        moneyFact("fee", fen(0)),
        termFact("feePayment", "fee.waived"),
        moneyFact("feeWaived", owed.amount),
        textFact("waiver", waiver),
      ],
      relations: [],
    },
    slip: "general",
  });
}

function owedFacts(owed: OwedFee, { books }: Context): readonly Fact[] {
  const customer = known(books.find("customer", owed.customer), "a fee is owed by a customer");
  return [
    textFact("customer", customer.name),
    termFact("feeKind", `fee-kind.${owed.kind}`),
    dateFact("owedSince", owed.owedOn),
    textFact("slip", owed.slip),
  ];
}
