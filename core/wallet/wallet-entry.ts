import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { Wallet, WalletFreeze, WalletFreezeKind, WalletId } from "#core/wallet/wallet.ts";

const wallet = WalletId;

/** What can happen to a wallet, exactly as the journal stores it (5.5). Its money moves by postings. */
export const WalletEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("wallet.registered"), registered: Wallet }).readonly(),
  z.object({ type: z.literal("wallet.certified"), wallet, account: AccountId }).readonly(),
  z.object({ type: z.literal("wallet.frozen"), wallet, freeze: WalletFreeze }).readonly(),
  z.object({ type: z.literal("wallet.unfrozen"), wallet, kind: WalletFreezeKind }).readonly(),
  z.object({ type: z.literal("wallet.closed"), wallet }).readonly(),
]);
export type WalletEntry = z.infer<typeof WalletEntry>;
