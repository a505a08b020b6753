import { type Result, refuse } from "#core/kernel/result.ts";
import { type BatchRefusal, batchOf, type PasswordCardBatch } from "#core/password-card/batch.ts";
import {
  countedOn,
  type Delivery,
  openTally,
  type PieceState,
  type Tally,
  tick,
} from "#core/password-card/delivery.ts";
import { Serial, type SerialRange } from "#core/voucher/stock.ts";

/** What the shop calls a piece's state; capitals or not. */
const states: Readonly<Record<string, PieceState>> = {
  good: "good",
  printed: "good",
  ok: "good",
  spoiled: "spoiled",
  damaged: "spoiled",
  void: "spoiled",
};

/** One line of a stock file: a piece, or a run of them, all in one state. */
interface Row {
  readonly range: SerialRange;
  readonly state: PieceState;
}

/**
 * Reads the stock file that comes with the printed cards of one batch.
 *
 * It is text with commas: `serial,state` or `first,last,state`, where a further column with an
 * expiry is looked past. A heading, blank lines, lines that begin with `#`, CRLF and a byte order
 * mark may be there. The batch is the one that the first piece was made in. The first line that is
 * wrong is refused: it cannot be read, or it names a piece twice or one of another batch.
 */
export function readStockFile(
  text: string,
  batches: readonly PasswordCardBatch[],
): Result<Delivery, BatchRefusal> {
  const lines = text.split(/\r\n|\n|\r/);
  let isFirst = true;
  let tally: Tally | undefined;
  for (const [index, line] of lines.entries()) {
    const written = line.trim(); // Which takes a byte order mark off as well.
    if (written === "" || written.startsWith("#")) continue;
    const fields = fieldsOf(written);
    const isHeading = isFirst && isHeadingOf(fields);
    isFirst = false;
    if (isHeading) continue;

    const row = rowOf(fields);
    if (!row) return refuse({ code: "delivery.damaged", line: index + 1 });
    tally ??= tallyFor(row, batches);
    if (!tally) return refuse({ code: "delivery.foreign", serial: row.range.first });
    const ticked = tick(tally, row.range, row.state);
    if (!ticked.ok) return ticked;
  }
  return tally ? countedOn(tally) : refuse({ code: "delivery.empty" });
}

function tallyFor({ range }: Row, batches: readonly PasswordCardBatch[]): Tally | undefined {
  const batch = batchOf(batches, range.first);
  return batch && openTally(batch);
}

/** The fields of a line, without the quotation marks a spreadsheet puts around them. */
function fieldsOf(line: string): readonly string[] {
  return line.split(",").map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
}

/** A heading names no piece: its columns are words without a digit, and none of them a state. */
function isHeadingOf(fields: readonly string[]): boolean {
  return (
    fields.length >= 2 &&
    fields.every((field) => /^\D+$/.test(field) && stateOf(field) === undefined)
  );
}

function rowOf(fields: readonly string[]): Row | undefined {
  const [first, second] = fields;
  const isRun = second !== undefined && /^\d+$/.test(second);
  const [word, ...further] = fields.slice(isRun ? 2 : 1);
  const from = Serial.safeParse(first);
  const to = Serial.safeParse(isRun ? second : first);
  const state = stateOf(word ?? "");
  const isPlain = further.length === 0 || (further.length === 1 && isExpiry(further[0] ?? ""));

  if (!from.success || !to.success || !state || !isPlain || to.data < from.data) return undefined;
  return { range: { first: from.data, last: to.data }, state };
}

function stateOf(word: string): PieceState | undefined {
  const known = word.toLowerCase();
  return Object.hasOwn(states, known) ? states[known] : undefined;
}

/** A day or month in figures, or nothing: cards of ours bear no expiry, the shop's form may. */
function isExpiry(field: string): boolean {
  return /^(?:[\d./-]{4,10})?$/.test(field);
}
