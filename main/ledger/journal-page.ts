import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { type Page, readPage } from "./page.ts";
import { type Statements, text } from "./statements.ts";

/** What the journal is searched by (9001); what is left out does not matter. */
export interface JournalFilter {
  readonly date?: BusinessDate | undefined;
  readonly code?: string | undefined;
  readonly teller?: string | undefined;
  readonly sequence?: number | undefined;
  readonly type?: Entry["type"] | undefined;
  readonly customer?: string | undefined;
  /** Whether whoever asks may not see orders of the state: then nothing done to them is there. */
  readonly withoutOrders?: boolean | undefined;
  readonly page: number;
}

const CONDITIONS = {
  date: "business_date = ?1",
  code: "code = ?1",
  teller: "teller = ?1",
  sequence: "sequence = ?1",
  type: "sequence IN (SELECT sequence FROM entry WHERE type = ?1)",
  customer: "sequence IN (SELECT sequence FROM concern WHERE customer = ?1)",
  withoutOrders: "(sequence IN (SELECT sequence FROM batch_of_orders)) = ?1",
} as const satisfies Readonly<Record<keyof Omit<JournalFilter, "page">, string>>;

/** A page of the journal, the newest batch first. */
export function journalPage(statements: Statements, filter: JournalFilter): Page<Batch> {
  const { page, ...asked } = filter;
  return readPage(
    statements,
    {
      column: "body",
      from: "batch",
      conditions: conditionsOf(asked),
      order: "sequence DESC",
      page,
    },
    batchFrom,
  );
}

/** The batch of a sequence. */
export function batchOf({ rows }: Statements, sequence: number): Batch | undefined {
  const [found] = rows("SELECT body FROM batch WHERE sequence = ?1", [sequence]);
  return found && batchFrom(text(found[0]));
}

function conditionsOf(asked: Omit<JournalFilter, "page">) {
  return [
    { sql: CONDITIONS.date, value: asked.date },
    { sql: CONDITIONS.code, value: asked.code },
    { sql: CONDITIONS.teller, value: asked.teller },
    { sql: CONDITIONS.sequence, value: asked.sequence },
    { sql: CONDITIONS.type, value: asked.type },
    { sql: CONDITIONS.customer, value: asked.customer },
    { sql: CONDITIONS.withoutOrders, value: asked.withoutOrders ? 0 : undefined },
  ].flatMap(({ sql, value }) => (value === undefined ? [] : [{ sql, value }]));
}

/** A batch as it was posted: this program wrote the text itself, into its own memory. */
export function batchFrom(body: string): Batch {
  return JSON.parse(body) as Batch;
}
