import { describe, expect, test, vi } from "vitest";
import { drawCoordinates } from "#core/password-card/draw.ts";
import { exposure } from "#core/password-card/exposure.ts";
import { coordinatesOf, defaultGrid, type Grid } from "#core/password-card/grid.ts";
import { chanceFrom } from "#tests/support/seeded-chance.ts";

vi.setConfig({ testTimeout: 120_000 });

const grid = (columns: number, rows: number, challengeSize: number): Grid => ({
  ...defaultGrid,
  columns,
  rows,
  challengeSize,
});
const percent = (of: Grid, answered: number) => Math.round(exposure(of, answered) * 1000) / 10;
const parts = (of: Grid, answered: number) => Math.round(exposure(of, answered) * 100) / 100;

describe("what a watcher of answered challenges can answer", () => {
  test.each([
    ["5 × 10 cells, three at a time", grid(5, 10, 3), [1.6, 9.3, 35.3, 59.8, 87.0]],
    ["8 × 10 cells, two at a time", grid(8, 10, 2), [1.3, 4.8, 15.6, 28.1, 51.4]],
    ["8 × 10 cells, three at a time", grid(8, 10, 3), [0.4, 3.0, 14.9, 31.5, 61.7]],
    ["10 × 10 cells, four at a time", grid(10, 10, 4), [0.1, 1.1, 9.4, 24.5, 57.2]],
  ])("O05: grows with 5, 10, 20, 30 and 50 of them on %s", (_name, of, percents) => {
    expect([5, 10, 20, 30, 50].map((answered) => percent(of, answered))).toEqual(percents);
  });

  test.each([
    ["the 11th on 5 × 10 cells, three at a time", grid(5, 10, 3), 11],
    ["the 16th on 8 × 10 cells, two at a time", grid(8, 10, 2), 16],
    ["the 17th on 8 × 10 cells, three at a time", grid(8, 10, 3), 17],
    ["the 21st on 10 × 10 cells, four at a time", grid(10, 10, 4), 21],
  ])("O05: is first more than one in ten after %s", (_name, of, first) => {
    expect(exposure(of, first - 1)).toBeLessThanOrEqual(0.1);
    expect(exposure(of, first)).toBeGreaterThan(0.1);
  });

  test("O05: is as the rules have it for pairs on 80 and on 70 cells", () => {
    const seen = [10, 20, 40, 80];

    expect(seen.map((answered) => parts(grid(8, 10, 2), answered))).toEqual([
      0.05, 0.16, 0.4, 0.75,
    ]);
    expect(seen.map((answered) => parts(grid(7, 10, 2), answered))).toEqual([
      0.06, 0.19, 0.47, 0.81,
    ]);
  });

  test("O05: is nothing before the first, and everything where one shows the whole card", () => {
    expect(exposure(defaultGrid, 0)).toBe(0);
    expect(exposure(grid(2, 2, 4), 0)).toBe(0);
    expect(exposure(grid(2, 2, 4), 1)).toBe(1);
  });

  test("O05: never shrinks, and stays between nothing and everything over a card's whole life", () => {
    const lives = [grid(8, 10, 2), grid(26, 99, 8), grid(2, 2, 3)].map((of) =>
      Array.from({ length: 1001 }, (_, answered) => exposure(of, answered)),
    );

    const shrinks = lives.map((life) => life.filter((now, k) => now < (life[k - 1] ?? 0) - 1e-12));
    expect(shrinks).toEqual([[], [], []]);
    expect(lives.flat().filter((chance) => chance < 0 || chance > 1)).toEqual([]);
    expect(exposure(grid(8, 10, 2), 1000)).toBeGreaterThan(0.999);
  });

  // Goal: the formula is the share of all that can happen.
  // Method: on tiny cards, go through every run of challenges and every next one, and count those
  // whose cells were all in some challenge before. 10^5 runs at most.
  test.each([
    [2, 2, 1, 6],
    [2, 2, 2, 5],
    [2, 2, 3, 6],
    [2, 3, 2, 3],
    [2, 3, 3, 2],
    [3, 2, 4, 3],
  ])(
    "O05: is the share of all runs on %i × %i cells, %i at a time, up to %i of them",
    (...sizes) => {
      const [columns, rows, size, most] = sizes;
      const of = grid(columns, rows, size);
      const counted = Array.from({ length: most + 1 }, (_, answered) => shareOf(of, answered));

      counted.forEach((share, answered) => {
        expect(exposure(of, answered)).toBeCloseTo(share, 12);
      });
    },
  );

  // Goal: the formula says what happens on a card of full size with challenges as they are drawn.
  // Method: 50,000 cards by a fixed seed; five standard deviations are the bound.
  test.each([
    [8, 10, 2, 20],
    [5, 10, 3, 10],
  ])("O05: is what is seen on %i × %i cells, %i at a time, after %i", (...sizes) => {
    const [columns, rows, size, answered] = sizes;
    const of = grid(columns, rows, size);
    const cards = 50_000;
    const seen = watchedIn(of, answered, cards) / cards;

    const expected = exposure(of, answered);
    const deviation = Math.sqrt((expected * (1 - expected)) / cards);
    expect(Math.abs(seen - expected)).toBeLessThan(5 * deviation);
  });
});

/** Every choice of `size` of `cells` cells, each as a number with a bit for each cell. */
function choices(cells: number, size: number): readonly number[] {
  const all = Array.from({ length: 2 ** cells }, (_, bits) => bits);
  return all.filter((bits) => bits.toString(2).replaceAll("0", "").length === size);
}

/** The share of runs of `answered` challenges and a next one after which the next is known. */
function shareOf({ columns, rows, challengeSize }: Grid, answered: number): number {
  const challenges = choices(columns * rows, challengeSize);
  let runs: readonly number[] = [0];
  for (let k = 0; k < answered; k += 1) {
    runs = runs.flatMap((seen) => challenges.map((cells) => seen | cells));
  }
  const known = runs.flatMap((seen) => challenges.filter((next) => (next & ~seen) === 0));
  return known.length / (runs.length * challenges.length);
}

/** On how many of so many cards a watcher of `answered` challenges knows the next one. */
function watchedIn(of: Grid, answered: number, cards: number): number {
  const chance = chanceFrom(Buffer.alloc(16, 7));
  const pool = coordinatesOf(of);
  const draw = () => drawCoordinates(pool, of.challengeSize, chance);
  const isKnown = () => {
    const seen = new Set(Array.from({ length: answered }, draw).flat());
    return draw().every((cell) => seen.has(cell));
  };
  return Array.from({ length: cards }, isKnown).filter(Boolean).length;
}
