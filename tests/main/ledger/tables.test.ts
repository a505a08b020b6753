import type { Database } from "sql.js";
import { beforeEach, describe, expect, test } from "vitest";
import { indexes, type Shelf } from "#core/books/books.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { newEBank } from "#core/e-bank/e-bank.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { ledgerOver } from "#main/ledger/ledger.ts";
import { columnOf, tables } from "#main/ledger/shelf-table.ts";
import { batchOf } from "./history.ts";
import { account, card, customer, lossCase, passwordCard, passwordCardBatch } from "./invented.ts";
import { hash } from "./scene.ts";

let database: Database;

beforeEach(async () => {
  database = await openDatabase();
  const ledger = ledgerOver(database);
  ledger.post(
    batchOf(
      1,
      [
        { type: "customer.registered", customer: customer(1) },
        { type: "account.opened", account: account(1, "c-1") },
        { type: "card.entered", card: card(1, { account: "a-1", customer: "c-1" }) },
        {
          type: "money.posted",
          memo: "现金存款",
          postings: [
            { account: "cash:0001", amount: -1 },
            { account: "a-1", amount: 1 },
          ],
        },
      ],
      { request: { id: "request-1", hash: hash(1) } },
    ),
  );
  ledger.catchUp();
  database.run("INSERT INTO batch_of_orders VALUES (1)");
  return () => database.close();
});

const column = (sql: string, at = 0) => (database.exec(sql)[0]?.values ?? []).map((row) => row[at]);

describe("the tables of the ledger", () => {
  const shelves = Object.keys(indexes) as readonly Shelf[]; // Object.keys forgets the literal keys.

  test.each(shelves)(
    "have the shelf %s with a column and an index for each of its own",
    (shelf) => {
      const table = tables[shelf];
      const wanted = indexes[shelf].map((index) => columnOf(shelf, index as never));

      // hidden = 2 is a virtual generated column.
      const generated = column(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 2`);
      const indexed = column(`
      SELECT info.name FROM pragma_index_list('${table}') AS list
      JOIN pragma_index_info(list.name) AS info WHERE list.origin = 'c'`);

      expect([...generated].sort()).toEqual([...wanted].sort());
      expect([...indexed].sort()).toEqual([...wanted].sort());
    },
  );

  test("hold nothing that is neither a shelf nor history", () => {
    const names = column("SELECT name FROM sqlite_schema WHERE type = 'table'");

    const history = ["batch", "entry", "posting", "request", "concern", "batch_of_orders"];
    expect([...names].sort()).toEqual([...Object.values(tables), ...history].sort());
  });

  test("are strict, every one", () => {
    expect(
      column("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0"),
    ).toEqual(["sqlite_schema"]);
  });

  test("are read through their indexes", () => {
    const plan = (sql: string) => String(column(`EXPLAIN QUERY PLAN ${sql}`, 3)[0]);

    expect(plan("SELECT record FROM card WHERE pan = 'x' ORDER BY rowid")).toContain("card_by_pan");
    expect(plan("SELECT record FROM customer WHERE phone = 'x' ORDER BY rowid")).toContain(
      "customer_by_phone",
    );
    expect(
      plan("SELECT record FROM customer WHERE document_number = 'x' ORDER BY rowid"),
    ).toContain("customer_by_document_number");
    expect(plan("SELECT record FROM account WHERE number = 'x' ORDER BY rowid")).toContain(
      "account_by_number",
    );
  });
});

describe("history", () => {
  test.each(["batch", "entry", "posting", "request", "concern", "batch_of_orders"])(
    "C05: of the table %s is neither changed nor taken back",
    (table) => {
      expect(() => database.run(`UPDATE ${table} SET sequence = 2`)).toThrow("append-only");
      expect(() => database.run(`DELETE FROM ${table}`)).toThrow("append-only");
      expect(() => database.run(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(
        /append-only|gapless/,
      );
      expect(column(`SELECT count(*) FROM ${table}`)[0]).not.toBe(0);
    },
  );

  test("has no gap", () => {
    const batch = (sequence: number) =>
      database.run("INSERT INTO batch VALUES (?, 1, '2026-03-18', '0001', '4001', NULL, ?)", [
        sequence,
        JSON.stringify({ sequence }),
      ]);

    expect(() => batch(3)).toThrow("gapless");
    expect(() => batch(1)).toThrow("gapless");
    expect(() => batch(2)).not.toThrow();
  });
});

describe("garbage", () => {
  const put = (table: string, key: string, record: string) =>
    database.run(`INSERT INTO ${table} (key, record) VALUES (?, ?)`, [key, record]);
  const caseOf = (change: object) =>
    JSON.stringify({
      ...lossCase(1, { card: "k-1", account: "a-1", customer: "c-1" }),
      ...change,
    });
  const accountWith = (change: object) => JSON.stringify({ ...account(2, "c-1"), ...change });
  const cardWith = (change: object) =>
    JSON.stringify({ ...card(2, { account: "a-1", customer: "c-1" }), ...change });
  const passwordCardWith = (change: object) =>
    JSON.stringify({ ...passwordCard(1, "c-1"), ...change });

  test("is not a record: neither broken text nor a record under another's key", () => {
    expect(() => put("slip", "020026031800010001", "{")).toThrow("CHECK");
    expect(() => put("slip", "020026031800010001", "{}")).toThrow("CHECK");
    expect(() => put("account", "a-3", accountWith({}))).toThrow("CHECK");
    expect(() => put("account", "a-2", accountWith({}))).not.toThrow();
  });

  test("5.2: is not the status of a loss case", () => {
    expect(() => put("loss_case", "02002603180001", caseOf({ status: "lost" }))).toThrow("CHECK");
    expect(() => put("loss_case", "02002603180001", caseOf({ status: null }))).toThrow("NOT NULL");
    expect(() => put("loss_case", "02002603180001", caseOf({ status: "matured" }))).not.toThrow();
  });

  test("5.1: is neither the life of a card nor its loss", () => {
    expect(() => put("card", "k-2", cardWith({ life: "lost" }))).toThrow("CHECK");
    expect(() => put("card", "k-2", cardWith({ life: undefined }))).toThrow("CHECK");
    expect(() => put("card", "k-2", cardWith({ loss: "found" }))).toThrow("CHECK");
    expect(() => put("card", "k-2", cardWith({ life: "made" }))).not.toThrow();
  });

  test("5.3: is neither the life of a password card nor its lock", () => {
    expect(() => put("password_card", "p-1", passwordCardWith({ life: "lost" }))).toThrow("CHECK");
    expect(() => put("password_card", "p-1", passwordCardWith({ lock: "week" }))).toThrow("CHECK");
    expect(() => put("password_card", "p-1", passwordCardWith({ lock: null }))).toThrow("NOT NULL");
    expect(() => put("password_card", "p-1", passwordCardWith({ lock: "hard" }))).not.toThrow();
  });

  test("P16: is not a count of uses: from none to as many as the card has, and whole", () => {
    const used = (count: unknown) => put("password_card", "p-1", passwordCardWith({ used: count }));

    expect(() => used(4)).toThrow("CHECK");
    expect(() => used(-1)).toThrow("CHECK");
    expect(() => used("2")).toThrow("CHECK");
    expect(() => used(undefined)).toThrow("CHECK");
    expect(() => used(3)).not.toThrow();
  });

  test("V02: is not a second password card of a serial", () => {
    put("password_card", "p-1", passwordCardWith({}));

    const again = { id: "p-2", serial: passwordCard(2, "c-1").serial };
    expect(() => put("password_card", "p-2", passwordCardWith({ id: "p-2" }))).toThrow("UNIQUE");
    expect(() => put("password_card", "p-2", passwordCardWith(again))).not.toThrow();
  });

  test("is not a batch under another's name, nor a bank of nobody", () => {
    const batch = JSON.stringify(passwordCardBatch(1));
    const bank = (id: string) => JSON.stringify(newEBank(CustomerId.parse(id)));

    expect(() => put("password_card_batch", "b-2", batch)).toThrow("CHECK");
    expect(() => put("password_card_batch", "b-1", batch)).not.toThrow();
    expect(() => put("e_bank", "c-404", bank("c-404"))).toThrow("FOREIGN KEY");
    expect(() => put("e_bank", "c-1", bank("c-1"))).not.toThrow();
  });

  test("5.4: is neither the status of an order, nor what it holds, nor an order on nobody", () => {
    const freeze = (change: object) =>
      put("freeze_order", "f-1", JSON.stringify({ ...order, ...change }));
    const order = { id: "f-1", account: "a-1", customer: "c-1", status: "active", rest: 1 };

    expect(() => freeze({ id: "f-2" })).toThrow("CHECK");
    expect(() => freeze({ status: "frozen" })).toThrow("CHECK");
    expect(() => freeze({ status: undefined })).toThrow("NOT NULL");
    expect(() => freeze({ rest: -1 })).toThrow("CHECK");
    expect(() => freeze({ rest: 0.5 })).toThrow("CHECK");
    expect(() => freeze({ rest: undefined })).toThrow("CHECK");
    expect(() => freeze({ account: "a-404" })).toThrow("FOREIGN KEY");
    expect(() => freeze({ rest: 0, status: "waiting" })).not.toThrow();
  });

  test("5.6, C07: is neither the status of a box nor of a fee, nor a fee that nobody owes", () => {
    const box = (key: string, status: string) =>
      put("box", key, JSON.stringify({ id: key, status, date: "2026-03-18" }));
    const fee = (change: object) =>
      put("owed_fee", "u-1", JSON.stringify({ id: "u-1", customer: "c-1", ...change }));

    expect(() => box("0001", "lost")).toThrow("CHECK");
    expect(() => box("box", "open")).toThrow("CHECK");
    expect(() => box("0001", "balanced")).not.toThrow();
    expect(() => box("vault", "open")).not.toThrow();
    expect(() => fee({ status: "paid" })).toThrow("CHECK");
    expect(() => fee({ status: undefined })).toThrow("CHECK");
    expect(() => fee({ status: "owed", customer: "c-404" })).toThrow("FOREIGN KEY");
    expect(() => fee({ status: "owed" })).not.toThrow();
  });

  test("is not an amount: money is whole fen and has an end", () => {
    expect(() => put("account", "a-2", accountWith({ balance: 0.5 }))).toThrow("CHECK");
    expect(() => put("account", "a-2", accountWith({ balance: "1" }))).toThrow("CHECK");
    expect(() => put("account", "a-2", accountWith({ balance: 1e13 + 1 }))).toThrow("CHECK");
    expect(() => put("account", "a-2", accountWith({ interestProduct: 2 ** 53 }))).toThrow("CHECK");
    expect(() => put("account", "a-2", accountWith({ balance: 1e13 }))).not.toThrow();
  });

  test("is not a leg of a posting", () => {
    const leg = (amount: number | string) =>
      database.run("INSERT INTO posting VALUES (1, 9, 'a-1', ?)", [amount]);

    expect(() => leg(0.5)).toThrow("cannot store REAL");
    expect(() => leg("many")).toThrow("cannot store TEXT");
    expect(() => leg(1e13 + 1)).toThrow("CHECK");
    expect(() => leg(1e13)).not.toThrow();
  });

  test("does not refer to what is not there", () => {
    expect(() => put("card", "k-2", cardWith({ account: "a-404" }))).toThrow("FOREIGN KEY");
    expect(() => database.run("INSERT INTO posting VALUES (2, 1, 'a-1', 1)")).toThrow(
      "FOREIGN KEY",
    );
  });
});
