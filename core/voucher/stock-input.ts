import { z } from "zod";
import { freeWords } from "#core/identity/free-text.ts";
import { TellerId } from "#core/teller/teller.ts";
import { piecesIn, SerialRange, VoucherKind } from "#core/voucher/stock.ts";

/** The most pieces that one request names, and in how many runs. */
const PIECES_MAX = 1_000_000;
export const INPUT_RUNS_MAX = 200;
/** The most pieces that are moved by their number alone. */
export const MOVED_MAX = 1000;

const kind = VoucherKind;
const words = freeWords(100);
const moved = z.int().min(1).max(MOVED_MAX);
const some = z
  .array(SerialRange)
  .max(INPUT_RUNS_MAX)
  .refine((ranges) => piecesIn(ranges) <= PIECES_MAX, "no branch has so many pieces")
  .readonly();
const ranges = some.refine(({ length }) => length > 0, "at least one piece is named");
/** 调拨单号: the note that comes or goes with a box of pieces. */
const note = freeWords(40);

/** Why pieces are void (V04). */
export const SpoiledReason = z.enum(["damaged", "misprinted", "number-unreadable", "other"]);
export type SpoiledReason = z.infer<typeof SpoiledReason>;

/** What the transactions of blank stock ask for, by code (5.7). */
export const stockInputs = {
  /** 凭证领用/上缴: the lowest of the vault into the own box, or the highest of the box back (V07) */
  "8001": z.strictObject({
    action: z.enum(["draw", "return"]).default("draw"),
    kind,
    count: moved,
  }),
  /** 柜员间凭证调剂, and what two counts found in the wrong hand */
  "8002": z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("hand-over"), kind, to: TellerId, count: moved }),
    z.strictObject({
      action: z.literal("set-right"),
      kind,
      /** From the own box into the other hand, or the other way. */
      way: z.enum(["out", "in"]),
      other: z.union([TellerId, z.literal("vault")]),
      ranges,
    }),
  ]),
  /** 凭证作废 (V04) */
  "8003": z.strictObject({
    kind,
    holder: z.union([TellerId, z.literal("vault")]),
    ranges,
    reason: SpoiledReason,
    words: words.optional(),
  }),
  /** 凭证丢失登记/找回 (V09) */
  "8004": z.discriminatedUnion("action", [
    z.strictObject({
      action: z.literal("lost"),
      kind,
      holder: z.union([TellerId, z.enum(["vault", "voided"])]),
      ranges,
      words,
    }),
    z.strictObject({ action: z.literal("found"), kind, ranges, words }),
  ]),
  /** 凭证碰库: no range where the hand is empty (V05) */
  "8005": z.strictObject({
    kind,
    holder: z.union([TellerId, z.enum(["vault", "voided"])]),
    counted: some,
  }),
  /** 凭证入库/上缴中心库 (V03, V07) */
  "8009": z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("receive"), kind, ranges, note }),
    z.strictObject({
      action: z.literal("ship"),
      kind,
      from: z.enum(["vault", "voided"]),
      ranges,
      note,
    }),
  ]),
  /** 凭证销毁: void pieces, or made cards that nobody came for (V04, V10) */
  "8010": z.discriminatedUnion("what", [
    z.strictObject({ what: z.literal("voided"), kind, ranges }),
    z.strictObject({
      what: z.literal("unclaimed"),
      orders: z
        .array(z.string().regex(/^o-\d+$/))
        .min(1)
        .max(100)
        .readonly(),
    }),
  ]),
} as const satisfies Readonly<Record<string, z.ZodType>>;
