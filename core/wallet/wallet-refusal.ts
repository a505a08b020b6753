import type { Instant } from "#core/calendar/instant.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import type { Fen } from "#core/money/fen.ts";
import type { MerchantCodeFlaw } from "#core/wallet/merchant-code.ts";
import type { WalletFreezeKind, WalletPassword } from "#core/wallet/wallet.ts";
import type { WalletPasswordRefusal } from "#core/wallet/wallet-password.ts";

/** Why a wallet does not do what was asked of it (1.4, 5.5). */
export type WalletRefusal =
  | WalletPasswordRefusal
  | { readonly code: "wallet.none" }
  | { readonly code: "wallet.already" }
  /** Document and reserved telephone are not those of one customer; which of both is not said. */
  | { readonly code: "wallet.person-unknown" }
  /** The bank has no telephone of hers: it is registered at the counter first (2004). */
  | { readonly code: "wallet.no-reserved-phone" }
  | { readonly code: "wallet.not-real-name" }
  | { readonly code: "wallet.already-real-name" }
  /** Other documents do not certify a wallet (W08). */
  | { readonly code: "wallet.document-kind"; readonly kind: DocumentKind }
  | { readonly code: "wallet.account-not-own" }
  | { readonly code: "wallet.frozen"; readonly kinds: readonly WalletFreezeKind[] }
  | { readonly code: "wallet.already-frozen"; readonly kind: WalletFreezeKind }
  | { readonly code: "wallet.not-frozen"; readonly kind: WalletFreezeKind }
  | { readonly code: "wallet.case-needed" }
  | { readonly code: "wallet.finding-needed" }
  /** Passwords are chosen anew by a link that the counter sends, while it holds (W10, 7103). */
  | { readonly code: "wallet.no-reset-link" }
  | { readonly code: "wallet.not-logged-in" }
  | {
      readonly code: "wallet.password-wrong";
      readonly which: WalletPassword;
      readonly triesLeft: number;
    }
  | { readonly code: "wallet.locked-today"; readonly which: WalletPassword }
  /** The telephone is new: until then nothing is transferred; shops and bills are paid (O09). */
  | { readonly code: "wallet.cooling"; readonly until: Instant }
  /** W16: there is not so much in it. */
  | { readonly code: "wallet.short"; readonly balance: Fen }
  /** No wallet of this name under this telephone; which of both is wrong is not said. */
  | { readonly code: "wallet.payee-unknown" }
  | { readonly code: "wallet.same-wallet" }
  | { readonly code: "wallet.code-unreadable"; readonly flaw: MerchantCodeFlaw }
  | { readonly code: "wallet.amount-differs"; readonly amount: Fen }
  | { readonly code: "wallet.bill-unknown" }
  | { readonly code: "wallet.bill-past" }
  | { readonly code: "wallet.too-many-bills"; readonly most: number }
  /** W16: the request did not get through; nothing was paid, and asking again is safe. */
  | { readonly code: "wallet.network" };
