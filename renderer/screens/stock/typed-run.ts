import type { z } from "zod";
import { piecesIn, SerialRange } from "#core/voucher/stock.ts";

type Range = z.input<typeof SerialRange>;

/** A run of pieces as it is typed: where it begins, and how many or where it ends. */
export interface TypedRun {
  readonly first: string;
  readonly count: string;
  readonly last: string;
}

export const emptyRun: TypedRun = { first: "", count: "", last: "" };

/** What a row holds so far. */
export type ReadRun =
  | { readonly status: "empty" | "incomplete" }
  | { readonly status: "read"; readonly range: Range };

/** Reads a row: nothing, something that is no run yet, or a run. */
export function readRun({ first, last }: TypedRun): ReadRun {
  if (first === "" && last === "") return { status: "empty" };
  const range = SerialRange.safeParse({ first, last });
  return range.success ? { status: "read", range: { first, last } } : { status: "incomplete" };
}

/** A run as it would have been typed. */
export function typedOf({ first, last }: Range): TypedRun {
  return withLast({ first, count: "", last: "" }, last);
}

/** Another beginning: the run keeps its length, where it has one. */
export function withFirst(run: TypedRun, first: string): TypedRun {
  const digits = digitsOf(first);
  return run.count === ""
    ? { ...run, first: digits }
    : withCount({ ...run, first: digits }, run.count);
}

/** First number and count: the last number follows. */
export function withCount(run: TypedRun, count: string): TypedRun {
  const typed = digitsOf(count).slice(0, 7);
  const last = Number(run.first) + Number(typed) - 1;
  const isRun = isSerial(run.first) && Number(typed) > 0 && last <= HIGHEST;
  return { ...run, count: typed, last: isRun ? String(last).padStart(SERIAL_DIGITS, "0") : "" };
}

/** First number and last: the count follows. */
export function withLast(run: TypedRun, last: string): TypedRun {
  const typed = { ...run, last: digitsOf(last) };
  const read = readRun(typed);
  const pieces = read.status === "read" ? piecesIn([SerialRange.parse(read.range)]) : undefined;
  return { ...typed, count: pieces === undefined ? "" : String(pieces) };
}

/** What all rows say together; undefined while one of them is no run yet. */
export function rangesOf(runs: readonly TypedRun[]): readonly Range[] | undefined {
  const read = runs.map(readRun);
  if (read.some(({ status }) => status === "incomplete")) return undefined;
  return read.flatMap((row) => (row.status === "read" ? [row.range] : []));
}

/** How many pieces the rows that are runs have together. */
export function piecesTyped(runs: readonly TypedRun[]): number {
  const ranges = runs.map(readRun).flatMap((row) => (row.status === "read" ? [row.range] : []));
  return piecesIn(ranges.map((range) => SerialRange.parse(range)));
}

const SERIAL_DIGITS = 12;
const HIGHEST = 999_999_999_999;

const isSerial = (text: string) => text.length === SERIAL_DIGITS;
const digitsOf = (text: string) => text.replace(/\D/g, "").slice(0, SERIAL_DIGITS);
