import { describe, expect, test } from "vitest";
import { packRows, printWidth } from "#renderer/slips/rows.ts";
import { fc } from "#tests/support/fast-check.ts";

const value = (text: string) => ({ text });

describe("the width of a text in print", () => {
  test("a Chinese character is as wide as two Latin ones", () => {
    expect(printWidth("张三")).toBe(4);
    expect(printWidth("Zhang")).toBe(5);
    expect(printWidth("（张）")).toBe(6);
  });
});

describe("the rows of a form", () => {
  test("two short values stand beside each other", () => {
    expect(packRows([value("a"), value("b"), value("c")])).toEqual([
      [value("a"), value("b")],
      [value("c")],
    ]);
  });

  test("a value of 32 places shares its row, one of 33 has it to itself", () => {
    const fits = value("字".repeat(16));
    const isLong = value(`${"字".repeat(16)}.`);

    expect(packRows([value("a"), fits])).toEqual([[value("a"), fits]]);
    expect(packRows([value("a"), isLong, value("b")])).toEqual([
      [value("a")],
      [isLong],
      [value("b")],
    ]);
  });

  // Goal: values stay in their order and none is lost, at most two to a row.
  // Method: draw values of any length and read the rows back.
  test("keep every value in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 50 }).map(value)), (values) => {
        const rows = packRows(values);

        expect(rows.flat()).toEqual(values);
        expect(rows.every((row) => row.length === 1 || row.length === 2)).toBe(true);
      }),
    );
  });
});
