import { describe, expect, test } from "vitest";
import { CARD_HEIGHT, CARD_WIDTH, cardLayout, columnBlocks } from "#renderer/card-sheet/layout.ts";
import { fc } from "#tests/support/fast-check.ts";
import { countingSheet } from "./counting-sheet.ts";

const sizes = fc.record({
  columns: fc.integer({ min: 2, max: 26 }),
  rows: fc.integer({ min: 2, max: 99 }),
  digits: fc.integer({ min: 4, max: 12 }),
});

describe("the back of a printed card", () => {
  test("P01: has each cell under its letter and beside its number", () => {
    const { cells, columns, rows } = cardLayout(countingSheet());

    expect(columns.map(({ letter }) => letter).join("")).toBe("ABCDEFGH");
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(cells[0]).toMatchObject({ coordinate: "A1", digits: "100" });
    expect(cells[9]).toMatchObject({ coordinate: "B2", digits: "109" });
    expect(cells[79]).toMatchObject({ coordinate: "H10", digits: "179" });
  });

  test("has the proportions of a bank card", () => {
    expect(CARD_WIDTH / CARD_HEIGHT).toBeCloseTo(85.6 / 54, 5);
  });

  // Goal: no layout of the parameters runs over the card's edge or lets its figures touch.
  // Method: draw layouts at random and look at every cell.
  test("keeps every cell on the card and every figure in its cell, whatever the layout", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { cells, width, height, figures } = cardLayout(countingSheet(size));
        for (const { x, y } of cells) {
          expect(x).toBeGreaterThan(0);
          expect(x + width).toBeLessThanOrEqual(CARD_WIDTH);
          expect(y + height).toBeLessThanOrEqual(CARD_HEIGHT);
        }
        expect(figures).toBeLessThan(height);
        expect(figures * 0.6 * size.digits).toBeLessThan(width);
      }),
    );
  });
});

describe("the large print of a card", () => {
  test("has eight columns of three digits on one sheet", () => {
    expect(columnBlocks(countingSheet())).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
  });

  test("goes on to another sheet with the ninth", () => {
    expect(columnBlocks(countingSheet({ columns: 9 }))).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], [8]]);
  });

  // Goal: no column is left out or printed twice.
  // Method: draw layouts at random and join their blocks again.
  test("leaves no column out, whatever the layout", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const blocks = columnBlocks(countingSheet(size));
        expect(blocks.flat()).toEqual(Array.from({ length: size.columns }, (_, at) => at));
      }),
    );
  });
});
