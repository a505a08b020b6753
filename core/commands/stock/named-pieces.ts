import { handOf } from "#core/books/post-stock.ts";
import type { Context } from "#core/commands/command.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { Teller, TellerId } from "#core/teller/teller.ts";
import {
  joined,
  piecesIn,
  type SerialRange,
  type StockHolder,
  type VoucherKind,
} from "#core/voucher/stock.ts";
import { apart, namedTwice } from "#core/voucher/tally.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

/** The most runs that one posting moves: its slip lists every one of them. */
const RUNS_MAX = 200;

/** Pieces as a request names them, each once; neighbours are one run. */
export function named(
  ranges: readonly SerialRange[],
): Result<readonly SerialRange[], VoucherRefusal> {
  const serial = namedTwice(ranges);
  return serial === undefined
    ? accept(joined(ranges))
    : refuse({ code: "voucher.named-twice", serial });
}

/** Named pieces that are all in the hand they are to leave. */
export function namedIn(
  {
    kind,
    holder,
    ranges,
  }: {
    readonly kind: VoucherKind;
    readonly holder: StockHolder;
    readonly ranges: readonly SerialRange[];
  },
  { books }: Context,
): Result<readonly SerialRange[], VoucherRefusal> {
  const once = named(ranges);
  if (!once.ok) return once;
  const [gone] = apart(once.value, handOf(books, kind, holder).ranges);
  return gone ? refuse({ code: "voucher.not-held", ...gone }) : once;
}

/** Whether runs are few enough to be listed on a slip. */
export function listable(
  ranges: readonly SerialRange[],
): Result<readonly SerialRange[], VoucherRefusal> {
  return ranges.length <= RUNS_MAX
    ? accept(ranges)
    : refuse({ code: "voucher.too-scattered", most: RUNS_MAX });
}

/** Whether somebody answers for a hand: one's own box, what the branch keeps, any box as its chief. */
export function mayAnswerFor(
  teller: Teller,
  holder: StockHolder,
): Result<StockHolder, VoucherRefusal> {
  const isShared = holder === "vault" || holder === "voided";
  const isChief = teller.role === "supervisor" || teller.role === "branch-head";
  return isShared || isChief || holder === teller.id
    ? accept(holder)
    : refuse({ code: "voucher.not-yours", holder });
}

/** The colleague whose box takes part: a teller of this branch, and not whoever keys it (V07, D02). */
export function colleague(
  id: TellerId,
  { books, teller }: Context,
): Result<Teller, VoucherRefusal> {
  const other = books.find("teller", id);
  return other &&
    other.id !== teller.id &&
    other.branch === teller.branch &&
    other.role === "teller"
    ? accept(other)
    : refuse({ code: "voucher.no-receiver", teller: id });
}

/** The lines of pieces that move: kind, how many, and every run by its numbers (V05). */
export function pieceFacts(kind: VoucherKind, ranges: readonly SerialRange[]): readonly Fact[] {
  const [only, ...others] = ranges;
  const head = [
    termFact("voucher", `voucher.${kind}`),
    textFact("pieces", String(piecesIn(ranges))),
  ];
  if (only && others.length === 0) {
    return [...head, textFact("firstSerial", only.first), textFact("lastSerial", only.last)];
  }
  return [...head, ...ranges.map((range) => runFact("serials", range))];
}

/** One run of pieces in a line: from, to, and how many. */
export function runFact(
  name: "serials" | "missingSerials" | "surplusSerials",
  range: SerialRange,
): Fact {
  const { first, last } = range;
  return textFact(name, first === last ? first : `${first}–${last} (${piecesIn([range])})`);
}

/** Whose hand, in a line. */
export function handFact(name: "stockFrom" | "stockTo" | "stockHolder", holder: StockHolder): Fact {
  const place = PLACES.find((one) => one === holder);
  return place ? termFact(name, `holder.${place}`) : textFact(name, holder);
}

const PLACES = ["vault", "voided", "used", "lost", "shipped", "destroyed"] as const;
