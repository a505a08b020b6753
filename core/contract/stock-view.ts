import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { TellerId } from "#core/teller/teller.ts";
import { SerialRange, StockHolder, VoucherKind } from "#core/voucher/stock.ts";

/** The most runs of a hand that a page lists; how many pieces there are is always said. */
export const RUNS_LISTED = 500;

const runs = z.array(SerialRange).max(RUNS_LISTED).readonly();

/** Pieces of one column of a day: how many, and which. */
const Column = z.object({ pieces: z.int(), ranges: runs }).readonly();

/** A hand and kind of blank pieces today: opening + received - used - ... = held (V05). */
export const StockHandView = z
  .object({
    id: z.string(),
    kind: VoucherKind,
    holder: StockHolder,
    /** Whose box, where it is one. */
    name: z.string().optional(),
    opening: Column,
    received: Column,
    used: Column,
    voided: Column,
    handedOver: Column,
    lost: Column,
    held: Column,
    /** The count of today, while nothing else has moved since. */
    count: z.object({ pieces: z.int(), missing: Column, surplus: Column }).readonly().optional(),
    /** Whether the day's end waits for this hand. */
    state: z.enum(["settled", "uncounted", "difference"]),
  })
  .readonly();
export type StockHandView = z.infer<typeof StockHandView>;

/** 凭证库存 (8011): every hand of blank pieces, and whom pieces can be handed over to. */
export const StockRegisterView = z
  .object({
    date: BusinessDate,
    hands: z.array(StockHandView).max(1000).readonly(),
    tellers: z
      .array(z.object({ id: TellerId, name: z.string() }).readonly())
      .max(500)
      .readonly(),
    /** Made cards that nobody came for in time (V10). */
    unclaimed: z
      .array(
        z
          .object({
            order: z.string(),
            cardNumber: z.string(),
            customerName: z.string(),
            arrivedOn: BusinessDate,
          })
          .readonly(),
      )
      .max(100)
      .readonly(),
  })
  .readonly();
export type StockRegisterView = z.infer<typeof StockRegisterView>;
