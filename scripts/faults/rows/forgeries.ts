import { createChance } from "../../fuzz-reader/chance.ts";
import { editBody, type FramePlace, framesIn, rebuildChain } from "../forgery.ts";
import { losePower, powerLossModes } from "../power-loss.ts";
import { listed, type Row } from "../row.ts";
import { judge } from "../rule.ts";
import { bytesOf, type SimulatedDisk, tamper } from "../simulated-disk.ts";
import { filmDay, type History, ledgerPath, type Moment } from "../workload.ts";
import { writePart } from "./crashes.ts";
import { cleanDay } from "./damage.ts";

/** A frame in its file. */
interface FrameOnDisk extends FramePlace {
  readonly path: string;
}

function framesOn(disk: SimulatedDisk): readonly FrameOnDisk[] {
  return segmentsOn(disk).flatMap((path) =>
    framesIn(bytesOf(disk, path)).map((frame) => ({ ...frame, path })),
  );
}

const segmentsOn = (disk: SimulatedDisk): readonly string[] =>
  [...disk.state.live.files.keys()].filter((path) => path.endsWith(".wal")).sort();

/** Row 11. */
export const edited: Row = {
  number: 11,
  injection: "a command edited: checksums made to fit, then the whole chain worked out anew",
  sample: Number.POSITIVE_INFINITY,
  async plan() {
    const { disk: rested, history } = await cleanDay();
    const cases = framesOn(rested).flatMap((frame) =>
      (["checksums", "chain"] as const).map((made) => ({ frame, made })),
    );
    return listed(cases, ({ frame, made }, chance) => {
      const disk = rested.copy();
      tamper(disk, frame.path, (bytes) => {
        editBody(bytes, frame, chance.below(frame.bodyBytes));
        return bytes;
      });
      if (made === "chain") rebuildOn(disk);
      return judge(disk, history, { allowed: "must-stop", chance });
    });
  },
};

function rebuildOn(disk: SimulatedDisk): void {
  const paths = segmentsOn(disk);
  const segments = paths.map((path) => bytesOf(disk, path));
  const head = bytesOf(disk, ledgerPath("HEAD"));
  rebuildChain(segments, head);
  for (const [index, path] of paths.entries()) tamper(disk, path, () => segments[index]);
  tamper(disk, ledgerPath("HEAD"), () => head);
}

/** The moments right after an answer, once each. */
function answered(moments: readonly Moment[]): readonly Moment[] {
  return moments.filter(({ history }, index) => {
    const before = moments[index - 1]?.history.acknowledged ?? 0;
    return history.acknowledged > before;
  });
}

/** Row 14. */
export const lastDamaged: Row = {
  number: 14,
  injection: "power lost right after an answer, one bit of its last frame damaged",
  sample: 3_000,
  async plan() {
    const { moments } = await filmDay();
    const cases = answered(moments).flatMap((moment) => {
      const frame = framesOn(moment.before).at(-1);
      if (!frame) return [];
      const length = frame.hashAt + 32 - frame.offset;
      return Array.from({ length }, (_, at) => ({ moment, frame, at: frame.offset + at }));
    });
    return listed(cases, ({ moment, frame, at }, chance) => {
      const disk = moment.before.copy();
      losePower(disk, chance.pick(powerLossModes), chance);
      flipAt(disk, frame.path, at, chance.below(8));
      return judge(disk, moment.history, { allowed: "must-stop", chance });
    });
  },
};

function flipAt(disk: SimulatedDisk, path: string, at: number, bit: number): void {
  tamper(disk, path, (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  });
}

/** Row 15. */
export const headTornAndFrameDamaged: Row = {
  number: 15,
  injection: "HEAD torn while written, and a frame damaged with it",
  sample: 4_000,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments
      .filter(({ call, history }) => isHeadWrite(call.path, call.bytes) && history.acknowledged > 0)
      .flatMap((moment) =>
        framesOn(moment.before).flatMap((frame, index) =>
          Array.from({ length: 132 }, (_, upTo) => ({ moment, frame, index, upTo })),
        ),
      );
    return listed(cases, ({ moment, frame, index, upTo }, chance) => {
      const disk = moment.before.copy();
      writePart(disk, moment.call, upTo);
      const at = frame.offset + chance.below(frame.hashAt + 32 - frame.offset);
      flipAt(disk, frame.path, at, chance.below(8));
      // A frame that was never answered may be taken for the torn tail that it is.
      const isAnswered = index < moment.history.acknowledged;
      const allowed = isAnswered ? "must-stop" : "may-stop";
      return judge(disk, moment.history, { allowed, chance });
    });
  },
};

/** Row 26. */
export const headSlotAndFrameDamaged: Row = {
  number: 26,
  injection: "at rest after an answer: a byte of one HEAD slot damaged, and one of its last frame",
  sample: 2_000,
  async plan() {
    const { moments } = await filmDay();
    const cases = answered(moments).flatMap((moment) => {
      const frame = framesOn(moment.before).at(-1);
      if (!frame) return [];
      return [0, 4096].flatMap((slot) =>
        Array.from({ length: 132 }, (_, byte) => ({ moment, frame, at: slot + byte })),
      );
    });
    return listed(cases, ({ moment, frame, at }, chance) => {
      const disk = moment.before.copy();
      losePower(disk, chance.pick(powerLossModes), chance);
      flipAt(disk, ledgerPath("HEAD"), at, chance.below(8));
      const inFrame = frame.offset + chance.below(frame.hashAt + 32 - frame.offset);
      flipAt(disk, frame.path, inFrame, chance.below(8));
      return judge(disk, moment.history, { allowed: "must-stop", chance });
    });
  },
};

const isHeadWrite = (path: string, bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && path.endsWith("HEAD");

/** Row 20. */
export const clockBack: Row = {
  number: 20,
  injection: "machine's clock set back before the restart, killed or power lost",
  sample: 1_200,
  async plan() {
    const { moments } = await filmDay();
    const cases = moments.flatMap((moment) =>
      Array.from({ length: 12 }, (_, seed) => ({ moment, seed })),
    );
    return listed(cases, async ({ moment, seed }, chance) => {
      const disk = moment.before.copy();
      if (seed % 2 === 0) losePower(disk, chance.pick(powerLossModes), createChance(seed));
      const machineClock = Date.now;
      Date.now = () => seed * 1000;
      try {
        return await judge(disk, moment.history as History, { allowed: "must-open", chance });
      } finally {
        Date.now = machineClock;
      }
    });
  },
};
