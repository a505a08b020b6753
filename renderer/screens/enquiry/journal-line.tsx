import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { whichAndWhen } from "#renderer/screens/enquiry/which-and-when.tsx";
import { OpenKeys, type Way } from "#renderer/screens/open-keys.tsx";
import type { Column } from "#renderer/screens/register.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { isRefused, sayDoer, sayEntry, sayLine } from "#renderer/wording/say-line.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The columns of a list of journal lines. */
export function journalColumns(words: Words): readonly Column<JournalRow>[] {
  return [
    ...whichAndWhen(words),
    {
      key: "transaction",
      title: words("enquiry:journal.transaction"),
      show: (row) => (
        <>
          {sayLine(words, row.code)}
          {isRefused(row) && <strong> · {words("enquiry:journal.refused")}</strong>}
        </>
      ),
    },
    {
      key: "teller",
      title: words("enquiry:journal.teller"),
      show: ({ teller }) => <span className="figures">{sayDoer(words, teller)}</span>,
    },
    {
      key: "approvers",
      title: words("enquiry:journal.approvers"),
      show: ({ approvers }) => <span className="figures">{approvers.join(" ")}</span>,
    },
    {
      key: "slip",
      title: words("enquiry:journal.slip"),
      show: ({ slip }) => <span className="figures">{slip}</span>,
    },
  ];
}

/** One line of the journal as it was posted, and what can be done about it today. */
export function RowDetail({ row }: { readonly row: JournalRow }) {
  const words = useWords();
  const { sequence, code, recordedAt, entries, outcome, slip, undoable, reversed, reverses } = row;
  const isToday = useTeller(({ workstation }) => workstation?.today === row.businessDate);
  const ways: readonly Way[] = [
    ...(slip ? [{ code: "9003", subject: { slip } } as const] : []),
    ...(isToday && undoable
      ? [{ code: "1106", subject: { posting: `${sequence}` } } as const]
      : []),
  ];
  return (
    <section className="detail" aria-label={words("enquiry:journal.detail", { sequence })}>
      <h2>
        {words("enquiry:journal.detail", { sequence })} · {sayLine(words, code)} ·{" "}
        <span className="figures">
          {dateOf(recordedAt)} {timeOf(recordedAt)}
        </span>
      </h2>
      {isRefused(row) && <p className="bad">{words("reversal:original.refused")}</p>}
      {reversed && (
        <p className="bad">{words(`reversal:reversed.${reversed.part}`, { by: reversed.by })}</p>
      )}
      {reverses !== undefined && <p>{words("reversal:reverses", { reverses })}</p>}
      {outcome ? (
        <>
          <FactsTable facts={outcome.facts} />
          <RelationsTable moves={outcome.relations} />
        </>
      ) : (
        <p className="nothing">{words("enquiry:journal.no-outcome")}</p>
      )}
      <p className="hint">
        <strong>{words("enquiry:journal.entries")}</strong>{" "}
        {entries.map((type) => sayEntry(words, type)).join(" · ")}
      </p>
      <OpenKeys key={sequence} ways={ways} label={words("enquiry:journal.ways")} />
    </section>
  );
}
