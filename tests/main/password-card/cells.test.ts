import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Coordinate, coordinatesOf, defaultGrid, Grid } from "#core/password-card/grid.ts";
import { Serial } from "#core/voucher/stock.ts";
import { createCells, type PrintedCard } from "#main/password-card/cells.ts";
import { fc } from "#tests/support/fast-check.ts";

/** What Node's comparison was handed, and that it compares as ever. */
const compared = vi.hoisted((): { one: Uint8Array; other: Uint8Array; text: string }[] => []);
vi.mock("node:crypto", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:crypto")>();
  return {
    ...real,
    timingSafeEqual: (one: Uint8Array, other: Uint8Array) => {
      compared.push({ one, other, text: Buffer.from(other).toString("latin1") });
      return real.timingSafeEqual(one, other);
    },
  };
});

/** 00 01 02 … 1f. */
const key = Uint8Array.from({ length: 32 }, (_, index) => index);
const cells = createCells(key);
const at = (text: string) => Coordinate.parse(text);
const challenge = [at("A3"), at("B2")];

/** The card of the source's example: A3 is 136 and B2 is 135. */
const example: PrintedCard = {
  serial: Serial.parse("030000710078"),
  version: 1,
  grid: defaultGrid,
};
const long: PrintedCard = { ...example, grid: { ...defaultGrid, cellDigits: 12 } };

describe("the cells of a card", () => {
  // The vectors were worked out by another program in another language.
  test("P01: are what another program makes of the same key, serial, version and place", () => {
    expect(
      ["A1", "H1", "A3", "B2", "H10"].map((place) => cells.cellAt(example, at(place))),
    ).toEqual(["104", "274", "136", "135", "272"]);
    expect(cells.allOf(example).slice(0, 24)).toBe("104403335811629259766274");
    expect(cells.cellAt(long, at("A3"))).toBe("110791093136");
    const oneDigit = { ...example, grid: { ...defaultGrid, cellDigits: 1 } };
    expect(cells.cellAt(oneDigit, at("A3"))).toBe("6");
    const largest = { ...long, grid: { ...long.grid, columns: 26, rows: 99 } };
    expect(cells.cellAt(largest, at("Z99"))).toBe("295679595955");
  });

  // The first 48 bits lie above the last whole multiple of 10^12: their remainder is 152268364687.
  test("P01: are never the remainder of a candidate that would favour low values", () => {
    const card = { ...long, serial: Serial.parse("030000000698") };

    expect(cells.cellAt(card, at("A1"))).toBe("220966842567");
  });

  test("P01: differ by serial, by version, by place and by key", () => {
    const next = Serial.parse("030000710079");
    const whole = cells.allOf(long);
    const others = [
      cells.allOf({ ...long, serial: next }),
      cells.allOf({ ...long, version: 2 }),
      createCells(new Uint8Array(32)).allOf(long),
    ];

    const all = [whole, ...others].flatMap((text) => text.match(/.{12}/g) ?? []);

    expect(all).toHaveLength(4 * 80);
    expect(new Set(all).size).toBe(4 * 80);
  });

  test("P01: of one serial never read as those of another whose version makes up for it", () => {
    const serial = Serial.parse("030000000001");

    expect(cells.allOf({ ...long, serial, version: 11 })).not.toBe(
      cells.allOf({ ...long, serial, version: 1 }),
    );
  });

  // Goal: a card of any layout has as many cells as it says, each of as many digits.
  // Method: draw layouts from the smallest to the largest, and compare the whole with its parts.
  test("P01: joined row by row are each cell in its place, whatever the layout", () => {
    const grids = fc
      .record({
        columns: fc.integer({ min: 2, max: 26 }),
        rows: fc.integer({ min: 2, max: 99 }),
        cellDigits: fc.integer({ min: 1, max: 12 }),
        challengeSize: fc.constant(2),
      })
      .map((grid) => Grid.parse(grid));
    fc.assert(
      fc.property(grids, (grid) => {
        const card = { ...example, grid };
        const single = coordinatesOf(grid).map((place) => cells.cellAt(card, place));

        expect(cells.allOf(card)).toBe(single.join(""));
        expect(single.every((cell) => new RegExp(`^\\d{${grid.cellDigits}}$`).test(cell))).toBe(
          true,
        );
      }),
      { numRuns: 25 },
    );
  });

  test("P01: are asked for only where the card has some", () => {
    expect(() => cells.cellAt(example, at("I1"))).toThrow("Invariant broken");
    expect(() => cells.cellAt(example, at("A11"))).toThrow("Invariant broken");
    expect(() => cells.isRight(example, [at("A3"), at("I1")], "136000")).toThrow(
      "Invariant broken",
    );
    expect(() => cells.isRight(example, [], "")).toThrow("Invariant broken");
  });

  test("P01: hang on the card's own key, which hangs on the vault's", () => {
    const cardKey = createHmac("sha256", key).update("card|030000710078|1").digest();
    const hash = createHmac("sha256", cardKey).update("030000710078|1|A3|0").digest();

    expect(cells.cellAt(example, at("A3"))).toBe(String(hash.readUIntBE(0, 6) % 1000));
  });
});

describe("an answer (P04)", () => {
  beforeEach(() => {
    compared.length = 0;
  });

  test("P04: to A3 and B2 is 136135", () => {
    expect(cells.isRight(example, challenge, "136135")).toBe(true);
  });

  test.each([
    "136 135",
    "135136",
    "136134",
    "036135",
    "13613",
    "1361350",
    "136135 ",
    " 136135",
    "136135\0",
    "１３６１３５",
    "",
    "\0\0\0\0\0\0",
    "136135".padEnd(300, "\0"),
    "136135".repeat(50),
  ])("P04: to A3 and B2 is not %j", (answer) => {
    expect(cells.isRight(example, challenge, answer)).toBe(false);
  });

  test("P04: in another order is another challenge's", () => {
    expect(cells.isRight(example, [at("B2"), at("A3")], "135136")).toBe(true);
    expect(cells.isRight(example, [at("B2"), at("A3")], "136135")).toBe(false);
  });

  // Goal: whatever is answered, only the very digits are right.
  // Method: draw challenges of every size and answers near and far from the right one.
  test("P04: is right where it is the cells joined, and nowhere else", () => {
    const places = fc.uniqueArray(fc.constantFrom(...coordinatesOf(defaultGrid)), {
      minLength: 1,
      maxLength: 8,
    });
    const answers = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 0 }).map(String),
    );
    fc.assert(
      fc.property(places, answers, fc.nat(23), (coordinates, answer, place) => {
        const right = coordinates.map((one) => cells.cellAt(long, one)).join("");
        const spot = place % right.length;
        const digit = (Number(right[spot]) + 1) % 10;
        const near = `${right.slice(0, spot)}${digit}${right.slice(spot + 1)}`;

        expect(cells.isRight(long, coordinates, right)).toBe(true);
        expect(cells.isRight(long, coordinates, near)).toBe(false);
        expect(cells.isRight(long, coordinates, answer)).toBe(false);
      }),
    );
  });

  test("4.1: is compared in constant time, over as many bytes whatever was typed", () => {
    for (const answer of ["136135", "936135", "1", "136135".repeat(50)]) {
      cells.isRight(example, challenge, answer);
    }
    cells.isRight(long, coordinatesOf(defaultGrid).slice(0, 8), "1".repeat(96));

    expect(compared).toHaveLength(5);
    const lengths = compared.flatMap(({ one, other }) => [one.byteLength, other.byteLength]);
    expect(new Set(lengths)).toEqual(new Set([128]));
    expect(compared[0]?.text).toMatch(/^136135/);
  });

  test("is wiped from memory with what it was compared with", () => {
    cells.isRight(example, challenge, "136135");

    const [{ one, other } = { one: key, other: key }] = compared;
    expect([...one, ...other].every((byte) => byte === 0)).toBe(true);
  });
});
