import { Fault } from "#core/kernel/fault.ts";
import type { TrustedPoint } from "#main/journal/walk.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import type { Snapshot } from "./snapshot-file.ts";
import type { KeptSnapshot, SnapshotNote } from "./snapshot-folder.ts";

/** A ledger, and the snapshot that it was loaded from. */
export interface LoadedLedger {
  readonly ledger: Ledger;
  /** Undefined for an empty ledger, which is to be given every frame. */
  readonly from: { readonly file: string; readonly sequence: number } | undefined;
}

/**
 * The ledger of the newest snapshot that lies on the journal's chain, or an empty one. Frames after
 * it are still to be replayed. It throws what no snapshot brings about.
 */
export async function newestLedger(
  snapshots: Iterable<KeptSnapshot>,
  agrees: (point: TrustedPoint) => boolean,
  onNote: (note: SnapshotNote) => void,
): Promise<LoadedLedger> {
  for (const snapshot of snapshots) {
    const { file, point } = snapshot;
    const { sequence } = point;
    if (!agrees(point)) {
      onNote({ sequence, flaw: "off-chain" });
      continue;
    }
    const ledger = await ledgerOf(snapshot);
    if (ledger) return { ledger, from: { file, sequence } };
    onNote({ sequence, flaw: "image" });
  }
  return { ledger: await openLedger(), from: undefined };
}

/** Undefined where SQLite does not take the image, or it is not of that frame. */
async function ledgerOf({ image, point }: Snapshot): Promise<Ledger | undefined> {
  let ledger: Ledger;
  try {
    ledger = await openLedger(image);
  } catch (failure) {
    if (failure instanceof Fault && failure.code === "ledger.failed") return undefined;
    throw failure;
  }
  if (ledger.lastSequence === point.sequence) return ledger;
  ledger.close();
  return undefined;
}
