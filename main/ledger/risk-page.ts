import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { RiskTally } from "#core/contract/risk-view.ts";
import { orderCodes } from "#core/freeze/order-codes.ts";
import type { RiskDecision, RiskFlag, RiskRuleId } from "#core/risk/risk-flag.ts";
import { recordFrom } from "./books.ts";
import { type Condition, type Page, readPage } from "./page.ts";
import { type Statements, text, whole } from "./statements.ts";

/** What warnings are searched by (9012); what is left out does not matter. */
export interface RiskPageFilter {
  readonly rule?: RiskRuleId | undefined;
  readonly decision?: RiskDecision | undefined;
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
  readonly customers?: readonly string[] | undefined;
  /** Only what nobody has reviewed yet. */
  readonly isOpen?: boolean | undefined;
  /** Whether whoever asks may not see orders of the state: then no warning over one is there. */
  readonly withoutOrders: boolean;
  readonly page: number;
}

/** Days that the picture goes back. */
const DAYS_SHOWN = 60;

/** A page of warnings, the newest first, with how many there are of each rule a day. */
export function riskPage(
  statements: Statements,
  filter: RiskPageFilter,
): Page<RiskFlag> & { readonly tallies: readonly RiskTally[] } {
  const conditions = conditionsOf(filter);
  const found = readPage(
    statements,
    {
      column: "record",
      from: "risk_flag",
      conditions,
      order: "CAST(substr(key, 4) AS INTEGER) DESC",
      page: filter.page,
    },
    recordFrom<"riskFlag">,
  );
  return { ...found, tallies: talliesOf(statements, conditions) };
}

function talliesOf({ rows }: Statements, conditions: readonly Condition[]): readonly RiskTally[] {
  const where = conditions
    .map(({ sql }, index) => `(${sql.replaceAll("?1", `?${index + 1}`)})`)
    .join(" AND ");
  const source = `FROM risk_flag ${where ? `WHERE ${where}` : ""}`;
  const on = "record ->> '$.on'";
  const found = rows(
    `SELECT ${on}, rule, count(*) ${source}
     ${where ? "AND" : "WHERE"} ${on} IN
       (SELECT DISTINCT ${on} ${source} ORDER BY 1 DESC LIMIT ${DAYS_SHOWN})
     GROUP BY 1, 2 ORDER BY 1, 2`,
    conditions.map(({ value }) => value),
  );
  // The program wrote both texts itself, into its own memory.
  return found.map(([day, rule, count]) => ({
    on: text(day) as BusinessDate,
    rule: text(rule) as RiskRuleId,
    count: whole(count),
  }));
}

function conditionsOf(filter: RiskPageFilter): readonly Condition[] {
  const { rule, decision, from, to, customers, isOpen, withoutOrders } = filter;
  const listed = (values: readonly string[]) => JSON.stringify(values);
  return [
    { sql: "rule = ?1", value: rule },
    { sql: "decision = ?1", value: decision },
    { sql: "record ->> '$.on' >= ?1", value: from },
    { sql: "record ->> '$.on' <= ?1", value: to },
    {
      sql: "customer IN (SELECT value FROM json_each(?1))",
      value: customers && listed(customers),
    },
    { sql: "(record ->> '$.review' IS NULL) = ?1", value: isOpen ? 1 : undefined },
    {
      sql: "record ->> '$.code' NOT IN (SELECT value FROM json_each(?1))",
      value: withoutOrders ? listed(orderCodes) : undefined,
    },
  ].flatMap(({ sql, value }) => (value === undefined ? [] : [{ sql, value }]));
}
