import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import { endOfDay } from "#core/calendar/instant.ts";
import type { FreezeKindName } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { plain } from "#core/freeze/same-organ.ts";
import { recordFrom } from "./books.ts";
import { type Condition, type Page, readPage } from "./page.ts";
import type { Statements } from "./statements.ts";

/** What the register of orders (6011) is asked for, on books that the clock was applied to. */
export interface FreezePageFilter {
  /** In force, waiting, in force but ending within `days`, over for good, or all there ever were. */
  readonly show: "in-force" | "waiting" | "ending" | "ended" | "all";
  readonly days: number;
  readonly kind?: FreezeKindName | undefined;
  readonly text: string;
  readonly page: number;
  /** Rows of a page, where they are not for a window. */
  readonly size?: number;
  readonly today: BusinessDate;
}

const SHOWN = {
  "in-force": "freeze_order.status = ?1",
  waiting: "freeze_order.status = ?1",
  ended: "freeze_order.status NOT IN ('active', ?1)",
} as const;

/**
 * Organ, document and holder are found by a part of what they say, a document on whatever later
 * paper it stands, both sides folded as `saysSame` compares papers. Accounts only whole or
 * by their last four: a search by parts would tell, digit by digit, what the mask hides.
 */
const MATCHES = `
  instr(plain(freeze_order.record ->> '$.papers.organ.name'), ?1)
  OR instr(plain(freeze_order.record ->> '$.papers.documentNumber'), ?1)
  OR EXISTS (SELECT 1 FROM json_each(freeze_order.record, '$.renewals') AS renewal
             WHERE instr(plain(renewal.value ->> '$.papers.documentNumber'), ?1))
  OR EXISTS (SELECT 1 FROM json_each(freeze_order.record, '$.laterPapers') AS paper
             WHERE instr(plain(paper.value ->> '$.documentNumber'), ?1))
  OR instr(plain(customer.record ->> '$.name'), ?1)
  OR account.number = ?1
  OR substr(account.number, -4) = ?1`;

const NEWEST = "freeze_order.rowid DESC";
const ORDER = {
  "in-force": NEWEST,
  all: NEWEST,
  ended: NEWEST,
  ending: "freeze_order.record ->> '$.endsAt', freeze_order.rowid",
  // By account and rank, so that a queue is read from its head.
  waiting: `freeze_order.account, freeze_order.record ->> '$.papers.deliveredAt',
            freeze_order.rowid`,
} as const;

/** A page of the register of orders: the newest first, what ends first, or each queue in its rank. */
export function freezePage(statements: Statements, filter: FreezePageFilter): Page<FreezeOrder> {
  const { show, kind, page, size } = filter;
  const sought = plain(filter.text);
  return readPage(
    statements,
    {
      column: "freeze_order.record",
      from: `freeze_order JOIN customer ON customer.key = freeze_order.customer
                          JOIN account ON account.key = freeze_order.account`,
      conditions: [
        ...shownBy(filter),
        ...(kind
          ? [{ sql: "freeze_order.record ->> '$.papers.organ.kind' = ?1", value: kind }]
          : []),
        ...(sought === "" ? [] : [{ sql: MATCHES, value: sought }]),
      ],
      order: ORDER[show],
      page,
      size,
    },
    recordFrom<"freezeOrder">,
  );
}

function shownBy({ show, days, today }: FreezePageFilter): readonly Condition[] {
  switch (show) {
    case "all":
      return [];
    case "in-force":
      return [{ sql: SHOWN[show], value: "active" }];
    case "waiting":
    case "ended":
      return [{ sql: SHOWN[show], value: "waiting" }];
    case "ending":
      return [
        {
          sql: `freeze_order.status = 'active'
                AND freeze_order.record ->> '$.endsAt' <= ?1`,
          value: endOfDay(addDays(today, days)),
        },
      ];
  }
}
