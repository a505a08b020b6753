import { type Cell, csvLine } from "#main/exports/csv.ts";
import { type Column, columns } from "#main/freeze/register-columns.ts";
import type { FreezeOrderLine } from "#main/views/freeze-order-view.ts";

/**
 * The register as CSV (RFC 4180), line by line, for people: headings and codes in Chinese, UTF-8 with a
 * mark, so that spreadsheets in China read it as such, and every cell in quotes.
 */
export function* csvOf(orders: Iterable<FreezeOrderLine>): Generator<string> {
  const all = Object.values(columns);
  yield `\uFEFF${csvLine(all.map(({ heading }) => heading))}`;
  for (const order of orders) yield csvLine(all.map((column) => read(column, order)));
}

/** A cell as people read it. */
function read({ cell, words }: Column, order: FreezeOrderLine): Cell {
  const value = cell(order);
  return (typeof value === "string" && words?.[value]) || value;
}

/**
 * The register as JSON Lines for programs: one order a line, the same columns by their English names,
 * codes as they are, and what an order has not left out.
 */
export function* jsonLinesOf(orders: Iterable<FreezeOrderLine>): Generator<string> {
  for (const order of orders) {
    const cells = Object.entries(columns).map(([name, { cell }]) => [name, cell(order)]);
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`;
  }
}
