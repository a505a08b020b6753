import { describe, expect, test } from "vitest";
import { openDatabase } from "#main/ledger/database.ts";
import { ledgerOver, openLedger } from "#main/ledger/ledger.ts";
import { batchOf, ENTRY_TYPES, opening, play } from "./history.ts";
import { everything } from "./questions.ts";

const steps = ENTRY_TYPES.map((type, pick) => ({ type, pick, amount: 700_00 }));
const { batches } = play([...opening, ...steps]);
const next = batchOf(batches.length + 1, [{ type: "request.refused", refusal: "account.short" }]);

describe("the image of a ledger", () => {
  test("has everything that was posted, and goes on as the ledger itself", async () => {
    const ledger = await openLedger();
    for (const batch of batches) ledger.post(batch);

    const copy = await openLedger(ledger.image());
    for (const one of [ledger, copy]) one.post(next);

    expect(copy.lastSequence).toBe(next.sequence);
    expect(everything(copy.books)).toStrictEqual(everything(ledger.books));
    expect(copy.journalPage({ page: 0 })).toStrictEqual(ledger.journalPage({ page: 0 }));
    copy.close();
    ledger.close();
  });

  test("can be taken again and again, and the ledger serves on", async () => {
    const ledger = await openLedger();
    for (const batch of batches) ledger.post(batch);

    const [one, other] = [ledger.image(), ledger.image()];
    ledger.post(next);

    expect(Buffer.from(one).equals(other)).toBe(true);
    expect(ledger.journalPage({ page: 0 }).rows[0]).toEqual(next);
    expect(Buffer.from(ledger.image()).equals(other)).toBe(false);
    ledger.close();
  });

  test("is not taken where a setting was lost on the way", async () => {
    const database = await openDatabase();
    const ledger = ledgerOver(database);
    database.run("PRAGMA foreign_keys = OFF");

    expect(() => ledger.image()).toThrow('ledger.failed {"pragma":"foreign_keys"}');
    ledger.close();
  });

  test.each([
    ["no database", new Uint8Array(4096).fill(7)],
    ["a piece of one", Buffer.from("SQLite format 3\0")],
  ])("is not %s", async (_what, image) => {
    await expect(openLedger(image)).rejects.toThrow("ledger.failed");
  });

  test("is not that of a newer program", async () => {
    const database = await openDatabase();
    database.run("PRAGMA user_version = 1000");

    await expect(openLedger(database.export())).rejects.toThrow('"version":1000');
    database.close();
  });
});
