import type { Slip } from "#core/slip/slip.ts";
import { recordFrom } from "./books.ts";
import { type Page, readPage } from "./page.ts";
import type { Statements } from "./statements.ts";

/** What the drawer of slips is searched for (9003). */
export interface SlipFilter {
  readonly text: string;
  /** Whether whoever asks may not see orders of the state: then their receipts are not there. */
  readonly withoutOrders?: boolean | undefined;
  readonly page: number;
}

/** By its number, its transaction or what it says; slips say numbers only masked. */
const MATCHES = `
  instr(slip.key, ?1)
  OR slip.record ->> '$.code' = ?1
  OR EXISTS (SELECT 1 FROM json_each(slip.record, '$.facts') AS fact
             WHERE instr(fact.value ->> '$.text', ?1))`;

/** A page of slips, the newest first. */
export function slipPage(
  statements: Statements,
  { text, withoutOrders, page }: SlipFilter,
): Page<Slip> {
  const sought = text.trim();
  return readPage(
    statements,
    {
      column: "slip.record",
      from: "slip",
      conditions: [
        ...(withoutOrders
          ? [{ sql: "slip.record ->> '$.kind' IS NOT ?1", value: "freeze-receipt" }]
          : []),
        ...(sought === "" ? [] : [{ sql: MATCHES, value: sought }]),
      ],
      order: "slip.rowid DESC",
      page,
    },
    recordFrom<"slip">,
  );
}
