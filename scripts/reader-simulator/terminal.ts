import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { projectFolder } from "../setup/places.mjs";
import { cannotGoOn } from "../setup/telling.mjs";

/*
 * Node can open no pseudo-terminal, so a few lines of Python do; they need nothing but python3.
 *
 * The npm package @lydell/node-pty 1.1.0 was tried instead. Its `open()` reads from the slave
 * itself and so swallows what the host says; only its native binding, which it does not publish
 * as an interface, gives the bare pair. And it would come with every installation of the
 * workstation, for a tool that few start.
 */

/** A real pseudo-terminal: a serial port with us at its other end. */
export interface Terminal {
  /** What the program under test opens. */
  readonly path: string;
  send(bytes: Uint8Array): void;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Pulls the cable; resolves when the terminal is gone. */
  unplug(): Promise<void>;
  /** Resolves when the terminal is gone, whoever pulled it. */
  readonly gone: Promise<void>;
}

type Bridge = ChildProcessByStdio<Writable, Readable, null>;

const bridgePath = join(projectFolder, "scripts", "reader-simulator", "pty_bridge.py");

/** Opens a pseudo-terminal. It goes with this process, however that ends. */
export async function openTerminal(): Promise<Terminal> {
  if (process.platform === "win32") {
    throw cannotGoOn("Windows has no pseudo-terminals that a serial port could be made of.");
  }
  const bridge: Bridge = spawn("python3", ["-u", bridgePath], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = new Promise<void>((resolve) => {
    bridge.on("exit", () => resolve());
  });
  bridge.stdin.on("error", () => {}); // Bytes sent to a cable that is being pulled.

  const path = await firstLine(bridge);
  return {
    path,
    send: (bytes) => void bridge.stdin.write(bytes),
    onBytes: (listener) => void bridge.stdout.on("data", (bytes: Uint8Array) => listener(bytes)),
    async unplug() {
      bridge.kill("SIGKILL");
      await gone;
    },
    gone,
  };
}

function firstLine(bridge: Bridge): Promise<string> {
  return new Promise((resolve, reject) => {
    bridge.on("error", () => {
      reject(
        cannotGoOn(
          "A pseudo-terminal needs python3, and there is none on the path. On Debian or Ubuntu:",
          "apt-get install python3",
        ),
      );
    });
    bridge.on("exit", (code) => reject(new Error(`the bridge to the terminal ended with ${code}`)));
    let line = "";
    const onData = (bytes: Uint8Array) => {
      line += String.fromCharCode(...bytes);
      if (!line.endsWith("\n")) return;
      bridge.stdout.off("data", onData);
      resolve(line.trim());
    };
    bridge.stdout.on("data", onData);
  });
}
