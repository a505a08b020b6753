import { expect, test } from "vitest";
import type { Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { booksOver, putRecords } from "#main/ledger/books.ts";
import { assertMayStand } from "#main/ledger/constraints.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { ledgerOver } from "#main/ledger/ledger.ts";
import { type Statements, statementsOver } from "#main/ledger/statements.ts";
import { fc } from "#tests/support/fast-check.ts";
import { ENTRY_TYPES, opening, play } from "./history.ts";

const everyKind = ENTRY_TYPES.map((type, pick) => ({ type, pick, amount: 700_00 }));
const { batches } = play([...opening, ...everyKind]);
const last = batches.at(-1);

/** The last change of every record that a history of everything makes. */
const changes = [...lastChanges().values()];

function lastChanges(): ReadonlyMap<string, Change> {
  const made: Change[] = [];
  for (const batch of batches) made.push(...changesOfAll(booksAfter(made), batch.entries, batch));
  return new Map(made.map((change) => [`${change.shelf} ${change.key}`, change]));
}

const anySpoiling = fc.record({
  change: fc.constantFrom(...changes),
  field: fc.nat(100),
  value: fc.constantFrom<unknown[]>(
    ...[null, undefined, "", "?", "a-404", "c-404", "k-404", "x".repeat(64), "1".repeat(200)],
    ...[-1, 0, 1, 0.5, 1e13, 1e13 + 1, -1e13 - 1, 2 ** 53, true, [], {}],
  ),
});

/** The change with one field of its record set to something else. */
function spoilt({ change, field, value }: { change: Change; field: number; value: unknown }) {
  const fields = Object.keys(change.record);
  const record = { ...change.record, [fields[field % fields.length] ?? "id"]: value };
  return { ...change, record } as Change; // What no schema would let through is the point.
}

function refuses(work: () => void): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/** Whether the tables refuse a change; they are as before afterwards. */
function refusedBySql(statements: Statements, change: Change): boolean {
  statements.run("SAVEPOINT trial");
  const isRefused = refuses(() => {
    putRecords(statements, [change]);
    // Records refer to each other only at the end of a transaction: the trial is one.
    const broken = statements.rows("PRAGMA foreign_key_check");
    if (broken.length > 0) throw new Error("refers to what is not there");
  });
  statements.run("ROLLBACK TO trial");
  statements.run("RELEASE trial");
  return isRefused;
}

// Goal: what SQL would refuse behind the journal is refused before the disk has it.
// Method: every record of a history of everything, with one field spoiled at a time.
test("whatever the tables refuse is refused in memory first", { timeout: 60_000 }, async () => {
  const database = await openDatabase();
  const ledger = ledgerOver(database);
  for (const batch of batches) ledger.post(batch);
  ledger.catchUp();
  const statements = statementsOver(database);
  const books = booksOver(statements);
  const seen = { refused: 0, taken: 0 };

  fc.assert(
    fc.property(anySpoiling, (spoiling) => {
      const change = spoilt(spoiling);
      const bySql = refusedBySql(statements, change);
      const inMemory = refuses(() => assertMayStand(booksAfter([change], books), books, [change]));
      seen[bySql ? "refused" : "taken"] += 1;
      if (bySql) expect(inMemory).toBe(true);
    }),
    { numRuns: 3_000 },
  );

  expect(seen.refused).toBeGreaterThan(100);
  expect(seen.taken).toBeGreaterThan(100);
  expect(last?.sequence).toBe(ledger.lastSequence);
  statements.free();
  ledger.close();
});

test("whatever a history makes of the books is taken by both", () => {
  const books = booksAfter(changes);

  expect(() => assertMayStand(books, booksAfter([]), changes)).not.toThrow();
});
