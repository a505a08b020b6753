import { describe, expect, test } from "vitest";
import { type Books, indexes, type Shelf } from "#core/books/books.ts";
import { keyOf } from "#core/books/overlay.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySteps, ENTRY_TYPES, opening, play } from "./history.ts";

const shelves = Object.keys(indexes) as readonly Shelf[]; // Object.keys forgets the literal keys.

/** Everything that can be asked of books, as plain data. */
function everything(books: Books) {
  return shelves.map((shelf) => {
    const all = books.all(shelf);
    return {
      shelf,
      all,
      count: books.count(shelf),
      found: all.map((record) => books.find(shelf, keyOf(record))),
      listed: indexes[shelf].map((index) =>
        all.map((record) => {
          const value = (record as unknown as Record<string, string | undefined>)[index];
          return value === undefined ? [] : books.list(shelf, index, value);
        }),
      ),
    };
  });
}

function posted(ledger: Ledger, batches: ReturnType<typeof play>["batches"]): Ledger {
  for (const batch of batches) ledger.post(batch);
  return ledger;
}

describe("the ledger's books", () => {
  // Goal: SQL and the pure books are two implementations of one thing; they never differ.
  // Method: random histories over every kind of entry, everything that can be asked compared.
  test("are those that core reckons from the same entries", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const { batches, books } = play([...opening, ...steps]);
        const ledger = posted(await openLedger(), batches);

        expect(everything(ledger.books)).toEqual(everything(books));
        ledger.close();
      }),
      { numRuns: 40 },
    );
  });

  test("are compared over every kind of entry there is", () => {
    const steps = ENTRY_TYPES.map((type, pick) => ({ type, pick, amount: 700_00 }));

    const { batches } = play([...opening, ...steps]);

    const played = new Set(batches.flatMap(({ entries }) => entries.map(({ type }) => type)));
    expect([...played].sort()).toEqual([...ENTRY_TYPES].sort());
  });

  test("keep the place of a record that changes", async () => {
    const { batches } = play([...opening, { type: "card.activated", pick: 0, amount: 2 }]);
    const ledger = posted(await openLedger(), batches);

    expect(ledger.books.all("card").map(({ id }) => id)).toEqual(["k-7", "k-8"]);
    expect(ledger.books.list("card", "pan", ledger.books.all("card")[1]?.pan ?? "")).toHaveLength(
      1,
    );
    ledger.close();
  });

  test("know nothing of a key that was never used, whatever stands in it", async () => {
    const ledger = posted(await openLedger(), play(opening).batches);

    expect(ledger.books.find("card", "k-404")).toBeUndefined();
    expect(ledger.books.find("card", "' OR 1=1 --")).toBeUndefined();
    expect(ledger.books.list("customer", "phone", "%")).toEqual([]);
    expect(ledger.books.list("customer", "phone", "")).toEqual([]);
    ledger.close();
  });

  test("hand out records that nobody can change them through", async () => {
    const ledger = posted(await openLedger(), play(opening).batches);

    const customer = ledger.books.find("customer", "c-3");
    expect(() => Object.assign(customer ?? {}, { name: "改名" })).toThrow("read only");

    expect(ledger.books.find("customer", "c-3")?.name).toBe("顾客3");
    ledger.close();
  });
});
