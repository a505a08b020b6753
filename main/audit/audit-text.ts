import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { csvLine } from "#main/exports/csv.ts";

const headings = [
  ...["流水号", "营业日", "日期", "时间", "柜员", "授权人", "交易码", "回单", "冲正流水", "记录"],
];

/** What a search found as CSV (RFC 4180) for people, UTF-8 with a mark, every cell in quotes. */
export function* csvOf(rows: readonly JournalRow[]): Generator<string> {
  yield `\uFEFF${csvLine(headings)}`;
  for (const row of rows) {
    const { sequence, businessDate, recordedAt, teller, approvers, code, slip, reverses } = row;
    const when = [businessDate, dateOf(recordedAt), timeOf(recordedAt)];
    const whose = [teller, approvers.join(" "), code, slip];
    yield csvLine([sequence, ...when, ...whose, reverses, row.entries.join(" ")]);
  }
}

/** The same for programs: one line of the journal a line, as the window is shown it. */
export function* jsonLinesOf(rows: readonly JournalRow[]): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}
