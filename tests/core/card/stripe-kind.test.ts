import { describe, expect, test } from "vitest";
import { BinTable, findOwnBin } from "#core/card/bin.ts";
import { Pan } from "#core/card/pan.ts";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import bins from "#resources/bin.json";

const table = BinTable.parse(bins);
const stripeOf = (pan: string) => stripeKindOf(findOwnBin(table, Pan.parse(pan)));

describe("the stripe of a product", () => {
  test("JR/T 0009: has Track 2 at 75 bits an inch, the others at 210", () => {
    expect(stripeOf("6222020200123456788").bitsPerInch).toEqual({ 1: 210, 2: 75, 3: 210 });
  });

  test("is hard or soft as the BIN table says of its range", () => {
    expect(stripeOf("6222020200123456788").coercivity).toBe("high");
    expect(stripeOf("9558801234567897").coercivity).toBe("low");
  });

  test("is taken for a hard one where the number is none of ours", () => {
    expect(stripeOf("6228480402564890018").coercivity).toBe("high");
  });
});
