import { describe, expect, test } from "vitest";
import {
  holdsAll,
  joined,
  lowestOf,
  nextSerial,
  piecesIn,
  piecesLeft,
  Serial,
  SerialRange,
  Stock,
  serialAfter,
  without,
  withoutNext,
} from "#core/voucher/stock.ts";
import { fc } from "#tests/support/fast-check.ts";

const box = (...ranges: readonly (readonly [first: string, last: string])[]) =>
  Stock.parse({
    id: "card:0001",
    kind: "card",
    holder: "0001",
    ranges: ranges.map(([first, last]) => ({ first, last })),
  });

describe("a box of blank pieces", () => {
  test("V02: gives its lowest serial and no other", () => {
    const two = box(["020000000009", "020000000010"], ["020000000100", "020000000100"]);

    expect(nextSerial(two, "card")).toEqual({ ok: true, value: "020000000009" });
    expect(withoutNext(two).ranges[0]?.first).toBe("020000000010");
    expect(withoutNext(withoutNext(two)).ranges).toEqual([
      { first: "020000000100", last: "020000000100" },
    ]);
  });

  test("V02: gives nothing once the last piece is out, or where there is no box", () => {
    const last = withoutNext(box(["020000000100", "020000000100"]));
    const refusal = { ok: false, refusal: { code: "voucher.box-empty", kind: "card" } };

    expect(nextSerial(last, "card")).toEqual(refusal);
    expect(nextSerial(undefined, "card")).toEqual(refusal);
    expect(withoutNext(last)).toEqual(last);
  });

  test("V05: is counted by its ranges", () => {
    expect(
      piecesLeft(box(["020000000001", "020000000040"], ["020000000100", "020000000100"])),
    ).toBe(41);
    expect(piecesLeft(undefined)).toBe(0);
  });

  test("V02: lists its ranges from the lowest up, apart from each other", () => {
    expect(() => box(["020000000002", "020000000001"])).toThrow();
    expect(() => box(["020000000005", "020000000009"], ["020000000001", "020000000002"])).toThrow();
    expect(() => box(["020000000001", "020000000005"], ["020000000005", "020000000009"])).toThrow();
    expect(
      piecesLeft(box(["020000000001", "020000000005"], ["020000000006", "020000000009"])),
    ).toBe(9);
  });

  // Goal: whatever the ranges, the pieces come out ascending, each once, and exactly all of them.
  // Method: build random ascending ranges, take piece after piece until the box is empty.
  test("V02: gives all its pieces, in order, each once", () => {
    const gapsAndLengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(4)), {
      maxLength: 5,
    });
    const serial = (number: number) => String(number).padStart(12, "0");
    fc.assert(
      fc.property(gapsAndLengths, (parts) => {
        let free = 0;
        const ranges = parts.map(([gap, length]) => {
          const first = free + gap;
          free = first + length + 1;
          return [serial(first), serial(first + length)] as const;
        });
        let stock = box(...ranges);
        const taken: string[] = [];
        for (let next = nextSerial(stock, "card"); next.ok; next = nextSerial(stock, "card")) {
          taken.push(next.value);
          stock = withoutNext(stock);
        }

        expect(taken).toEqual([...new Set(taken)].sort());
        expect(taken).toHaveLength(piecesLeft(box(...ranges)));
      }),
    );
  });
});

const range = (first: string, last: string) => SerialRange.parse({ first, last });
const serialOf = (number: number) => String(number).padStart(12, "0");

/** Random ranges that ascend and may be neighbours, as gap before and further pieces of each. */
const anyRanges = fc
  .array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 12 })
  .map((parts): readonly SerialRange[] => {
    let free = 1;
    return parts.map(([gap, more]) => {
      const first = free + gap;
      free = first + more + 1;
      return range(serialOf(first), serialOf(first + more));
    });
  });

/** Every piece of some ranges, in their order. */
const laidOut = (ranges: readonly SerialRange[]) =>
  ranges.flatMap(({ first, last }) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
      serialOf(Number(first) + index),
    ),
  );

describe("ranges of pieces", () => {
  test("V05: have as many pieces as serials from first to last", () => {
    expect(piecesIn([])).toBe(0);
    expect(piecesIn([range("030000000007", "030000000007")])).toBe(1);
    expect(
      piecesIn([range("030000000001", "030000000040"), range("030000000100", "030000000101")]),
    ).toBe(42);
  });

  test("V02: go on with the serial so many pieces further, of twelve digits as well", () => {
    const serial = Serial.parse("000000000099");

    expect(serialAfter(serial, 1)).toBe("000000000100");
    expect(serialAfter(serial, 0)).toBe("000000000099");
    expect(serialAfter(serial, -99)).toBe("000000000000");
    expect(serialAfter(Serial.parse("999999999998"), 1)).toBe("999999999999");
    expect(() => serialAfter(Serial.parse("999999999999"), 1)).toThrow();
  });

  test("V07: give their lowest pieces, and cut a range where it must be", () => {
    const ranges = [
      range("030000000001", "030000000003"),
      range("030000000010", "030000000012"),
      range("030000000020", "030000000029"),
    ];

    expect(lowestOf(ranges, 5)).toEqual({
      taken: [range("030000000001", "030000000003"), range("030000000010", "030000000011")],
      left: [range("030000000012", "030000000012"), range("030000000020", "030000000029")],
    });
    expect(lowestOf(ranges, 3)).toEqual({ taken: ranges.slice(0, 1), left: ranges.slice(1) });
    expect(lowestOf(ranges, 0)).toEqual({ taken: [], left: ranges });
    expect(lowestOf(ranges, 16)).toEqual({ taken: ranges, left: [] });
  });

  test("V05: put together are one where they adjoin, and apart where a piece is missing", () => {
    expect(
      joined([range("030000000005", "030000000009"), range("030000000001", "030000000004")]),
    ).toEqual([range("030000000001", "030000000009")]);
    expect(
      joined([range("030000000006", "030000000009"), range("030000000001", "030000000004")]),
    ).toEqual([range("030000000001", "030000000004"), range("030000000006", "030000000009")]);
    expect(joined([])).toEqual([]);
    expect(joined([range("999999999998", "999999999999")])).toHaveLength(1);
  });

  test("V05: cannot be put together where one piece would be in two of them", () => {
    const ours = range("030000000005", "030000000009");
    const both = (first: string, last: string) => () => joined([ours, range(first, last)]);

    expect(both("030000000010", "030000000010")).not.toThrow();
    expect(both("030000000009", "030000000010")).toThrow("no piece is in two ranges");
    expect(both("030000000004", "030000000004")).not.toThrow();
    expect(both("030000000001", "030000000005")).toThrow("no piece is in two ranges");
    expect(both("030000000006", "030000000006")).toThrow("no piece is in two ranges");
    expect(both("030000000005", "030000000009")).toThrow("no piece is in two ranges");
  });

  // Goal: no piece is made, lost or in two hands when some go from one to another.
  // Method: take random numbers of pieces from random ranges, lay both hands out, and compare.
  test("V05: lose and gain no piece by an allotment, whose pieces are the lowest", () => {
    fc.assert(
      fc.property(anyRanges, fc.nat(60), (ranges, wish) => {
        const all = laidOut(ranges);
        const count = Math.min(wish, all.length);
        const { taken, left } = lowestOf(ranges, count);

        expect(laidOut(taken)).toEqual(all.slice(0, count));
        expect(laidOut(left)).toEqual(all.slice(count));
        expect(piecesIn(taken)).toBe(count);
        expect(piecesIn(taken) + piecesIn(left)).toBe(piecesIn(ranges));
      }),
    );
  });

  // Goal: ranges put together have the same pieces, ascending, and are as few as can be.
  // Method: shuffle random ranges, join them, lay them out; no gap may be empty.
  test("V05: keep all their pieces, ascending and never overlapping, when put together", () => {
    const shuffled = anyRanges.chain((ranges) =>
      fc.shuffledSubarray([...ranges], { minLength: ranges.length }),
    );
    fc.assert(
      fc.property(shuffled, (ranges) => {
        const whole = joined(ranges);

        expect(laidOut(whole)).toEqual(laidOut(ranges).sort());
        expect(box(...whole.map(({ first, last }) => [first, last] as const)).ranges).toEqual(
          whole,
        );
        const touching = whole.filter(({ first }, index) => {
          const before = whole[index - 1];
          return before !== undefined && Number(before.last) + 1 >= Number(first);
        });
        expect(touching).toEqual([]);
      }),
    );
  });

  test("V07: are held as a whole or not, over the joins between them, to the piece", () => {
    const held = box(["020000000001", "020000000005"], ["020000000006", "020000000009"]).ranges;
    const wanted = (first: string, last: string) => box([first, last]).ranges;

    expect(holdsAll(held, wanted("020000000004", "020000000007"))).toBe(true);
    expect(holdsAll(held, wanted("020000000001", "020000000009"))).toBe(true);
    expect(holdsAll(held, wanted("020000000009", "020000000010"))).toBe(false);
    expect(holdsAll([], wanted("020000000001", "020000000001"))).toBe(false);
  });

  test("V07: lose the pieces that go back and no other, from either end and the middle", () => {
    const { ranges } = box(["020000000001", "020000000009"]);
    const left = (first: string, last: string) => without(ranges, box([first, last]).ranges);

    expect(left("020000000001", "020000000003")).toEqual(
      box(["020000000004", "020000000009"]).ranges,
    );
    expect(left("020000000009", "020000000009")).toEqual(
      box(["020000000001", "020000000008"]).ranges,
    );
    expect(left("020000000004", "020000000006")).toEqual(
      box(["020000000001", "020000000003"], ["020000000007", "020000000009"]).ranges,
    );
    expect(left("020000000001", "020000000009")).toEqual([]);
    expect(() => left("020000000009", "020000000010")).toThrow("pieces that are there");
  });
});
