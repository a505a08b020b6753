import { join } from "node:path";
import type { Disk } from "#main/journal/disk.ts";
import { readFile } from "#main/journal/disk.ts";
import { encodeHead, HEAD_NAME, headAt } from "#main/journal/head.ts";
import type { JournalPoint } from "#main/journal/journal.ts";
import type { JournalKeys, JournalKind } from "#main/journal/owner.ts";
import { segmentName } from "#main/journal/segment.ts";
import type { ManifestHead } from "./manifest.ts";

/** A file of the backup: bytes that are known already, or a file whose first bytes never change. */
export type PlannedFile =
  | { readonly from: "memory"; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly from: "disk";
      readonly name: string;
      readonly path: string;
      /** Only so many bytes count, and zeros take the place of the rest; absent where all count. */
      readonly until?: number;
    };

/** All that another thread needs to write a backup, none of it a key. */
export interface BackupPlan {
  readonly head: ManifestHead;
  readonly files: readonly PlannedFile[];
  /** Absolute; beside it, while it is made, lies the same with `.part`. */
  readonly target: string;
  /** So many bytes the disk must have left afterwards: on that of the books they still need room. */
  readonly roomLeft: number;
}

const SEAL = /^\d{4}-\d\d-\d\d\.seal$/;

/**
 * Fixes what a backup holds: the books as of `point`, and nothing that comes after.
 *
 * It must run in one go with the reading of the point. What it takes into memory is what the next
 * command, or the next change of a passphrase, writes over; everything else only ever grows behind
 * the point. HEAD is made for the point itself, for that on the disk moves on with every command.
 */
export function planBackup(from: {
  /** The data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly keys: JournalKeys;
  readonly point: JournalPoint;
  readonly of: {
    readonly kind: JournalKind;
    readonly branch: string;
    readonly madeAt: number;
    readonly program: string;
  };
  readonly target: string;
  readonly roomLeft: number;
}): BackupPlan {
  const { folder, disk, keys, point, target, roomLeft } = from;
  const ledger = join(folder, "ledger");
  const { sequence, segment, end } = point;
  const hash = Buffer.from(point.hash);
  const slots = [0, 1].map((counter) =>
    encodeHead(headAt({ sequence, hash, segment, end }, counter), keys),
  );
  const segments = Array.from({ length: segment }, (_, index) => segmentName(index + 1));

  return {
    head: {
      installId: keys.installId,
      ...from.of,
      journal: { sequence, hash: hash.toString("hex"), segment, end },
    },
    files: [
      { from: "memory", name: "vault.json", bytes: readFile(disk, join(folder, "vault.json")) },
      { from: "memory", name: `ledger/${HEAD_NAME}`, bytes: Buffer.concat(slots) },
      ...segments.map((name, index) => ({
        from: "disk" as const,
        name: `ledger/${name}`,
        path: join(ledger, name),
        ...(index + 1 === segment ? { until: end } : {}),
      })),
      ...sealNames(disk, ledger).map((name) => ({
        from: "disk" as const,
        name: `ledger/seals/${name}`,
        path: join(ledger, "seals", name),
      })),
    ],
    target,
    roomLeft,
  };
}

/** Each seal was laid down whole and is never written again. */
function sealNames(disk: Disk, ledger: string): readonly string[] {
  if (!disk.list(ledger).includes("seals")) return [];
  return disk
    .list(join(ledger, "seals"))
    .filter((name) => SEAL.test(name))
    .sort();
}
