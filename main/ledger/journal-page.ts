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
  /** Business dates, both included. */
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
  readonly approver?: string | undefined;
  readonly slip?: string | undefined;
  /** A leg of so many fen, on either side. */
  readonly amount?: number | undefined;
  /** Only what the rules or a second person said no to. */
  readonly isRefused?: boolean | undefined;
  /** Any of these customers, types of entry or codes. */
  readonly customers?: readonly string[] | undefined;
  readonly types?: readonly Entry["type"][] | undefined;
  /** Only what was refused for this reason. */
  readonly refusal?: string | undefined;
  /** Whether whoever asks may not see orders of the state: then nothing done to them is there. */
  readonly withoutOrders?: boolean | undefined;
  readonly page: number;
  readonly size?: number | undefined;
}

const CONDITIONS = {
  date: "business_date = ?1",
  code: "code = ?1",
  teller: "teller = ?1",
  sequence: "sequence = ?1",
  type: "sequence IN (SELECT sequence FROM entry WHERE type = ?1)",
  customer: "sequence IN (SELECT sequence FROM concern WHERE customer = ?1)",
  from: "business_date >= ?1",
  to: "business_date <= ?1",
  approver: "?1 IN (SELECT value FROM json_each(body, '$.approvers'))",
  slip: "slip = ?1",
  amount: "sequence IN (SELECT sequence FROM posting WHERE abs(amount) = ?1)",
  isRefused: `sequence IN (SELECT sequence FROM entry
              WHERE type IN ('request.refused', 'authorisation.declined'))`,
  customers: `sequence IN (SELECT sequence FROM concern
              WHERE customer IN (SELECT value FROM json_each(?1)))`,
  types: `sequence IN (SELECT sequence FROM entry
          WHERE type IN (SELECT value FROM json_each(?1)))`,
  refusal: `EXISTS (SELECT 1 FROM json_each(body, '$.entries')
             WHERE value ->> '$.refusal' = ?1)`,
  withoutOrders: "(sequence IN (SELECT sequence FROM batch_of_orders)) = ?1",
} as const satisfies Readonly<Record<keyof Omit<JournalFilter, "page" | "size">, string>>;

/** A page of the journal, the newest batch first. */
export function journalPage(statements: Statements, filter: JournalFilter): Page<Batch> {
  const { page, size, ...asked } = filter;
  return readPage(
    statements,
    {
      column: "body",
      from: "batch",
      conditions: conditionsOf(asked),
      order: "sequence DESC",
      page,
      size,
    },
    batchFrom,
  );
}

/** The batch of a sequence. */
export function batchOf({ rows }: Statements, sequence: number): Batch | undefined {
  const [found] = rows("SELECT body FROM batch WHERE sequence = ?1", [sequence]);
  return found && batchFrom(text(found[0]));
}

function conditionsOf(asked: Omit<JournalFilter, "page" | "size">) {
  return [
    { sql: CONDITIONS.date, value: asked.date },
    { sql: CONDITIONS.code, value: asked.code },
    { sql: CONDITIONS.teller, value: asked.teller },
    { sql: CONDITIONS.sequence, value: asked.sequence },
    { sql: CONDITIONS.type, value: asked.type },
    { sql: CONDITIONS.customer, value: asked.customer },
    { sql: CONDITIONS.from, value: asked.from },
    { sql: CONDITIONS.to, value: asked.to },
    { sql: CONDITIONS.approver, value: asked.approver },
    { sql: CONDITIONS.slip, value: asked.slip },
    { sql: CONDITIONS.amount, value: asked.amount },
    { sql: `(${CONDITIONS.isRefused}) = ?1`, value: asked.isRefused ? 1 : undefined },
    { sql: CONDITIONS.customers, value: listed(asked.customers) },
    { sql: CONDITIONS.types, value: listed(asked.types) },
    { sql: CONDITIONS.refusal, value: asked.refusal },
    { sql: CONDITIONS.withoutOrders, value: asked.withoutOrders ? 0 : undefined },
  ].flatMap(({ sql, value }) => (value === undefined ? [] : [{ sql, value }]));
}

/** A list as one value that SQL takes apart again. */
function listed(values: readonly string[] | undefined): string | undefined {
  return values && JSON.stringify(values);
}

/** A batch as it was posted: this program wrote the text itself, into its own memory. */
export function batchFrom(body: string): Batch {
  return JSON.parse(body) as Batch;
}
