import { existsSync, lstatSync, readlinkSync, symlinkSync, unlinkSync } from "node:fs";
import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { cannotGoOn } from "../setup/telling.mjs";
import { openTerminal, type Terminal } from "./terminal.ts";

/** The cable between the simulated reader and a serial port of the machine. */
export interface Plug {
  /** Opens a pseudo-terminal and links the path to it, as a port comes up when a cable is put in. */
  plugIn(): Promise<void>;
  /** Takes the port away. What can be done at once is done before this returns. */
  pull(): Promise<void>;
  /** Resolves when a pulling that the reader began itself is over. */
  settled(): Promise<void>;
}

/** A cable that is not plugged in yet. `path` is where a host will look for the port. */
export function createPlug(reader: SimulatedReader, path: string): Plug {
  let terminal: Terminal | undefined;
  let pulling: Promise<void> = Promise.resolve();

  reader.onBytes((bytes) => terminal?.send(bytes));
  reader.onUnplugged(() => void pull());

  async function plugIn(): Promise<void> {
    requireFree(path);
    const opened = await openTerminal();
    opened.onBytes((bytes) => {
      if (terminal === opened) reader.hear(bytes);
    });
    try {
      symlinkSync(opened.path, path);
    } catch {
      await opened.unplug();
      throw cannotGoOn(`No link can be made at ${path}.`);
    }
    terminal = opened;
    reader.plugIn();
    void opened.gone.then(() => {
      if (terminal === opened) reader.unplug();
    });
  }

  function pull(): Promise<void> {
    const pulled = terminal;
    if (!pulled) return pulling;
    terminal = undefined;
    unlink(pulled.path, path);
    pulling = pulled.unplug();
    return pulling;
  }

  return { plugIn, pull, settled: () => pulling };
}

/** A link of a simulator that was killed leads nowhere and may go; anything else is somebody's. */
function requireFree(path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return;
  if (there.isSymbolicLink() && !existsSync(path)) unlinkSync(path);
  else throw cannotGoOn(`There is something at ${path} already.`);
}

function unlink(target: string, path: string): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(path) === target) unlinkSync(path);
}
