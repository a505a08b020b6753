import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { type Box, BoxCount, BoxId } from "#core/cash/box.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { Fen } from "#core/money/fen.ts";

const at = { box: BoxId, date: BusinessDate };

/** What can happen to a box besides money that goes in and out of it (1101, 1103, 1104). */
export const CashEntry = z.discriminatedUnion("type", [
  /** 开箱: with the count of two people, or again after a count of today that was right. */
  z.object({ type: z.literal("box.opened"), ...at, count: BoxCount.optional() }).readonly(),
  /** 碰库: by the box's holder, or by two people before it is opened or in the vault. */
  z.object({ type: z.literal("cash.counted"), ...at, count: BoxCount }).readonly(),
  /** 长短款: the counted difference was booked; the books now expect what was counted. */
  z
    .object({
      type: z.literal("cash.difference-booked"),
      ...at,
      kind: z.enum(["over", "short"]),
      amount: Fen,
      words: z.string().max(100),
    })
    .readonly(),
  /** 封箱 at the day's end. */
  z.object({ type: z.literal("box.closed"), ...at }).readonly(),
]);
export type CashEntry = z.infer<typeof CashEntry>;

/** The box after `entry`. */
export function boxAfter(before: Box | undefined, entry: CashEntry): Box {
  const { box: id, date } = entry;
  switch (entry.type) {
    case "box.opened":
      return { id, date, status: "open" };
    case "cash.counted": {
      const { count } = entry;
      const status = count.counted === count.expected ? "balanced" : "difference";
      return { id, date, status, count };
    }
    case "cash.difference-booked": {
      const count = known(before?.count, "only a difference that was counted is booked");
      return { id, date, status: "balanced", count: { ...count, expected: count.counted } };
    }
    case "box.closed":
      return { ...known(before, "only a box that was opened is closed"), date, status: "closed" };
    default:
      return unreachable(entry);
  }
}
