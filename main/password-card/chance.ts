import { randomInt } from "node:crypto";

/** Chance from the machine's CSPRNG, without a bias: what a challenge's cells are drawn with (P02). */
export function chance(below: number): number {
  return randomInt(below);
}
