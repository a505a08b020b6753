import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Original } from "#renderer/screens/reversal/use-original.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { FactsTable } from "#renderer/transaction/facts-table.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { isRefused, sayDoer, sayLine } from "#renderer/wording/say-line.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** What is to be undone, masked as the journal shows it, and whether it was undone before. */
export function OriginalPosting({ original }: { readonly original: Original }) {
  const words = useWords();
  switch (original.status) {
    case "none-asked":
    case "waiting":
      return null;
    case "refused":
      return <RefusalNote refusal={original.refusal} />;
    case "unknown":
      return <p role="status">{words("reversal:original.none")}</p>;
    case "found":
      return <Found row={original.row} />;
  }
}

function Found({ row }: { readonly row: JournalRow }) {
  const words = useWords();
  const { sequence, code, teller, recordedAt, outcome } = row;
  const mark = markOf(words, row);
  return (
    <section
      className="detail original"
      aria-label={words("reversal:original.title", { sequence })}
    >
      <h2>
        {words("reversal:original.title", { sequence })} · {sayLine(words, code)} ·{" "}
        <span className="figures">
          <InstantText instant={recordedAt} /> · {sayDoer(words, teller)}
        </span>
      </h2>
      {mark && (
        <p role="status" className="bad">
          {mark}
        </p>
      )}
      {outcome && <FactsTable facts={outcome.facts} />}
    </section>
  );
}

/** What stands in the way of undoing it, as far as the journal alone can tell. */
function markOf(words: Words, row: JournalRow): string | undefined {
  const { reversed, undoable = [] } = row;
  if (isRefused(row)) return words("reversal:original.refused");
  if (reversed) return words(`reversal:reversed.${reversed.part}`, { by: reversed.by });
  if (undoable.length === 0) return words("reversal:original.not-here");
  return undoable.includes("whole") ? undefined : words("reversal:original.fee-only");
}
