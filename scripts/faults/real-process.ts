import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realDisk } from "#main/journal/disk.ts";
import { projectFolder } from "../setup/places.mjs";
import { failed, type Outcome, problemWith, typedCode, wordsOf } from "./rule.ts";
import { day, type History, leave, openOn } from "./workload.ts";

const WRITER = ["--import", "tsx", "scripts/fault-writer.ts"];

/** A writer that ran to its end, or was ended, and what it had said by then. */
export interface EndedWriter {
  readonly history: History;
  readonly lines: readonly string[];
  readonly signal: NodeJS.Signals | null;
}

/** Runs a case in a new folder on the real disk, which goes away with it. */
export async function inRealFolder(
  run: (folder: string) => Promise<Outcome>,
  parent = tmpdir(),
): Promise<Outcome> {
  const folder = mkdtempSync(join(parent, "guitai-faults-real-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the writer, under `tracer` where there is one, until it ends. */
export function runWriter(words: readonly string[], tracer: readonly string[] = []): EndedWriter {
  const [program = process.execPath, ...args] = [...tracer, process.execPath, ...WRITER, ...words];
  const ended = spawnSync(program, args, {
    cwd: projectFolder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = ended.stdout.split("\n").filter((line) => line !== "");
  return { history: historyFrom(lines), lines, signal: ended.signal };
}

/** Starts a writer that opens the journal and stays; resolves with its first line. */
export function startWriter(
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, [...WRITER, folder, "stay"], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      const end = said.indexOf("\n");
      if (end >= 0) resolve({ child, line: said.slice(0, end) });
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("error", reject);
    child.once("close", () => resolve({ child, line: said }));
  });
}

/** What a writer said last of what it had submitted and what was answered. */
function historyFrom(lines: readonly string[]): History {
  const counts = lines.flatMap((line) => {
    const [, submitted, acknowledged] = /^(\d+) (\d+)$/.exec(line) ?? [];
    return submitted === undefined ? [] : [{ submitted, acknowledged }];
  });
  const last = counts.at(-1);
  const submitted = day.flat().slice(0, Number(last?.submitted ?? 0));
  return { submitted, acknowledged: Number(last?.acknowledged ?? 0) };
}

/** The rule of the matrix over a folder on the real disk. */
export async function judgeReal(folder: string, history: History): Promise<Outcome> {
  const first = await commandsIn(folder);
  if ("failure" in first) return first.failure;
  const problem = problemWith(first.bodies, history);
  if (problem !== undefined) return failed(problem);

  const next = JSON.stringify({ memo: "after the crash" });
  const journal = await openOn(realDisk, folder);
  journal.append([next], Date.UTC(2026, 2, 19));
  leave(journal);
  const second = await commandsIn(folder);
  if ("failure" in second) return second.failure;
  const isWhole = second.bodies.length === first.bodies.length + 1 && second.bodies.at(-1) === next;
  return isWhole ? { result: "survived" } : failed("the new command is not there");
}

async function commandsIn(
  folder: string,
): Promise<{ readonly bodies: readonly string[] } | { readonly failure: Outcome }> {
  try {
    const journal = await openOn(realDisk, folder);
    const bodies = [...journal.frames()].map(({ body }) => body);
    leave(journal);
    return { bodies };
  } catch (failure) {
    const code = typedCode(failure) ?? "untyped";
    return { failure: failed(`it does not open (${code}): ${wordsOf(failure)}`) };
  }
}
