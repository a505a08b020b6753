import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realMachine } from "#main/machine.ts";
import { losePower, powerLossModes } from "../faults/power-loss.ts";
import { typedCode, wordsOf } from "../faults/rule.ts";
import type { Fate, Mishap } from "../faults/simulated-disk.ts";
import { isDeath } from "../faults/workload.ts";
import { type Chance, createChance } from "../fuzz-reader/chance.ts";
import { acts, isNobodyThere, lookAtBalances, type Sending, sit, type Tellers } from "./acts.ts";
import { openCounter, type SimulatedCounter } from "./counter.ts";
import { checkFolder, type Found } from "./invariants.ts";
import { seedChanceOfProcess } from "./seeded-world.ts";
import { type SimulatedMachine, simulatedMachine } from "./simulated-machine.ts";

/** A morning in March 2026, at which every simulation begins. */
const STARTS_AT = Date.UTC(2026, 2, 18, 1);
const ACTS_A_DAY = 24;

/** What a simulation came to. */
export interface Simulated {
  readonly seed: number;
  readonly days: number;
  readonly commands: number;
  readonly answered: number;
  readonly crashes: number;
  /** Over every word of what happened and every byte of what was recorded. */
  readonly digest: string;
}

/** How a day at the counter is to end. */
type Doom =
  | { readonly doom: "evening" }
  | { readonly doom: "kill" | "power-loss"; readonly at: number }
  | { readonly doom: "disk-fails"; readonly at: number; readonly mishap: Mishap };

/**
 * Runs random days of the whole workstation: real books, rules, journal and reader over a simulated
 * disk, with tellers who do anything. Every day ends with the evening, a crash or a failing disk, and
 * whatever must be true of the folder is checked after it. The same seed gives the same days.
 */
export async function simulate(of: {
  readonly seed: number;
  readonly days: number;
  readonly say?: (line: string) => void;
}): Promise<Simulated> {
  const { seed, days, say = () => {} } = of;
  const chance = createChance(seed);
  const parent = mkdtempSync(join(tmpdir(), "guitai-simulation-"));
  const drawn = seedChanceOfProcess(seed);
  const machineClock = Date.now;
  const words = createHash("sha256");
  try {
    const folder = join(parent, "data");
    Date.now = () => STARTS_AT; // Headers of segments bear the time.
    await (await openCounter(folder, { ...realMachine, wallClock: () => STARTS_AT })).close();
    const machine = simulatedMachine(folder, STARTS_AT);
    const sent = new Map<string, Sending>();
    let found: Pick<Found, "bodies"> & Partial<Found> = { bodies: [] };
    let crashes = 0;

    for (let day = 1; day <= days; day += 1) {
      const note = (text: string) => {
        words.update(`${text}\n`);
      };
      const doom = doomFrom(chance);
      note(`day ${day} ${JSON.stringify(doom)}`);
      const shown = new Map<string, number>();
      const reseed = () => drawn.reseed(chance.below(2 ** 31));
      await liveThrough({ folder, machine, chance, sent, note, shown, reseed }, doom);
      if (doom.doom === "power-loss") losePower(machine.disk, chance.pick(powerLossModes), chance);
      if (doom.doom !== "evening") crashes += 1;
      machine.layOut();
      const now = await checkFolder(folder, found, { sent, shown });
      for (const body of now.bodies.slice(found.bodies.length)) words.update(body);
      say(`day ${day}: ${doom.doom}, ${now.bodies.length - found.bodies.length} commands`);
      found = now;
    }
    const answered = [...sent.values()].filter(({ receipt }) => receipt).length;
    const digest = words.digest("hex");
    return { seed, days, commands: found.bodies.length, answered, crashes, digest };
  } finally {
    Date.now = machineClock;
    drawn.restore();
    rmSync(parent, { recursive: true, force: true });
  }
}

function doomFrom(chance: Chance): Doom {
  // The first calls are those of the opening, then four a command.
  const at = chance.onceIn(4) ? chance.below(60) : 60 + chance.below(160);
  const errno = chance.pick(["EIO", "ENOSPC"]);
  switch (chance.below(6)) {
    case 0:
      return { doom: "evening" };
    case 1:
    case 2:
      return { doom: "kill", at };
    case 3:
    case 4:
      return { doom: "power-loss", at };
    default: {
      const failing = { mishap: "fails", errno } as const;
      const short = { mishap: "short", bytes: chance.below(4096) } as const;
      return { doom: "disk-fails", at, mishap: chance.pick([failing, failing, short]) };
    }
  }
}

/** A disk's fate: at the given call, or at the first one after it that the mishap can happen to. */
function fateOf(doom: Doom, chance: Chance): Fate {
  if (doom.doom === "evening") return () => ({ mishap: "none" });
  let isDone = false;
  return (call) => {
    if (isDone || call.at < doom.at) return { mishap: "none" };
    if (doom.doom !== "disk-fails") {
      return { mishap: "dies", bytes: chance.below((call.bytes?.length ?? 0) + 1) };
    }
    if (doom.mishap.mishap === "short" && !call.bytes) return { mishap: "none" };
    isDone = true;
    return doom.mishap;
  };
}

/** A day from opening to its end. Anything but the planned end is thrown: that is a failure. */
async function liveThrough(
  life: Omit<Tellers, "counter"> & {
    readonly folder: string;
    readonly machine: SimulatedMachine;
    readonly reseed: () => void;
  },
  doom: Doom,
): Promise<void> {
  const { folder, machine, chance, note } = life;
  let counter: SimulatedCounter | undefined;
  try {
    life.reseed();
    counter = await openCounter(folder, machine.boot(fateOf(doom, chance)));
    const tellers = { ...life, counter };
    await sendAgain(tellers);
    for (let act = 0; act < ACTS_A_DAY; act += 1) {
      life.reseed();
      await sit(tellers);
      await chance.pick(acts)(tellers);
      machine.pass(1_000 * chance.below(120));
    }
    await lookAtBalances(tellers);
  } catch (failure) {
    if (!isPlanned(failure, doom)) throw failure;
    note(`ended ${isDeath(failure) ? "dead" : typedEnd(failure)}`);
  } finally {
    await counter?.close().catch((failure: unknown) => {
      if (!isPlanned(failure, doom)) throw failure;
    });
  }
  const odd = counter?.incidents.find((incident) => !isPlanned(incident, doom));
  if (odd) throw new Error(`an incident that nobody planned: ${wordsOf(odd)}`, { cause: odd });
}

/** Whoever got no answer asks again with the same id, and gets one. */
async function sendAgain(tellers: Tellers): Promise<void> {
  const { sent, counter, note } = tellers;
  await sit(tellers);
  for (const sending of [...sent.values()].filter(({ receipt }) => !receipt)) {
    if (await isNobodyThere(counter)) return;
    const { id, request } = sending;
    const reply = await counter.ask("transaction.run", { id, request });
    note(`again ${id} ${reply.ok ? reply.value.sequence : reply.refusal.code}`);
    if (reply.ok) sent.set(id, { ...sending, receipt: reply.value });
    else sent.delete(id); // It never was, and what devices saw for it is gone.
  }
}

/** The codes a failing disk may end in. */
const ENDS = [
  "journal.write-failed",
  "workstation.out-of-service",
  "journal.damaged", // READ_FAILED, where reading is what failed.
  "vault.unreadable",
  "vault.write-failed",
];

function typedEnd(failure: unknown): string {
  const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
  return typeof code === "string" ? code : (typedCode(failure) ?? "untyped");
}

function isPlanned(failure: unknown, doom: Doom): boolean {
  if (doom.doom === "evening") return false;
  return isDeath(failure) || ENDS.includes(typedEnd(failure));
}
