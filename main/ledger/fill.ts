import type { Database } from "sql.js";
import { Fault } from "#core/kernel/fault.ts";
import { putRecords } from "./books.ts";
import { assertSettings } from "./database.ts";
import type { KeptBooks } from "./kept-books.ts";
import type { Posting } from "./posting.ts";
import { assertSums, historyInto } from "./put-down.ts";
import { type Statements, text, whole } from "./statements.ts";

/** Records that may be in memory alone meanwhile; then they are put into their tables. */
const RECORDS_MAX = 50_000;

/** A ledger that is empty so far. */
interface EmptyLedger {
  readonly database: Database;
  readonly statements: Statements;
  readonly kept: KeptBooks;
}

/**
 * Puts postings, which the kept books know already, into empty tables: all or, by a throw, none.
 *
 * It does what `putDown` does, in one transaction: a record is written as it is in the end, what a
 * row must be by itself is checked with every row, and what rows must be to each other once for all
 * of them. The indexes of the history, by which nothing is asked meanwhile, are made in the end.
 */
export function fillTables(ledger: EmptyLedger, postings: Iterable<Posting>): void {
  const { database, statements } = ledger;
  const { run } = statements;
  run("PRAGMA foreign_keys = OFF"); // SQLite takes it outside of transactions alone.
  try {
    run("BEGIN");
    try {
      fill(ledger, postings);
      run("COMMIT");
    } catch (failure) {
      run("ROLLBACK");
      throw failure;
    }
  } finally {
    run("PRAGMA foreign_keys = ON");
  }
  assertSettings(database);
}

function fill({ statements, kept }: EmptyLedger, postings: Iterable<Posting>): void {
  const { rows, run } = statements;
  const aside = rows(ASIDE).map(([type, name, sql]) => ({
    drop: `DROP ${text(type)} ${text(name)}`,
    create: text(sql),
  }));
  for (const { drop } of aside) run(drop);

  const history = historyInto(statements);
  for (const posting of postings) {
    history.addBatch(posting);
    history.addLines(posting);
    if (kept.countBehind() >= RECORDS_MAX) putRecords(statements, kept.drain());
  }
  history.end();
  putRecords(statements, kept.drain());

  for (const { create } of aside) run(create);
  assertRelated(statements);
}

/** The indexes of the history, and its trigger that looks at the row before. */
const ASIDE = `SELECT type, name, sql FROM sqlite_schema
  WHERE type = 'index' AND tbl_name IN ('batch', 'entry', 'posting', 'concern') AND sql IS NOT NULL
  OR name = 'batch_is_gapless'`;

/** What was not asked row by row: references, the gapless sequence, sums of legs. */
function assertRelated(statements: Statements): void {
  const { rows } = statements;
  const [broken] = rows("PRAGMA foreign_key_check");
  if (broken) throw new Fault("ledger.failed", { reason: "foreign key", table: text(broken[0]) });

  // Sequences are different and above zero: none is left out where the last is their number.
  const [batches] = rows("SELECT count(*), coalesce(max(sequence), 0) FROM batch");
  if (whole(batches?.[0]) !== whole(batches?.[1])) {
    throw new Fault("ledger.failed", { reason: "batch is gapless" });
  }
  assertSums(statements, 0);
}
