import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";
import { Wallet, WalletFreezeKind } from "#core/wallet/wallet.ts";
import { WalletBill } from "#core/wallet/wallet-bill.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

const life = Wallet.unwrap().shape.life;
const freeze = z.object({ kind: WalletFreezeKind, since: Instant, words: z.string() }).readonly();

/** A customer's wallet as the counter sees it: no password and no verifier of one (K07). */
export const WalletView = z
  .object({
    id: WalletId,
    life,
    phone: z.string(),
    /** The account behind it, masked. */
    account: z.string().optional(),
    balance: SignedFen,
    freezes: z.array(freeze.unwrap().extend({ case: z.string().optional() }).readonly()).readonly(),
  })
  .readonly();
export type WalletView = z.infer<typeof WalletView>;

/** Her wallet as its owner sees it where she is logged in. */
export const EnteredWalletView = z
  .object({
    id: WalletId,
    customer: CustomerId,
    name: z.string(),
    life,
    phone: z.string(),
    balance: SignedFen,
    freezes: z.array(freeze).readonly(),
    /** The account behind it, with what can be topped up out of it. */
    account: z.object({ number: z.string(), available: Fen }).readonly().optional(),
    /** What waits to be paid. */
    bills: z.array(WalletBill).readonly(),
  })
  .readonly();
export type EnteredWalletView = z.infer<typeof EnteredWalletView>;

/** e钱包 as the customer's window plays it: who could have one, and whose is open. */
export const OwnWalletView = z
  .object({
    now: Instant,
    today: BusinessDate,
    /** Customers with a reserved telephone, and whether they have registered. */
    people: z
      .array(
        z.object({ customer: CustomerId, name: z.string(), hasWallet: z.boolean() }).readonly(),
      )
      .readonly(),
    entered: EnteredWalletView.optional(),
    /** The session ended by itself. */
    hasLapsed: z.boolean(),
    /** The presenter lets the next payment meet a network fault (W16). */
    isFaultNext: z.boolean(),
  })
  .readonly();
export type OwnWalletView = z.infer<typeof OwnWalletView>;

/** What a customer knows by heart; told to whoever plays her in a demonstration. */
export const RecalledWalletView = z
  .object({
    phone: z.string(),
    documentNumber: z.string(),
    /** The passwords she began with, while they are hers. */
    login: z.string().optional(),
    second: z.string().optional(),
  })
  .readonly();
export type RecalledWalletView = z.infer<typeof RecalledWalletView>;

/** Whom a scanned code names. */
export const MerchantView = z
  .object({ account: z.string(), name: z.string(), amount: Fen.optional() })
  .readonly();
export type MerchantView = z.infer<typeof MerchantView>;

/** The receipt of money that a wallet moved; without a payee it was her own. */
export const WalletPaidView = z
  .object({
    payee: z.string().optional(),
    amount: Fen,
    balanceAfter: SignedFen,
    sequence: z.int(),
    recordedAt: Instant,
  })
  .readonly();
export type WalletPaidView = z.infer<typeof WalletPaidView>;
