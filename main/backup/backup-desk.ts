import { statSync } from "node:fs";
import { basename, join } from "node:path";
import type { BackupRefusal } from "#core/backup/backup.ts";
import { instant } from "#core/calendar/instant.ts";
import type { BackupMadeView, BackupProgress, BackupView } from "#core/contract/backup-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { damaged } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { DISK_FULL_BYTES } from "#main/journal/disk-space.ts";
import type { Journal } from "#main/journal/journal.ts";
import type { JournalKeys } from "#main/journal/owner.ts";
import type { Tell } from "#main/workstation.ts";
import { version } from "../../package.json";
import {
  backupName,
  failedDisk,
  readyChosenFolder,
  readyUsualFolder,
  usualFolder,
} from "./backup-folder.ts";
import { backUp, type CallOff, callOff } from "./backup-thread.ts";
import { type BackupPlan, planBackup } from "./plan.ts";
import { countInClear } from "./sources.ts";
import type { BackupOutcome } from "./write-backup.ts";

/** What backups of a branch are made of. */
interface BackupParts {
  /** The data folder. */
  readonly folder: string;
  readonly disk: Disk;
  readonly desk: Desk;
  readonly journal: Journal;
  readonly keys: JournalKeys;
  readonly tell: Tell;
  /** The system's dialog for a folder; absent where there is none. */
  readonly chooseFolder?: () => Promise<string | undefined>;
}

/** The channels that are about backups. */
export type BackupHandlers = Extract<keyof Handlers, `backup.${string}`>;

/** 备份 as the desk offers it. */
export interface BackupDesk {
  readonly handlers: Pick<Handlers, BackupHandlers>;
  /** Calls off what is being made, at the end of the program; nothing of it is left. */
  readonly stop: () => Promise<void>;
}

/**
 * Makes backups while the counter works, one at a time, by supervisor or branch head.
 *
 * What a backup holds is fixed at the moment it begins; commands go on meanwhile and are not in it.
 * Afterwards the journal has that it was made, by whom, and the hash that vouches for the file. Who
 * asked for it may have left by then: the backup is wanted all the same.
 */
export function createBackupDesk(parts: BackupParts): BackupDesk {
  const { desk, tell, chooseFolder } = parts;
  let making: { readonly calledOff: CallOff; readonly ended: Promise<unknown> } | undefined;
  let progress: BackupProgress | undefined;

  function onProgress(done: number, total: number): void {
    progress = { done, total };
    tell("backup.progress", progress);
  }

  function begin(keeper: Teller, chosen: string | undefined) {
    const calledOff = callOff();
    progress = { done: 0, total: 0 };
    const work = makeAndRecord(parts, { keeper, chosen, calledOff, onProgress }).finally(() => {
      making = undefined;
      progress = undefined;
    });
    making = { calledOff, ended: work.catch(() => undefined) };
    return work;
  }

  async function stop(): Promise<void> {
    making?.calledOff.now();
    await making?.ended;
  }

  /** Answers whoever answers for the books of the branch; refuses everybody else. */
  function forKeeper<T>(answer: (keeper: Teller) => T) {
    const teller = desk.atWork();
    if (!teller.ok) return teller;
    const { role } = teller.value;
    const isKeeper = role === "supervisor" || role === "branch-head";
    return isKeeper ? answer(teller.value) : refuse({ code: "teller.role", role } as const);
  }

  return {
    handlers: {
      "backup.view": () => forKeeper(() => accept(viewOf(parts, progress))),
      "backup.make": ({ folder }) =>
        forKeeper((keeper) => (making ? refuse({ code: "backup.busy" }) : begin(keeper, folder))),
      "backup.cancel": () =>
        forKeeper(async () => {
          await stop();
          return accept("done");
        }),
      "backup.choose-folder": () =>
        forKeeper(async () => {
          const folder = await chooseFolder?.();
          return accept(folder === undefined ? {} : { folder });
        }),
    },
    stop,
  };
}

function viewOf(
  { folder, disk, desk, journal, chooseFolder }: BackupParts,
  making: BackupProgress | undefined,
): BackupView {
  const latest = desk.branch()?.backup;
  return {
    folder: usualFolder(folder),
    mayChoose: chooseFolder !== undefined,
    ...(latest ? { latest } : {}),
    commandsSince: journal.lastSequence - (latest?.sequence ?? 0),
    clearSegments: countInClear(folder, disk, journal.point().segment),
    ...(making ? { making } : {}),
  };
}

async function makeAndRecord(
  parts: BackupParts,
  asked: {
    readonly keeper: Teller;
    readonly chosen: string | undefined;
    readonly calledOff: CallOff;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<Result<BackupMadeView, Refusal>> {
  const { folder, disk, desk } = parts;
  const { keeper, chosen, calledOff, onProgress } = asked;
  const into =
    chosen === undefined ? readyUsualFolder(folder, disk) : await readyChosenFolder(folder, chosen);
  if (!into.ok) return into;
  if (!desk.isInService()) throw new Fault("workstation.out-of-service");

  const plan = planOf(parts, into.value);
  const made = madeOf(await backUp(plan, { calledOff, onProgress }), plan);
  if (!made.ok) return made;

  const entries = [{ type: "backup.made", backup: made.value.backup } as const];
  desk.commit({ teller: keeper.id, code: "backup", entries });
  return made;
}

/** Fixes what the backup holds; nothing comes between the point and what is read for it. */
function planOf({ folder, disk, desk, journal, keys }: BackupParts, into: string): BackupPlan {
  const point = journal.point();
  const branch = known(desk.branch(), "somebody is at work, so the branch was founded").branch.code;
  const name = backupName({ branch, date: desk.today(), sequence: point.sequence });
  return planBackup({
    folder,
    disk,
    keys,
    point,
    of: { kind: desk.kind, branch, madeAt: desk.now(), program: version },
    target: join(into, name),
    roomLeft: sharesDisk(folder, into) ? DISK_FULL_BYTES : 0,
  });
}

function sharesDisk(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}

/** What came of it, in the words of the counter. Throws where the books themselves cannot be read. */
function madeOf(
  outcome: BackupOutcome,
  { target, head }: BackupPlan,
): Result<BackupMadeView, BackupRefusal> {
  switch (outcome.status) {
    case "made": {
      const { manifest, bytes, clearSegments } = outcome;
      const { sequence } = head.journal;
      const madeAt = instant(head.madeAt);
      const backup = { name: basename(target), sequence, bytes, madeAt, manifest };
      return accept({ backup, file: target, clearSegments });
    }
    case "called-off":
      return refuse({ code: "backup.cancelled" });
    case "taken":
      return refuse({ code: "backup.folder-unfit", reason: "taken" });
    case "target-failed":
      return refuse(failedDisk(outcome.errno, outcome.bytes));
    case "source-failed":
      throw damaged("READ_FAILED", { segment: outcome.file, errno: outcome.errno });
    default:
      return unreachable(outcome);
  }
}
