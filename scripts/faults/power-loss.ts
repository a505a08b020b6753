import { dirname } from "node:path";
import type { Chance } from "../fuzz-reader/chance.ts";
import { applyChange, type DiskState, type Names, type SimulatedDisk } from "./simulated-disk.ts";
import { copySector, SECTOR_BYTES, type SimulatedFile } from "./simulated-file.ts";

/** What a power loss does to the sectors that were written and not flushed. */
export const powerLossModes = [
  /** None of them reached the platter. */
  "nothing",
  /** All of them did. */
  "everything",
  /** Some did. */
  "random-sectors",
  /** Some did with their first bytes only. */
  "torn-sectors",
  /** Some were being written and hold garbage. */
  "garbage",
] as const;
export type PowerLossMode = (typeof powerLossModes)[number];

/** What one sector comes to where the mode leaves it to chance. */
const FATES = ["nothing", "everything", "as-the-mode-has-it"] as const;

/**
 * Takes the power away. Whatever was flushed stays; the rest is as the mode and chance have it,
 * names included: all of them old, all new, or each by itself.
 */
export function losePower(disk: SimulatedDisk, mode: PowerLossMode, chance: Chance): void {
  const { state } = disk;
  disk.start(); // Whoever ran is dead.
  const survivors = survivingNames(state, mode, chance);
  const files = new Set([...survivors.files.values()]);
  for (const file of files) loseBytes(file, mode, chance);

  for (const names of [state.live, state.durable]) {
    names.folders.clear();
    names.files.clear();
    for (const folder of survivors.folders) names.folders.add(folder);
    for (const [path, file] of survivors.files) names.files.set(path, file);
  }
  state.pending.length = 0;
}

function survivingNames(state: DiskState, mode: PowerLossMode, chance: Chance): Names {
  const names: Names = {
    folders: new Set(state.durable.folders),
    files: new Map(state.durable.files),
  };
  const which =
    mode === "nothing" || mode === "everything"
      ? mode
      : chance.pick(["nothing", "everything", mode]);
  for (const change of state.pending) {
    const survives = which === "everything" || (which !== "nothing" && chance.onceIn(2));
    if (survives) applyChange(names, change, state.live);
  }
  for (const path of [...names.files.keys()]) {
    if (!names.folders.has(dirname(path))) names.files.delete(path);
  }
  return names;
}

function loseBytes(file: SimulatedFile, mode: PowerLossMode, chance: Chance): void {
  const after = Buffer.alloc(survivingSize(file, mode, chance));
  file.platter.copy(after);
  for (const sector of file.soft) loseSector(file, after, { sector, mode, chance });
  for (const sector of file.forsaken) {
    // A flush that failed may have written some of it before.
    const isGuess = mode !== "nothing" && mode !== "everything";
    if (isGuess && chance.onceIn(2)) copySector(file.cache, after, sector);
  }
  file.cache = after;
  file.platter = Buffer.from(after);
  file.soft.clear();
  file.forsaken.clear();
}

function survivingSize({ cache, platter }: SimulatedFile, mode: PowerLossMode, chance: Chance) {
  if (mode === "nothing") return platter.length;
  if (mode === "everything") return cache.length;
  return chance.onceIn(2) ? cache.length : platter.length;
}

function loseSector(
  file: SimulatedFile,
  after: Buffer,
  from: { readonly sector: number; readonly mode: PowerLossMode; readonly chance: Chance },
): void {
  const { sector, mode, chance } = from;
  const fate = mode === "nothing" || mode === "everything" ? mode : chance.pick(FATES);
  if (fate === "nothing") return;

  const start = sector * SECTOR_BYTES;
  if (fate === "everything" || mode === "random-sectors") {
    copySector(file.cache, after, sector);
  } else if (mode === "torn-sectors") {
    copySector(file.cache, after, sector, chance.below(SECTOR_BYTES));
  } else if (start < after.length) {
    after.set(chance.bytes(Math.min(SECTOR_BYTES, after.length - start)), start);
  }
}
