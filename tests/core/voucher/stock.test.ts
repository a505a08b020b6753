import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextSerial, piecesLeft, Stock, withoutNext } from "#core/voucher/stock.ts";

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
