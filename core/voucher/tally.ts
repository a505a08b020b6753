import { assert } from "#core/kernel/assert.ts";
import {
  holdsAll,
  joined,
  Serial,
  type SerialRange,
  serialAfter,
  without,
} from "#core/voucher/stock.ts";

/**
 * Runs of pieces added up and taken off, piece by piece: one that came twice is there twice, in two
 * ranges. What the columns of a day are reckoned with (V05).
 */
export function tally(
  added: readonly SerialRange[],
  taken: readonly SerialRange[] = [],
): readonly SerialRange[] {
  const sums: SerialRange[] = [];
  const begun: number[] = [];
  for (const { at, change } of turns(added, taken)) {
    for (let more = change; more > 0; more -= 1) begun.push(at);
    for (let less = change; less < 0; less += 1) {
      const first = begun.pop();
      assert(first !== undefined, "only what was added up is taken off");
      sums.push({ first: serialOf(first), last: serialOf(at - 1) });
    }
  }
  return sums.sort(byFirst);
}

/** The numbers at which more or fewer runs lie over each other than at the one before. */
function turns(added: readonly SerialRange[], taken: readonly SerialRange[]) {
  const changes = new Map<number, number>();
  const turn = (at: number, change: number) => changes.set(at, (changes.get(at) ?? 0) + change);
  for (const { first, last } of added) {
    turn(Number(first), 1);
    turn(Number(last) + 1, -1);
  }
  for (const { first, last } of taken) {
    turn(Number(first), -1);
    turn(Number(last) + 1, 1);
  }
  return [...changes]
    .map(([at, change]) => ({ at, change }))
    .sort((one, other) => one.at - other.at);
}

const serialOf = (number: number): Serial => serialAfter(LOWEST, number);
const LOWEST = Serial.parse("000000000000");

function byFirst(one: SerialRange, other: SerialRange): number {
  if (one.first === other.first) return one.last < other.last ? 1 : -1;
  return one.first < other.first ? -1 : 1;
}

/** All pieces of some runs, each once, however often it is in them. */
export function merged(ranges: readonly SerialRange[]): readonly SerialRange[] {
  const whole: SerialRange[] = [];
  for (const range of [...ranges].sort(byFirst)) {
    const before = whole.at(-1);
    if (before && Number(range.first) <= Number(before.last) + 1) {
      const last = serialOf(Math.max(Number(range.last), Number(before.last)));
      whole[whole.length - 1] = { first: before.first, last };
    } else {
      whole.push(range);
    }
  }
  return whole;
}

/** The pieces that two sets of ranges share. */
export function shared(
  ranges: readonly SerialRange[],
  others: readonly SerialRange[],
): readonly SerialRange[] {
  return joined(
    ranges.flatMap((one) =>
      others.flatMap((other) => {
        const first = Math.max(Number(one.first), Number(other.first));
        const last = Math.min(Number(one.last), Number(other.last));
        return first <= last ? [{ first: serialOf(first), last: serialOf(last) }] : [];
      }),
    ),
  );
}

/** The pieces of some ranges that are not among others. */
export function apart(
  ranges: readonly SerialRange[],
  others: readonly SerialRange[],
): readonly SerialRange[] {
  return without(ranges, shared(ranges, others));
}

/** The lowest piece that is named twice, where one is. */
export function namedTwice(ranges: readonly SerialRange[]): Serial | undefined {
  const ascending = [...ranges].sort(byFirst);
  return ascending.find(({ first }, index) => first <= (ascending[index - 1]?.last ?? ""))?.first;
}

/** Whether two sets of ranges hold the very same pieces. */
export function areSame(one: readonly SerialRange[], other: readonly SerialRange[]): boolean {
  return holdsAll(one, other) && holdsAll(other, one);
}
