import type { Database } from "sql.js";
import { describe, expect, test } from "vitest";
import type { Change } from "#core/books/books.ts";
import { Batch, RequestId } from "#core/journal/batch.ts";
import { booksOver } from "#main/ledger/books.ts";
import { assertSettings, openDatabase } from "#main/ledger/database.ts";
import { fillTables } from "#main/ledger/fill.ts";
import { keptBooks } from "#main/ledger/kept-books.ts";
import { type Journalled, ledgerOver, openLedger } from "#main/ledger/ledger.ts";
import { migrate } from "#main/ledger/migrate.ts";
import type { Posting } from "#main/ledger/posting.ts";
import { statementsOver } from "#main/ledger/statements.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySteps, batchOf, ENTRY_TYPES, opening, play } from "./history.ts";
import { account, card, customer, type RawEntry } from "./invented.ts";
import { everything } from "./questions.ts";
import { hash } from "./scene.ts";

type Batches = ReturnType<typeof play>["batches"];

const everyKind = ENTRY_TYPES.map((type, pick) => ({ type, pick, amount: 700_00 }));

const journalled = (batches: Batches): readonly Journalled[] =>
  batches.map((batch) => ({ batch, body: JSON.stringify(batch) }));

/** The same batches, each in answer to a request. */
const asked = (batches: Batches): Batches =>
  batches.map((batch) =>
    Batch.parse({ ...batch, request: { id: `request-${batch.sequence}`, hash: hash(1) } }),
  );

/** Every table and index with all that is in it, and whether SQLite finds it sound. */
function contentsOf(database: Database) {
  const schema = database.exec("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name");
  const tables = database.exec(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' ORDER BY name",
  );
  const rows = (tables[0]?.values ?? [])
    .filter(([name]) => name !== "sqlite_schema")
    .map(([name, withoutRowid]) => [
      name,
      database.exec(`SELECT ${withoutRowid ? "*" : "rowid, *"} FROM ${name} ORDER BY 1, 2`),
    ]);
  const sound = database.exec("PRAGMA integrity_check");
  return { schema, rows, sound, broken: database.exec("PRAGMA foreign_key_check") };
}

/** The database that batches make, posted one by one, each put into SQL at once. */
async function postedOneByOne(batches: Batches): Promise<Database> {
  const database = await openDatabase();
  const ledger = ledgerOver(database);
  for (const batch of batches) {
    ledger.post(batch);
    ledger.catchUp();
  }
  return database;
}

describe("a ledger that is replayed from the journal", () => {
  // Goal: what is put into SQL in one go is what is put there batch by batch, to the row and index.
  // Method: random histories over every kind of entry, both databases compared and checked.
  test("has the tables of one that was posted batch by batch", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const batches = asked(play([...opening, ...everyKind, ...steps]).batches);
        const one = await postedOneByOne(batches);
        const other = await openDatabase();
        const ledger = ledgerOver(other);

        ledger.replay(journalled(batches));

        const contents = contentsOf(other);
        expect(contents).toStrictEqual(contentsOf(one));
        expect(contents.sound[0]?.values).toEqual([["ok"]]);
        expect(contents.broken).toEqual([]);
        for (const database of [one, other]) database.close();
      }),
      { numRuns: 20 },
    );
  });

  test("answers and goes on like one that was posted", async () => {
    const batches = asked(play([...opening, ...everyKind]).batches);
    const next = batchOf(batches.length + 1, [{ type: "slip.printed", slip: "" }]);
    const [posted, replayed] = [await openLedger(), await openLedger()];
    for (const batch of batches) posted.post(batch);

    replayed.replay(journalled(batches));

    expect(everything(replayed.books)).toStrictEqual(everything(posted.books));
    expect(replayed.requestSeen(request(3))).toEqual({ hash: hash(1), sequence: 3 });
    expect(replayed.lastSequence).toBe(batches.length);
    expect(() => replayed.post(next)).toThrow("the journal names an existing slip");
    expect(replayed.post(batchOf(next.sequence, [{ type: "clock.moved", byMs: 1 }]))).toHaveLength(
      1,
    );
    for (const ledger of [posted, replayed]) ledger.close();
  });

  test("goes on behind the batches that it has already", async () => {
    const { batches } = play([...opening, ...everyKind]);
    const one = await postedOneByOne(batches);
    const other = await openDatabase();
    const ledger = ledgerOver(other);

    ledger.replay(journalled(batches.slice(0, 10)));
    ledger.replay(journalled(batches.slice(10)));
    ledger.catchUp();

    expect(contentsOf(other)).toStrictEqual(contentsOf(one));
    for (const database of [one, other]) database.close();
  });

  test("has every record where there are more than memory holds meanwhile", async () => {
    const customers = (from: number, count: number): readonly RawEntry[] =>
      Array.from({ length: count }, (_, at) => ({
        type: "customer.registered",
        customer: { ...customer(7), id: `c-${from + at}` },
      }));
    const batches = [1, 2, 3].map((sequence) =>
      batchOf(sequence, customers(sequence * 20_000, 20_000)),
    );
    const ledger = await openLedger();

    ledger.replay(journalled(batches));

    expect(ledger.books.count("customer")).toBe(60_000);
    expect(ledger.books.find("customer", "c-20000")?.name).toBe("顾客7");
    expect(ledger.books.find("customer", "c-79999")?.name).toBe("顾客7");
    expect(ledger.books.find("customer", "c-80000")).toBeUndefined();
    ledger.close();
  });

  test("refuses a batch out of its order", async () => {
    const { batches } = play(opening);
    const ledger = await openLedger();

    const gap = journalled([...batches.slice(0, 3), ...batches.slice(4)]);

    expect(() => ledger.replay(gap)).toThrow("the sequence has no gap");
    ledger.close();
  });

  test("refuses a request that was answered twice", async () => {
    const [first, second, ...others] = asked(play(opening).batches);
    const twice = [first, { ...second, request: first?.request }, ...others] as Batches;
    const ledger = await openLedger();

    expect(() => ledger.replay(journalled(twice))).toThrow(/ledger\.failed.*request\.id/);
    ledger.close();
  });
});

const request = (sequence: number) => RequestId.parse(`request-${sequence}`);

/** A posting as nobody reckons it: with these changes of records, whatever the batch says. */
function posting(sequence: number, changes: readonly unknown[], entries: RawEntry[]): Posting {
  const batch = batchOf(sequence, entries);
  return {
    ...{ batch, body: JSON.stringify(batch), changes: changes as readonly Change[] },
    ...{ customers: [], isOfOrdersAlone: false },
  };
}

const refused: RawEntry = { type: "request.refused", refusal: "account.short" };
const change = (shelf: string, record: { readonly id: string }) => ({
  ...{ shelf, key: record.id },
  record,
});
const owner = change("customer", customer(1));

describe("the tables, filled in one go", () => {
  test.each([
    ["a reference to what is not there", [change("account", account(1, "c-404"))], /foreign key/],
    ["a record that is none", [owner, change("account", { id: "a-1" })], /NOT NULL|CHECK/],
    [
      "a state that nobody knows",
      [
        owner,
        change("account", account(1, "c-1")),
        change("card", { ...card(1, { account: "a-1", customer: "c-1" }), life: "lent" } as never),
      ],
      /CHECK constraint failed/,
    ],
  ])("refuse %s", async (_what, changes, why) => {
    await expectEmptyAfter([posting(1, changes, [refused])], why);
  });

  test("refuse a gap between batches", async () => {
    const postings = [posting(1, [], [refused]), posting(3, [], [refused])];

    await expectEmptyAfter(postings, /batch is gapless/);
  });

  test("refuse legs that do not sum to zero", async () => {
    const batch = batchOf(1, [
      { type: "money.posted", memo: "存", postings: [leg("cash:0001", -1), leg("a-1", 1)] },
    ]);
    const [entry] = batch.entries;
    if (entry?.type !== "money.posted") throw new Error("the entry is of money");
    const entries = [{ ...entry, postings: entry.postings.slice(0, 1) }] as Batch["entries"];

    await expectEmptyAfter(
      [{ ...posting(1, [], [refused]), batch: { ...batch, entries } }],
      /sum to zero/,
    );
  });
});

const leg = (of: string, amount: number) => ({ account: of, amount });

/** Fills empty tables, which throws; then they are empty, have all indexes and every setting. */
async function expectEmptyAfter(postings: readonly Posting[], why: RegExp): Promise<void> {
  const database = await openDatabase();
  migrate(database);
  const before = contentsOf(database);
  const statements = statementsOver(database);
  const kept = keptBooks(booksOver(statements), () => undefined);
  for (const { changes } of postings) kept.take(changes);

  expect(() => fillTables({ database, statements, kept }, postings)).toThrow(why);

  expect(contentsOf(database)).toStrictEqual(before);
  expect(() => assertSettings(database)).not.toThrow();
  statements.free();
  database.close();
}
