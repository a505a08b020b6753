import type { Chance } from "../../fuzz-reader/chance.ts";
import { losePower, type PowerLossMode, powerLossModes } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { failed, judge, type Outcome, stop, typedCode, wordsOf } from "../rule.ts";
import {
  type DiskCall,
  emptyDisk,
  type Fate,
  type Mishap,
  type SimulatedDisk,
  tamper,
} from "../simulated-disk.ts";
import {
  type DayEnd,
  dataFolder,
  filmDay,
  leave,
  ledgerPath,
  type Moment,
  openOn,
  runDay,
  SEGMENT_BYTES,
} from "../workload.ts";

/** The day on a new disk with one mishap, at the call of this number. */
async function dayWith(at: number, mishap: Mishap): Promise<{ disk: SimulatedDisk; end: DayEnd }> {
  const disk = emptyDisk(dataFolder());
  const fate: Fate = (call) => (call.at === at ? mishap : { mishap: "none" });
  const end = await runDay(disk.start(fate));
  disk.start(); // That process ends here.
  return { disk, end };
}

/** What must be true of a process whose disk failed: a typed fault, and not one command more. */
function problemOf({ failure, tookMore }: DayEnd): Outcome | undefined {
  if (failure === undefined) return failed("nobody was told that the disk failed");
  if (typedCode(failure) === undefined) return failed(`untyped failure: ${wordsOf(failure)}`);
  return tookMore ? failed("it took a command after its disk had failed") : undefined;
}

const isFlush = ({ call }: Moment) =>
  call.operation === "flush" || call.operation === "flushFolder";

async function callsWhere(wanted: (moment: Moment) => boolean): Promise<readonly DiskCall[]> {
  const { moments } = await filmDay();
  return moments.filter(wanted).map(({ call }) => call);
}

const POWER_LOSSES: readonly PowerLossMode[] = [...powerLossModes, "random-sectors"];

/** Row 9. */
export const failedFlush: Row = {
  number: 9,
  injection: "flush fails, pages marked clean, then power lost x 6",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const calls = await callsWhere(isFlush);
    const cases = calls.flatMap(({ at }) => POWER_LOSSES.map((mode) => ({ at, mode })));
    return listed(cases, async ({ at, mode }, chance) => {
      const { disk, end } = await dayWith(at, { mishap: "fails", errno: "EIO" });
      const problem = problemOf(end);
      if (problem) return problem;
      losePower(disk, mode, chance);
      return judge(disk, end.history, { allowed: "must-open", chance });
    });
  },
};

/** Row 10. */
export const fullDisk: Row = {
  number: 10,
  injection: "disk full: ENOSPC or a short write at every write",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const calls = await callsWhere(({ call }) => call.bytes !== undefined);
    const cases = calls.flatMap(({ at, bytes = new Uint8Array() }) => {
      const cuts = [0, 1, bytes.length >> 1, bytes.length - 1];
      const short = cuts.map((cut) => ({ mishap: "short", bytes: cut }) as const);
      return [...short, { mishap: "fails", errno: "ENOSPC" } as const].map((mishap) => ({
        at,
        mishap,
      }));
    });
    return listed(cases, async ({ at, mishap }, chance) => {
      const { disk, end } = await dayWith(at, mishap);
      const problem = problemOf(end) ?? (await whileStillFull(disk));
      if (problem) return problem;
      if (chance.onceIn(2)) losePower(disk, chance.pick(powerLossModes), chance);
      return judge(disk, end.history, { allowed: "must-open", chance });
    });
  },
};

/** Restarted on a disk that is still full, it opens or says so in a typed fault. */
async function whileStillFull(disk: SimulatedDisk): Promise<Outcome | undefined> {
  const full = disk.start(({ operation }) =>
    operation === "write" ? { mishap: "short", bytes: 0 } : { mishap: "none" },
  );
  try {
    leave(await openOn(full));
    return undefined;
  } catch (failure) {
    const outcome = stop(failure, "may-stop");
    return outcome.result === "failed" ? outcome : undefined;
  }
}

/** Row 25. */
export const startedOnFullDisk: Row = {
  number: 25,
  injection: "crash, then a start on a full disk that has only its reserve to give up",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments
      .filter(({ history }) => history.acknowledged > 0)
      .flatMap((moment) => powerLossModes.map((mode) => ({ moment, mode })));
    return listed(cases, async ({ moment, mode }, chance) => {
      const disk = moment.before.copy();
      losePower(disk, mode, chance);
      const reserve = ledgerPath("reserve.bin");
      tamper(disk, reserve, () => Buffer.alloc(SEGMENT_BYTES));
      // What lies there already can be written again; what is new needs the reserve's room.
      const isNew = ({ operation, path }: DiskCall) =>
        operation === "write" && path.endsWith(".tmp");
      const full: Fate = (call) =>
        isNew(call) && disk.state.live.files.has(reserve)
          ? { mishap: "short", bytes: chance.below(512) }
          : { mishap: "none" };
      leave(await openOn(disk.start(full)));
      return judge(disk, moment.history, { allowed: "must-open", chance });
    });
  },
};

/** Row 12. */
export const restartedAfterFailedFlush: Row = {
  number: 12,
  injection: "flush fails, restart without reboot, then power lost x 5",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const calls = await callsWhere(isFlush);
    const cases = calls.flatMap(({ at }) => powerLossModes.map((mode) => ({ at, mode })));
    return listed(cases, async ({ at, mode }, chance) => {
      const { disk, end } = await dayWith(at, { mishap: "fails", errno: "EIO" });
      const shown = await shownBy(disk);
      losePower(disk, mode, chance);
      // Whatever recovery showed was looked at by people: it counts as answered.
      const history = { ...end.history, acknowledged: Math.max(shown, end.history.acknowledged) };
      return judge(disk, history, { allowed: "must-open", chance });
    });
  },
};

/** How many commands a restart shows. */
async function shownBy(disk: SimulatedDisk): Promise<number> {
  const journal = await openOn(disk.start());
  const shown = [...journal.frames()].length;
  leave(journal);
  return shown;
}

/** Row 16. */
export const failedCall: Row = {
  number: 16,
  injection: "EIO at the n-th call of any operation, before or after it happened",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const calls = await callsWhere(() => true);
    const cases = calls.flatMap((call) =>
      (["fails", "fails-after"] as const).map((mishap) => ({ call, mishap })),
    );
    return listed(cases, async ({ call, mishap }, chance) => {
      const { disk, end } = await dayWith(call.at, { mishap, errno: "EIO" });
      const problem = problemOf(end);
      if (problem) return named(problem, call);
      if (chance.onceIn(2)) losePower(disk, chance.pick(powerLossModes), chance);
      return judge(disk, end.history, { allowed: "must-open", chance });
    });
  },
};

function named(outcome: Outcome, { operation, path }: DiskCall): Outcome {
  if (outcome.result !== "failed") return outcome;
  return failed(`${outcome.why} (${operation} ${path.split("/").at(-1)})`);
}

/** Row 17. */
export const failedRecovery: Row = {
  number: 17,
  injection: "EIO at the n-th call of a recovery, then the disk is well again",
  sample: 3_000,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments.flatMap((moment) =>
      Array.from({ length: 48 }, (_, at) => ({ moment, at })),
    );
    return listed(cases, async ({ moment, at }, chance) => {
      const disk = moment.before.copy();
      const problem = await failOpening(disk, (call) =>
        call.at === at ? { mishap: "fails", errno: "EIO" } : { mishap: "none" },
      );
      if (problem) return problem;
      if (chance.onceIn(2)) losePower(disk, chance.pick(powerLossModes), chance);
      return judge(disk, moment.history, { allowed: "must-open", chance });
    });
  },
};

/** An opening on a failing disk; a problem if it fails in any other way than by a typed fault. */
async function failOpening(disk: SimulatedDisk, fate: Fate): Promise<Outcome | undefined> {
  try {
    const journal = await openOn(disk.start(fate));
    try {
      for (const _ of journal.frames());
    } finally {
      leave(journal);
    }
    return undefined;
  } catch (failure) {
    const outcome = stop(failure, "may-stop");
    return outcome.result === "failed" ? outcome : undefined;
  }
}

/** Row 18. */
export const lostRename: Row = {
  number: 18,
  injection: "a rename, a folder's or a file's flush is answered and never done",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const calls = await callsWhere(
      (moment) => moment.call.operation === "rename" || isFlush(moment),
    );
    const cases = calls.flatMap((call) =>
      ["kill" as const, ...powerLossModes].map((then) => ({ call, then })),
    );
    return listed(cases, ({ call, then }, chance) => lieAt(call, then, chance));
  },
};

/**
 * A disk that lies may cost what it said to hold: then the journal must say so. Only a rename that
 * is seen to be missing, or a kill, which costs no bytes, must cost nothing.
 */
async function lieAt(
  call: DiskCall,
  then: "kill" | PowerLossMode,
  chance: Chance,
): Promise<Outcome> {
  const disk = emptyDisk(dataFolder());
  const until = call.at + 1 + chance.below(12);
  const end = await runDay(
    disk.start(({ at }) => {
      if (at === call.at) return { mishap: "lies" };
      return at === until ? { mishap: "dies" } : { mishap: "none" };
    }),
  );
  if (then !== "kill") losePower(disk, then, chance);
  const isKill = then === "kill";
  const how = { allowed: isKill ? "must-open" : "may-stop", chance, keepsPower: isKill } as const;
  return named(await judge(disk, end.history, how), call);
}
