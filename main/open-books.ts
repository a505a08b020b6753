import { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { Disk } from "#main/journal/disk.ts";
import { type Journal, openJournal } from "#main/journal/journal.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import type { Vault } from "#main/vault/vault.ts";

/** A data folder that is open: its keys, its truth, and the books rebuilt from it. */
export interface OpenBooks {
  readonly vault: Vault;
  readonly journal: Journal;
  readonly ledger: Ledger;
}

/** Gives the memory, the files and the writer's place back. */
export function closeBooks({ ledger, journal }: OpenBooks): void {
  ledger.close();
  journal.close();
}

/**
 * Opens a data folder with its keys and replays its journal into an empty ledger.
 *
 * Every frame is parsed again on its way back. Throws what the journal throws, and
 * `journal.damaged` with the sequence for a frame whose content the program does not understand.
 */
export async function openBooks(folder: string, vault: Vault, disk: Disk): Promise<OpenBooks> {
  const journal = await openJournal({ folder, kind: vault.kind, keys: vault, disk });
  try {
    const ledger = await openLedger();
    for (const { sequence, body } of journal.frames()) ledger.post(batchOf(sequence, body));
    return { vault, journal, ledger };
  } catch (failure) {
    journal.close();
    throw failure;
  }
}

function batchOf(sequence: number, body: string): Batch {
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
