import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { type Chance, drawCoordinates } from "#core/password-card/draw.ts";
import { type Coordinate, coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import { type Counts, countsOf, isUniform } from "#tests/main/password-card/chi-square.ts";
import { fc } from "#tests/support/fast-check.ts";
import { chanceFrom } from "#tests/support/seeded-chance.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Two coordinates a challenge: 10^6 of them a seed. */
const CHALLENGES = 500_000;
const CELLS = 80;
const pool = coordinatesOf(defaultGrid);
const placeOf = new Map(pool.map((coordinate, index) => [coordinate, index]));

type Pair = readonly [first: number, second: number];
type Draw = (pool: readonly Coordinate[], size: number, chance: Chance) => readonly Coordinate[];

const placed = (coordinate: Coordinate | undefined) =>
  known(coordinate && placeOf.get(coordinate), "a draw gives cells of its pool");

function pairsBy(draw: Draw, chance: Chance): readonly Pair[] {
  return Array.from({ length: CHALLENGES }, () => {
    const [first, second] = draw(pool, 2, chance);
    return [placed(first), placed(second)] as const;
  });
}

/**
 * What is looked at: the cell asked for first, the one asked for second, and both in order. Each is
 * a draw of its own, so that each has the spread that chi-square is about. A pair of one cell with
 * itself is left out of the count; it is looked for by itself.
 */
function seenIn(pairs: readonly Pair[]): Readonly<Record<string, Counts>> {
  const others = pairs.map(([first, second]) => (CELLS - 1) * first + second - +(second > first));
  return {
    "first cells": countsOf(
      CELLS,
      pairs.map(([first]) => first),
    ),
    "second cells": countsOf(
      CELLS,
      pairs.map(([, second]) => second),
    ),
    "pairs in order": countsOf(CELLS * (CELLS - 1), others),
  };
}

const unevenIn = (pairs: readonly Pair[]) =>
  Object.entries(seenIn(pairs))
    .filter(([, counts]) => !isUniform(counts))
    .map(([name]) => name);

const fresh = randomBytes(16);

// Goal: no cell, no pair of cells and no order of a pair is likelier than another.
// Method: chi-square over 10^6 coordinates a seed. With 79 and with 6319 degrees of freedom the
// bounds leave out less than 2 in 10^9 fair counts, both tails together. Only the fresh seed can
// ever fail by chance, and it has three counts: 3 × 2 / 10^9 = 6 / 10^9, far below one in a million.
describe("the coordinates of challenges", () => {
  test.each([
    ["the seed of zeros", Buffer.alloc(16)],
    ["the seed of 0x5a", Buffer.alloc(16, 0x5a)],
    [`a seed nobody had before, ${fresh.toString("hex")}`, fresh],
  ])("P02: are drawn evenly, single and in pairs, from %s", (_name, seed) => {
    const pairs = pairsBy(drawCoordinates, chanceFrom(seed));

    expect(pairs).toHaveLength(CHALLENGES);
    expect(pairs.filter(([first, second]) => first === second)).toEqual([]);
    expect(unevenIn(pairs)).toEqual([]);
  });

  // The bounds are worth something only if the usual mistakes are outside them.
  test("P02: would be found uneven if a byte's remainder drew them", () => {
    const byte = chanceFrom(Buffer.alloc(16));
    const remainder: Chance = (below) => byte(256) % below;

    expect(unevenIn(pairsBy(drawCoordinates, remainder))).toEqual([
      "first cells",
      "second cells",
      "pairs in order",
    ]);
  });

  test("P02: would be found uneven if they were asked for from the top of the card down", () => {
    const sorted: Draw = (...asked) =>
      [...drawCoordinates(...asked)].sort(
        (one, other) => (placeOf.get(one) ?? 0) - (placeOf.get(other) ?? 0),
      );

    expect(unevenIn(pairsBy(sorted, chanceFrom(Buffer.alloc(16))))).toContain("pairs in order");
  });
});

describe("a draw", () => {
  const letters = coordinatesOf({ ...defaultGrid, columns: 3, rows: 2 });
  /** Chance that says what it is told, and what it was asked. */
  const told = (...answers: readonly number[]) => {
    const asked: number[] = [];
    const chance: Chance = (below) => {
      asked.push(below);
      return answers[asked.length - 1] ?? 0;
    };
    return { chance, asked };
  };

  test("P02: takes each cell out of the pool, so that none is asked for twice", () => {
    const { chance, asked } = told(1, 1, 0);

    expect(drawCoordinates(letters, 3, chance)).toEqual(["B1", "C1", "A1"]);
    expect(asked).toEqual([6, 5, 4]);
    expect(letters).toHaveLength(6);
  });

  test("P02: may ask for the last cell of the pool, and for all of it", () => {
    expect(drawCoordinates(letters, 1, told(5).chance)).toEqual(["C2"]);
    expect(drawCoordinates(letters, 6, told(5, 4, 3, 2, 1, 0).chance)).toEqual(
      [...letters].reverse(),
    );
  });

  // Goal: whatever chance says, a challenge has so many different cells, all of the pool.
  // Method: draw from random parts of a card with random seeds.
  test("4.1: gives as many different coordinates of the pool as are wanted", () => {
    fc.assert(
      fc.property(
        fc.subarray([...pool], { minLength: 1 }),
        fc.nat(79),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (part, more, seed) => {
          const size = 1 + (more % part.length);
          const drawn = drawCoordinates(part, size, chanceFrom(seed));

          expect(new Set(drawn).size).toBe(size);
          expect(drawn.filter((coordinate) => !part.includes(coordinate))).toEqual([]);
        },
      ),
    );
  });
});
