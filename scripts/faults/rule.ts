import { isDeepStrictEqual } from "node:util";
import type { Disk } from "#main/journal/disk.ts";
import type { Journal } from "#main/journal/journal.ts";
import type { Chance } from "../fuzz-reader/chance.ts";
import { losePower, powerLossModes } from "./power-loss.ts";
import type { SimulatedDisk } from "./simulated-disk.ts";
import { type History, leave, openOn } from "./workload.ts";

/** What became of one case. */
export type Outcome =
  | { readonly result: "survived" }
  /** A fault that names the damage; nothing on the disk was changed. */
  | { readonly result: "stopped"; readonly code: string }
  | { readonly result: "failed"; readonly why: string };

/** Whether a case may end in a typed stop. */
export type Allowed = "must-open" | "may-stop" | "must-stop";

export const failed = (why: string): Outcome => ({ result: "failed", why });

/** How a journal is opened on a disk, where it is not the usual one. */
export type JournalOpener = (disk: Disk) => Promise<Journal>;

/** What the journal has, or `stopped` with what it threw. */
async function reopened(
  disk: SimulatedDisk,
  open: JournalOpener = openOn,
): Promise<
  { readonly journal: Journal; readonly bodies: readonly string[] } | { readonly stopped: unknown }
> {
  let journal: Journal | undefined;
  try {
    journal = await open(disk.start());
    return { journal, bodies: [...journal.frames()].map(({ body }) => body) };
  } catch (stopped) {
    leave(journal);
    return { stopped };
  }
}

/**
 * The rule of the whole matrix: before or after, never between. Every acknowledged command is there,
 * unchanged and in order; nothing is there that was not submitted; the journal takes a new command,
 * and has it after the power was lost; or it stops with a typed fault and touches nothing.
 */
export async function judge(
  disk: SimulatedDisk,
  history: History,
  how: {
    readonly allowed: Allowed;
    readonly chance: Chance;
    /** Only for a disk that lies: before the second opening no power is lost. */
    readonly keepsPower?: boolean;
    readonly open?: JournalOpener;
  },
): Promise<Outcome> {
  const { allowed, chance } = how;
  const found = disk.copy();
  const first = await reopened(disk, how.open);
  if ("stopped" in first) return stop(first.stopped, allowed, [found, disk]);

  const { journal, bodies } = first;
  const problem = problemWith(bodies, history);
  if (problem !== undefined || allowed === "must-stop") {
    leave(journal);
    return failed(problem ?? "damage of what was acknowledged went unnoticed");
  }
  const next = JSON.stringify({ memo: `after ${bodies.length}` });
  try {
    journal.append([next], Date.UTC(2026, 2, 19));
  } catch (failure) {
    return failed(`it opened and took no new command: ${wordsOf(failure)}`);
  } finally {
    leave(journal);
  }

  if (!how.keepsPower) losePower(disk, chance.pick(powerLossModes), chance);
  const second = await reopened(disk, how.open);
  if ("stopped" in second) {
    return failed(`it did not open a second time: ${wordsOf(second.stopped)}`);
  }
  leave(second.journal);
  return isDeepStrictEqual(second.bodies, [...bodies, next])
    ? { result: "survived" }
    : failed(`the second opening had ${second.bodies.length} of ${bodies.length + 1} commands`);
}

/** What is wrong with the commands found; undefined where they are as the rule has it. */
export function problemWith(
  bodies: readonly string[],
  { submitted, acknowledged }: History,
): string | undefined {
  if (bodies.length < acknowledged) {
    return `${acknowledged - bodies.length} acknowledged commands are lost`;
  }
  if (bodies.length > submitted.length) return "a command appeared that nobody submitted";
  const changed = bodies.findIndex((body, index) => body !== submitted[index]);
  return changed >= 0 ? `command ${changed + 1} is not as it was submitted` : undefined;
}

/** Judges what a journal threw at its opening. */
export function stop(
  failure: unknown,
  allowed: Allowed,
  disks?: readonly [before: SimulatedDisk, after: SimulatedDisk],
): Outcome {
  const code = typedCode(failure);
  if (code === undefined) return failed(`an untyped failure: ${wordsOf(failure)}`);
  if (allowed === "must-open") return failed(`it stopped where it must open: ${wordsOf(failure)}`);
  if (disks && code === "journal.damaged" && !isSame(...disks)) {
    return failed(`it stopped and changed the disk: ${wordsOf(failure)}`);
  }
  return { result: "stopped", code: wordsOf(failure) };
}

/** The code of a fault of the journal; undefined for anything else. */
export function typedCode(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || failure.name !== "Fault" || !("code" in failure)) return;
  const { code } = failure;
  return typeof code === "string" && code.startsWith("journal.") ? code : undefined;
}

function isSame(before: SimulatedDisk, after: SimulatedDisk): boolean {
  const [left, right] = [before.state.live.files, after.state.live.files];
  if (left.size !== right.size) return false;
  return [...left].every(([path, { cache }]) => right.get(path)?.cache.equals(cache) === true);
}

export const wordsOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure);
