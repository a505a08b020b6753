import { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { JournalFrame } from "#main/journal/frame.ts";
import type { Journalled, Ledger } from "#main/ledger/ledger.ts";
import { isBatchAsWritten } from "./batch-as-written.ts";

/**
 * Posts what the journal has to a ledger. Every frame is parsed again on its way back; throws
 * `journal.damaged` with the sequence for one whose content the program does not understand.
 */
export function replay(ledger: Ledger, frames: Iterable<JournalFrame>): void {
  ledger.replay(batchesIn(frames));
}

function* batchesIn(frames: Iterable<JournalFrame>): Generator<Journalled, void, undefined> {
  for (const { sequence, body } of frames) yield { batch: batchIn(sequence, body), body };
}

function batchIn(sequence: number, body: string): Batch {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch (cause) {
    throw notABatch(sequence, { cause });
  }
  // As good as all bodies were parsed before they were written, and are the same as parsed once more.
  const batch = isBatchAsWritten(content) ? content : Batch.safeParse(content).data;
  if (batch?.sequence !== sequence) throw notABatch(sequence);
  return batch;
}

function notABatch(sequence: number, options?: ErrorOptions): Fault {
  return new Fault("journal.damaged", { sequence, reason: "not a batch" }, options);
}
