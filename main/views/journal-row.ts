import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { undoableParts } from "#core/reversal/undoable.ts";
import { inGroups, textFact } from "#core/slip/facts.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { Outcome } from "#core/slip/outcome.ts";
import type { Fact, Slip } from "#core/slip/slip.ts";

/**
 * One line of the journal query (9001): each kind of entry once, and what an entry says only of a
 * file that left the branch, since its number is looked up here when the file comes back. To
 * somebody who may not see orders of the state nothing of them is named (no tipping off): that a
 * deposit let one take effect is not the depositor's teller's to know. `paper` is the slip it issued, as
 * that is marked now.
 */
export function journalRow(batch: Batch, seesOrders: boolean, paper?: Slip): JournalRow {
  const { sequence, recordedAt, businessDate, teller, approvers, code, slip } = batch;
  const outcome = batch.outcome ?? ofFiles(batch.entries);
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

/** The numbers that prove a backup or an evidence pack; whoever holds the file asks for them. */
function ofFiles(entries: readonly Entry[]): Outcome | undefined {
  const facts = entries.flatMap((entry): readonly Fact[] => {
    switch (entry.type) {
      case "backup.made":
        return [
          textFact("file", entry.backup.name),
          textFact("manifest", inGroups(entry.backup.manifest)),
        ];
      case "evidence.packed":
        return [textFact("lossCase", entry.lossCase), textFact("sha256", inGroups(entry.sha256))];
      default:
        return [];
    }
  });
  return facts.length === 0 ? undefined : { facts, relations: [] };
}
