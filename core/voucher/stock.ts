import { z } from "zod";
import { CardId } from "#core/card/card.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { TellerId } from "#core/teller/teller.ts";

/** 重要空白凭证: kinds of blank pieces kept under serial control (V01). */
export const VoucherKind = z.enum(["card", "password-card"]);
export type VoucherKind = z.infer<typeof VoucherKind>;

/** The printed number of a blank piece. */
export const Serial = z
  .string()
  .regex(/^\d{12}$/)
  .brand<"Serial">();
export type Serial = z.infer<typeof Serial>;

const Range = z
  .object({ first: Serial, last: Serial })
  .readonly()
  .refine(({ first, last }) => first <= last, "a range begins with its lowest serial");

/** Unused pieces in one hand, by number range from the lowest up, never piece by piece. */
export const Stock = z
  .object({
    /** `kind:holder`. */
    id: z.string().min(1).max(40),
    kind: VoucherKind,
    /** A teller's box (尾箱) or the branch's vault. */
    holder: z.union([TellerId, z.literal("vault")]),
    ranges: z.array(Range).readonly().refine(isAscending, "ranges ascend and never overlap"),
  })
  .readonly();
export type Stock = z.infer<typeof Stock>;

function isAscending(ranges: readonly z.infer<typeof Range>[]): boolean {
  return ranges.every(({ first }, index) => first > (ranges[index - 1]?.last ?? ""));
}

/** A piece that has left the stock, and why (V04, T34). */
export const Piece = z
  .object({
    /** `kind:serial`. */
    id: z.string().min(1).max(40),
    kind: VoucherKind,
    serial: Serial,
    teller: TellerId,
    status: z.enum(["used", "voided"]),
    card: CardId.optional(),
    reason: z.string().max(200).optional(),
  })
  .readonly();
export type Piece = z.infer<typeof Piece>;

/** Why no blank piece can be used. */
export type VoucherRefusal =
  | { readonly code: "voucher.box-empty"; readonly kind: VoucherKind }
  | { readonly code: "voucher.not-written" };

/** The stock of one kind in one hand. */
export function stockId(kind: VoucherKind, holder: TellerId | "vault"): string {
  return `${kind}:${holder}`;
}

/** The only piece that may be used now: the lowest free serial of the box (V02). */
export function nextSerial(
  stock: Stock | undefined,
  kind: VoucherKind,
): Result<Serial, VoucherRefusal> {
  const first = stock?.ranges[0]?.first;
  return first ? accept(first) : refuse({ code: "voucher.box-empty", kind });
}

/** How many pieces are left. */
export function piecesLeft(stock: Stock | undefined): number {
  return (stock?.ranges ?? []).reduce(
    (sum, range) => sum + Number(range.last) - Number(range.first) + 1,
    0,
  );
}

/** The stock without its lowest piece. */
export function withoutNext(stock: Stock): Stock {
  const [lowest, ...others] = stock.ranges;
  if (!lowest) return stock;
  if (lowest.first === lowest.last) return { ...stock, ranges: others };

  const first = Serial.parse(String(Number(lowest.first) + 1).padStart(12, "0"));
  return { ...stock, ranges: [{ first, last: lowest.last }, ...others] };
}
