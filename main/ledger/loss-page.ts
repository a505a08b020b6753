import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import { recordFrom } from "./books.ts";
import { type Page, readPage } from "./page.ts";
import type { Statements } from "./statements.ts";

/** What the register of losses (4010) is asked for. */
export interface LossFilter {
  /** Still open today; open and past its term, so that it can be ended; or all there ever were. */
  readonly show: "open" | "due" | "all";
  readonly text: string;
  readonly page: number;
  readonly today: BusinessDate;
}

/** The same as `statusOn` says: a term ends with its day, whether or not a timer fired. */
const SHOWN = {
  open: `loss_case.status IN ('formal-waiting', 'matured')
         OR (loss_case.status = 'oral-active'
             AND coalesce(loss_case.record ->> '$.oralLastDay', '9999-12-31') >= ?1)`,
  due: `loss_case.status = 'matured'
        OR (loss_case.status = 'formal-waiting'
            AND loss_case.record ->> '$.maturesOn' <= ?1)`,
} as const;

/**
 * Names and case numbers are found by a part of them. Card, document and phone numbers only whole,
 * and cards by their last four: a search by parts would tell, digit by digit, what the mask hides.
 */
const MATCHES = `
  instr(loss_case.key, ?1)
  OR instr(customer.record ->> '$.name', ?1)
  OR loss_case.record ->> '$.slip' = ?1
  OR card.pan = ?1
  OR substr(card.pan, -4) = ?1
  OR customer.phone = ?1
  OR customer.document_number = upper(?1)`;

/** A page of the register of losses: the newest report first, or what has waited longest. */
export function lossPage(
  statements: Statements,
  { show, text, page, today }: LossFilter,
): Page<LossCase> {
  const sought = text.trim();
  return readPage(
    statements,
    {
      column: "loss_case.record",
      from: `loss_case JOIN customer ON customer.key = loss_case.customer
                       JOIN card ON card.key = loss_case.card`,
      conditions: [
        ...(show === "all" ? [] : [{ sql: SHOWN[show], value: today }]),
        ...(sought === "" ? [] : [{ sql: MATCHES, value: sought }]),
      ],
      order:
        show === "due"
          ? "loss_case.record ->> '$.maturesOn', loss_case.rowid"
          : "loss_case.rowid DESC",
      page,
    },
    recordFrom<"lossCase">,
  );
}
