import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";

/**
 * One line of the journal query (9001): each kind of entry once, never what an entry says. To
 * somebody who may not see orders of the state nothing of them is named (no tipping off): that a
 * deposit let one take effect is not the depositor's teller's to know.
 */
export function journalRow(batch: Batch, seesOrders: boolean): JournalRow {
  const { sequence, recordedAt, businessDate, teller, approvers, code, slip, outcome } = batch;
  const shown = batch.entries.filter(({ type }) => seesOrders || !type.startsWith("freeze."));
  return {
    ...{ sequence, recordedAt, businessDate, teller, approvers, code },
    entries: [...new Set(shown.map(({ type }) => type))],
    ...(slip ? { slip } : {}),
    ...(outcome ? { outcome: { ...outcome, facts: maskedFacts(outcome.facts) } } : {}),
  };
}
