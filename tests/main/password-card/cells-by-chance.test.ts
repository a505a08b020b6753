import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { defaultGrid } from "#core/password-card/grid.ts";
import { Serial } from "#core/voucher/stock.ts";
import { createCells } from "#main/password-card/cells.ts";
import { type Counts, countsOf, isUniform } from "./chi-square.ts";

vi.setConfig({ testTimeout: 120_000 });

/** 12,500 cards of 80 cells are 10^6 cells. */
const CARDS = 12_500;
const CELLS = CARDS * 80;
const grid = defaultGrid;

const fixedKey = (byte: number) => new Uint8Array(32).fill(byte);

/** Every cell of a run of cards under `key`, one after another. */
function valuesUnder(key: Uint8Array): readonly number[] {
  const cells = createCells(key);
  return Array.from({ length: CARDS }, (_, index) => {
    const serial = Serial.parse(String(30_000_000_001 + index).padStart(12, "0"));
    const whole = cells.allOf({ serial, version: 1, grid });
    return Array.from({ length: 80 }, (_none, cell) => Number(whole.slice(3 * cell, 3 * cell + 3)));
  }).flat();
}

/** What is looked at: whole values, the digits of each place, and neighbours side by side. */
function seenIn(values: readonly number[]): Readonly<Record<string, Counts>> {
  const lastDigit = (value: number | undefined) => (value ?? 0) % 10;
  return {
    "whole values": countsOf(1000, values),
    "first digits": countsOf(
      10,
      values.map((value) => Math.floor(value / 100)),
    ),
    "second digits": countsOf(
      10,
      values.map((value) => Math.floor(value / 10) % 10),
    ),
    "last digits": countsOf(10, values.map(lastDigit)),
    "last digits of neighbours": countsOf(
      100,
      values.slice(1).map((value, index) => 10 * lastDigit(values[index]) + lastDigit(value)),
    ),
  };
}

// Goal: no value and no digit of a cell is likelier than another.
// Method: chi-square over 10^6 cells a key; the bounds are wrong about chance once in 10^9 times.
describe("what stands on cards", () => {
  test.each([
    ["a key of ones", fixedKey(1)],
    ["a key of 0xa5", fixedKey(0xa5)],
    ["a key nobody had before", new Uint8Array(randomBytes(32))],
  ])("P01: is spread evenly under %s", (_name, key) => {
    const values = valuesUnder(key);
    const uneven = Object.entries(seenIn(values)).filter(([, counts]) => !isUniform(counts));

    expect(values).toHaveLength(CELLS);
    expect(uneven).toEqual([]);
  });

  // The bounds are worth something only if the usual mistake is outside them.
  test("P01: would be found to be uneven if it were the remainder of a byte", () => {
    const hashes = Array.from({ length: CELLS / 32 }, (_, index) => [
      ...createHmac("sha256", fixedKey(1)).update(String(index)).digest(),
    ]).flat();
    const remainders = countsOf(
      10,
      hashes.map((byte) => byte % 10),
    );

    expect(hashes).toHaveLength(CELLS);
    expect(isUniform(remainders)).toBe(false);
  });

  test("P01: would be found to be too even to be chance if it went round", () => {
    const inTurn = Array.from({ length: CELLS }, (_, index) => index % 1000);

    expect(isUniform(countsOf(1000, inTurn))).toBe(false);
  });
});
