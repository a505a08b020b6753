import type { ReactNode } from "react";
import { formatFen } from "#core/money/fen.ts";
import type { Fact } from "#core/slip/slip.ts";
import { sayHolder } from "#renderer/wording/say-fact.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import { useWords } from "#renderer/wording/words.ts";

const cashColumns = [
  ...(["opening", "receipts", "payments", "transfersIn", "transfersOut"] as const),
  ...(["over", "short", "held"] as const),
];
const stockColumns = [
  ...(["opening", "received", "used", "voided", "handedOver", "lost", "held"] as const),
];

/** The kinds of lines that stand in tables of their own. */
type DayKind = "tally" | "cash-day" | "stock-day";
type Of<K extends DayKind> = Extract<Fact, { readonly kind: K }>;

function linesOf<K extends DayKind>(facts: readonly Fact[], kind: K): readonly Of<K>[] {
  return facts.filter((fact): fact is Of<K> => fact.kind === kind);
}

/** Whether a line belongs in one of the day's tables. */
export function isOfDay(fact: Fact): boolean {
  return fact.kind === "tally" || fact.kind === "cash-day" || fact.kind === "stock-day";
}

/** 轧账单: cash by box, blank pieces by hand, and what was done by transaction (C02, V05). */
export function DayTables({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <>
      <DayTable
        caption={words("day:cash.caption")}
        head={[
          words("day:column.box"),
          ...cashColumns.map((column) => words(`day:column.${column}`)),
        ]}
        rows={linesOf(facts, "cash-day").map((fact) => [
          sayHolder(words, fact.box),
          ...cashColumns.map((column) => formatFen(fact[column])),
        ])}
      />
      <DayTable
        caption={words("day:stock.caption")}
        head={[
          words("day:column.kind"),
          words("day:column.box"),
          ...stockColumns.map((column) => words(`day:column.${column}`)),
        ]}
        rows={linesOf(facts, "stock-day").map((fact) => [
          words(`term:voucher.${fact.voucher}`),
          sayHolder(words, fact.holder),
          ...stockColumns.map((column) => String(fact[column])),
        ])}
      />
      <DayTable
        caption={words("day:tally.caption")}
        head={[words("day:tally.code"), words("day:tally.count"), words("day:tally.turnover")]}
        rows={linesOf(facts, "tally").map(({ code, count, turnover }) => [
          sayTransaction(words, code),
          String(count),
          formatFen(turnover),
        ])}
      />
    </>
  );
}

/** A table of figures with a name a row; nothing where there is no row. */
function DayTable({
  caption,
  head,
  rows,
}: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section className="day-figures">
      {/* A caption of the table would be parted from it at the end of a page. */}
      <h3>{caption}</h3>
      <table className="day-table" aria-label={caption}>
        <thead>
          <tr>
            {head.map((title, place) => (
              <th key={title} scope="col" className={place === 0 ? "row-head" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 2).join(" ")}>
              {row.map((text, place) =>
                place === 0 ? (
                  <th key={head[place]} scope="row" className="row-head">
                    {text}
                  </th>
                ) : (
                  <td key={head[place]} className="figures">
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
