import type { Books, Change } from "#core/books/books.ts";
import { changesOf } from "#core/books/post.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";
import { assert } from "#core/kernel/assert.ts";
import { putRecord } from "./books.ts";
import { customersOf } from "./concern.ts";
import { isOfOrdersAlone } from "./orders-alone.ts";
import { type Statements, whole } from "./statements.ts";

/**
 * Posts one batch: all of it or, by a throw, nothing.
 *
 * Each entry is put down before the next is looked at, so that it is decided on the books as they
 * are by then. Answers the changes in the order in which they were made.
 */
export function postBatch(statements: Statements, books: Books, batch: Batch): readonly Change[] {
  const { run } = statements;
  run("SAVEPOINT posting_of_a_batch");
  try {
    const changes = putDown(statements, books, batch);
    run("RELEASE posting_of_a_batch"); // The references between records are checked here.
    return changes;
  } catch (failure) {
    run("ROLLBACK TO posting_of_a_batch");
    run("RELEASE posting_of_a_batch");
    throw failure;
  }
}

function putDown(statements: Statements, books: Books, batch: Batch): readonly Change[] {
  const { run } = statements;
  const { sequence, recordedAt, businessDate, teller, code, slip, request } = batch;
  run("INSERT INTO batch VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", [
    ...[sequence, recordedAt, businessDate, teller, code],
    ...[slip ?? null, JSON.stringify(batch)],
  ]);
  if (isOfOrdersAlone(batch, books)) run("INSERT INTO batch_of_orders VALUES (?1)", [sequence]);
  if (request) {
    run("INSERT INTO request VALUES (?1, ?2, ?3)", [request.id, request.hash, sequence]);
  }

  const changes: Change[] = [];
  const customers = new Set<CustomerId>();
  for (const [index, entry] of batch.entries.entries()) {
    run("INSERT INTO entry VALUES (?1, ?2, ?3)", [sequence, index + 1, entry.type]);
    const made = changesOf(books, entry, batch);
    for (const change of made) putRecord(statements, change);
    for (const customer of customersOf(books, entry, made)) customers.add(customer);
    changes.push(...made);
  }

  putLegs(statements, batch);
  for (const customer of customers) {
    run("INSERT INTO concern VALUES (?1, ?2)", [customer, sequence]);
  }
  return changes;
}

/** Writes down every leg of every posting; money is never made or lost on the way. */
function putLegs({ run, rows }: Statements, { sequence, entries }: Batch): void {
  const legs = entries.flatMap((entry) => (entry.type === "money.posted" ? entry.postings : []));
  for (const [index, { account, amount }] of legs.entries()) {
    run("INSERT INTO posting VALUES (?1, ?2, ?3, ?4)", [sequence, index + 1, account, amount]);
  }

  const [sum] = rows("SELECT coalesce(sum(amount), 0) FROM posting WHERE sequence = ?1", [
    sequence,
  ]);
  assert(whole(sum?.[0]) === 0, "the legs of a batch sum to zero");
}
