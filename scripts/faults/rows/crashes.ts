import { type Chance, createChance } from "../../fuzz-reader/chance.ts";
import { losePower, type PowerLossMode, powerLossModes } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { judge } from "../rule.ts";
import type { DiskCall, SimulatedDisk } from "../simulated-disk.ts";
import { put } from "../simulated-file.ts";
import { filmDay, isDeath, leave, type Moment, openOn } from "../workload.ts";

const SEEDS_A_MOMENT = 24;

/** Row 1. */
export const killed: Row = {
  number: 1,
  injection: "process killed before every call",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const { moments, end, history } = await filmDay();
    const states = [...moments, { before: end, history }];
    return listed(states, ({ before, history: then }, chance) =>
      judge(before.copy(), then, { allowed: "must-open", chance }),
    );
  },
};

/** Row 2. */
export const powerLost: Row = {
  number: 2,
  injection: `power lost before every call x ${SEEDS_A_MOMENT}`,
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments.flatMap((moment) =>
      Array.from({ length: SEEDS_A_MOMENT }, (_, seed) => ({ ...moment, mode: modeOf(seed) })),
    );
    return listed(cases, ({ before, history, mode }, chance) => {
      const disk = before.copy();
      losePower(disk, mode, chance);
      return judge(disk, history, { allowed: "must-open", chance });
    });
  },
};

function modeOf(number: number): PowerLossMode {
  return powerLossModes[number % powerLossModes.length] ?? "nothing";
}

/** A write of zeros alone, as a new segment is filled: torn at every 509th byte only. */
const FILL_STEP = 509;

/** Row 3. */
export const torn: Row = {
  number: 3,
  injection: "every write torn at every byte",
  sample: 8_000,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments.flatMap((moment) => {
      const { bytes } = moment.call;
      if (!bytes) return [];
      const step = bytes.some((byte) => byte !== 0) ? 1 : FILL_STEP;
      const count = Math.ceil(bytes.length / step);
      return Array.from({ length: count }, (_, index) => ({ moment, upTo: index * step }));
    });
    return listed(cases, ({ moment, upTo }, chance) => {
      const disk = moment.before.copy();
      writePart(disk, moment.call, upTo);
      if (chance.onceIn(2)) losePower(disk, chance.pick(powerLossModes), chance);
      return judge(disk, moment.history, { allowed: "must-open", chance });
    });
  },
};

/** Puts down the first bytes of a write that was never finished. */
export function writePart({ state }: SimulatedDisk, call: DiskCall, upTo: number): void {
  const file = state.live.files.get(call.path);
  if (file && call.bytes) put(file, call.bytes.subarray(0, upTo), call.offset ?? 0);
}

/** How the first crash of a recovery came about. */
type Crash = "kill" | PowerLossMode;

/** A crash, and how many calls the recovery from it makes. */
interface Wreck {
  readonly moment: Moment;
  readonly crash: Crash;
  readonly seed: number;
  readonly calls: number;
}

/** Row 4. */
export const crashedAgain: Row = {
  number: 4,
  injection: "second crash at every call of the recovery",
  sample: 8_000,
  async plan() {
    const { moments } = await filmDay();
    const wrecks: Wreck[] = [];
    for (const moment of moments) {
      for (const crash of ["kill", ...powerLossModes] as const) {
        const seed = wrecks.length;
        const disk = wreckOf(moment, crash, seed);
        wrecks.push({ moment, crash, seed, calls: await callsToRecover(disk) });
      }
    }
    const cases = wrecks.flatMap((wreck) =>
      Array.from({ length: wreck.calls }, (_, at) => ({ wreck, at })),
    );
    return listed(cases, async ({ wreck, at }, chance) => {
      const disk = wreckOf(wreck.moment, wreck.crash, wreck.seed);
      await dieRecovering(disk, at, chance);
      if (chance.onceIn(2)) losePower(disk, chance.pick(powerLossModes), chance);
      return judge(disk, wreck.moment.history, { allowed: "must-open", chance });
    });
  },
};

/** The disk as a crash leaves it; a write that was underway is sometimes half done. */
function wreckOf({ before, call }: Moment, crash: Crash, seed: number): SimulatedDisk {
  const chance = createChance(seed);
  const disk = before.copy();
  if (call.bytes && chance.onceIn(2)) writePart(disk, call, chance.below(call.bytes.length));
  if (crash !== "kill") losePower(disk, crash, chance);
  return disk;
}

async function callsToRecover(disk: SimulatedDisk): Promise<number> {
  let calls = 0;
  const counting = disk.start(() => {
    calls += 1;
    return { mishap: "none" };
  });
  leave(await openOn(counting));
  return calls;
}

/** Opens the journal and lets the process die at one of its calls, a write in the middle. */
async function dieRecovering(disk: SimulatedDisk, at: number, chance: Chance): Promise<void> {
  const mortal = disk.start((call) => {
    if (call.at !== at) return { mishap: "none" };
    return { mishap: "dies", bytes: call.bytes ? chance.below(call.bytes.length + 1) : 0 };
  });
  try {
    leave(await openOn(mortal));
  } catch (failure) {
    if (!isDeath(failure)) throw failure;
  }
}

const SEEDS_A_WRECK = 16;

/** Row 27. */
export const headTornThenMending: Row = {
  number: 27,
  injection: `HEAD torn by a crash, then the power lost while the recovery writes x ${SEEDS_A_WRECK}`,
  sample: 4_000,
  plan: () => diesMending((moment) => tornAt(moment, "HEAD"), 1),
};

/** Row 30. */
export const tailTornThenMending: Row = {
  number: 30,
  injection: `a batch torn by a crash, then the power lost in two recoveries x ${SEEDS_A_WRECK}`,
  sample: 4_000,
  plan: () => diesMending((moment) => tornAt(moment, ".wal"), 2),
};

/** Row 31: the recovery reads what only the system's memory holds. */
export const unflushedThenMending: Row = {
  number: 31,
  injection: `process killed before a flush, then the power lost while the recovery writes x ${SEEDS_A_WRECK}`,
  sample: 4_000,
  plan: () =>
    diesMending(({ call, before }) => (call.operation === "flush" ? before.copy() : undefined), 1),
};

/** A first crash at each moment that leaves such a wreck, and after it as many recoveries that find no end. */
async function diesMending(
  wreckAt: (moment: Moment) => SimulatedDisk | undefined,
  recoveries: number,
) {
  const { moments } = await filmDay();
  const cases: { readonly moment: Moment; readonly wreck: SimulatedDisk; readonly at: number }[] =
    [];
  for (const moment of moments) {
    const wreck = wreckAt(moment);
    if (!wreck) continue;
    const calls = await callsToRecover(wreck.copy());
    for (let at = 1; at <= calls; at += 1) {
      for (let seed = 0; seed < SEEDS_A_WRECK; seed += 1) cases.push({ moment, wreck, at });
    }
  }
  return listed(cases, async ({ moment, wreck, at }, chance) => {
    const disk = wreck.copy();
    for (let recovery = 0; recovery < recoveries; recovery += 1) {
      await dieRecovering(disk, recovery === 0 ? at : chance.below(40), chance);
      losePower(disk, chance.pick(["garbage", "torn-sectors"]), chance);
    }
    return judge(disk, moment.history, { allowed: "must-open", chance });
  });
}

/** The disk after a crash in the middle of writing such a file, of which everything else survived. */
function tornAt({ call, before }: Moment, ending: string): SimulatedDisk | undefined {
  if (!call.bytes || !call.path.endsWith(ending)) return undefined;
  const disk = before.copy();
  writePart(disk, call, 60);
  losePower(disk, "everything", createChance(0));
  return disk;
}
