import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { namingWords } from "#core/identity/free-text.ts";
import { Fen } from "#core/money/fen.ts";

export const WalletBillId = z
  .string()
  .regex(/^wb-\d+$/)
  .brand<"WalletBillId">();
export type WalletBillId = z.infer<typeof WalletBillId>;

/** What a bill says: who wants how much for what, and by when (W01 账单管理). */
export const BillWords = z
  .strictObject({
    biller: namingWords(60),
    reference: z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
    amount: Fen,
    dueOn: BusinessDate,
  })
  .readonly();
export type BillWords = z.infer<typeof BillWords>;

/** A bill that the customer has laid into her wallet. Its number counts within that wallet. */
export const WalletBill = z
  .object({
    id: WalletBillId,
    ...BillWords.unwrap().shape,
    /** `reminded`: its day has come and the customer was told; it can still be paid. */
    status: z.enum(["open", "reminded", "paid", "removed"]),
  })
  .readonly();
export type WalletBill = z.infer<typeof WalletBill>;

/** Bills that a wallet may have waiting at a time, and that are kept in all. */
export const BILLS_WAITING_MAX = 20;
export const BILLS_KEPT = 50;

/** Whether it is still to be paid. */
export function isWaiting({ status }: Pick<WalletBill, "status">): boolean {
  return status === "open" || status === "reminded";
}

/** Whether its day has come without a word to the customer. */
export function isToBeReminded({ status, dueOn }: WalletBill, today: BusinessDate): boolean {
  return status === "open" && dueOn <= today;
}
