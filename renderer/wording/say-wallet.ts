import type { Refusal } from "#core/contract/refusal.ts";
import { formatFen } from "#core/money/fen.ts";
import type { WalletFreezeKind, WalletPassword } from "#core/wallet/wallet.ts";
import type { Words } from "#renderer/wording/words.ts";

type Worded = Extract<
  Refusal,
  {
    readonly code:
      | "wallet.password-weak"
      | "wallet.password-wrong"
      | "wallet.locked-today"
      | "wallet.document-kind"
      | "wallet.frozen"
      | "wallet.already-frozen"
      | "wallet.not-frozen"
      | "wallet.short"
      | "wallet.code-unreadable"
      | "wallet.amount-differs";
  }
>;

/** What of a wallet's refusal is a code or a number, as words. */
export function walletWords(words: Words, refusal: Worded): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case "wallet.password-weak":
      return {
        whichText: sayPassword(words, refusal.which),
        weaknessText: words(`wallet:weak.${refusal.weakness}`),
      };
    case "wallet.password-wrong":
    case "wallet.locked-today":
      return { whichText: sayPassword(words, refusal.which) };
    case "wallet.document-kind":
      return { kindText: words(`noun:document.${refusal.kind}`) };
    case "wallet.frozen":
      return { kindsText: sayFreezes(words, refusal.kinds) };
    case "wallet.already-frozen":
    case "wallet.not-frozen":
      return { kindText: words(`term:wallet-freeze.${refusal.kind}`) };
    case "wallet.short":
      return { balanceText: formatFen(refusal.balance) };
    case "wallet.code-unreadable":
      return { flawText: words(`inserted:wallet-flaw.${refusal.flaw}`) };
    case "wallet.amount-differs":
      return { amountText: formatFen(refusal.amount) };
  }
}

/** Every freeze that lies on a wallet, by its kind. */
export function sayFreezes(words: Words, kinds: readonly WalletFreezeKind[]): string {
  return kinds.map((kind) => words(`term:wallet-freeze.${kind}`)).join(" · ");
}

function sayPassword(words: Words, which: WalletPassword): string {
  return words(`wallet:password.${which}`);
}
