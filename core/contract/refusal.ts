import type { AccountRefusal } from "#core/account/account.ts";
import type { AgencyRefusal } from "#core/agency/agency.ts";
import type { AuthorisationRefusal } from "#core/authorisation/grant.ts";
import type { ParkedRefusal } from "#core/authorisation/parked.ts";
import type { BackupRefusal } from "#core/backup/backup.ts";
import type { ParameterRefusal } from "#core/branch/parameter-list.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { CardRefusal } from "#core/card/card.ts";
import type { PanRefusal } from "#core/card/pan.ts";
import type { StripeRefusal } from "#core/card/stripe-image.ts";
import type { CashRefusal } from "#core/cash/box.ts";
import type { CustomerRefusal } from "#core/customer/customer.ts";
import type { DayRefusal } from "#core/day/branch-day.ts";
import type { EBankRefusal } from "#core/e-bank/e-bank.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import type { EvidencePackRefusal } from "#core/evidence-pack/evidence-entry.ts";
import type { FeeRefusal } from "#core/fee/owed-fee.ts";
import type { FreezeRefusal } from "#core/freeze/freeze-order.ts";
import type { HoldRefusal } from "#core/freeze/hold-refusal.ts";
import type { CallRefusal } from "#core/hotline/call.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import type { DoubtRefusal } from "#core/identity/resolution.ts";
import type { PinWeakness } from "#core/identity/weak-pin.ts";
import type { LossRefusal } from "#core/loss/loss-case.ts";
import type { BatchRefusal } from "#core/password-card/batch.ts";
import type { ChallengeRefusal } from "#core/password-card/challenge.ts";
import type { PasswordCardRefusal } from "#core/password-card/password-card.ts";
import type { ProductionRefusal } from "#core/replacement/production-order.ts";
import type { ReversalRefusal } from "#core/reversal/reversal.ts";
import type { RiskRefusal } from "#core/risk/risk-refusal.ts";
import type { SlipRefusal } from "#core/slip/slip.ts";
import type { MessageRefusal } from "#core/sms/message.ts";
import type { CodeRefusal } from "#core/sms/one-time-code.ts";
import type { TellerRefusal } from "#core/teller/teller.ts";
import type { VaultRefusal } from "#core/vault/passphrase.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";
import type { WalletRefusal } from "#core/wallet/wallet-refusal.ts";

/** Why a request never reached the rules. */
export type RequestRefusal =
  | { readonly code: "request.untrusted" }
  | { readonly code: "request.malformed"; readonly issues: readonly string[] }
  | { readonly code: "request.unknown" }
  | { readonly code: "request.too-large" }
  | { readonly code: "request.too-many" }
  | { readonly code: "request.repeated-differently" }
  | { readonly code: "request.not-in-live" }
  | { readonly code: "workstation.set-up-first" }
  /** The branch has not been opened: its passphrase is asked for first. */
  | { readonly code: "workstation.locked" }
  /** The disk has no room left for new business; signing off and looking things up still work. */
  | { readonly code: "workstation.disk-full" }
  | { readonly code: "workstation.fault"; readonly incident: string };

/** Why what was shown to a device does not serve. */
export type EvidenceRefusal =
  | { readonly code: "evidence.unknown" }
  | { readonly code: "evidence.other-kind" }
  /** What the customer keyed in served once, or is too old: she must key it in again. */
  | { readonly code: "pin.used-up" }
  /** A card may be erased only right after it was read: who knows which one lies there now. */
  | { readonly code: "evidence.too-old" }
  | { readonly code: "identity.mismatch" }
  | { readonly code: "identity.check-failed"; readonly result: string }
  | { readonly code: "customer.unknown" }
  /** 2001: nobody here has the number, and a document that bore it proved false. */
  | { readonly code: "customer.false-document-seen"; readonly seenAt: Instant }
  | { readonly code: "customer.pan-typed-differently" };

/** Why the card reader or the PIN pad gave nothing. */
export type DeviceRefusal =
  | { readonly code: "reader.not-ready"; readonly status: string }
  /** It was lost, or could not be opened: each reason calls for another remedy at the counter. */
  | { readonly code: "reader.not-ready"; readonly status: "lost"; readonly reason: string }
  | { readonly code: "reader.busy" }
  /** The teller called it off before the reader gave any sign of a swipe. */
  | { readonly code: "reader.cancelled" }
  /** The reader's language has no such command, such as a write for one that only reads. */
  | { readonly code: "reader.not-supported" }
  | { readonly code: "reader.no-answer" }
  /** A reader that types: an input method made something else of its card. */
  | { readonly code: "reader.eaten-by-input-method" }
  | {
      readonly code: "reader.write-failed";
      readonly why: string;
      readonly spoiled: string;
      readonly next?: string;
    }
  /** The card may still hold something: nothing was posted, and it may be tried again. */
  | { readonly code: "reader.erase-failed"; readonly why: string }
  | { readonly code: "pin-pad.cancelled" }
  | { readonly code: "pin-pad.busy" }
  | { readonly code: "pin-pad.weak"; readonly weakness: PinWeakness }
  | { readonly code: "pin-pad.different" }
  | { readonly code: "printer.cancelled" }
  | { readonly code: "printer.none" };

/** Why money cannot be moved as asked. */
export type MoneyRefusal =
  | { readonly code: "amount.zero" }
  | { readonly code: "amount.too-large"; readonly most: number }
  | { readonly code: "amount.box-short"; readonly held: number }
  | { readonly code: "fee.account-cannot-pay" }
  /** 3013: the payee is the payer's own account, or its holder has another name. */
  | { readonly code: "transfer.same-account" }
  | { readonly code: "transfer.payee-name-differs" };

/** Every reason the workstation can give for not doing something. Codes are stable; words are the window's. */
export type Refusal =
  | RequestRefusal
  | EvidenceRefusal
  | DeviceRefusal
  | MoneyRefusal
  | AccountRefusal
  | AgencyRefusal
  | AuthorisationRefusal
  | BackupRefusal
  | BatchRefusal
  | CallRefusal
  | CardRefusal
  | CashRefusal
  | ChallengeRefusal
  | CodeRefusal
  | CustomerRefusal
  | DayRefusal
  | DoubtRefusal
  | EBankRefusal
  | EPayRefusal
  | EvidencePackRefusal
  | FeeRefusal
  | FreezeRefusal
  | HoldRefusal
  | IdentityRefusal
  | LossRefusal
  | MessageRefusal
  | PanRefusal
  | ParkedRefusal
  | ParameterRefusal
  | PasswordCardRefusal
  | ProductionRefusal
  | ReversalRefusal
  | RiskRefusal
  | SlipRefusal
  | TellerRefusal
  | StripeRefusal
  | VaultRefusal
  | VoucherRefusal
  | WalletRefusal;
export type RefusalCode = Refusal["code"];
