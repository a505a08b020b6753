import { type Books, type Change, put } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { assert } from "#core/kernel/assert.ts";
import {
  type SerialRange,
  type Stock,
  type StockHolder,
  stockId,
  type VoucherKind,
} from "#core/voucher/stock.ts";
import {
  countedAs,
  movedIn,
  movedOut,
  settledSurplus,
  type WayOut,
} from "#core/voucher/stock-day.ts";
import type { StockEntry } from "#core/voucher/stock-entry.ts";
import { shared } from "#core/voucher/tally.ts";

/** Runs of pieces that go out of one hand and into another; `nowhere` is outside the branch's books. */
interface Passage {
  readonly kind: VoucherKind;
  readonly ranges: readonly SerialRange[];
  readonly from: StockHolder | "nowhere";
  readonly way: WayOut;
  readonly to: StockHolder;
  readonly undoes?: boolean | undefined;
}

/**
 * Both hands after pieces went from one into the other: what one loses the other has, so that every
 * piece that ever came is in exactly one hand (V05).
 */
export function passed(books: Books, passage: Passage, date: BusinessDate): readonly Change[] {
  const { kind, ranges, from, way, to } = passage;
  const move = { ranges, date, undoes: passage.undoes === true };
  if (from === "nowhere") {
    assert(!isAnywhere(books, kind, ranges), "a piece that comes in is in no hand yet");
    return [kept(movedIn(handOf(books, kind, to), move))];
  }
  const left = kept(movedOut(handOf(books, kind, from), way, move));
  return [left, kept(movedIn(handOf(booksAfter([left], books), kind, to), move))];
}

/** Blank pieces after `entry`, on the business date that it belongs to. */
export function postStock(books: Books, entry: StockEntry, date: BusinessDate): readonly Change[] {
  const { kind, ranges } = entry;
  switch (entry.type) {
    case "pieces.received":
      return received(books, { kind, ranges }, date);
    case "pieces.transferred": {
      const { from, to, undoes } = entry;
      return passed(books, { kind, ranges, from, way: "handedOver", to, undoes }, date);
    }
    case "pieces.voided":
      return passed(books, { kind, ranges, from: entry.from, way: "voided", to: "voided" }, date);
    case "pieces.lost":
      return passed(books, { kind, ranges, from: entry.from, way: "lost", to: "lost" }, date);
    case "pieces.found":
      return found(books, entry, date);
    case "pieces.shipped": {
      const { from } = entry;
      return passed(books, { kind, ranges, from, way: "handedOver", to: "shipped" }, date);
    }
    case "pieces.destroyed": {
      const [from, to] = ["voided", "destroyed"] as const;
      return passed(books, { kind, ranges, from, way: "handedOver", to }, date);
    }
    case "stock.counted":
      return [kept(countedAs(handOf(books, kind, entry.holder), { ranges, date }))];
  }
}

/** What arrives is new to the branch, or was shipped from here before; both may be in one delivery. */
function received(
  books: Books,
  { kind, ranges }: { readonly kind: VoucherKind; readonly ranges: readonly SerialRange[] },
  date: BusinessDate,
): readonly Change[] {
  const away = handOf(books, kind, "shipped");
  const back = shared(away.ranges, ranges);
  if (back.length === 0) {
    return passed(books, { kind, ranges, from: "nowhere", way: "handedOver", to: "vault" }, date);
  }
  const left = kept(movedOut(away, "handedOver", { ranges: back, date }));
  const after = booksAfter([left], books);
  const passage = { kind, ranges, from: "nowhere", way: "handedOver", to: "vault" } as const;
  return [left, ...passed(after, passage, date)];
}

/** Whatever hand had them beyond its books has handed them in. */
function found(
  books: Books,
  { kind, ranges, from }: Extract<StockEntry, { type: "pieces.found" }>,
  date: BusinessDate,
): readonly Change[] {
  const finders = books
    .all("stock")
    .filter(
      (stock) => stock.kind === kind && shared(stock.count?.surplus ?? [], ranges).length > 0,
    );
  const settled = finders.map((stock) => kept(settledSurplus(stock, { ranges, date })));
  const after = booksAfter(settled, books);
  return [
    ...settled,
    ...passed(after, { kind, ranges, from, way: "handedOver", to: "voided" }, date),
  ];
}

/** A hand as the books have it; an empty one where nothing of the kind was in it yet. */
export function handOf(books: Books, kind: VoucherKind, holder: StockHolder): Stock {
  const id = stockId(kind, holder);
  return books.find("stock", id) ?? { id, kind, holder, ranges: [] };
}

/** Whether any of these pieces is in a hand of the branch's books. */
function isAnywhere(books: Books, kind: VoucherKind, ranges: readonly SerialRange[]): boolean {
  return books
    .all("stock")
    .some((stock) => stock.kind === kind && shared(stock.ranges, ranges).length > 0);
}

const kept = (stock: Stock): Change => put("stock", stock.id, stock);
