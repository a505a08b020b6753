import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyFolder, faultOf, openTestJournal } from "#tests/support/journal-folder.ts";

/** Starts a real second process that records commands into `folder` without end. */
function startWriter(folder: string, ...nodeOptions: readonly string[]) {
  const script = "tests/support/journal-writer.ts";
  const child = spawn(process.execPath, [...nodeOptions, "--import", "tsx", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

type Lines = AsyncIterator<string>;

async function nextLine(lines: Lines): Promise<string> {
  const { value, done } = await lines.next();
  return done ? "" : value;
}

/** Kills the writer in the middle of its work; returns the last command that was answered. */
async function killAfter(commands: number, child: ChildProcess, lines: Lines): Promise<number> {
  const answered: number[] = [];
  while (answered.length < commands) answered.push(Number(await nextLine(lines)));
  child.kill("SIGKILL");
  await once(child, "exit");
  for (let line = await nextLine(lines); line !== ""; line = await nextLine(lines)) {
    answered.push(Number(line));
  }
  return answered.at(-1) ?? 0;
}

describe("the process that keeps the journal", () => {
  // Goal: kill -9 at any moment loses no answered command and invents none.
  // Method: kill a real writer after some commands, reopen and compare, again on the same folder.
  test("may be killed in the middle of a command: every answered one is there", async () => {
    const folder = emptyFolder();

    for (const commands of [1, 7, 40, 150]) {
      const { child, lines } = startWriter(folder);
      expect(await nextLine(lines)).toBe("open");
      const answered = await killAfter(commands, child, lines);

      const journal = await openTestJournal(folder);
      const frames = [...journal.frames()];
      expect(frames.length).toBeGreaterThanOrEqual(answered);
      expect(frames.length - answered).toBeLessThanOrEqual(1);
      for (const [index, frame] of frames.entries()) {
        const sequence = index + 1;
        const body = JSON.stringify({ sequence, memo: "x".repeat(sequence % 9000) });
        expect(frame).toEqual({ sequence, recordedAt: sequence, body });
      }
      journal.close();
    }
  }, 60_000);

  test("keeps every second process out while it lives, and not a moment longer", async () => {
    const folder = emptyFolder();
    const { child, lines } = startWriter(folder);
    expect(await nextLine(lines)).toBe("open");

    const lockedOut = await faultOf(() => openTestJournal(folder));
    child.kill("SIGKILL");
    await once(child, "exit");
    const journal = await openTestJournal(folder);

    expect(lockedOut?.code).toBe("journal.locked");
    expect(journal.lastSequence).toBeGreaterThanOrEqual(0);
  }, 30_000);

  test("is alone among eight that start at the same moment", async () => {
    const folder = emptyFolder();
    const writers = Array.from({ length: 8 }, () => startWriter(folder));

    const said = await Promise.all(writers.map(({ lines }) => nextLine(lines)));

    expect(said.filter((line) => line === "open")).toHaveLength(1);
    expect(said.filter((line) => line.startsWith("journal.locked"))).toHaveLength(7);
  }, 60_000);

  test("keeps out a second opening in the same process, until it closes", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);

    const lockedOut = await faultOf(() => openTestJournal(folder));
    journal.close();

    expect(lockedOut?.code).toBe("journal.locked");
    expect((await openTestJournal(folder)).lastSequence).toBe(0);
  });

  test("does not keep another folder's journal out", async () => {
    await openTestJournal(emptyFolder());

    expect((await openTestJournal(emptyFolder())).lastSequence).toBe(0);
  });

  test("needs nothing of Node that the older runtime's Node 18.15 does not have", async () => {
    const folder = emptyFolder();
    const { lines } = startWriter(folder, "--import", "./tests/support/node-18.mjs");

    expect(await nextLine(lines)).toBe("open");
    expect(await nextLine(lines)).toBe("1");
  }, 30_000);
});
