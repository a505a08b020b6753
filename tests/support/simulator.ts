import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import { type Control, openControl } from "../../scripts/reader-simulator/control.ts";
import { projectFolder } from "../../scripts/setup/places.mjs";

/** The simulator as a program of its own, at a port that a program under test can open. */
export interface RunningSimulator {
  /** The port. */
  readonly path: string;
  /** Says one line command; refused commands answer `no` and the reason. */
  readonly say: Control["say"];
  /** Its control socket, for a second hand. */
  readonly control: string;
  /** The code that it ends with, however that comes about. */
  readonly ended: Promise<number | null>;
  /** Ends it with a signal, takes its folder away, and resolves with the code. */
  readonly stop: () => Promise<number | null>;
}

/** How to start it. */
export interface SimulatorOptions {
  readonly dialect: SimulatedDialect;
  /** What lies on its tray instead of the three ordinary cards. */
  readonly cards?: readonly {
    readonly id: string;
    readonly label?: string;
    readonly tracks?: Readonly<Partial<Record<1 | 2 | 3, string>>>;
    readonly coercivity?: "high" | "low";
  }[];
  /** More options of the program: `["--pace", "960"]`. */
  readonly words?: readonly string[];
}

/** Starts the simulator in a folder of its own, and waits until its port is there. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const folder = await mkdtemp(join(tmpdir(), "guitai-simulator-"));
  const path = join(folder, "reader");
  const control = join(folder, "control");
  const words = ["--pty", path, "--control", control, "--dialect", options.dialect];
  if (options.cards) {
    const file = join(folder, "cards.json");
    await writeFile(file, JSON.stringify(options.cards));
    words.push("--cards", file);
  }
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/reader-simulator.ts", ...words, ...(options.words ?? [])],
    { cwd: projectFolder, stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  await ready(child, ended).catch(async (failure: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw failure;
  });
  const hand = await openControl(control);
  return {
    path,
    control,
    say: hand.say,
    ended,
    async stop() {
      hand.close();
      child.kill("SIGTERM");
      const code = await ended;
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function ready(
  child: ReturnType<typeof spawn>,
  ended: Promise<number | null>,
): Promise<void> {
  let said = "";
  const isReady = new Promise<"ready">((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (piece: Uint8Array) => {
        said += String.fromCharCode(...piece);
        if (/^ready at /m.test(said)) resolve("ready");
      });
    }
  });
  const first = await Promise.race([isReady, ended]);
  if (first !== "ready") throw new Error(`the simulator ended with ${first}:\n${said}`);
}
