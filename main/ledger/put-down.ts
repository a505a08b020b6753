import type { Change } from "#core/books/books.ts";
import { assert } from "#core/kernel/assert.ts";
import { putRecord } from "./books.ts";
import type { Posting } from "./posting.ts";
import type { Statements } from "./statements.ts";

/**
 * Puts postings into SQL, one after the other: all of them or, by a throw, none. A record that
 * several of them changed is written once, as it is in the end.
 */
export function putDown(statements: Statements, postings: readonly Posting[]): void {
  const { run } = statements;
  run("SAVEPOINT postings_behind");
  try {
    for (const change of lastOf(postings)) putRecord(statements, change);
    for (const posting of postings) putHistory(statements, posting);
    assertSums(statements, postings);
    run("RELEASE postings_behind"); // The references between records are checked here.
  } catch (failure) {
    run("ROLLBACK TO postings_behind");
    run("RELEASE postings_behind");
    throw failure;
  }
}

/** The last change of each record, in the order in which the records were first changed. */
function lastOf(postings: readonly Posting[]): Iterable<Change> {
  const last = new Map<string, Change>();
  for (const { changes } of postings) {
    for (const change of changes) last.set(`${change.shelf} ${change.key}`, change);
  }
  return last.values();
}

function putHistory({ run }: Statements, posting: Posting): void {
  const { batch, body, customers, isOfOrdersAlone } = posting;
  const { sequence, recordedAt, businessDate, teller, code, slip, request, entries } = batch;
  run("INSERT INTO batch VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", [
    ...[sequence, recordedAt, businessDate, teller, code],
    ...[slip ?? null, body],
  ]);
  if (isOfOrdersAlone) run("INSERT INTO batch_of_orders VALUES (?1)", [sequence]);
  if (request) {
    run("INSERT INTO request VALUES (?1, ?2, ?3)", [request.id, request.hash, sequence]);
  }
  let leg = 0;
  for (const [index, entry] of entries.entries()) {
    run("INSERT INTO entry VALUES (?1, ?2, ?3)", [sequence, index + 1, entry.type]);
    if (entry.type !== "money.posted") continue;
    for (const { account, amount } of entry.postings) {
      leg += 1;
      run("INSERT INTO posting VALUES (?1, ?2, ?3, ?4)", [sequence, leg, account, amount]);
    }
  }
  for (const customer of customers)
    run("INSERT INTO concern VALUES (?1, ?2)", [customer, sequence]);
}

/** Money is never made or lost on the way: SQL sums the legs for itself. */
function assertSums({ rows }: Statements, postings: readonly Posting[]): void {
  const unequal = rows(
    `SELECT sequence FROM posting WHERE sequence BETWEEN ?1 AND ?2
     GROUP BY sequence HAVING sum(amount) <> 0`,
    [postings[0]?.batch.sequence ?? 0, postings.at(-1)?.batch.sequence ?? 0],
  );
  assert(unequal.length === 0, "the legs of a batch sum to zero");
}
