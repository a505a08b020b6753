import type { Fen, SignedFen } from "#core/money/fen.ts";
import type { Term } from "#core/slip/fact-name.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { WalletOrder } from "#core/wallet/wallet-order.ts";

/** What became of money that a wallet was asked to move. */
export interface WalletPaid {
  readonly kind: WalletOrder["kind"] | "top-up" | "closing";
  /** Who was paid, in the words the customer confirmed; empty where it was herself. */
  readonly payee: string;
  readonly amount: Fen;
  readonly balanceAfter: SignedFen;
}

/** What the journal states of money that a wallet moved, numbers masked (K01). */
export function paidFacts({
  term,
  payee,
  amount,
  balanceAfter,
}: {
  readonly term: Term;
  readonly payee: readonly Fact[];
  readonly amount: Fen;
  readonly balanceAfter: SignedFen;
}): readonly Fact[] {
  return [
    termFact("channel", "channel.e-wallet"),
    termFact("paymentKind", term),
    ...payee,
    moneyFact("amount", amount),
    moneyFact("balanceAfter", balanceAfter),
  ];
}
