import { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { JournalFrame } from "#main/journal/frame.ts";
import type { Ledger } from "#main/ledger/ledger.ts";

/**
 * Posts what the journal has to a ledger. Every frame is parsed again on its way back; throws
 * `journal.damaged` with the sequence for one whose content the program does not understand.
 */
export function replay(ledger: Ledger, frames: Iterable<JournalFrame>): void {
  for (const { sequence, body } of frames) ledger.post(batchIn(sequence, body));
}

function batchIn(sequence: number, body: string): Batch {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch (cause) {
    throw new Fault("journal.damaged", { sequence, reason: "not a batch" }, { cause });
  }
  const batch = Batch.safeParse(content);
  if (batch.success && batch.data.sequence === sequence) return batch.data;
  throw new Fault("journal.damaged", { sequence, reason: "not a batch" });
}
