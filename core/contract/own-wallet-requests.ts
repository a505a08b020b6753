import { z } from "zod";
import { CodeSentView, TypedDigits } from "#core/contract/own-e-pay-view.ts";
import {
  MerchantView,
  OwnWalletView,
  RecalledWalletView,
  WalletPaidView,
} from "#core/contract/own-wallet-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import { RequestId } from "#core/journal/batch.ts";
import { Fen } from "#core/money/fen.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import { BillWords, WalletBillId } from "#core/wallet/wallet-bill.ts";
import { walletWords } from "#core/wallet/wallet-input.ts";
import { WalletOrder } from "#core/wallet/wallet-order.ts";

/** As it was typed; what it must be is the rules' to say. */
const password = z.string().max(40);
const person = { phone: Phone, documentNumber: z.string().min(5).max(20) };
const choosing = {
  ...person,
  id: RequestId,
  code: OneTimeCodeId,
  digits: TypedDigits,
  login: password,
  second: password,
};

/** e钱包 as a customer asks for it herself: her window's, and a demonstration's alone. */
export const ownWalletRequests = {
  "wallet.view": { input: z.undefined(), answer: OwnWalletView },
  /** What a customer knows by heart; for the presenter who plays her. */
  "wallet.recall": { input: z.strictObject({ customer: CustomerId }), answer: RecalledWalletView },
  /** A code to register, or to choose passwords anew by the counter's link (W05, W10). */
  "wallet.ask-code": {
    input: z.strictObject({ purpose: z.enum(["register", "reset"]), ...person }),
    answer: CodeSentView,
  },
  "wallet.register": { input: z.strictObject(choosing), answer: OwnWalletView },
  "wallet.reset": { input: z.strictObject(choosing), answer: OwnWalletView },
  "wallet.log-in": {
    input: z.strictObject({ customer: CustomerId, password }),
    answer: OwnWalletView,
  },
  "wallet.log-out": { input: z.undefined(), answer: OwnWalletView },
  /** Whom a scanned code names; nothing is paid by it (W02). */
  "wallet.read-code": {
    input: z.strictObject({ text: z.string().min(1).max(512) }),
    answer: MerchantView,
  },
  "wallet.top-up": {
    input: z.strictObject({ id: RequestId, amount: Fen, password }),
    answer: WalletPaidView,
  },
  "wallet.pay": {
    input: z.strictObject({ id: RequestId, order: WalletOrder, password }),
    answer: WalletPaidView,
  },
  "wallet.add-bill": { input: z.strictObject({ bill: BillWords }), answer: OwnWalletView },
  "wallet.remove-bill": { input: z.strictObject({ bill: WalletBillId }), answer: OwnWalletView },
  "wallet.freeze": {
    input: z.strictObject({ words: walletWords.words }),
    answer: OwnWalletView,
  },
  "wallet.unfreeze": { input: z.strictObject({ password }), answer: OwnWalletView },
  "wallet.close": {
    input: z.strictObject({ id: RequestId, password }),
    answer: WalletPaidView,
  },
  /** The next payment does not get through (W16); for the presenter. */
  "wallet.play-fault": { input: z.strictObject({ on: z.boolean() }), answer: OwnWalletView },
} as const;
