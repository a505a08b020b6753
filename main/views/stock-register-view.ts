import type { Books } from "#core/books/books.ts";
import { handOf } from "#core/books/post-stock.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { maskPan } from "#core/card/pan.ts";
import {
  RUNS_LISTED,
  type StockHandView,
  type StockRegisterView,
} from "#core/contract/stock-view.ts";
import { known } from "#core/kernel/assert.ts";
import { isUnclaimed } from "#core/replacement/unclaimed.ts";
import type { Teller } from "#core/teller/teller.ts";
import { stockNotSettled } from "#core/voucher/not-settled.ts";
import {
  joined,
  piecesIn,
  type SerialRange,
  type Stock,
  VoucherKind,
} from "#core/voucher/stock.ts";
import { dayOf } from "#core/voucher/stock-day.ts";

/** In the order of the page: what is kept together, then the boxes, then what is out of every hand. */
const places = ["vault", "voided", "lost", "used", "shipped", "destroyed"] as const;

/** The most made cards that a page lists for destruction. */
const UNCLAIMED_LISTED = 100;

/**
 * 8011: the hands that a person may see. A teller sees the own box and what the branch keeps
 * together; whoever leads or audits the branch sees every box.
 */
export function stockRegister(
  books: Books,
  teller: Teller,
  { today, parameters }: { readonly today: BusinessDate; readonly parameters: Parameters },
): StockRegisterView {
  const tellers = books
    .all("teller")
    .filter(({ role, branch }) => role === "teller" && branch === teller.branch);
  const boxes = tellers.filter(({ id }) => teller.role !== "teller" || id === teller.id);
  const holders = ["vault", ...boxes.map(({ id }) => id), ...places.slice(1)] as const;
  const open = stockNotSettled(books, today);
  const hands = VoucherKind.options.flatMap((kind) =>
    holders
      .map((holder) => handOf(books, kind, holder))
      .filter(({ holder, id }) => isShown(books, id, holder === teller.id))
      .map((stock) => {
        const name = tellers.find(({ id }) => id === stock.holder)?.name;
        const what = open.find(
          ({ whose, which }) => whose === stock.holder && which === kind,
        )?.what;
        return { ...handView(stock, today), ...(name ? { name } : {}), state: stateOf(what) };
      }),
  );
  return {
    date: today,
    hands,
    tellers: tellers.map(({ id, name }) => ({ id, name })),
    unclaimed: unclaimedCards(books, today, parameters),
  };
}

/** What nothing was ever in is not listed, but for the vault and one's own box. */
function isShown(books: Books, id: string, isOwn: boolean): boolean {
  return isOwn || id.endsWith(":vault") || books.find("stock", id) !== undefined;
}

function handView(stock: Stock, today: BusinessDate): Omit<StockHandView, "state"> {
  const { id, kind, holder, ranges, count } = stock;
  const { date: _date, ...columns } = dayOf(stock, today);
  return {
    ...{ id, kind, holder },
    opening: column(columns.opening),
    received: column(columns.received),
    used: column(columns.used),
    voided: column(columns.voided),
    handedOver: column(columns.handedOver),
    lost: column(columns.lost),
    held: column(joined(ranges)),
    ...(count?.date === today
      ? {
          count: {
            pieces: count.pieces,
            missing: column(count.missing),
            surplus: column(count.surplus),
          },
        }
      : {}),
  };
}

function column(ranges: readonly SerialRange[]): StockHandView["held"] {
  return { pieces: piecesIn(ranges), ranges: ranges.slice(0, RUNS_LISTED) };
}

function stateOf(what: string | undefined): StockHandView["state"] {
  if (what === "stock-uncounted") return "uncounted";
  return what === "stock-difference" ? "difference" : "settled";
}

function unclaimedCards(
  books: Books,
  today: BusinessDate,
  parameters: Parameters,
): StockRegisterView["unclaimed"] {
  return books
    .list("order", "status", "arrived")
    .filter((order) => isUnclaimed(order, today, parameters))
    .slice(0, UNCLAIMED_LISTED)
    .map((order) => ({
      order: order.id,
      cardNumber: maskPan(known(books.find("card", order.card), "an order has a card").pan),
      customerName: known(books.find("customer", order.customer), "an order has a customer").name,
      arrivedOn: known(order.arrivedOn, "what is unclaimed has arrived"),
    }));
}
