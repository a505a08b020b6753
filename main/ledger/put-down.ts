import type { Change } from "#core/books/books.ts";
import { assert } from "#core/kernel/assert.ts";
import { putRecords } from "./books.ts";
import type { Posting } from "./posting.ts";
import { insertionInto, putRows } from "./rows.ts";
import { type Bound, longText, type Statements } from "./statements.ts";

/**
 * Puts postings into SQL: all of them or, by a throw, none. A record that several of them changed is
 * written once, as it is in the end.
 */
export function putDown(statements: Statements, postings: readonly Posting[]): void {
  const { run } = statements;
  run("SAVEPOINT postings_behind");
  try {
    putRecords(statements, lastOf(postings));
    putHistory(statements, postings);
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

const BATCH = insertionInto("batch", {
  columns: ["short", "short", "short", "short", "short", "short", "long"],
});
const OF_ORDERS = insertionInto("batch_of_orders", { columns: ["short"] });
const REQUEST = insertionInto("request", { columns: ["short", "short", "short"] });
const ENTRY = insertionInto("entry", { columns: ["short", "short", "short"] });
const POSTING = insertionInto("posting", { columns: ["short", "short", "short", "short"] });
const CONCERN = insertionInto("concern", { columns: ["short", "short"] });

/** Puts down what the journal holds: batches first, for all the other rows refer to them. */
function putHistory({ run }: Statements, postings: readonly Posting[]): void {
  const batches: Bound[] = [];
  const entries: Bound[] = [];
  const legs: Bound[] = [];
  const requests: Bound[] = [];
  const concerns: Bound[] = [];
  const ofOrders: Bound[] = [];
  for (const { batch, body, customers, isOfOrdersAlone } of postings) {
    const { sequence, recordedAt, businessDate, teller, code, slip = null, request } = batch;
    batches.push(sequence, recordedAt, businessDate, teller, code, slip, longText(body));
    if (isOfOrdersAlone) ofOrders.push(sequence);
    if (request) requests.push(request.id, request.hash, sequence);
    let [line, leg] = [0, 0];
    for (const entry of batch.entries) {
      line += 1;
      entries.push(sequence, line, entry.type);
      if (entry.type !== "money.posted") continue;
      for (const { account, amount } of entry.postings) {
        leg += 1;
        legs.push(sequence, leg, account, amount);
      }
    }
    for (const customer of customers) concerns.push(customer, sequence);
  }
  putRows(run, BATCH, batches);
  putRows(run, OF_ORDERS, ofOrders);
  putRows(run, REQUEST, requests);
  putRows(run, ENTRY, entries);
  putRows(run, POSTING, legs);
  putRows(run, CONCERN, concerns);
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
