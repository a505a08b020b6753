import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Grid } from "#core/password-card/grid.ts";
import { Serial, SerialRange } from "#core/voucher/stock.ts";

/**
 * 制卡批次: a run of password cards made for the branch's stock. What stands on them went to the
 * printer's shop in one encrypted file, and nowhere else.
 */
export const PasswordCardBatch = z
  .object({
    id: z.string().regex(/^b-\d+$/),
    first: Serial,
    last: Serial,
    version: z.int().min(1),
    grid: Grid,
    madeOn: BusinessDate,
    /** Absent for cards that came with the branch. */
    file: z
      .object({
        name: z.string().max(80),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        /** RFC 7638 thumbprint of the shop's single-use public key. */
        shopKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      })
      .readonly()
      .optional(),
    /** What has come back from the shop so far, printed or spoiled, from the lowest up. */
    delivered: z.array(SerialRange).readonly(),
  })
  .readonly();
export type PasswordCardBatch = z.infer<typeof PasswordCardBatch>;

/** The most cards one batch may have. */
export const BATCH_MAX = 200_000;

/** Why a batch cannot be made, or a delivery not be taken in. */
export type BatchRefusal =
  | { readonly code: "batch.shop-key-used"; readonly batch: string }
  | { readonly code: "batch.shop-key-bad" }
  | { readonly code: "batch.not-made" }
  | { readonly code: "batch.busy" }
  | { readonly code: "batch.cancelled" }
  | { readonly code: "delivery.empty" }
  | { readonly code: "delivery.damaged"; readonly line: number }
  | { readonly code: "delivery.duplicate"; readonly serial: string }
  | { readonly code: "delivery.foreign"; readonly serial: string }
  /** So torn up that it does not fit into one posting; it is taken in by parts. */
  | { readonly code: "delivery.too-scattered"; readonly most: number };

/** The batch a serial was made in. */
export function batchOf(
  batches: readonly PasswordCardBatch[],
  serial: Serial,
): PasswordCardBatch | undefined {
  return batches.find(({ first, last }) => first <= serial && serial <= last);
}
