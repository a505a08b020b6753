import { describe, expect, test } from "vitest";
import { plain } from "#core/freeze/same-organ.ts";
import { Fault } from "#core/kernel/fault.ts";
import { assertSettings, openDatabase, SETTINGS } from "#main/ledger/database.ts";
import { statementsOver, text, whole } from "#main/ledger/statements.ts";

// What the ledger builds on in sql.js. Another version that behaves otherwise must not come in.
describe("sql.js", () => {
  test("keeps settings, statements and data through an export", async () => {
    const database = await openDatabase();
    database.run("CREATE TABLE t (x INTEGER) STRICT");
    const insert = database.prepare("INSERT INTO t VALUES (?)");
    insert.run([1]);

    database.export();

    expect(() => assertSettings(database)).not.toThrow();
    expect(() => insert.run([2])).not.toThrow();
    expect(database.exec("SELECT sum(x) FROM t")[0]?.values).toEqual([[3]]);
    database.close();
  });

  test("refuses to export in the midst of a transaction, and loses nothing of it", async () => {
    const database = await openDatabase();
    database.run("CREATE TABLE t (x INTEGER) STRICT");
    database.run("BEGIN; INSERT INTO t VALUES (1)");

    expect(() => database.export()).toThrow("busy or locked");

    database.run("COMMIT");
    expect(database.exec("SELECT x FROM t")[0]?.values).toEqual([[1]]);
    database.close();
  });

  test("exports a database that another copy opens as the same image", async () => {
    const database = await openDatabase();
    database.run("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)");
    const { default: initSqlJs } = await import("sql.js");
    const { Database } = await initSqlJs();

    const image = database.export();
    const copy = new Database(image);

    expect(Buffer.from(copy.export()).equals(image)).toBe(true);
    copy.close();
    database.close();
  });
});

describe("the database of the ledger", () => {
  test.each(SETTINGS)("is watched for its setting $pragma", async ({ pragma }) => {
    const database = await openDatabase();
    const others: Readonly<Record<string, string>> = {
      foreign_keys: "OFF",
      recursive_triggers: "OFF",
      trusted_schema: "ON",
      cell_size_check: "OFF",
      journal_mode: "DELETE",
      max_page_count: "1000",
      cache_size: "-2000",
      locking_mode: "NORMAL",
      synchronous: "FULL",
    };

    expect(() => assertSettings(database)).not.toThrow();
    database.run(`PRAGMA ${pragma} = ${others[pragma]}`);

    expect(() => assertSettings(database)).toThrow(new Fault("ledger.failed", { pragma }));
    database.close();
  });
});

describe("texts as papers are compared, in SQL", () => {
  test("are folded in width and form; what is no text is none", async () => {
    const database = await openDatabase();
    const { rows, free } = statementsOver(database);

    expect(rows("SELECT plain('（2026）京 01')")).toEqual([[plain("(2026)京01")]]);
    expect(rows("SELECT plain(NULL), plain(7)")).toEqual([[null, null]]);
    free();
    database.close();
  });
});

describe("statements", () => {
  test("take the largest exact number and refuse the next", async () => {
    const database = await openDatabase();
    const { rows, run, free } = statementsOver(database);
    run("CREATE TABLE t (x INTEGER) STRICT");

    run("INSERT INTO t VALUES (?1)", [Number.MAX_SAFE_INTEGER]);

    expect(rows("SELECT x FROM t")).toEqual([[Number.MAX_SAFE_INTEGER]]);
    expect(() => run("INSERT INTO t VALUES (?1)", [2 ** 53])).toThrow("Invariant broken");
    expect(() => run("INSERT INTO t VALUES (?1)", [0.5])).toThrow("Invariant broken");
    free();
    database.close();
  });

  test("read no number that was rounded, and no text that is none", () => {
    expect(whole(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => whole(2 ** 53)).toThrow("Invariant broken");
    expect(() => whole(null)).toThrow("Invariant broken");
    expect(() => text(1)).toThrow("Invariant broken");
  });

  test("make a fault of what SQLite refuses, and serve on", async () => {
    const database = await openDatabase();
    const { rows, run, free } = statementsOver(database);
    run("CREATE TABLE t (x INTEGER CHECK (x > 0)) STRICT");

    expect(() => run("INSERT INTO t VALUES (?1)", [0])).toThrow(Fault);
    expect(() => rows("SELECT nothing FROM nowhere")).toThrow(Fault);

    run("INSERT INTO t VALUES (?1)", [1]);
    expect(rows("SELECT x FROM t")).toEqual([[1]]);
    free();
    database.close();
  });
});
