import { boxOwner, type Posting } from "#core/account/posting.ts";
import type { Books } from "#core/books/books.ts";
import type { Context } from "#core/commands/command.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { signedFen } from "#core/money/fen.ts";
import type { FactName } from "#core/slip/fact-name.ts";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { Fact, Slip } from "#core/slip/slip.ts";

/** What the slip of a reversal says again of the slip it undoes: whose, and which. */
const saidAgain: readonly FactName[] = [
  "customer",
  "card",
  "account",
  "lossCase",
  "payee",
  "payeeAccount",
  "feePayment",
  "feeKind",
  "receiver",
  "voucher",
  "pieces",
  "firstSerial",
  "lastSerial",
  "serials",
];

/**
 * The lines of a reversal: what is undone and why, whose it was, and what goes where. Amounts stand
 * with the sign they are undone by, as a 红字 slip has them.
 */
export function reversalFacts(
  { part, reason, words }: TransactionInput<"1106">,
  slip: Slip,
  back: readonly Entry[],
  context: Context,
): readonly Fact[] {
  const again = saidAgain.filter((name) => part === "fee" || name !== "feePayment");
  return [
    textFact("reversedSequence", String(slip.sequence)),
    textFact("reversedCode", slip.code),
    textFact("reversedSlip", slip.number),
    instantFact("reversedAt", slip.issuedAt),
    ...maskedFacts(slip.facts.filter(({ name }) => again.includes(name))),
    ...moneyFacts(slip, back, context),
    termFact("reversalReason", `reversal.${reason}`),
    textFact("reversalWords", words),
    termFact("note", part === "fee" ? "note.reversed-fee-alone" : "note.reversed-slip-void"),
    ...(back.some(({ type }) => type === "pieces.returned")
      ? [termFact("note", "note.reversed-pieces-back")]
      : []),
    ...(back.some(({ type }) => type === "pieces.transferred")
      ? [termFact("note", "note.reversed-pieces-to-box")]
      : []),
  ];
}

function moneyFacts(slip: Slip, back: readonly Entry[], { books }: Context): readonly Fact[] {
  const legs = back.flatMap((entry) => (entry.type === "money.posted" ? entry.postings : []));
  if (legs.length === 0) return [];

  const turnover = legs.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  return [
    moneyFact("amount", signedFen(-turnover)),
    ...legs.flatMap(cashFacts),
    ...(slip.facts.some(({ name }) => name === "balanceAfter") ? balanceFacts(legs, books) : []),
  ];
}

/** Which way the cash goes, and through whose box (C01). */
function cashFacts({ account, amount }: Posting): readonly Fact[] {
  const box = boxOwner(account);
  if (box === undefined) return [];
  const cash =
    amount > 0 ? moneyFact("cashReturned", amount) : moneyFact("cashTakenBack", signedFen(-amount));
  return [cash, box === "vault" ? termFact("box", "box.vault") : textFact("box", box)];
}

/** The balance of whoever holds the slip: of a transfer it is the payer's, never the payee's. */
function balanceFacts(legs: readonly Posting[], books: Books): readonly Fact[] {
  const [own] = [...legs]
    .sort((one, other) => other.amount - one.amount)
    .flatMap(({ account: id, amount }) => {
      const account = books.find("account", id);
      return account ? [moneyFact("balanceAfter", signedFen(account.balance + amount))] : [];
    });
  return own ? [own] : [];
}
