import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import { SignedFen } from "#core/money/fen.ts";

export const WalletId = z
  .string()
  .regex(/^wa-\d+$/)
  .brand<"WalletId">();
export type WalletId = z.infer<typeof WalletId>;

/** Who stopped a wallet, and so who may let it go again (W04, W12, W13). */
export const WalletFreezeKind = z.enum(["customer", "stolen", "risk"]);
export type WalletFreezeKind = z.infer<typeof WalletFreezeKind>;

/** One stop on a wallet; several may lie on it, and each is lifted by itself (5.5). */
export const WalletFreeze = z
  .object({
    kind: WalletFreezeKind,
    since: Instant,
    words: z.string().max(100),
    /** 被盗案件: the number the police or the bank gave it (W13). */
    case: z.string().max(40).optional(),
    /** What was left with the bank: records of payments, of conversations (W14). */
    evidence: z.array(z.string().max(60)).max(20).readonly().optional(),
  })
  .readonly();
export type WalletFreeze = z.infer<typeof WalletFreeze>;

/** e钱包: a customer's wallet of the digital branch (5.5). No password is here, only verifiers of them. */
export const Wallet = z
  .object({
    id: WalletId,
    customer: CustomerId,
    phone: Phone,
    /** The bank account behind it, from real-name certification on (W08). */
    account: AccountId.optional(),
    /** REGISTERED, REAL_NAME, ACTIVE (topped up or paid with once), CLOSED; freezes lie above. */
    life: z.enum(["registered", "real-name", "active", "closed"]),
    freezes: z.array(WalletFreeze).max(3).readonly(),
    balance: SignedFen,
    /** Keyed hashes of the login password and of the second one (W06). */
    passwords: z.object({ login: z.string().max(128), second: z.string().max(128) }).readonly(),
    wrong: z.int().min(0),
    wrongOn: BusinessDate.optional(),
  })
  .readonly();
export type Wallet = z.infer<typeof Wallet>;
