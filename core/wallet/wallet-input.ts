import { freeWords } from "#core/identity/free-text.ts";
import { WalletEvidence, WalletFreezeKind } from "#core/wallet/wallet.ts";

/** What a freeze for theft or at the customer's wish comes with, and its lifting (W12–W15). */
export const walletWords = {
  /** What she or the bank says of it. */
  words: freeWords(100),
  kind: WalletFreezeKind.extract(["customer", "stolen"]),
  case: freeWords(40),
  evidence: WalletEvidence,
};
