import type { CardSheetView } from "#core/contract/bank-view.ts";

// Lengths are tenths of a millimetre, as the drawing's own units.

/** An ID-1 card, 85.6 by 54 mm (ISO/IEC 7810). */
export const CARD_WIDTH = 856;
export const CARD_HEIGHT = 540;

const LEFT = 62;
const RIGHT = 26;
const TOP = 106;
const BOTTOM = 26;
const GAP = 4;
/** A digit's width against its height, in the fonts that may be there. */
const DIGIT_RATIO = 0.62;

/** Where one cell stands on the back of a card. */
export interface PlacedCell {
  readonly coordinate: string;
  readonly digits: string;
  readonly x: number;
  readonly y: number;
}

/** The back of a card: its cells, its headings, and how large a cell and its figures are. */
export interface CardLayout {
  readonly cells: readonly PlacedCell[];
  readonly columns: readonly { readonly letter: string; readonly x: number }[];
  readonly rows: readonly { readonly number: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
  readonly figures: number;
}

/** The letter of a column: 0 is A. */
export function columnLetter(column: number): string {
  return String.fromCharCode(65 + column);
}

/** Fits a card's cells to the back of an ID-1 card, however many there are. */
export function cardLayout({ columns, rows, cells }: CardSheetView): CardLayout {
  const pitchX = (CARD_WIDTH - LEFT - RIGHT) / columns;
  const pitchY = (CARD_HEIGHT - TOP - BOTTOM) / rows;
  const width = pitchX - GAP;
  const height = pitchY - GAP;
  const digits = cells[0]?.length ?? 1;
  return {
    cells: cells.map((text, index) => {
      const column = index % columns;
      const row = Math.floor(index / columns);
      return {
        coordinate: `${columnLetter(column)}${row + 1}`,
        digits: text,
        x: LEFT + column * pitchX,
        y: TOP + row * pitchY,
      };
    }),
    columns: Array.from({ length: columns }, (_, column) => ({
      letter: columnLetter(column),
      x: LEFT + column * pitchX + width / 2,
    })),
    rows: Array.from({ length: rows }, (_, row) => ({
      number: row + 1,
      y: TOP + row * pitchY + height / 2,
    })),
    width,
    height,
    figures: Math.min(height * 0.84, (width * 0.92) / (digits * DIGIT_RATIO)),
  };
}

/** A digit of 28 points with its share of the space around, in mm; and what a sheet of A4 has room for. */
const LARGE_DIGIT_MM = 5.6;
const LARGE_SPACE_MM = 3.2;
const LARGE_ROOM_MM = 168;

/**
 * The columns of a card in blocks, each narrow enough for figures of 28 points on A4: nobody has to
 * fold, and no block is without its row numbers.
 */
export function columnBlocks({ columns, cells }: CardSheetView): readonly (readonly number[])[] {
  const widthMm = (cells[0]?.length ?? 1) * LARGE_DIGIT_MM + LARGE_SPACE_MM;
  const most = Math.max(1, Math.floor(LARGE_ROOM_MM / widthMm));
  const count = Math.ceil(columns / most);
  return Array.from({ length: count }, (_, block) =>
    Array.from(
      { length: Math.min(most, columns - block * most) },
      (_none, at) => block * most + at,
    ),
  );
}
