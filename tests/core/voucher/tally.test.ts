import { describe, expect, test } from "vitest";
import { SerialRange } from "#core/voucher/stock.ts";
import { apart, areSame, merged, namedTwice, shared, tally } from "#core/voucher/tally.ts";
import { fc } from "#tests/support/fast-check.ts";

const run = (first: number, last = first) =>
  SerialRange.parse({
    first: String(first).padStart(12, "0"),
    last: String(last).padStart(12, "0"),
  });

/** Random runs among few numbers, so that they overlap and adjoin often. */
const anyRuns = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(6)), { maxLength: 8 })
  .map((parts) => parts.map(([first, more]) => run(first, first + more)));

/** Every number of some runs, as often as it is in them, ascending. */
const numbers = (ranges: readonly SerialRange[]) =>
  ranges
    .flatMap(({ first, last }) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at),
    )
    .sort((one, other) => one - other);

describe("columns of a day", () => {
  test("V05: neighbours are one run; what came twice is there twice", () => {
    expect(tally([run(1, 5), run(6, 9)])).toEqual([run(1, 9)]);
    expect(tally([run(1, 9), run(4, 5)])).toEqual([run(1, 9), run(4, 5)]);
    expect(tally([run(1, 9), run(4, 5)], [run(4, 5)])).toEqual([run(1, 9)]);
    expect(tally([run(1, 9)], [run(4, 5)])).toEqual([run(1, 3), run(6, 9)]);
  });

  test("V05: nothing is taken off that was not added", () => {
    expect(() => tally([run(1, 5)], [run(5, 6)])).toThrow("only what was added up is taken off");
    expect(tally([run(1, 5)], [run(5)])).toEqual([run(1, 4)]);
  });

  test("V05: reach to the highest number there is", () => {
    const highest = run(999_999_999_998, 999_999_999_999);

    expect(tally([highest])).toEqual([highest]);
    expect(merged([highest, highest])).toEqual([highest]);
  });

  // Goal: runs are reckoned as single pieces would be. Method: random runs, laid out number by number.
  test("V05: count every piece as often as it came, whatever the order", () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, (one, other) => {
        expect(numbers(tally([...one, ...other]))).toEqual(numbers([...one, ...other]));
        expect(tally([...one, ...other])).toEqual(tally([...other, ...one]));
        expect(tally([...one, ...other], other)).toEqual(tally(one));
      }),
    );
  });
});

describe("sets of pieces", () => {
  // Goal: as above, for what two sets share and what only one has.
  test("V05: what is shared and what is apart make the whole", () => {
    fc.assert(
      fc.property(anyRuns, anyRuns, (left, right) => {
        const [one, other] = [merged(left), merged(right)];
        const ours = new Set(numbers(one));
        const theirs = new Set(numbers(other));

        expect(numbers(shared(one, other))).toEqual([...ours].filter((each) => theirs.has(each)));
        expect(numbers(apart(one, other))).toEqual([...ours].filter((each) => !theirs.has(each)));
        expect(areSame(one, other)).toBe(String([...ours]) === String([...theirs]));
      }),
    );
  });

  test("V05: a piece that is named twice is found, and neighbours are not", () => {
    expect(namedTwice([run(1, 5), run(6, 9)])).toBeUndefined();
    expect(namedTwice([run(6, 9), run(1, 6)])).toBe(run(6).first);
    expect(namedTwice([run(1, 9), run(3)])).toBe(run(3).first);
    expect(namedTwice([])).toBeUndefined();
  });
});
