import type { Chance } from "../../fuzz-reader/chance.ts";
import { losePower } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { judge } from "../rule.ts";
import { bytesOf, emptyDisk, type SimulatedDisk, tamper } from "../simulated-disk.ts";
import { copyOf, SECTOR_BYTES } from "../simulated-file.ts";
import {
  dataFolder,
  day,
  filmDay,
  type History,
  leave,
  ledgerPath,
  openOn,
  runDay,
} from "../workload.ts";
import { writePart } from "./crashes.ts";

/** A journal that rests, whole and durable, and what was acknowledged in it. */
export interface Rested {
  readonly disk: SimulatedDisk;
  readonly history: History;
}

/** A day that ended well. */
export async function cleanDay(): Promise<Rested> {
  const { end, history } = await filmDay();
  losePower(end, "everything", NO_CHANCE);
  return { disk: end, history };
}

/** A day that saw a crash, and where the bytes lie that its recovery set aside. */
interface CrashedDay extends Rested {
  readonly path: string;
  readonly tornAt: number;
}

const TORN_BYTES = 3_000;

/** A day with a torn batch in its middle, set aside by the recovery, and more commands after it. */
async function crashedDay(): Promise<CrashedDay> {
  const { moments } = await filmDay();
  const batches = moments.filter(
    ({ call, history }) =>
      call.bytes !== undefined && call.path.endsWith(".wal") && history.acknowledged === 8,
  );
  const moment = batches.find(({ call }) => (call.offset ?? 0) > 0) ?? batches[0];
  if (!moment) throw new Error("the day writes a batch after its eighth command");
  const disk = moment.before.copy();
  writePart(disk, moment.call, TORN_BYTES);

  const journal = await openOn(disk.start());
  const kept = [...journal.frames()].map(({ body }) => body);
  for (const batch of day.slice(0, 4)) journal.append(batch, Date.UTC(2026, 2, 18, 5));
  leave(journal);
  const submitted = [...kept, ...day.slice(0, 4).flat()];
  losePower(disk, "everything", NO_CHANCE);
  const { path, offset: tornAt = 0 } = moment.call;
  return { disk, history: { submitted, acknowledged: submitted.length }, path, tornAt };
}

/** Nothing is left to chance when everything survives. */
const NO_CHANCE: Chance = {
  below: () => 0,
  onceIn: () => true,
  pick: (choices) => choices[0],
  bytes: (count) => new Uint8Array(count),
  text: () => "",
};

/** A place in one file of one rested journal. */
interface Spot {
  readonly rested: Rested;
  readonly path: string;
  readonly at: number;
}

/** Every `step`-th place of every file, of a clean journal and of one that saw a crash. */
async function spots(step: number): Promise<readonly Spot[]> {
  const journals = [await cleanDay(), await crashedDay()];
  return journals.flatMap((rested) =>
    [...rested.disk.state.live.files].flatMap(([path, { cache }]) =>
      Array.from({ length: Math.ceil(cache.length / step) }, (_, index) => ({
        rested,
        path,
        at: index * step,
      })),
    ),
  );
}

function judgeDamaged({ rested, path }: Spot, chance: Chance, damage: (bytes: Buffer) => Buffer) {
  const disk = rested.disk.copy();
  tamper(disk, path, damage);
  return judge(disk, rested.history, { allowed: "may-stop", chance });
}

/** Row 5. */
export const flipped: Row = {
  number: 5,
  injection: "one bit flipped at every byte of every file",
  sample: 8_000,
  async plan() {
    return listed(await spots(1), (spot, chance) =>
      judgeDamaged(spot, chance, (bytes) => {
        bytes[spot.at] = (bytes[spot.at] ?? 0) ^ (1 << chance.below(8));
        return bytes;
      }),
    );
  },
};

/** Row 6. */
export const truncated: Row = {
  number: 6,
  injection: "every file truncated at every length",
  sample: 8_000,
  async plan() {
    return listed(await spots(1), (spot, chance) =>
      judgeDamaged(spot, chance, (bytes) => Buffer.from(bytes.subarray(0, spot.at))),
    );
  },
};

/** Row 28. */
export const evidenceChanged: Row = {
  number: 28,
  injection: "one bit flipped at every byte that a recovery had set aside",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const crashed = await crashedDay();
    const places = Array.from({ length: TORN_BYTES }, (_, byte) => crashed.tornAt + byte);
    return listed(places, (at, chance) => {
      const disk = crashed.disk.copy();
      tamper(disk, crashed.path, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
        return bytes;
      });
      return judge(disk, crashed.history, { allowed: "must-stop", chance });
    });
  },
};

/** Row 7. */
export const zeroed: Row = {
  number: 7,
  injection: "each sector of each file zeroed",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    return listed(await spots(SECTOR_BYTES), (spot, chance) =>
      judgeDamaged(spot, chance, (bytes) => bytes.fill(0, spot.at, spot.at + SECTOR_BYTES)),
    );
  },
};

/** One thing done to the files of a folder, after a look at how they were during the day. */
interface Handling {
  readonly name: string;
  readonly allowed: "must-stop" | "may-stop";
  readonly handle: (disk: SimulatedDisk) => void;
}

/** Row 8. */
export const handled: Row = {
  number: 8,
  injection: "files deleted, swapped, duplicated or old",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const rested = await cleanDay();
    const earlier = await earlierDays();
    const names = [...rested.disk.state.live.files.keys()];
    const segments = names.filter((name) => name.endsWith(".wal")).sort();
    const cases: Handling[] = [
      ...names.map((path) => deleted(path)),
      ...pairs(segments).flatMap(([left, right]) => [
        swapped(left, right),
        duplicated(left, right),
        duplicated(right, left),
      ]),
      ...segments.map((path) => duplicated(path, nextSegment(segments.length + 1))),
      ...earlier.flatMap((then, batches) => [
        old(then, ledgerPath("HEAD"), batches < day.length - 1 ? "must-stop" : "may-stop"),
        ...segments.map((path) => old(then, path, "may-stop")),
      ]),
    ];
    return listed(cases, ({ allowed, handle }, chance) => {
      const disk = rested.disk.copy();
      handle(disk);
      return judge(disk, rested.history, { allowed, chance });
    });
  },
};

/** Row 19: what the journal cannot know by itself; the seal of a day, kept elsewhere, can. */
export const rolledBack: Row = {
  number: 19,
  injection: "the whole folder of an earlier moment (opens: only a seal kept elsewhere tells)",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    return listed(await earlierDays(), ({ disk, history }, chance) =>
      judge(disk.copy(), history, { allowed: "must-open", chance }),
    );
  },
};

/** The journal as it rested after each batch of the day. */
async function earlierDays(): Promise<readonly Rested[]> {
  const disk = emptyDisk(dataFolder());
  const rested: Rested[] = [];
  await runDay(disk.start(), (history) => {
    if (history.acknowledged > 0 && history.acknowledged === history.submitted.length) {
      rested.push({ disk: disk.copy(), history });
    }
  });
  return rested;
}

const nextSegment = (number: number) => ledgerPath(`seg-${String(number).padStart(8, "0")}.wal`);

function pairs(paths: readonly string[]): readonly (readonly [string, string])[] {
  return paths.flatMap((left, index) =>
    paths.slice(index + 1).map((right) => [left, right] as const),
  );
}

function deleted(path: string): Handling {
  return {
    name: `${path} deleted`,
    allowed: "must-stop",
    handle: (disk) => tamper(disk, path, () => undefined),
  };
}

function swapped(left: string, right: string): Handling {
  return {
    name: `${left} and ${right} swapped`,
    allowed: "must-stop",
    handle(disk) {
      const [first, second] = [bytesOf(disk, left), bytesOf(disk, right)];
      tamper(disk, left, () => second);
      tamper(disk, right, () => first);
    },
  };
}

function duplicated(from: string, to: string): Handling {
  return {
    name: `${from} copied to ${to}`,
    allowed: "must-stop",
    handle: (disk) => tamper(disk, to, () => Buffer.from(bytesOf(disk, from))),
  };
}

/** A file as it was at an earlier moment, or gone where it was not there yet. */
function old(then: Rested, path: string, allowed: Handling["allowed"]): Handling {
  const file = then.disk.state.live.files.get(path);
  const bytes = file && copyOf(file).cache;
  return {
    name: `${path} of an earlier moment`,
    allowed,
    handle: (disk) => tamper(disk, path, () => bytes),
  };
}
