import type { Database } from "sql.js";
import type { Books, Change } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type CustomerId, CustomerId as CustomerIdSchema } from "#core/customer/customer.ts";
import type { Tally } from "#core/day/day-report.ts";
import type { DayFigures } from "#core/day/day-seal.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { Batch, RequestId } from "#core/journal/batch.ts";
import { assert } from "#core/kernel/assert.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import type { Slip } from "#core/slip/slip.ts";
import { type Backlog, backlogOf } from "./backlog.ts";
import { booksOver, putRecords } from "./books.ts";
import { assertSettings, openDatabase } from "./database.ts";
import { figuresSince, talliesOf } from "./day-figures.ts";
import { fillTables } from "./fill.ts";
import { type FreezePageFilter, freezePage } from "./freeze-page.ts";
import { batchFrom, batchOf, type JournalFilter, journalPage } from "./journal-page.ts";
import { type KeptBooks, keptBooks } from "./kept-books.ts";
import { type LossFilter, lossPage } from "./loss-page.ts";
import { migrate } from "./migrate.ts";
import type { Page } from "./page.ts";
import type { Posting, SeenRequest } from "./posting.ts";
import { putDown } from "./put-down.ts";
import { reckon } from "./reckon.ts";
import { type RiskPageFilter, riskPage } from "./risk-page.ts";
import { type SlipFilter, slipPage } from "./slip-page.ts";
import { type Statements, statementsOver, text, whole } from "./statements.ts";

/** A batch that the books can take, and that nobody sees yet. */
export interface Prepared {
  /** The batch as the journal is to have it. */
  readonly body: string;
  /** Posts it; from now on every answer knows it. Answers the records it changed. */
  readonly post: () => readonly Change[];
}

/** A batch, and the body that the journal has of it. */
export interface Journalled {
  readonly batch: Batch;
  readonly body: string;
}

/**
 * The books of the branch in memory, rebuilt from the journal at every start.
 *
 * What was posted is in the books at once; SQL, which searches and lists, is written behind them:
 * before the next question that it must answer, or when the program has nothing else to do. Every
 * question sees every batch that was posted. Every method throws `ledger.failed` where SQLite fails.
 */
export interface Ledger {
  /** All that a rule may look at, as of the last batch. */
  readonly books: Books;
  /** Reckons a batch and checks it in full, changing nothing; throws for what cannot be posted. */
  readonly prepare: (batch: Batch) => Prepared;
  /** Posts a batch that the journal has; all of it, or by a throw nothing. */
  readonly post: (batch: Batch) => readonly Change[];
  /**
   * Posts what the journal has after the last batch posted, an empty ledger in one go with SQL.
   * After a throw the ledger is good for nothing but to be closed.
   */
  readonly replay: (journalled: Iterable<Journalled>) => void;
  /** Brings SQL level with the books at once. */
  readonly catchUp: () => void;
  /**
   * Calls back if ever what was posted cannot be put into SQL. The books are then not to be shown
   * any more: only the journal knows what is right.
   */
  readonly whenFailed: (callback: (failure: unknown) => void) => void;
  /** The answer that a request once got, so that it is not carried out twice (design rule 6). */
  readonly requestSeen: (id: RequestId) => SeenRequest | undefined;
  readonly batch: (sequence: number) => Batch | undefined;
  /** Whose business a batch was. */
  readonly concerned: (sequence: number) => readonly CustomerId[];
  /** Whether a batch was about orders of the state and nothing else. */
  readonly isOfOrdersAlone: (sequence: number) => boolean;
  readonly journalPage: (filter: JournalFilter) => Page<Batch>;
  readonly lossPage: (filter: LossFilter) => Page<LossCase>;
  /** The register of orders; only for whoever may see any. */
  readonly freezePage: (filter: FreezePageFilter) => Page<FreezeOrder>;
  readonly slipPage: (filter: SlipFilter) => Page<Slip>;
  /** Warnings of the rules of risk, with the picture of them by day (9012). */
  readonly riskPage: (filter: RiskPageFilter) => ReturnType<typeof riskPage>;
  /** What the batches from `first` on did, for the seal of a day (1105). */
  readonly figuresSince: (first: number) => DayFigures;
  /** What was posted on a business date, by transaction code (1105). */
  readonly talliesOf: (date: BusinessDate) => readonly Tally[];
  /** Sequence of the last batch posted; 0 before the first. */
  readonly lastSequence: number;
  /** The whole ledger as one file of SQLite, as `openLedger` takes it; the counter stands meanwhile. */
  readonly image: () => Uint8Array;
  /** Gives the memory back. */
  readonly close: () => void;
}

/**
 * An empty ledger, or the one of an image that is known to be ours. It waits only for WebAssembly
 * to be ready; afterwards nothing awaits. Throws `ledger.failed` for what is no image.
 */
export async function openLedger(image?: Uint8Array): Promise<Ledger> {
  return ledgerOver(await openDatabase(image));
}

/** The ledger over a database: its tables are made where they are missing. */
export function ledgerOver(database: Database): Ledger {
  migrate(database);
  const statements = statementsOver(database);
  const sql = booksOver(statements);
  const backlog: Backlog = backlogOf((postings) => {
    putDown(statements, postings);
    for (const { changes } of postings) kept.landed(changes);
  });
  const kept: KeptBooks = keptBooks(sql, () => {
    backlog.catchUp();
    putRecords(statements, kept.drain()); // Of a replay, which leaves nothing in the backlog.
  });
  const history = historyOver(statements, backlog);
  let lastSequence = history.lastSequence();

  function prepare(batch: Batch): Prepared {
    assertFollows(batch);
    const posting = reckon(kept.books, batch);
    return { body: posting.body, post: () => post(posting) };
  }

  function assertFollows({ sequence, request }: Batch): void {
    assert(sequence === lastSequence + 1, "the sequence has no gap");
    assert(!request || !history.requestSeen(request.id), "a request is answered once");
  }

  function post(posting: Posting): readonly Change[] {
    assertFollows(posting.batch); // Prepared, but another was posted meanwhile.
    kept.take(posting.changes);
    lastSequence = posting.batch.sequence;
    backlog.add(posting);
    return posting.changes;
  }

  function replay(journalled: Iterable<Journalled>): void {
    if (lastSequence > 0) {
      for (const { batch, body } of journalled) post(reckon(kept.books, batch, body));
    } else {
      fillTables({ database, statements, kept }, taken(journalled));
    }
  }

  /** Takes batches into the books; that a request is not answered twice is left to SQL. */
  function* taken(journalled: Iterable<Journalled>): Generator<Posting, void, undefined> {
    for (const { batch, body } of journalled) {
      assert(batch.sequence === lastSequence + 1, "the sequence has no gap");
      const posting = reckon(kept.books, batch, body);
      kept.take(posting.changes);
      lastSequence = batch.sequence;
      yield posting;
    }
  }

  /** SQL with everything that was posted. */
  function level(): Statements {
    backlog.catchUp();
    return statements;
  }

  return {
    books: kept.books,
    prepare,
    post: (batch) => prepare(batch).post(),
    replay,
    catchUp: backlog.catchUp,
    whenFailed: backlog.whenFailed,
    requestSeen: history.requestSeen,
    batch: history.batch,
    concerned: history.concerned,
    isOfOrdersAlone: history.isOfOrdersAlone,
    journalPage: (filter) => journalPage(level(), filter),
    lossPage: (filter) => lossPage(level(), filter),
    freezePage: (filter) => freezePage(level(), filter),
    slipPage: (filter) => slipPage(level(), filter),
    riskPage: (filter) => riskPage(level(), filter),
    figuresSince: (first) => figuresSince(level(), first),
    talliesOf: (date) => talliesOf(level(), date),
    get lastSequence() {
      return lastSequence;
    },
    image() {
      level();
      const image = database.export();
      assertSettings(database);
      return image;
    },
    close() {
      backlog.close();
      statements.free();
      database.close();
    },
  };
}

/** What is asked of single batches: from what still waits, or else from SQL, which has the rest. */
function historyOver(statements: Statements, backlog: Backlog) {
  const { rows } = statements;
  return {
    requestSeen(id: RequestId): SeenRequest | undefined {
      const [seen] = rows("SELECT hash, sequence FROM request WHERE id = ?1", [id]);
      return seen ? { hash: text(seen[0]), sequence: whole(seen[1]) } : backlog.seen(id);
    },
    batch(sequence: number): Batch | undefined {
      const posting = backlog.posting(sequence);
      return posting ? batchFrom(posting.body) : batchOf(statements, sequence);
    },
    concerned: (sequence: number): readonly CustomerId[] =>
      backlog.posting(sequence)?.customers ??
      rows("SELECT customer FROM concern WHERE sequence = ?1 ORDER BY customer", [sequence]).map(
        ([customer]) => CustomerIdSchema.parse(customer),
      ),
    isOfOrdersAlone: (sequence: number): boolean =>
      backlog.posting(sequence)?.isOfOrdersAlone ??
      rows("SELECT 1 FROM batch_of_orders WHERE sequence = ?1", [sequence]).length > 0,
    lastSequence: () => whole(rows("SELECT coalesce(max(sequence), 0) FROM batch")[0]?.[0]),
  };
}
