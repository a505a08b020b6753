import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { known } from "#core/kernel/assert.ts";
import { inRealFolder, judgeReal, runWriter, startWriter } from "../real-process.ts";
import { listed, type Row } from "../row.ts";
import { failed } from "../rule.ts";
import { filmDay } from "../workload.ts";

/** Row 21. */
export const reallyKilled: Row = {
  number: 21,
  injection: "a real process on the real disk ends by SIGKILL before its n-th call",
  sample: 24,
  async plan() {
    const { moments } = await filmDay();
    return listed(moments, ({ call }) =>
      inRealFolder(async (folder) => {
        const { history, signal } = runWriter([folder, String(call.at)]);
        if (signal !== "SIGKILL") return failed(`it ended by ${signal} and not by SIGKILL`);
        return judgeReal(folder, history);
      }),
    );
  },
};

const hasStrace = (): boolean =>
  process.platform === "linux" && spawnSync("strace", ["--version"]).status === 0;

/** What strace does to which system call, and which call of the journal's disk makes it. */
const injections = [
  { call: "pwrite64", by: "write", what: "signal=KILL" },
  { call: "fdatasync", by: "flush", what: "signal=KILL" },
  { call: "fsync", by: "flushFolder", what: "signal=KILL" },
  { call: "rename", by: "rename", what: "signal=KILL" },
  { call: "fdatasync", by: "flush", what: "error=EIO" },
  { call: "fsync", by: "flushFolder", what: "error=EIO" },
  { call: "pwrite64", by: "write", what: "error=EIO" },
  { call: "pwrite64", by: "write", what: "error=ENOSPC" },
  { call: "rename", by: "rename", what: "error=ENOSPC" },
] as const;

/** Row 22. */
export const traced: Row = {
  number: 22,
  injection: "strace: SIGKILL, EIO or ENOSPC at the n-th write, flush or rename of the kernel",
  sample: 18,
  missing: () => (hasStrace() ? undefined : "strace is not installed"),
  async plan() {
    const { moments } = await filmDay();
    const cases = injections.flatMap((injection) => {
      const calls = moments.filter(({ call }) => call.operation === injection.by);
      return calls.map((_, index) => ({ ...injection, when: index + 1 }));
    });
    return listed(cases, ({ call, what, when }) =>
      inRealFolder(async (folder) => {
        const inject = `inject=${call}:${what}:when=${when}`;
        const quiet = ["-f", "-qq", "-o", "/dev/null"];
        const traceOf = ["-e", `trace=${call}`, "-e", inject];
        const { history, lines, signal } = runWriter([folder], ["strace", ...quiet, ...traceOf]);
        if (lines.includes("took more")) return failed("it took a command after its disk failed");

        const isHit = signal === "SIGKILL" || lines.some((line) => line.startsWith("journal."));
        return isHit ? judgeReal(folder, history) : failed(`nothing happened at ${inject}`);
      }),
    );
  },
};

const RACERS = 8;

/** Row 23. */
export const secondProcess: Row = {
  number: 23,
  injection: `${RACERS} processes race for one folder; the winner is killed and followed`,
  sample: 2,
  async plan() {
    return {
      count: Math.max(2, availableParallelism()),
      run: () =>
        inRealFolder(async (folder) => {
          const racers = await Promise.all(
            Array.from({ length: RACERS }, () => startWriter(folder)),
          );
          try {
            const winners = racers.filter(({ line }) => line === "open");
            if (winners.length !== 1) return failed(`${winners.length} processes hold the journal`);

            const { child } = known(winners[0], "there is one winner");
            child.kill("SIGKILL");
            await once(child, "close");
            return await judgeReal(folder, { submitted: [], acknowledged: 0 });
          } finally {
            for (const { child } of racers) child.kill("SIGKILL");
          }
        }),
    };
  },
};
