import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** A real pseudo-terminal: a serial port with a test at its other end. */
export interface Pty {
  /** What the program under test opens. */
  readonly path: string;
  send(bytes: Uint8Array): void;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Pulls the cable; resolves when the terminal is gone. */
  unplug(): Promise<void>;
}

type Bridge = ChildProcessByStdio<Writable, Readable, null>;

const bridgePath = fileURLToPath(new URL("./pty_bridge.py", import.meta.url));

/** Opens a pseudo-terminal. Needs python3, since Node has no openpty. */
export async function openPty(): Promise<Pty> {
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
  };
}

function firstLine(bridge: Bridge): Promise<string> {
  return new Promise((resolve, reject) => {
    bridge.on("error", (cause) => {
      reject(new Error("the tests of serial ports need python3 on the path", { cause }));
    });
    bridge.on("exit", (code) => reject(new Error(`the pty bridge ended with ${code}`)));
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
