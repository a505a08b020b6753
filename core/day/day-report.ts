import { boxOwner } from "#core/account/posting.ts";
import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type CashDay, cashDayBeginning, heldByDay } from "#core/cash/cash-day.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import { fen, type SignedFen, signedFen } from "#core/money/fen.ts";
import { moneyFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";
import { piecesIn, type Stock } from "#core/voucher/stock.ts";

/** What was posted on a day under one transaction code. */
export interface Tally {
  readonly code: string;
  /** Postings that issued a slip. */
  readonly count: number;
  /** What they credited somewhere, in fen. */
  readonly turnover: SignedFen;
}

/** Who looks, as far as it decides what is seen. */
type Sight = Pick<Teller, "assists" | "role">;

/**
 * The lines of an X or Z report: cash, blank pieces, and what was done (C02, V05). Whoever counts a
 * box is not told before what should lie in it, so a teller sees the boxes that were counted alone.
 */
export function dayFacts(
  books: Books,
  today: BusinessDate,
  { teller, tallies }: { readonly teller: Sight; readonly tallies: readonly Tally[] },
): readonly Fact[] {
  const cash = cashFacts(books, today).filter(
    ({ box }) => teller.role !== "teller" || isCounted(books, box),
  );
  return [
    ...cash,
    ...stockFacts(books, today),
    offBalance(books),
    ...tallyFacts(talliesFor(teller, tallies)),
  ];
}

function isCounted(books: Books, box: string): boolean {
  const status = books.find("box", box)?.status;
  return status === "balanced" || status === "closed";
}

/** How often orders of the state were carried out is for those with the duty (U07). */
function talliesFor(teller: Sight, tallies: readonly Tally[]): readonly Tally[] {
  return maySeeOrders(teller) ? tallies : tallies.filter(({ code }) => !isOfOrders(code));
}

/** 交易量: one line a transaction, in the order of the codes. */
function tallyFacts(tallies: readonly Tally[]): readonly Fact[] {
  return [...tallies]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((tally) => ({ name: "tally", kind: "tally", ...tally }));
}

type CashFact = Extract<Fact, { readonly kind: "cash-day" }>;

/** 现金: the day of every box and of the vault, in fen (C02); one that nothing moved only holds. */
function cashFacts(books: Books, today: BusinessDate): readonly CashFact[] {
  return books
    .all("branchBalance")
    .filter(({ id }) => boxOwner(id) !== undefined)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, balance, day }) => {
      // The branch's side of a box: what lies in it stands there below zero.
      const now = day?.date === today ? day : cashDayBeginning(today, signedFen(0 - balance));
      return { name: "cashDay", kind: "cash-day", box: boxOwner(id) ?? id, ...sumsOf(now) };
    });
}

function sumsOf(day: CashDay) {
  const { date: _date, ...sums } = day;
  return { ...sums, held: heldByDay(day) };
}

/** 重要空白凭证: the day of every hand and kind, in pieces (V05). */
function stockFacts(books: Books, today: BusinessDate): readonly Fact[] {
  return books
    .all("stock")
    .filter(({ holder }) => isHand(holder))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((stock) => ({ name: "stockDay", kind: "stock-day", ...piecesOf(stock, today) }));
}

/** 假定价格: what a blank piece stands for in the books, in fen (V08). */
const NOMINAL_PRICE = 100;

/** 表外科目: every blank piece in a hand of the branch, at its nominal price (V08). */
function offBalance(books: Books): Fact {
  const held = books.all("stock").filter(({ holder }) => isHand(holder));
  const pieces = held.reduce((sum, { ranges }) => sum + piecesIn(ranges), 0);
  return moneyFact("offBalance", fen(pieces * NOMINAL_PRICE));
}

/** Whether pieces there are still blank and the branch's: in its vault or in a teller's box. */
function isHand(holder: Stock["holder"]): boolean {
  return holder === "vault" || /^\d{4}$/.test(holder);
}

function piecesOf({ kind, holder, ranges, day }: Stock, today: BusinessDate) {
  const isToday = day?.date === today;
  return {
    voucher: kind,
    holder,
    opening: piecesIn(isToday ? day.opening : ranges),
    received: isToday ? piecesIn(day.received) : 0,
    used: isToday ? piecesIn(day.used) : 0,
    voided: isToday ? piecesIn(day.voided) : 0,
    handedOver: isToday ? piecesIn(day.handedOver) : 0,
    lost: isToday ? piecesIn(day.lost) : 0,
    held: piecesIn(ranges),
  };
}
