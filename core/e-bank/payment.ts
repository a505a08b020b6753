import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import type { EBankSwitch, Gate } from "#core/e-bank/e-bank.ts";
import { namingWords } from "#core/identity/free-text.ts";
import { Fen } from "#core/money/fen.ts";

/** Where a customer pays: logged in to internet or WAP bank, or on a shop's payment page (P28). */
export const PaymentChannel = z.enum(["internet-bank", "wap-bank", "shop"]);
export type PaymentChannel = z.infer<typeof PaymentChannel>;

/** The channel that must be open: a shop's payment page belongs to the internet bank (P28). */
export function gateOf(channel: PaymentChannel): Gate {
  return channel === "wap-bank" ? "wap-bank" : "internet-bank";
}

const TransferOrder = z
  .strictObject({
    kind: z.literal("transfer"),
    payeeName: namingWords(60),
    payeeAccount: z.string().regex(/^\d{12,21}$/),
    amount: Fen,
  })
  .readonly();
const PurchaseOrder = z
  .strictObject({ kind: z.literal("purchase"), merchant: namingWords(60), amount: Fen })
  .readonly();
const BillOrder = z
  .strictObject({
    kind: z.literal("bill"),
    biller: namingWords(60),
    reference: z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
    amount: Fen,
  })
  .readonly();
const EarlyWithdrawalOrder = z
  .strictObject({ kind: z.literal("early-withdrawal"), deposit: AccountId })
  .readonly();

/** An order that money goes out for, to somebody else: 转账, 购物, 缴费 (E06, P06). Amounts in fen. */
export const OutgoingOrder = z.discriminatedUnion("kind", [
  TransferOrder,
  PurchaseOrder,
  BillOrder,
]);
export type OutgoingOrder = z.infer<typeof OutgoingOrder>;

/**
 * What a customer asks to be paid: 对外转账, B2C购物, 缴费, or 定期存款提前支取 (P06, P07).
 *
 * Amounts are whole fen. A time deposit is drawn whole, so its order names no amount. What it says of
 * the payee is bound and confirmed as it was asked: nothing of it is ever masked (4.2).
 */
export const PaymentOrder = z.discriminatedUnion("kind", [
  TransferOrder,
  PurchaseOrder,
  BillOrder,
  EarlyWithdrawalOrder,
]);
export type PaymentOrder = z.infer<typeof PaymentOrder>;

/** The kinds of orders there are, in the order of the bank's menu. */
export const PaymentKind = z.enum(["transfer", "purchase", "bill", "early-withdrawal"]);
export type PaymentKind = PaymentOrder["kind"];

/** Everything a challenge is bound to: a change of any of these makes it another payment (4.2). */
export interface PaymentElements {
  readonly channel: PaymentChannel;
  readonly kind: PaymentOrder["kind"];
  /** The account that pays. */
  readonly payer: AccountId;
  readonly payee: string;
  readonly amount: Fen;
  readonly currency: "CNY";
}

/** The text whose SHA-256 a challenge bears: a list in fixed order, so that it reads one way only. */
export function bindingText(elements: PaymentElements, nonce: string): string {
  const { channel, kind, payer, payee, amount, currency } = elements;
  return JSON.stringify([
    "guitai-challenge-1",
    channel,
    kind,
    payer,
    payee,
    amount,
    currency,
    nonce,
  ]);
}

/** Which switch an order needs to be on, if any (P24): a bill is paid like a purchase. */
export function switchOf({ kind }: Pick<PaymentOrder, "kind">): EBankSwitch | undefined {
  switch (kind) {
    case "transfer":
      return "outward-transfer";
    case "purchase":
    case "bill":
      return "e-commerce";
    case "early-withdrawal":
      return undefined;
  }
}
