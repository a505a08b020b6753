/** What a cell of an export holds; nothing where there is no such thing. */
export type Cell = string | number | undefined;

/** A line of CSV (RFC 4180), every cell in quotes. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What a spreadsheet would take for a formula begins with one of these, at either width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** A formula in somebody's words stays words: the apostrophe tells every spreadsheet so. */
function csvCell(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
