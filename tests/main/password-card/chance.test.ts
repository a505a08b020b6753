import { describe, expect, test, vi } from "vitest";
import { drawCoordinates } from "#core/password-card/draw.ts";
import { cellCount, coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import { chance } from "#main/password-card/chance.ts";
import { countsOf, isUniform } from "./chi-square.ts";

vi.setConfig({ testTimeout: 120_000 });

const CHALLENGES = 500_000;
const pool = coordinatesOf(defaultGrid);
const placeOf = new Map(pool.map((coordinate, index) => [coordinate, index]));

describe("the cells that challenges ask for", () => {
  // Goal: the machine's own chance favours no cell, no pair of cells and no order.
  // Method: chi-square over 10^6 drawn coordinates; wrong about chance once in 10^9 times.
  test("P02: are drawn evenly, and never the same one twice at a time", () => {
    const size = cellCount(defaultGrid);
    const drawn = Array.from({ length: CHALLENGES }, () =>
      drawCoordinates(pool, 2, chance).map((coordinate) => placeOf.get(coordinate) ?? -1),
    );

    const pairs = countsOf(
      size * size,
      drawn.map(([first = 0, second = 0]) => size * first + second),
    );
    const ofOneTwice = pairs.filter((_, pair) => Math.floor(pair / size) === pair % size);
    const ofTwo = pairs.filter((_, pair) => Math.floor(pair / size) !== pair % size);
    expect(ofOneTwice).toEqual(new Array(size).fill(0));
    expect(ofTwo).toHaveLength(80 * 79);
    expect(isUniform(ofTwo)).toBe(true);
    expect(isUniform(countsOf(size, drawn.flat()))).toBe(true);
  });

  test("P02: come from below the number that was asked for, both ends included", () => {
    const drawn = new Set(Array.from({ length: 1000 }, () => chance(3)));

    expect(drawn).toEqual(new Set([0, 1, 2]));
    expect(chance(1)).toBe(0);
  });
});
