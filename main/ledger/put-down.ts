import type { Change } from "#core/books/books.ts";
import { assert } from "#core/kernel/assert.ts";
import { putRecords } from "./books.ts";
import type { Posting } from "./posting.ts";
import { insertionInto, rowsInto } from "./rows.ts";
import { longText, type Statements } from "./statements.ts";

/**
 * Puts postings into SQL: all of them or, by a throw, none. A record that several of them changed is
 * written once, as it is in the end.
 */
export function putDown(statements: Statements, postings: readonly Posting[]): void {
  const { run } = statements;
  run("SAVEPOINT postings_behind");
  try {
    putRecords(statements, lastOf(postings));
    const history = historyInto(statements);
    for (const posting of postings) history.addBatch(posting);
    history.end(); // All the other rows refer to batches.
    for (const posting of postings) history.addLines(posting);
    history.end();
    assertSums(statements, postings[0]?.batch.sequence ?? 0);
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

/** What the journal holds, on its way into the tables. */
interface HistoryInto {
  readonly addBatch: (posting: Posting) => void;
  /** All that refers to a batch. */
  readonly addLines: (posting: Posting) => void;
  readonly end: () => void;
}

/** The tables of what the journal holds, to be written. */
export function historyInto({ run }: Statements): HistoryInto {
  const batches = rowsInto(run, BATCH);
  const ofOrders = rowsInto(run, OF_ORDERS);
  const requests = rowsInto(run, REQUEST);
  const entries = rowsInto(run, ENTRY);
  const legs = rowsInto(run, POSTING);
  const concerns = rowsInto(run, CONCERN);

  return {
    addBatch({ batch, body }) {
      const { sequence, recordedAt, businessDate, teller, code, slip = null } = batch;
      batches.add(sequence, recordedAt, businessDate, teller, code, slip, longText(body));
    },
    addLines({ batch, customers, isOfOrdersAlone }) {
      const { sequence, request } = batch;
      if (isOfOrdersAlone) ofOrders.add(sequence);
      if (request) requests.add(request.id, request.hash, sequence);
      let [line, leg] = [0, 0];
      for (const entry of batch.entries) {
        line += 1;
        entries.add(sequence, line, entry.type);
        if (entry.type !== "money.posted") continue;
        for (const { account, amount } of entry.postings) {
          leg += 1;
          legs.add(sequence, leg, account, amount);
        }
      }
      for (const customer of customers) concerns.add(customer, sequence);
    },
    end() {
      for (const rows of [batches, ofOrders, requests, entries, legs, concerns]) rows.end();
    },
  };
}

/** Money is never made or lost on the way: SQL sums the legs of a batch and all later for itself. */
export function assertSums({ rows }: Statements, from: number): void {
  const unequal = rows(
    "SELECT sequence FROM posting WHERE sequence >= ?1 GROUP BY sequence HAVING sum(amount) <> 0",
    [from],
  );
  assert(unequal.length === 0, "the legs of a batch sum to zero");
}
