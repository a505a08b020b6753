import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LogBook } from "./log.ts";

/** A log file is put aside at this size, and only so many are kept. */
export const LOG_FILE_BYTES = 1024 * 1024;
export const LOG_FILES = 5;

const nameOf = (age: number) => (age === 0 ? "guitai.log" : `guitai.${age}.log`);

/**
 * Keeps the log in files of `folder`: `guitai.log`, and older ones as `guitai.1.log` and so on. A
 * disk that fails costs lines of the log and nothing else, so `onFailure` is told and work goes on.
 */
export function logFiles({
  folder,
  onFailure,
}: {
  readonly folder: string;
  readonly onFailure: (failure: unknown, line: string) => void;
}): LogBook {
  const current = join(folder, nameOf(0));

  function putAside(): void {
    for (let age = LOG_FILES - 2; age >= 0; age -= 1) {
      if (sizeOf(join(folder, nameOf(age))) === undefined) continue;
      renameSync(join(folder, nameOf(age)), join(folder, nameOf(age + 1)));
    }
  }

  return {
    append(line) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((sizeOf(current) ?? 0) >= LOG_FILE_BYTES) putAside();
        appendFileSync(current, `${line}\n`, { mode: 0o600 });
      } catch (failure) {
        onFailure(failure, line);
      }
    },
    lines() {
      const oldestFirst = Array.from({ length: LOG_FILES }, (_, age) =>
        nameOf(LOG_FILES - 1 - age),
      );
      return oldestFirst.flatMap((name) => linesOf(join(folder, name)));
    },
  };
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n").filter(Boolean);
  } catch {
    return []; // Not there yet, or not readable: numbering starts anew, and appending will tell.
  }
}
