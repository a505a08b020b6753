import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Tally } from "#core/day/day-report.ts";
import type { DayFigures } from "#core/day/day-seal.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import { type Statements, whole } from "./statements.ts";

/** What the batches from `first` on did, and what is owed to all customers after the last (1105). */
export function figuresSince({ rows }: Statements, first: number): DayFigures {
  const one = (sql: string, values: readonly number[] = []) => whole(rows(sql, values)[0]?.[0]);
  return {
    slips: one("SELECT count(*) FROM entry WHERE type = 'slip.issued' AND sequence >= ?1", [first]),
    turnover: fen(
      one("SELECT coalesce(sum(amount), 0) FROM posting WHERE amount > 0 AND sequence >= ?1", [
        first,
      ]),
    ),
    deposits: signedFen(one("SELECT coalesce(sum(record ->> '$.balance'), 0) FROM account")),
  };
}

/** How often each transaction was posted on a day, and what it credited somewhere (1105). */
export function talliesOf({ rows }: Statements, date: BusinessDate): readonly Tally[] {
  return rows(
    `SELECT code, count(*), coalesce(sum(credited), 0)
       FROM (SELECT code, (SELECT sum(amount) FROM posting
                            WHERE posting.sequence = batch.sequence AND amount > 0) AS credited
               FROM batch JOIN entry USING (sequence)
              WHERE business_date = ?1 AND type = 'slip.issued')
      GROUP BY code`,
    [date],
  ).map(([code, count, turnover]) => ({
    code: String(code),
    count: whole(count),
    turnover: signedFen(whole(turnover)),
  }));
}
