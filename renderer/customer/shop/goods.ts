import { type Fen, fen } from "#core/money/fen.ts";

/** Something the invented shop sells. */
export interface Goods {
  readonly id: "novel" | "dictionary" | "encyclopaedia";
  readonly price: Fen;
}

/**
 * What is on the shelf, priced so that a presenter can show each limit: within what a login password
 * alone may pay, within what a card may, and beyond that (P38).
 */
export const goods: readonly Goods[] = [
  { id: "novel", price: fen(58_00) },
  { id: "dictionary", price: fen(468_00) },
  { id: "encyclopaedia", price: fen(1_280_00) },
];
