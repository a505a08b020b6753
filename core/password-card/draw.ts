import type { Coordinate } from "#core/password-card/grid.ts";

/** A source of chance: a whole number from 0 to `below` - 1, each as likely as the other. */
export type Chance = (below: number) => number;

/**
 * Draws `size` different coordinates, every order of every choice equally likely (P02).
 *
 * Cells leave the pool as they are drawn, so that a challenge never asks for one twice. The pool
 * holds at least `size` cells; the caller has looked.
 */
export function drawCoordinates(
  pool: readonly Coordinate[],
  size: number,
  chance: Chance,
): readonly Coordinate[] {
  const left = [...pool];
  return Array.from({ length: size }, () => left.splice(chance(left.length), 1)).flat();
}
