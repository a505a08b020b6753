import { daysBetween } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { ProtectionView } from "#core/contract/protection-view.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { damaged } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { journalPlace, readHeaderOf } from "#main/journal/place.ts";
import { segmentName } from "#main/journal/segment.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { snapshotSequence } from "#main/snapshot/snapshot-folder.ts";

/** A live branch whose last backup is older than this has to be told, in ms. */
const BACKUP_LATE_MS = 24 * 60 * 60 * 1000;

/** What the page is made of. */
interface Parts extends Pick<OpenBooks, "journal" | "vault" | "snapshotNotes"> {
  /** The data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly desk: Desk;
}

/** 9009 数据保护: for everybody who is at work, since it has numbers of the books alone. */
export function protectionHandlers(parts: Parts): Pick<Handlers, "protection.view"> {
  const { desk } = parts;
  return {
    "protection.view": () => {
      const teller = desk.atWork();
      return teller.ok ? accept(protectionView(parts)) : refuse(teller.refusal);
    },
  };
}

function protectionView(parts: Parts): ProtectionView {
  const { desk, journal } = parts;
  const { seal, backup } = known(desk.branch(), "somebody is at work, so the branch was founded");
  const { sequence, hash, segment } = journal.point();
  const now = desk.now();
  const last = desk.ledger.batch(sequence);
  const snapshot = newestSnapshot(parts);
  const freeBytes = freeBytesOf(parts);
  return {
    kind: desk.kind,
    now,
    journal: {
      frames: sequence,
      segments: segment,
      format: formatOf(parts, segment),
      head: hash.toString("hex"),
      ...(last ? { lastWritten: last.recordedAt } : {}),
    },
    ...(snapshot ? { snapshot: { sequence: snapshot, behind: sequence - snapshot } } : {}),
    uselessSnapshots: parts.snapshotNotes.length,
    ...(seal
      ? {
          seal: {
            date: seal.date,
            last: seal.last,
            daysAgo: Math.max(0, daysBetween(seal.date, desk.today())),
          },
        }
      : {}),
    ...(backup ? { backup } : {}),
    isBackupLate: desk.kind === "live" && isLate(backup?.madeAt, now),
    // A backup is recorded after it was made: its own record is no work that could be lost.
    commandsSinceBackup: backup ? sequence - backup.sequence - 1 : sequence,
    ...(freeBytes === undefined ? {} : { freeBytes }),
  };
}

/** Both sides of a day: a backup that is exactly a day old is not late yet. */
export function isLate(madeAt: Instant | undefined, now: Instant): boolean {
  return madeAt === undefined || now - madeAt > BACKUP_LATE_MS;
}

function formatOf({ folder, disk, vault }: Parts, segment: number): number {
  const place = journalPlace({ folder, disk, kind: vault.kind, keys: vault });
  const reading = readHeaderOf(place, segment);
  if (reading.status === "header") return reading.header.format;
  throw damaged("SEGMENT_HEADER", { segment: segmentName(segment), offset: 0 });
}

/** The newest file that calls itself a snapshot of commands the journal has. */
function newestSnapshot({ folder, disk, vault, journal }: Parts): number | undefined {
  const place = journalPlace({ folder, disk, kind: vault.kind, keys: vault });
  const sequences = disk
    .list(place.folder)
    .flatMap((name) => snapshotSequence(name) ?? [])
    .filter((sequence) => sequence > 0 && sequence <= journal.lastSequence);
  return sequences.length > 0 ? Math.max(...sequences) : undefined;
}

function freeBytesOf({ folder, disk }: Parts): number | undefined {
  try {
    return Math.floor(disk.freeBytes(folder));
  } catch {
    return undefined; // A disk that does not say is not called full.
  }
}
