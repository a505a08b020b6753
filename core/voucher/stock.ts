import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { TellerId } from "#core/teller/teller.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

/** 重要空白凭证: kinds of blank pieces kept under serial control (V01). */
export const VoucherKind = z.enum(["card", "password-card", "usb-key"]);
export type VoucherKind = z.infer<typeof VoucherKind>;

/** The printed number of a blank piece. */
export const Serial = z
  .string()
  .regex(/^\d{12}$/)
  .brand<"Serial">();
export type Serial = z.infer<typeof Serial>;

/** A run of pieces by number, both ends included. */
export const SerialRange = z
  .object({ first: Serial, last: Serial })
  .readonly()
  .refine(({ first, last }) => first <= last, "a range begins with its lowest serial");
export type SerialRange = z.infer<typeof SerialRange>;

/**
 * Where a piece can be (V06): a teller's box (尾箱), the branch's vault, the pile of void pieces that
 * wait for their destruction (待销毁), or out of every hand: used, lost, shipped back, destroyed.
 */
export const StockHolder = z.union([
  TellerId,
  z.enum(["vault", "voided", "used", "lost", "shipped", "destroyed"]),
]);
export type StockHolder = z.infer<typeof StockHolder>;

/** Pieces that moved, by range. One that moved twice is in two of them. */
const moved = z.array(SerialRange).readonly();

/**
 * A business day of one hand (V05): opening + received - used - voided - handed over - lost = held.
 * A reversal takes back what its original had added, as 红字 does.
 */
export const StockDay = z
  .object({
    date: BusinessDate,
    opening: moved,
    received: moved,
    used: moved,
    voided: moved,
    handedOver: moved,
    lost: moved,
  })
  .readonly();
export type StockDay = z.infer<typeof StockDay>;

/**
 * 碰库: the last count of a hand by two people, and what it found (V05). It holds until pieces move
 * other than to settle what it found.
 */
export const StockCount = z
  .object({
    date: BusinessDate,
    pieces: z.int().nonnegative(),
    /** In the books and not in the hand. */
    missing: moved,
    /** In the hand and, by the books, elsewhere. */
    surplus: moved,
  })
  .readonly();
export type StockCount = z.infer<typeof StockCount>;

/** Pieces of a kind in one hand, by number range from the lowest up, never piece by piece. */
export const Stock = z
  .object({
    /** `kind:holder`. */
    id: z.string().min(1).max(40),
    kind: VoucherKind,
    holder: StockHolder,
    ranges: z.array(SerialRange).readonly().refine(isAscending, "ranges ascend and never overlap"),
    /** The last day on which something moved. */
    day: StockDay.optional(),
    count: StockCount.optional(),
  })
  .readonly();
export type Stock = z.infer<typeof Stock>;

function isAscending(ranges: readonly SerialRange[]): boolean {
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
    /** Whose it became, where it is no bank card. */
    customer: CustomerId.optional(),
    reason: z.string().max(200).optional(),
  })
  .readonly();
export type Piece = z.infer<typeof Piece>;

/** The stock of one kind in one hand. */
export function stockId(kind: VoucherKind, holder: StockHolder): string {
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
  return piecesIn(stock?.ranges ?? []);
}

/** How many pieces some ranges have together. */
export function piecesIn(ranges: readonly SerialRange[]): number {
  return ranges.reduce((sum, range) => sum + Number(range.last) - Number(range.first) + 1, 0);
}

/** The serial so many pieces further on. */
export function serialAfter(serial: Serial, further: number): Serial {
  return Serial.parse(String(Number(serial) + further).padStart(12, "0"));
}

/** The lowest `count` pieces of some ranges, and what is left of them; they hold as many. */
export function lowestOf(
  ranges: readonly SerialRange[],
  count: number,
): { readonly taken: readonly SerialRange[]; readonly left: readonly SerialRange[] } {
  const taken: SerialRange[] = [];
  const left: SerialRange[] = [];
  let wanted = count;
  for (const range of ranges) {
    const size = piecesIn([range]);
    if (wanted === 0) {
      left.push(range);
    } else if (size <= wanted) {
      taken.push(range);
      wanted -= size;
    } else {
      const cut = serialAfter(range.first, wanted);
      taken.push({ first: range.first, last: serialAfter(cut, -1) });
      left.push({ first: cut, last: range.last });
      wanted = 0;
    }
  }
  return { taken, left };
}

/** The highest `count` pieces of some ranges, and what is left of them; they hold as many. */
export function highestOf(
  ranges: readonly SerialRange[],
  count: number,
): { readonly taken: readonly SerialRange[]; readonly left: readonly SerialRange[] } {
  const { taken: left, left: taken } = lowestOf(ranges, piecesIn(ranges) - count);
  return { taken, left };
}

/** Whether every piece of `wanted` is among some ranges. */
export function holdsAll(ranges: readonly SerialRange[], wanted: readonly SerialRange[]): boolean {
  const whole = joined(ranges);
  return wanted.every(({ first, last }) =>
    whole.some((range) => range.first <= first && last <= range.last),
  );
}

/** The ranges without some pieces of theirs, whichever these are. */
export function without(
  ranges: readonly SerialRange[],
  gone: readonly SerialRange[],
): readonly SerialRange[] {
  assert(holdsAll(ranges, gone), "only pieces that are there can leave");
  return gone.reduce<readonly SerialRange[]>(
    (left, { first, last }) =>
      left.flatMap((range) => {
        if (last < range.first || range.last < first) return [range];
        return [
          ...(range.first < first ? [{ first: range.first, last: serialAfter(first, -1) }] : []),
          ...(last < range.last ? [{ first: serialAfter(last, 1), last: range.last }] : []),
        ];
      }),
    joined(ranges),
  );
}

/** Ranges put together, ascending, neighbours joined. They must share no piece: each is one thing. */
export function joined(ranges: readonly SerialRange[]): readonly SerialRange[] {
  const ascending = [...ranges].sort((one, other) => (one.first < other.first ? -1 : 1));
  const whole: SerialRange[] = [];
  for (const range of ascending) {
    const before = whole.at(-1);
    assert(!before || before.last < range.first, "no piece is in two ranges");
    if (before && serialAfter(before.last, 1) === range.first) {
      whole[whole.length - 1] = { first: before.first, last: range.last };
    } else {
      whole.push(range);
    }
  }
  return whole;
}

/** The stock without its lowest piece. */
export function withoutNext(stock: Stock): Stock {
  const [lowest, ...others] = stock.ranges;
  if (!lowest) return stock;
  if (lowest.first === lowest.last) return { ...stock, ranges: others };

  return {
    ...stock,
    ranges: [{ first: serialAfter(lowest.first, 1), last: lowest.last }, ...others],
  };
}
