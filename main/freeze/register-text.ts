import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";
import { measureObject, standingMeasure } from "#core/freeze/measure.ts";
import { type Fen, formatFen } from "#core/money/fen.ts";
import type { FreezeOrderLine } from "#main/views/freeze-order-view.ts";

/** What a cell of an export holds; nothing where the order has no such thing. */
type Cell = string | number | undefined;

/** The columns of the register (F16, F17), by their names in both kinds of file. */
const columns = {
  order: ({ id }) => id,
  status: ({ status }) => status,
  measure: standingMeasure,
  object: ({ scope }) => measureObject(scope),
  kind: ({ kind }) => kind,
  organ: ({ organ }) => organ,
  documentNumber: ({ documentNumber }) => documentNumber,
  officer1: ({ officers }) => officers[0],
  officer2: ({ officers }) => officers[1],
  holder: ({ customerName }) => customerName,
  account: ({ accountNumber }) => accountNumber,
  scope: ({ scope }) => (scope.type === "amount" ? "amount" : `account-${scope.block}`),
  amount: ({ scope }) => (scope.type === "amount" ? yuan(scope.amount) : undefined),
  rest: ({ scope, rest }) => (scope.type === "amount" ? yuan(rest) : undefined),
  controlled: ({ controlled }) => yuan(controlled),
  deducted: ({ deducted }) => yuan(deducted),
  coversInterest: ({ coversInterest }) => (coversInterest ? "yes" : "no"),
  queue: ({ queue }) => queue,
  deliveredAt: ({ deliveredAt }) => momentText(deliveredAt),
  effectiveAt: ({ effectiveAt }) => effectiveAt && momentText(effectiveAt),
  endsAt: ({ endsAt }) => endsAt && momentText(endsAt),
  lastDayOnNotice: ({ lastDay }) => lastDay,
  daysLeft: ({ daysLeft }) => daysLeft,
  renewals: ({ renewals }) => renewals.length,
  endedAt: ({ endedAt }) => endedAt && momentText(endedAt),
  endedBy: ({ endedBy }) => endedBy?.documentNumber,
} as const satisfies Readonly<Record<string, (order: FreezeOrderLine) => Cell>>;

/**
 * The register as CSV (RFC 4180), line by line: UTF-8 with a mark, so that spreadsheets in China read
 * it as such, and every cell in quotes.
 */
export function* csvOf(orders: Iterable<FreezeOrderLine>): Generator<string> {
  yield `\uFEFF${csvLine(Object.keys(columns))}`;
  for (const order of orders) yield csvLine(Object.values(columns).map((cell) => cell(order)));
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** The register as JSON Lines: one order a line, the same columns, what it has not left out. */
export function* jsonLinesOf(orders: Iterable<FreezeOrderLine>): Generator<string> {
  for (const order of orders) {
    const cells = Object.entries(columns).map(([name, cell]) => [name, cell(order)]);
    yield `${JSON.stringify(Object.fromEntries(cells))}\n`;
  }
}

/** What a spreadsheet would take for a formula begins with one of these, at either width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** A formula in somebody's words stays words: the apostrophe tells every spreadsheet so. */
function csvCell(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** An amount as a spreadsheet reads it: 1234.50. */
function yuan(amount: Fen): string {
  return formatFen(amount).replaceAll(",", "");
}

/** A moment as people in China write it, sortable: 2026-03-18 10:15:30. */
function momentText(at: Instant): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}
