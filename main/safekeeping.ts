import type { Batch } from "#core/journal/batch.ts";
import { type BackupHandlers, createBackupDesk } from "#main/backup/backup-desk.ts";
import type { ComposeOptions } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Log } from "#main/log/log.ts";
import type { Machine } from "#main/machine.ts";
import { type MachineWatch, watchMachine } from "#main/machine-watch.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { openSealFolder } from "#main/seals/seal-folder.ts";
import { createSnapshots } from "#main/snapshot/snapshots.ts";
import type { RuleSources } from "#main/transactions.ts";
import { keepingHandlers, type VaultHandlers } from "#main/vault/keeping.ts";
import type { Patience } from "#main/vault/patience.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import type { Tell } from "#main/workstation.ts";

/** What is known of the vault once it is open. */
export interface OpenedVault {
  readonly vault: Vault;
  readonly place: VaultPlace;
  readonly patience: Patience;
}

/**
 * What keeps the books safe beside the counter: seals as files, snapshots, backups, the keys, and
 * the watch over the machine's clock and disk.
 */
export interface Safekeeping extends Pick<MachineWatch, "look" | "notices" | "guard"> {
  /** The desk stands; nobody has asked it anything yet. */
  readonly begin: () => void;
  readonly onPosted: (batch: Batch) => void;
  readonly handlers: Pick<Handlers, VaultHandlers | BackupHandlers>;
  /** Ends what is under way; the books may be closed afterwards. */
  readonly stop: () => Promise<void>;
}

/** Sets the safekeeping of open books up. */
export function openSafekeeping(
  options: ComposeOptions,
  parts: {
    readonly machine: Machine;
    readonly desk: Desk;
    readonly books: OpenBooks;
    readonly rules: RuleSources;
    readonly opened: OpenedVault;
    readonly tell: Tell;
  },
): Safekeeping {
  const { machine, desk, books, rules, opened, tell } = parts;
  const { folder, log, startSnapshot: start } = options;
  const { disk, clock } = machine;
  const { journal, ledger, vault } = books;

  const seals = openSealFolder(folder, disk);
  const snapshots = createSnapshots({ folder, log, start, books, clock });
  const watch = watchMachine({ machine, desk, folder, ...rules });
  const backups = createBackupDesk({ ...options, disk, desk, journal, keys: vault, tell });
  return {
    ...watch,
    begin() {
      watch.start();
      keepSeals(() => seals.settle(ledger), log);
    },
    onPosted(batch) {
      keepSeals(() => seals.keep(batch.entries), log);
      snapshots.onPosted(batch);
    },
    handlers: {
      ...keepingHandlers({ desk, journal, ...opened, onKeys: snapshots.useKeys }),
      ...backups.handlers,
    },
    async stop() {
      await backups.stop();
      await snapshots.stop();
    },
  };
}

/** The journal has every seal, and the next start lays its file down again. */
function keepSeals(lay: () => void, log: Log): void {
  try {
    lay();
  } catch (failure) {
    log.incident(failure);
  }
}
