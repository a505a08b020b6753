import type { Database } from "sql.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "#main/ledger/database.ts";
import { migrate, migrations } from "#main/ledger/migrate.ts";

let database: Database;

beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.close());

const one = { number: 1, name: "one", sql: "CREATE TABLE one (x INTEGER) STRICT;" };
const two = { number: 2, name: "two", sql: "CREATE TABLE two (x INTEGER) STRICT;" };
const version = () => database.exec("PRAGMA user_version")[0]?.values[0]?.[0];
const names = () =>
  (database.exec("SELECT name FROM sqlite_schema WHERE type = 'table'")[0]?.values ?? []).flat();

describe("migrations", () => {
  test("are taken in order, each once", () => {
    migrate(database, [one]);
    migrate(database, [one, two]);
    migrate(database, [one, two]);

    expect(names()).toEqual(["one", "two"]);
    expect(version()).toBe(2);
  });

  test("have no gap and no number twice", () => {
    expect(() => migrate(database, [two])).toThrow("without gaps");
    expect(() => migrate(database, [one, one])).toThrow("without gaps");
    expect(names()).toEqual([]);
  });

  test("leave nothing of a step that fails, and keep those before it", () => {
    const broken = { ...two, sql: `${two.sql} CREATE TABLE one (x INTEGER) STRICT;` };

    expect(() => migrate(database, [one, broken])).toThrow(
      'ledger.failed {"migration":2,"name":"two"}',
    );

    expect(names()).toEqual(["one"]);
    expect(version()).toBe(1);
  });

  test("refuse the tables of a newer program", () => {
    migrate(database, [one, two]);

    expect(() => migrate(database, [one])).toThrow('ledger.failed {"version":2,"known":1}');
  });

  test("of the ledger itself are numbered and named after their files", () => {
    expect(migrations.map(({ number, name }) => [number, name])).toEqual([
      [1, "shelves"],
      [2, "history"],
      [3, "password-cards"],
      [4, "freeze-orders"],
      [5, "orders-apart"],
      [6, "agencies"],
      [7, "cash-and-fees"],
      [8, "parked-requests"],
      [9, "neighbours"],
    ]);
  });

  test("bring the shelves of password cards to tables that lacked them", () => {
    migrate(database, migrations.slice(0, 2));
    const before = names();

    migrate(database, migrations.slice(0, 3));

    expect(names().filter((name) => !before.includes(name))).toEqual([
      "password_card",
      "password_card_batch",
      "e_bank",
    ]);
    expect(version()).toBe(3);
  });

  test("bring the shelf of orders to tables that lacked it", () => {
    migrate(database, migrations.slice(0, 3));
    const before = names();

    migrate(database, migrations.slice(0, 4));

    expect(names().filter((name) => !before.includes(name))).toEqual(["freeze_order"]);
    expect(version()).toBe(4);
  });

  test("bring the list of what concerned orders alone to tables that lacked it", () => {
    migrate(database, migrations.slice(0, 4));
    const before = names();

    migrate(database, migrations.slice(0, 5));

    expect(names().filter((name) => !before.includes(name))).toContain("batch_of_orders");
    expect(version()).toBe(5);
  });

  test("bring the shelves of boxes and owed fees to tables that lacked them", () => {
    migrate(database, migrations.slice(0, 6));
    const before = names();

    migrate(database, migrations.slice(0, 7));

    expect(names().filter((name) => !before.includes(name))).toEqual(["box", "owed_fee"]);
    expect(version()).toBe(7);
  });
});
