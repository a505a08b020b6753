import { spawn } from "node:child_process";
import { existsSync, lstatSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SerialPort } from "serialport";
import { afterEach, describe, expect, test } from "vitest";
import { bytes, hex } from "#tests/main/card-reader/bytes.ts";
import { startSimulator } from "#tests/support/simulator.ts";
import { openControl } from "../../../scripts/reader-simulator/control.ts";
import { projectFolder } from "../../../scripts/setup/places.mjs";

let cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
});

async function started(options: Parameters<typeof startSimulator>[0]) {
  const simulator = await startSimulator(options);
  cleanUps.push(simulator.stop);
  return simulator;
}

/** A host at the port that knows nothing but bytes. */
async function openHost(path: string) {
  const port = new SerialPort({ path, baudRate: 9600, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((failure) => (failure ? reject(failure) : resolve()));
  });
  let heard: readonly number[] = [];
  let onHeard = () => {};
  port.on("data", (piece: Uint8Array) => {
    heard = [...heard, ...piece];
    onHeard();
  });
  port.on("error", () => {}); // A write into a cable that is pulled; `loss` tells of it.
  cleanUps.push(() => new Promise((resolve) => (port.isOpen ? port.close(resolve) : resolve(0))));

  return {
    /**
     * Resolves when the port is found to be gone. `serialport` misses a loss that comes between
     * its opening and its first waiting for bytes, so this writes one, which then fails.
     */
    loss: () =>
      new Promise<void>((resolve) => {
        if (!port.isOpen) return resolve();
        port.once("close", () => resolve());
        port.write(bytes("00"), (failure) => {
          if (failure) resolve();
        });
      }),
    say: (printed: string) => void port.write(bytes(printed)),
    /** The next `count` bytes, once they have come. */
    hears: (count: number) =>
      new Promise<string>((resolve) => {
        onHeard = () => {
          if (heard.length < count) return;
          onHeard = () => {};
          resolve(hex(Uint8Array.from(heard.slice(0, count))));
          heard = heard.slice(count);
        };
        onHeard();
      }),
    close: () => new Promise((resolve) => port.close(resolve)),
  };
}

/** Runs the program to its end with these words. */
async function ranTo(words: readonly string[], env = process.env) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/reader-simulator.ts", ...words],
    { cwd: projectFolder, env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (piece: Uint8Array) => {
      said += String.fromCharCode(...piece);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  return { code, said };
}

describe("the simulator as a program", () => {
  test("answers a host at its port and takes cards from its control socket", async () => {
    const { path, say } = await started({ dialect: "msr605", words: ["--firmware", "REVU1.00"] });
    const host = await openHost(path);

    host.say("1B 61 1B 65");
    expect(await host.hears(2)).toBe("1B 79");
    host.say("1B 76");
    expect(await host.hears(9)).toBe("1B 52 45 56 55 31 2E 30 30");

    expect(await say("swipe old")).toBe("no the reader waits for no card");
    host.say("1B 77 1B 73 1B 01 41 42 43 31 32 33 1B 02 31 32 33 34 35 1B 03 3F 1C");
    while (!(await say("panel")).includes('"waitsFor":"write"'));
    expect(await say("swipe blank")).toBe("ok taken");
    expect(await host.hears(2)).toBe("1B 30");
    expect(await say("card blank")).toContain('"tracks":{"1":"%ABC123?","2":";12345?"}');
  });

  test("delivers every byte as it is, to a host that closes and opens again", async () => {
    const { path, say } = await started({ dialect: "swipe-only" });
    const first = await openHost(path);
    await first.close();
    const second = await openHost(path);

    await say("garbage 00 03 04 0A 0D 11 13 1A 1B 1C 7F 80 FF");

    expect(await second.hears(13)).toBe("00 03 04 0A 0D 11 13 1A 1B 1C 7F 80 FF");
  });

  test("loses its port when it is unplugged, and has it again when it is replugged", async () => {
    const { path, say } = await started({ dialect: "teller", words: ["--chunk", "1"] });
    const before = await openHost(path);

    expect(await say("unplug")).toBe("ok");
    await before.loss();
    expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined();
    expect(await say("replug")).toBe("ok");
    const after = await openHost(path);
    after.say("1B 30 1B 6A");

    expect(await after.hears(3)).toBe("1B 72 70");
  });

  test("loses its port in the middle of a write that was ordered to fail so", async () => {
    const { path, say } = await started({
      dialect: "ezwriter",
      cards: [{ id: "piece", tracks: { 2: ";12345?" } }],
    });
    const host = await openHost(path);
    host.say("1B 77 1B 73 1B 01 1B 02 36 1B 03 3F 1C");
    while (!(await say("panel")).includes('"waitsFor":"write"'));

    await say("fail unplug");
    expect(await say("swipe piece")).toBe("ok taken");

    await host.loss();
    expect(existsSync(path)).toBe(false);
    expect(await say("card piece")).toContain('"tracks":{},"damaged":[2]');
    expect(await say("panel")).toContain('"isPlugged":false');
  });

  test("answers several hands, each in order", async () => {
    const { control, say } = await started({ dialect: "msr605" });
    const other = await openControl(control);
    cleanUps.push(async () => other.close());

    const answers = await Promise.all([
      say("unplug"),
      say("replug"),
      say("panel"),
      other.say("dance"),
    ]);

    expect(answers[0]).toBe("ok");
    expect(answers[1]).toBe("ok");
    expect(answers[2]).toContain('"isPlugged":true');
    expect(answers[3]).toBe('no there is no command "dance"; say help');
  });

  test("ends on a signal and leaves neither link nor socket behind", async () => {
    const { path, control, stop } = await startSimulator({ dialect: "msr605" });
    const host = await openHost(path);

    const code = await stop();

    await host.loss();
    expect(code).toBe(143);
    expect([existsSync(path), existsSync(control)]).toEqual([false, false]);
  });

  test("ends when it is told to quit, after it has said so", async () => {
    const { path, control, say, ended, stop } = await startSimulator({ dialect: "msr605" });
    const host = await openHost(path);

    expect(await say("quit")).toBe("ok");

    expect(await ended).toBe(0);
    await host.loss();
    await stop();
    expect([existsSync(path), existsSync(control)]).toEqual([false, false]);
  });
});

describe("the simulator refuses to start", () => {
  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), "guitai-simulator-"));
    cleanUps.push(() => rm(made, { recursive: true }));
    return made;
  }

  test("without a port", async () => {
    const { code, said } = await ranTo(["--dialect", "teller"]);

    expect(code).toBe(1);
    expect(said).toBe("\nSay where the port is to be: --pty PATH\n");
  });

  test("with a word for an option that the dialect has not", async () => {
    const path = join(await folder(), "reader");

    const { code, said } = await ranTo(["--pty", path, "--dialect", "teller", "--case", "lower"]);

    expect(code).toBe(1);
    expect(said).toBe("\n--case lower: a teller reader has no such thing.\n");
  });

  test("where something of somebody's lies, and leaves it there", async () => {
    const path = join(await folder(), "reader");
    await writeFile(path, "mine");

    const { code, said } = await ranTo(["--pty", path]);

    expect(code).toBe(1);
    expect(said).toBe(`\nThere is something at ${path} already.\n`);
    expect(existsSync(path)).toBe(true);
  });

  test("where its control socket cannot be, and takes its port away again", async () => {
    const made = await folder();
    const path = join(made, "reader");

    const { code, said } = await ranTo(["--pty", path, "--control", join(made, "no", "socket")]);

    expect(code).toBe(1);
    expect(said).toContain("No control socket can be opened at");
    expect(lstatSync(path, { throwIfNoEntry: false })).toBeUndefined();
  });

  test("with a list of cards that is none", async () => {
    const file = join(await folder(), "cards.json");
    await writeFile(file, JSON.stringify([{ id: "a", tracks: { 2: "12345" } }]));

    const { code, said } = await ranTo(["--pty", "unused", "--cards", file]);

    expect(code).toBe(1);
    expect(said).toContain("is no list of cards");
  });

  test("without python3, and says so", async () => {
    const made = await folder();
    const path = join(made, "reader");

    const { code, said } = await ranTo(["--pty", path], { ...process.env, PATH: made });

    expect(code).toBe(1);
    expect(said).toContain("A pseudo-terminal needs python3, and there is none on the path.");
    expect(existsSync(path)).toBe(false);
  });

  test("not where the link of one that was killed leads nowhere", async () => {
    const made = await folder();
    const path = join(made, "reader");
    await symlink(join(made, "gone"), path);

    // It gets past the link, to the next thing that is wrong.
    const { said } = await ranTo(["--pty", path, "--control", join(made, "no", "socket")]);

    expect(said).toContain("No control socket can be opened at");
  });
});
