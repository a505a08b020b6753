import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { EBankChannel, EBankSwitch } from "#core/e-bank/e-bank.ts";
import { Fen } from "#core/money/fen.ts";
import {
  PasswordCardId,
  PasswordCardLife,
  PasswordCardLock,
  VoidReason,
} from "#core/password-card/password-card.ts";
import { VoucherKind } from "#core/voucher/stock.ts";

/**
 * 口令卡状态 (5004, P16): everything about a card but what stands on it. No coordinate that is being
 * asked for is among it, and no view has room for a cell.
 */
export const PasswordCardView = z
  .object({
    id: PasswordCardId,
    serial: z.string(),
    issuedOn: BusinessDate,
    expiresOn: BusinessDate.optional(),
    life: PasswordCardLife,
    /** As it stands today. */
    lock: PasswordCardLock,
    uses: z.int(),
    used: z.int(),
    left: z.int(),
    /** So few uses are left that the customer is to be reminded (P14). */
    isToRemind: z.boolean(),
    wrongRun: z.int(),
    wrongToday: z.int(),
    /** Challenges answered so far, and the chance that whoever watched them knows the next, in 1/1000. */
    answered: z.int(),
    exposurePermille: z.int().min(0).max(1000),
    adviseReissue: z.boolean(),
    /** Columns by rows, digits a cell, cells a challenge. */
    layout: z.object({
      columns: z.int(),
      rows: z.int(),
      cellDigits: z.int(),
      challengeSize: z.int(),
    }),
    voidReason: VoidReason.optional(),
    replacedBy: z.string().optional(),
  })
  .readonly();
export type PasswordCardView = z.infer<typeof PasswordCardView>;

/** A customer's electronic banking as the teller sees it; which channels are open says the relations. */
export const EBankView = z
  .object({
    channels: z.array(EBankChannel).readonly(),
    switches: z.record(EBankSwitch, z.boolean()).readonly(),
    /** What payments are confirmed with (P40). */
    medium: z.enum(["none", "static", "card", "usb-key"]),
    /** Absent for a U盾, which has no limit (P39). */
    limits: z.object({ single: Fen, day: Fen }).readonly().optional(),
    paidToday: Fen,
    payees: z.array(z.object({ name: z.string(), account: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type EBankView = z.infer<typeof EBankView>;

/** What is left in a hand of one kind of blank piece, and which one is next (V02). */
export const StockView = z
  .object({
    kind: VoucherKind,
    next: z.string().optional(),
    left: z.int(),
    inVault: z.int(),
  })
  .readonly();
export type StockView = z.infer<typeof StockView>;

/** A batch of password cards as its list shows it. */
export const BatchView = z
  .object({
    id: z.string(),
    first: z.string(),
    last: z.string(),
    count: z.int(),
    madeOn: BusinessDate,
    /** Where its file lies, while it does. */
    file: z.string().optional(),
    /** What the file is, for the shop to compare; the file itself does not say who wrote it. */
    sha256: z.string().optional(),
    delivered: z.int(),
  })
  .readonly();
export type BatchView = z.infer<typeof BatchView>;

/** What the stock file of the printer's shop lists. */
export const DeliveryView = z
  .object({
    ref: z.string(),
    batch: z.string(),
    good: z.int(),
    spoiled: z.array(z.string()).max(1000).readonly(),
    ranges: z
      .array(z.object({ first: z.string(), last: z.string() }).readonly())
      .max(1000)
      .readonly(),
  })
  .readonly();
export type DeliveryView = z.infer<typeof DeliveryView>;
