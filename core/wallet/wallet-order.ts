import { z } from "zod";
import { namingWords } from "#core/identity/free-text.ts";
import { Phone } from "#core/identity/phone.ts";
import { Fen } from "#core/money/fen.ts";
import { MERCHANT_ACCOUNT } from "#core/wallet/merchant-code.ts";
import { WalletBillId } from "#core/wallet/wallet-bill.ts";

/**
 * What a wallet is asked to pay (W01, W02): to another wallet, to a merchant by the account it gives or
 * by the code it shows, or a bill. Amounts are whole fen; what it says of the payee is never masked.
 */
export const WalletOrder = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("transfer"),
      payeeName: namingWords(60),
      payeePhone: Phone,
      amount: Fen,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal("merchant"),
      merchant: z.string().regex(MERCHANT_ACCOUNT),
      merchantName: namingWords(25),
      amount: Fen,
    })
    .readonly(),
  z
    .strictObject({ kind: z.literal("code"), text: z.string().min(1).max(512), amount: Fen })
    .readonly(),
  z.strictObject({ kind: z.literal("bill"), bill: WalletBillId }).readonly(),
]);
export type WalletOrder = z.infer<typeof WalletOrder>;
