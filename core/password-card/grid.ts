import { z } from "zod";

/** Where a cell stands on a card: a column's letter and a row's number, such as B2 (P03). */
export const Coordinate = z
  .string()
  .regex(/^[A-Z](?:[1-9]|[1-9]\d)$/)
  .brand<"Coordinate">();
export type Coordinate = z.infer<typeof Coordinate>;

/**
 * The layout of a 口令卡: how many columns and rows it has, how many digits a cell, and how many
 * cells a challenge asks for (P01, P03). The source states none of the sizes, so they are the
 * bank's to choose; a card keeps the layout it was printed with.
 */
export const Grid = z
  .object({
    columns: z.int().min(2).max(26),
    rows: z.int().min(2).max(99),
    cellDigits: z.int().min(1).max(12),
    challengeSize: z.int().min(1).max(8),
  })
  .readonly()
  .refine(
    ({ columns, rows, challengeSize }) => challengeSize <= columns * rows,
    "a challenge asks for cells that differ",
  );
export type Grid = z.infer<typeof Grid>;

/** Eight columns A to H, ten rows, three digits a cell, two cells a challenge. */
export const defaultGrid: Grid = { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 };

/** How many cells a card of this layout has. */
export function cellCount({ columns, rows }: Grid): number {
  return columns * rows;
}

/** How many digits a right answer has: the cells joined, without a space (P04). */
export function answerDigits({ cellDigits, challengeSize }: Grid): number {
  return cellDigits * challengeSize;
}

/** Every coordinate of the layout, row by row: A1, B1 … H1, A2 … */
export function coordinatesOf({ columns, rows }: Grid): readonly Coordinate[] {
  return Array.from({ length: columns * rows }, (_, at) => {
    const column = String.fromCharCode(65 + (at % columns));
    // Every challenge asks for all of them, and by the bounds of a layout each one is well-formed.
    return `${column}${Math.floor(at / columns) + 1}` as Coordinate;
  });
}

/** Whether a card of this layout has such a cell. */
export function isOnGrid(coordinate: Coordinate, { columns, rows }: Grid): boolean {
  return coordinate.charCodeAt(0) - 65 < columns && Number(coordinate.slice(1)) <= rows;
}
