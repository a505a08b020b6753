import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Phone } from "#core/identity/phone.ts";
import { SignedFen } from "#core/money/fen.ts";
import { BILLS_KEPT, WalletBill } from "#core/wallet/wallet-bill.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

/** Who stopped a wallet, and so who may let it go again (W04, W12, W13). */
export const WalletFreezeKind = z.enum(["customer", "stolen", "risk"]);
export type WalletFreezeKind = z.infer<typeof WalletFreezeKind>;

/** What of a theft was left with the bank, one piece each: records of payments, of conversations (W14). */
export const WalletEvidence = z.array(freeWords(60)).max(20).readonly();

/** One stop on a wallet; several may lie on it, and each is lifted by itself (5.5). */
export const WalletFreeze = z
  .object({
    kind: WalletFreezeKind,
    since: Instant,
    words: z.string().max(100),
    /** 被盗案件: the number the police or the bank gave it (W13). */
    case: z.string().max(40).optional(),
    evidence: WalletEvidence.optional(),
  })
  .readonly();
export type WalletFreeze = z.infer<typeof WalletFreeze>;

/** Keyed hashes of the login password and of the one that money leaves by (W06), and since when. */
export const WalletPasswords = z
  .object({ login: z.string().max(128), second: z.string().max(128), setAt: Instant })
  .readonly();
export type WalletPasswords = z.infer<typeof WalletPasswords>;

/** Which of the two passwords. */
export const WalletPassword = z.enum(["login", "second"]);
export type WalletPassword = z.infer<typeof WalletPassword>;

/** e钱包: a customer's wallet of the digital branch (5.5). No password is here, only verifiers of them. */
export const Wallet = z
  .object({
    id: WalletId,
    customer: CustomerId,
    phone: Phone,
    /** The bank account behind it, from real-name certification on (W08). */
    account: AccountId.optional(),
    /** REGISTERED, REAL_NAME, ACTIVE (money has moved in it once), CLOSED; freezes lie above. */
    life: z.enum(["registered", "real-name", "active", "closed"]),
    freezes: z.array(WalletFreeze).max(3).readonly(),
    balance: SignedFen,
    passwords: WalletPasswords,
    /** A link to choose both anew lies in her hands, and until when it holds (W10, 7103). */
    resetUntil: Instant.optional(),
    /** Wrong tries of each on `on`; another day begins at none. */
    wrong: z
      .object({ on: BusinessDate, login: z.int().min(0), second: z.int().min(0) })
      .readonly()
      .optional(),
    /** What is to be paid by when; the oldest first (W01). */
    bills: z.array(WalletBill).max(BILLS_KEPT).readonly().default([]),
  })
  .readonly();
export type Wallet = z.infer<typeof Wallet>;

/** Whether anything lies on it that lets no money out. */
export function isFrozen({ freezes }: Pick<Wallet, "freezes">): boolean {
  return freezes.length > 0;
}

/** How often a password was wrong on this day. */
export function wrongTries(
  { wrong }: Pick<Wallet, "wrong">,
  which: WalletPassword,
  today: BusinessDate,
): number {
  return wrong?.on === today ? wrong[which] : 0;
}
