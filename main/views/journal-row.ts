import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Batch } from "#core/journal/batch.ts";

/** One line of the journal query (9001): each kind of entry once, never what an entry says. */
export function journalRow(batch: Batch): JournalRow {
  const { sequence, recordedAt, businessDate, teller, approvers, code, slip, outcome } = batch;
  return {
    ...{ sequence, recordedAt, businessDate, teller, approvers, code },
    entries: [...new Set(batch.entries.map(({ type }) => type))],
    ...(slip ? { slip } : {}),
    ...(outcome ? { outcome } : {}),
  };
}
