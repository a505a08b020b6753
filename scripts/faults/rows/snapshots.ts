import { createHash } from "node:crypto";
import { Batch } from "#core/journal/batch.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { Disk } from "#main/journal/disk.ts";
import type { JournalPoint } from "#main/journal/journal.ts";
import { journalPlace } from "#main/journal/place.ts";
import { closeBooks, type ReadBooks, readBooks } from "#main/open-books.ts";
import { makeSnapshot } from "#main/snapshot/make-snapshot.ts";
import { snapshotName } from "#main/snapshot/snapshot-folder.ts";
import type { Chance } from "../../fuzz-reader/chance.ts";
import { losePower, powerLossModes } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { failed, type Outcome, wordsOf } from "../rule.ts";
import {
  bytesOf,
  type DiskCall,
  emptyDisk,
  type Mishap,
  type SimulatedDisk,
  tamper,
} from "../simulated-disk.ts";
import {
  dataFolder,
  isDeath,
  keys as journalKeys,
  ledgerPath,
  recordedAtOf,
  SEGMENT_BYTES,
} from "../workload.ts";

const keys = { ...journalKeys, snapshotKeys: new Map([[1, new Uint8Array(32).fill(13)]]) };
const POWER_LOSSES = [...powerLossModes, ...powerLossModes];
const NO_MISHAP: Mishap = { mishap: "none" };
/** Every byte of the header is flipped by a unit test; here it is the whole start that is tried. */
const FLIP_STEP = 257;
const CUT_STEP = 2039;
/** The frames of the older snapshot and of the one that is interrupted. */
const OLDER = 4;
const NEWER = 9;

/** A disk with a journal of nine frames and a snapshot of the first four. */
interface Scene {
  readonly disk: SimulatedDisk;
  readonly until: JournalPoint;
  /** Of all that the ledger says. */
  readonly truth: string;
}

/** What happens to a snapshot: on the way, or when it is there. */
type Accident =
  | { readonly at: number; readonly mishap: Mishap; readonly end: "kill" | "power" | "go-on" }
  | { readonly flip: number }
  | { readonly cut: number };

/** Row 13. */
export const interruptedSnapshot: Row = {
  number: 13,
  injection: "snapshot interrupted at every call, flipped, truncated",
  sample: 1_500,
  async plan() {
    const scene = await setScene();
    const { calls, done } = await filmSnapshot(scene);
    const size = bytesOf(done, ledgerPath(snapshotName(NEWER))).length;
    const accidents: readonly Accident[] = [
      ...calls.flatMap(accidentsAt),
      ...POWER_LOSSES.map(() => ({ at: calls.length, mishap: NO_MISHAP, end: "power" }) as const),
      ...everyNth(size, FLIP_STEP).map((flip) => ({ flip })),
      ...everyNth(size, CUT_STEP).map((cut) => ({ cut })),
    ];
    return listed(accidents, (accident, chance) =>
      "at" in accident
        ? interrupted(scene, accident, chance)
        : damaged({ ...scene, disk: done.copy() }, accident, chance),
    );
  },
};

const everyNth = (size: number, step: number): readonly number[] =>
  Array.from({ length: Math.ceil(size / step) }, (_, part) => part * step);

/** Every way in which one call of the making may end, and what happens then. */
function accidentsAt({ at, bytes }: DiskCall): readonly Accident[] {
  const lengths = bytes ? [0, 1, 511, bytes.length >> 1, bytes.length] : [0];
  const deaths = lengths.flatMap((length) => {
    const mishap: Mishap = { mishap: "dies", bytes: length };
    const losses = POWER_LOSSES.map(() => ({ at, mishap, end: "power" }) as const);
    return [{ at, mishap, end: "kill" } as const, ...losses];
  });
  const failures: readonly Mishap[] = [
    { mishap: "fails", errno: bytes ? "ENOSPC" : "EIO" },
    { mishap: "fails-after", errno: "EIO" },
    ...(bytes ? [{ mishap: "short", bytes: bytes.length >> 1 } as const] : []),
  ];
  return [
    ...deaths,
    ...failures.flatMap((mishap) => [
      { at, mishap, end: "go-on" } as const,
      { at, mishap, end: "power" } as const,
    ]),
  ];
}

async function interrupted(
  scene: Scene,
  { at, mishap, end }: Extract<Accident, { at: number }>,
  chance: Chance,
): Promise<Outcome> {
  const disk = scene.disk.copy();
  const failing = disk.start((call) => (call.at === at ? mishap : { mishap: "none" }));
  let isMade = false;
  try {
    await makeSnapshot(placeOn(failing), scene.until);
    isMade = true; // From now on no loss of power may cost it.
  } catch (failure) {
    if (!isDeath(failure) && !(failure instanceof Fault)) {
      return failed(`an untyped failure: ${wordsOf(failure)}`);
    }
  }
  if (end === "power") losePower(disk, chance.pick(powerLossModes), chance);
  return judge({ ...scene, disk }, isMade ? [NEWER] : [OLDER, NEWER]);
}

function damaged(
  scene: Scene,
  how: Exclude<Accident, { at: number }>,
  chance: Chance,
): Promise<Outcome> {
  tamper(scene.disk, ledgerPath(snapshotName(NEWER)), (bytes) => {
    if ("cut" in how) return bytes.subarray(0, how.cut);
    bytes[how.flip] = known(bytes[how.flip], "the file has that byte") ^ (1 << chance.below(8));
    return bytes;
  });
  return judge(scene, [OLDER]);
}

/**
 * The books open from one of these snapshots and say what they said; the journal has what it had; and
 * the next snapshot is made, whatever the last one left.
 */
async function judge(scene: Scene, mayUse: readonly number[]): Promise<Outcome> {
  const problem = (await problemOf(scene, mayUse)) ?? (await problemOfNext(scene));
  return problem === undefined ? { result: "survived" } : failed(problem);
}

async function problemOf({ disk, truth }: Scene, mayUse: readonly number[]) {
  let books: ReadBooks;
  try {
    books = await openOn(disk.start());
  } catch (failure) {
    return `the books did not open: ${wordsOf(failure)}`;
  }
  const { snapshotAt } = books;
  const said = saidBy(books);
  closeBooks(books);
  if (said !== truth) return `from the snapshot at ${snapshotAt} the books say something else`;
  return mayUse.includes(snapshotAt) ? undefined : `the snapshot at ${snapshotAt} was used`;
}

async function problemOfNext({ disk, until, truth }: Scene) {
  try {
    await makeSnapshot(placeOn(disk.start()), until);
  } catch (failure) {
    return `no other snapshot could be made: ${wordsOf(failure)}`;
  }
  return problemOf({ disk, until, truth }, [NEWER]);
}

async function setScene(): Promise<Scene> {
  const disk = emptyDisk(dataFolder());
  for (const last of [OLDER, NEWER]) {
    const books = await openOn(disk.start());
    const { journal, ledger } = books;
    for (let sequence = journal.lastSequence + 1; sequence <= last; sequence += 1) {
      const batch = batchOf(sequence);
      journal.append([JSON.stringify(batch)], batch.recordedAt);
      ledger.post(batch);
    }
    const [until, truth] = [journal.point(), saidBy(books)];
    closeBooks(books);
    if (last === NEWER) return { disk, until, truth };
    await makeSnapshot(placeOn(disk.start()), until);
  }
  throw new Error("the last scene is the newer one");
}

async function filmSnapshot({ disk, until }: Scene) {
  const done = disk.copy();
  const calls: DiskCall[] = [];
  const filming = done.start((call) => {
    calls.push(call);
    return { mishap: "none" };
  });
  const made = await makeSnapshot(placeOn(filming), until);
  assert(made.frames === NEWER - OLDER, "it is made from the one before");
  return { calls, done };
}

const placeOn = (disk: Disk) => ({
  ...journalPlace({ folder: dataFolder(), kind: "demonstration", keys, disk }),
  keys,
});

function openOn(disk: Disk): Promise<ReadBooks> {
  const of = { folder: dataFolder(), kind: "demonstration", keys, disk } as const;
  return readBooks({ ...of, segmentBytes: SEGMENT_BYTES });
}

/** A name for everything that the books of this day can be asked. */
function saidBy({ journal, ledger }: ReadBooks): string {
  const batches = Array.from({ length: ledger.lastSequence }, (_, at) => ledger.batch(at + 1));
  const told = [batches, ledger.journalPage({ page: 0 })];
  const bodies = [...journal.frames()].map(({ body }) => body);
  return createHash("sha256")
    .update(JSON.stringify([told, bodies]))
    .digest("hex");
}

/** One day of a very small branch: whatever anybody asks is refused. */
function batchOf(sequence: number): Batch {
  const refused = { type: "request.refused", refusal: "account.short" };
  return Batch.parse({
    schema: 1,
    sequence,
    recordedAt: recordedAtOf(sequence),
    businessDate: "2026-03-18",
    branch: "0200",
    teller: "0001",
    approvers: [],
    code: "4001",
    entries: Array.from({ length: 1 + (sequence % 3) }, () => refused),
  });
}
