import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { undoableParts } from "#core/reversal/undoable.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { Slip } from "#core/slip/slip.ts";

/**
 * One line of the journal query (9001): each kind of entry once, never what an entry says. To
 * somebody who may not see orders of the state nothing of them is named (no tipping off): that a
 * deposit let one take effect is not the depositor's teller's to know. `paper` is the slip it issued, as
 * that is marked now.
 */
export function journalRow(batch: Batch, seesOrders: boolean, paper?: Slip): JournalRow {
  const { sequence, recordedAt, businessDate, teller, approvers, code, slip, outcome } = batch;
  const shown = batch.entries.filter(({ type }) => seesOrders || !type.startsWith("freeze."));
  const isOwn = batch.entries.some(({ type }) => type === "slip.issued");
  const reversed = isOwn ? paper?.reversed : undefined;
  const undoable = reversed ? [] : undoableParts(batch);
  const [reverses] = batch.entries.flatMap((entry) =>
    entry.type === "posting.reversed" ? [entry.original] : [],
  );
  return {
    ...{ sequence, recordedAt, businessDate, teller, approvers, code },
    entries: [...new Set(shown.map(({ type }) => type))],
    ...(slip ? { slip } : {}),
    ...(outcome ? { outcome: { ...outcome, facts: maskedFacts(outcome.facts) } } : {}),
    ...(undoable.length > 0 ? { undoable } : {}),
    ...(reversed ? { reversed } : {}),
    ...(reverses === undefined ? {} : { reverses }),
  };
}
