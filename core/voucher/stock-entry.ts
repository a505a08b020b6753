import { z } from "zod";
import { TellerId } from "#core/teller/teller.ts";
import { SerialRange, StockHolder, VoucherKind } from "#core/voucher/stock.ts";

const kind = VoucherKind;
const ranges = z.array(SerialRange).min(1).readonly();
/** A teller's box, or the vault. */
const hand = z.union([TellerId, z.literal("vault")]);
const words = z.string().max(100);

/** What happens to blank pieces besides being used: always whole runs, and always named (V03 to V10). */
export const StockEntry = z.discriminatedUnion("type", [
  /** 凭证入库 (8009): they came from the central store, on this note. */
  z.object({ type: z.literal("pieces.received"), kind, ranges, note: words }).readonly(),
  /** 上缴, 调剂 (8001, 8002): from one hand of the branch into another. */
  z
    .object({
      type: z.literal("pieces.transferred"),
      kind,
      from: hand,
      to: hand,
      ranges,
      /** The transfer takes back an earlier one of the same day (C06). */
      undoes: z.literal(true).optional(),
    })
    .readonly(),
  /** 作废 (8003): they wait with the day's papers for their destruction (V04). */
  z
    .object({ type: z.literal("pieces.voided"), kind, from: hand, ranges, reason: words })
    .readonly(),
  /** 丢失 (8004): blocked from this moment on (V09). */
  z
    .object({
      type: z.literal("pieces.lost"),
      kind,
      from: z.union([hand, z.literal("voided")]),
      ranges,
      words,
    })
    .readonly(),
  /** 找回 (8004): they turned up; where they were meanwhile nobody knows, so they are void. */
  z
    .object({
      type: z.literal("pieces.found"),
      kind,
      /** Whether they were registered as lost, or the books never had them. */
      from: z.enum(["lost", "nowhere"]),
      ranges,
      words,
    })
    .readonly(),
  /** 上缴中心库 (8009): they left the branch, on this note. */
  z
    .object({
      type: z.literal("pieces.shipped"),
      kind,
      from: z.enum(["vault", "voided"]),
      ranges,
      note: words,
    })
    .readonly(),
  /** 销毁 (8010): void pieces were destroyed before two people (V04, V10). */
  z.object({ type: z.literal("pieces.destroyed"), kind, ranges }).readonly(),
  /** 碰库 (8005): what two people counted in a hand, without being told what should be there (V05). */
  z
    .object({
      type: z.literal("stock.counted"),
      kind,
      holder: StockHolder,
      ranges: z.array(SerialRange).readonly(),
    })
    .readonly(),
]);
export type StockEntry = z.infer<typeof StockEntry>;
