import type { Database } from "sql.js";
import type { Books, Change } from "#core/books/books.ts";
import { type CustomerId, CustomerId as CustomerIdSchema } from "#core/customer/customer.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { Batch, RequestId } from "#core/journal/batch.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import type { Slip } from "#core/slip/slip.ts";
import { booksOver } from "./books.ts";
import { openDatabase } from "./database.ts";
import { type FreezePageFilter, freezePage } from "./freeze-page.ts";
import { batchOf, type JournalFilter, journalPage } from "./journal-page.ts";
import { type LossFilter, lossPage } from "./loss-page.ts";
import { migrate } from "./migrate.ts";
import type { Page } from "./page.ts";
import { postBatch } from "./post.ts";
import { type SlipFilter, slipPage } from "./slip-page.ts";
import { statementsOver, text, whole } from "./statements.ts";

/** Which batch answered a request, and what exactly had been asked. */
interface SeenRequest {
  readonly hash: string;
  readonly sequence: number;
}

/**
 * The books of the branch in memory, rebuilt from the journal at every start.
 *
 * Every method throws `ledger.failed` where SQLite fails; what was posted before stays as it was.
 */
export interface Ledger {
  /** All that a rule may look at, as of the last batch. */
  readonly books: Books;
  /** Posts a batch that the journal has; all of it, or by a throw nothing. */
  readonly post: (batch: Batch) => readonly Change[];
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
  /** Sequence of the last batch posted; 0 before the first. */
  readonly lastSequence: number;
  /** Gives the memory back. */
  readonly close: () => void;
}

/** An empty ledger. It waits only for WebAssembly to be ready; afterwards nothing awaits. */
export async function openLedger(): Promise<Ledger> {
  return ledgerOver(await openDatabase());
}

/** The ledger over a database: its tables are made where they are missing. */
export function ledgerOver(database: Database): Ledger {
  migrate(database);
  const statements = statementsOver(database);
  const { rows, free } = statements;
  const books = booksOver(statements);

  return {
    books,
    post: (batch) => postBatch(statements, books, batch),
    requestSeen(id) {
      const [seen] = rows("SELECT hash, sequence FROM request WHERE id = ?1", [id]);
      return seen && { hash: text(seen[0]), sequence: whole(seen[1]) };
    },
    batch: (sequence) => batchOf(statements, sequence),
    concerned: (sequence) =>
      rows("SELECT customer FROM concern WHERE sequence = ?1", [sequence]).map(([customer]) =>
        CustomerIdSchema.parse(customer),
      ),
    isOfOrdersAlone: (sequence) =>
      rows("SELECT 1 FROM batch_of_orders WHERE sequence = ?1", [sequence]).length > 0,
    journalPage: (filter) => journalPage(statements, filter),
    lossPage: (filter) => lossPage(statements, filter),
    freezePage: (filter) => freezePage(statements, filter),
    slipPage: (filter) => slipPage(statements, filter),
    get lastSequence() {
      return whole(rows("SELECT coalesce(max(sequence), 0) FROM batch")[0]?.[0]);
    },
    close() {
      free();
      database.close();
    },
  };
}
