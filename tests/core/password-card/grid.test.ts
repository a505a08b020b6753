import { describe, expect, test } from "vitest";
import {
  answerDigits,
  Coordinate,
  cellCount,
  coordinatesOf,
  defaultGrid,
  Grid,
  isOnGrid,
} from "#core/password-card/grid.ts";

const at = (text: string) => Coordinate.parse(text);
const reads = (text: unknown) => Coordinate.safeParse(text).success;
const isGrid = (over: Partial<Grid>) => Grid.safeParse({ ...defaultGrid, ...over }).success;

describe("a coordinate", () => {
  test("P03: is a column's letter and a row's number", () => {
    expect(["A1", "A3", "B2", "H10", "Z99"].filter(reads)).toHaveLength(5);
  });

  test("P03: is nothing else", () => {
    const others = ["", "A", "3", "A0", "A03", "A100", "a3", "AA3", "3A", "A3 ", "Ａ3", "A３", 3];

    expect(others.filter(reads)).toEqual([]);
  });
});

describe("the layout of a password card", () => {
  test("P01: has eight columns, ten rows, three digits a cell and two cells a challenge", () => {
    expect(Grid.parse(defaultGrid)).toEqual({
      columns: 8,
      rows: 10,
      cellDigits: 3,
      challengeSize: 2,
    });
    expect(cellCount(defaultGrid)).toBe(80);
    expect(answerDigits(defaultGrid)).toBe(6);
  });

  test("P04: makes an answer as long as its cells together", () => {
    expect(answerDigits({ columns: 10, rows: 10, cellDigits: 2, challengeSize: 4 })).toBe(8);
    expect(answerDigits({ columns: 7, rows: 10, cellDigits: 2, challengeSize: 3 })).toBe(6);
  });

  test("P03: lists its coordinates row by row, each once", () => {
    expect(coordinatesOf({ ...defaultGrid, columns: 3, rows: 2 })).toEqual([
      ...["A1", "B1", "C1"],
      ...["A2", "B2", "C2"],
    ]);
    expect(new Set(coordinatesOf(defaultGrid)).size).toBe(80);
    expect(coordinatesOf(defaultGrid).at(-1)).toBe("H10");
  });

  test("P03: tells a coordinate that is on the card from one that is not", () => {
    expect(isOnGrid(at("H10"), defaultGrid)).toBe(true);
    expect(isOnGrid(at("I10"), defaultGrid)).toBe(false);
    expect(isOnGrid(at("H11"), defaultGrid)).toBe(false);
    expect(isOnGrid(at("A1"), defaultGrid)).toBe(true);
  });

  test("P03: and its list of coordinates is what is on it, on the largest card too", () => {
    const largest = { ...defaultGrid, columns: 26, rows: 99 };

    expect(coordinatesOf(largest)).toHaveLength(2574);
    expect(coordinatesOf(largest).filter((place) => !isOnGrid(place, largest))).toEqual([]);
    expect(coordinatesOf(largest).at(-1)).toBe("Z99");
  });

  test("P01: keeps within what can be printed and told apart", () => {
    expect([1, 2, 26, 27].filter((columns) => isGrid({ columns }))).toEqual([2, 26]);
    expect([1, 2, 99, 100].filter((rows) => isGrid({ rows }))).toEqual([2, 99]);
    expect([0, 1, 12, 13].filter((cellDigits) => isGrid({ cellDigits }))).toEqual([1, 12]);
    expect([0, 1, 8, 9].filter((challengeSize) => isGrid({ challengeSize }))).toEqual([1, 8]);
    expect(isGrid({ columns: 2.5 })).toBe(false);
  });

  test("4.1: asks for no more cells at a time than it has, for they are all different", () => {
    expect(isGrid({ columns: 2, rows: 2, challengeSize: 4 })).toBe(true);
    expect(isGrid({ columns: 2, rows: 2, challengeSize: 5 })).toBe(false);
  });
});
