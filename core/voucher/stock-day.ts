import type { BusinessDate } from "#core/calendar/business-date.ts";
import {
  holdsAll,
  joined,
  piecesIn,
  type SerialRange,
  type Stock,
  type StockCount,
  type StockDay,
  without,
} from "#core/voucher/stock.ts";
import { apart, areSame, merged, tally } from "#core/voucher/tally.ts";

/** The columns by which pieces leave a hand (V05). */
export type WayOut = "used" | "voided" | "handedOver" | "lost";

/** Pieces that move, and the business date they move on. */
export interface Move {
  readonly ranges: readonly SerialRange[];
  readonly date: BusinessDate;
  /** 红字: the move takes an earlier one of the day back, so that column falls again (C06). */
  readonly undoes?: boolean;
}

/** The day of a hand as of `date`: the one that is open, or a new one that begins with what is held. */
export function dayOf(stock: Stock, date: BusinessDate): StockDay {
  if (stock.day?.date === date) return stock.day;
  const opening = joined(stock.ranges);
  return { date, opening, received: [], used: [], voided: [], handedOver: [], lost: [] };
}

/** The hand after pieces came into it. */
export function movedIn(stock: Stock, move: Move): Stock {
  return handWith(stock, {
    ranges: joined([...stock.ranges, ...move.ranges]),
    day: inColumn(dayOf(stock, move.date), { plain: "received", red: "handedOver" }, move),
    count: after(stock.count, "surplus", move),
  });
}

/** The hand after pieces of it left it one of four ways. */
export function movedOut(stock: Stock, way: WayOut, move: Move): Stock {
  return handWith(stock, {
    ranges: without(stock.ranges, move.ranges),
    day: inColumn(dayOf(stock, move.date), { plain: way, red: "received" }, move),
    count: after(stock.count, "missing", move),
  });
}

/** A move is added to its column, or taken off the one that it undoes, as far as that is of today. */
function inColumn(
  day: StockDay,
  columns: { readonly plain: WayOut | "received"; readonly red: "received" | "handedOver" },
  { ranges, undoes }: Move,
): StockDay {
  const { plain, red } = columns;
  return undoes && holdsAll(merged(day[red]), ranges)
    ? { ...day, [red]: tally(day[red], ranges) }
    : { ...day, [plain]: tally([...day[plain], ...ranges]) };
}

function handWith(
  { count: _before, ...stock }: Stock,
  { ranges, day, count }: Pick<Stock, "ranges" | "day" | "count">,
): Stock {
  return { ...stock, ranges, day, ...(count ? { count } : {}) };
}

/**
 * A count after pieces moved: what moves as the count had found it settles that difference; anything
 * else makes it a count of what is held no more.
 */
function after(
  count: StockCount | undefined,
  found: "missing" | "surplus",
  { ranges, date }: Move,
): StockCount | undefined {
  return count?.date === date && holdsAll(count[found], ranges)
    ? { ...count, [found]: without(count[found], ranges) }
    : undefined;
}

/** The hand after two people counted it: what they found, held against the books (V05). */
export function countedAs(stock: Stock, { ranges, date }: Move): Stock {
  const counted = joined(ranges);
  return {
    ...stock,
    day: dayOf(stock, date),
    count: {
      date,
      pieces: piecesIn(counted),
      missing: apart(stock.ranges, counted),
      surplus: apart(counted, stock.ranges),
    },
  };
}

/** The hand once pieces that it had beyond the books were registered as found (V09). */
export function settledSurplus(stock: Stock, { ranges, date }: Move): Stock {
  const { count } = stock;
  return count?.date === date
    ? { ...stock, count: { ...count, surplus: apart(count.surplus, ranges) } }
    : stock;
}

/** V05: opening + received - used - voided - handed over - lost = held, piece by piece. */
export function isBalanced({ day, ranges }: Stock): boolean {
  if (!day) return true;
  const { opening, received, used, voided, handedOver, lost } = day;
  return areSame(
    tally([...opening, ...received], [...used, ...voided, ...handedOver, ...lost]),
    ranges,
  );
}
