import { describe, expect, test } from "vitest";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { TellerId } from "#core/teller/teller.ts";
import { stockViews } from "#main/views/stock-view.ts";
import { batchOf } from "../ledger/history.ts";
import type { RawEntry } from "../ledger/invented.ts";

const teller = TellerId.parse("0001");

const placed = (
  kind: "card" | "password-card",
  holder: string,
  ...ranges: readonly (readonly [string, string])[]
): RawEntry => ({
  type: "stock.placed",
  stock: {
    id: `${kind}:${holder}`,
    kind,
    holder,
    ranges: ranges.map(([first, last]) => ({ first, last })),
  },
});

function stocksAfter(...entries: readonly RawEntry[]) {
  if (entries.length === 0) return stockViews(booksAfter([]), teller);
  const batch = batchOf(1, entries);
  return stockViews(booksAfter(changesOfAll(booksAfter([]), batch.entries, batch)), teller);
}

describe("blank pieces in a teller's box", () => {
  test("V02: are counted over all ranges, and the lowest is next", () => {
    const box = placed(
      "password-card",
      "0001",
      ["030000000007", "030000000010"],
      ["030000000100", "030000000100"],
    );
    const others = placed("password-card", "0002", ["030000000050", "030000000099"]);

    expect(stocksAfter(box, others)).toContainEqual({
      kind: "password-card",
      next: "030000000007",
      left: 5,
      inVault: 0,
    });
  });

  test("V07: are told with what the vault could add", () => {
    const vault = placed("card", "vault", ["020000000001", "020000000500"]);

    expect(stocksAfter(vault)).toContainEqual({ kind: "card", left: 0, inVault: 500 });
  });

  test("are told for every kind, even where there is none", () => {
    expect(stocksAfter().map(({ kind, left }) => [kind, left])).toEqual([
      ["card", 0],
      ["password-card", 0],
      ["usb-key", 0],
    ]);
  });
});
