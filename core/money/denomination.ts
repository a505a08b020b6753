import { z } from "zod";
import { type Fen, fen } from "#core/money/fen.ts";

/**
 * 券别: the notes and coins of the RMB in circulation, from the highest down.
 *
 * The fifth series has notes of 100, 50, 20, 10, 5 and 1 yuan and coins of 1 yuan, 5 and 1 jiao. Of
 * the fourth, notes of 5 and 1 jiao circulate on; its 2 yuan and 2 jiao notes stopped on 2018-05-01
 * (PBoC notice 2018 no. 6), so they are exchanged and never lie in a box. The fen coins were never
 * called in, and without them a box that took in one fen could not be counted out.
 */
export const Denomination = z.enum([
  "note-10000",
  "note-5000",
  "note-2000",
  "note-1000",
  "note-500",
  "note-100",
  "coin-100",
  "note-50",
  "coin-50",
  "note-10",
  "coin-10",
  "coin-5",
  "coin-2",
  "coin-1",
]);
export type Denomination = z.infer<typeof Denomination>;

/** So many pieces of one denomination are counted at most: ten thousand bundles. */
export const PIECES_MAX = 1_000_000;

/** Pieces in a bundle (把). */
export const BUNDLE = 100;

/** 券别明细: how many pieces of each denomination were counted; what is not named is none. */
export const CashCount = z.partialRecord(Denomination, z.int().min(0).max(PIECES_MAX)).readonly();
export type CashCount = z.infer<typeof CashCount>;

/** What one piece is worth, in fen. */
export function faceOf(denomination: Denomination): Fen {
  return fen(Number(denomination.slice("note-".length)));
}

/** What was counted altogether, in fen. */
export function countedSum(count: CashCount): Fen {
  return fen(piecesOf(count).reduce((sum, { worth }) => sum + worth, 0));
}

/** A denomination that is there, with its pieces and what they are worth in fen. */
export interface Pieces {
  readonly denomination: Denomination;
  readonly pieces: number;
  readonly worth: Fen;
}

/** The denominations of which there is any, from the highest down. */
export function piecesOf(count: CashCount): readonly Pieces[] {
  return Denomination.options.flatMap((denomination) => {
    const pieces = count[denomination] ?? 0;
    return pieces === 0
      ? []
      : [{ denomination, pieces, worth: fen(pieces * faceOf(denomination)) }];
  });
}
