import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomerSearch } from "#core/contract/contract.ts";
import { assert } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";
import { findCustomers } from "#main/enquiries/find-customer.ts";
import { createEvidenceBox } from "#main/evidence/evidence.ts";
import { putRecords } from "#main/ledger/books.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { type Ledger, ledgerOver } from "#main/ledger/ledger.ts";
import { reckon } from "#main/ledger/reckon.ts";
import { statementsOver } from "#main/ledger/statements.ts";
import { closeBooks } from "#main/open-books.ts";
import { openBankingBooks } from "./banking-books.ts";
import { atMost, type Figure, median, msOf } from "./figure.ts";
import { customerBatch, numbersOf } from "./growth.ts";

const FEW = 1_000;
const ROUNDS = 300;

/** 2001 by card, document and phone, with the entry it leaves, among many customers against few. */
export async function benchSearch(many: number): Promise<readonly Figure[]> {
  const [few, all] = [await openCrowd(FEW), await openCrowd(many)];
  const found = ROUNDS_OF.map((by) => {
    const turns = Array.from({ length: ROUNDS }, (_, turn) => [
      few.search(by, turn),
      all.search(by, turn),
    ]);
    const of = (side: 0 | 1) => median(turns.map((turn) => turn[side] ?? Number.NaN));
    return { by, ratio: of(1) / of(0) };
  });
  few.close();
  all.close();
  return found.map(({ by, ratio }) =>
    atMost(`a customer by ${by} among ${many} against ${FEW}`, ratio, 1.5),
  );
}

const ROUNDS_OF = ["card-number", "document", "phone"] as const;

/** A desk in front of so many customers, of whom each search finds another one. */
async function openCrowd(count: number) {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const { ledger, fill } = await openRoomyLedger();
  const { books, desk } = await openBankingBooks(join(folder, "data"), {
    around({ journal, ledger: first }) {
      const founding = first.batch(1);
      assert(founding !== undefined, "the books were founded");
      ledger.post(founding);
      fill(count);
      return { journal, ledger };
    },
  });
  const evidence = createEvidenceBox(() => performance.now());
  return {
    search(by: (typeof ROUNDS_OF)[number], turn: number): number {
      const number = 1 + ((turn * 7_919) % count);
      return timeOf(searchOf(by, number), desk, evidence);
    },
    close() {
      ledger.close();
      closeBooks(books);
      rmSync(folder, { recursive: true });
    },
  };
}

function timeOf(
  search: CustomerSearch,
  desk: Desk,
  evidence: ReturnType<typeof createEvidenceBox>,
) {
  return msOf(() => {
    const found = findCustomers(search, desk, evidence);
    assert(found.ok && found.value.length === 1, "each customer is found by her numbers");
  });
}

function searchOf(by: (typeof ROUNDS_OF)[number], customer: number): CustomerSearch {
  const { pan, document, phone } = numbersOf(customer);
  switch (by) {
    case "card-number":
      return { by, number: pan, again: pan, reason: "忘带卡" };
    case "document":
      return { by, kind: "passport", number: document };
    case "phone":
      return { by, number: phone };
  }
}

/**
 * A ledger that may take more memory than the counter's, and its customers without their history:
 * with it a million would not fit into what SQLite in memory can have.
 */
async function openRoomyLedger(): Promise<{
  readonly ledger: Ledger;
  readonly fill: (count: number) => void;
}> {
  const database = await openDatabase();
  database.run("PRAGMA max_page_count = 900000");
  const ledger = ledgerOver(database);
  const statements = statementsOver(database);
  return {
    ledger,
    fill(count) {
      ledger.catchUp();
      database.run("BEGIN");
      for (let number = 1; number <= count; number += 1) {
        const { changes } = reckon(nothing, customerBatch(number, number));
        for (const change of changes) putRecords(statements, [change]);
      }
      database.run("COMMIT");
    },
  };
}

/** Books that know nobody, so that reckoning a customer asks nothing of SQL. */
const nothing = { find: () => undefined, list: () => [], all: () => [], count: () => 0 };
