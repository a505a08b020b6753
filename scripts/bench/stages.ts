import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Batch } from "#core/journal/batch.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { openBankingBooks } from "./banking-books.ts";
import { median, msOf } from "./figure.ts";
import { type Command, paymentsAt } from "./payments.ts";

/** Milliseconds of each stage of one command, in their order. */
export interface Stages {
  /** Settling what is due, deciding, and parsing the batch: all that is none of the others. */
  readonly deciding: number;
  readonly reckoning: number;
  readonly encoding: number;
  readonly flushing: number;
  readonly posting: number;
  /** From the request until its books answer everybody: the sum of those above. */
  readonly whole: number;
  /** Putting the batch into SQL, after the answer. */
  readonly behind: number;
  /** Bare writes and flushes of as many bytes, turn by turn with the command. */
  readonly bare: number;
}

/** Books whose stages are watched, and one command after the other. */
export interface Watched {
  readonly books: OpenBooks;
  /** Gives one command and times it; SQL is level before it and again after it. */
  readonly turn: () => Stages;
  readonly close: () => void;
}

/** Opens books in which every stage of a commit is timed. */
export async function openWatched(folder: string): Promise<Watched> {
  const spent = { reckoning: 0, appending: 0, flushing: 0, posting: 0 };
  const written: Uint8Array[] = [];
  const disk = watchedDisk(realDisk, written, (ms) => {
    spent.flushing += ms;
  });
  const { books, desk } = await openBankingBooks(folder, {
    disk,
    around: (opened) => watchedParts(opened, spent),
  });
  const nextCommand = paymentsAt(desk, books.vault);
  const bare = bareWriter(join(folder, ".."));

  return {
    books,
    turn() {
      const command: Command = nextCommand();
      books.ledger.catchUp();
      Object.assign(spent, { reckoning: 0, appending: 0, flushing: 0, posting: 0 });
      written.length = 0;
      const whole = msOf(command);
      const { reckoning, appending, flushing, posting } = spent;
      // At once, while the disk is as it was: after a pause for SQL it answers more slowly.
      const bareWrites = msOf(() => bare.write(written));
      const behind = msOf(books.ledger.catchUp);
      return {
        deciding: whole - reckoning - appending - posting,
        ...{ reckoning, encoding: appending - flushing, flushing, posting, whole, behind },
        bare: bareWrites,
      };
    },
    close() {
      bare.close();
      closeBooks(books);
    },
  };
}

/** The middle of each stage over many turns. */
export function medianStages(turns: readonly Stages[]): Stages {
  const of = (stage: keyof Stages) => median(turns.map((turn) => turn[stage]));
  return {
    deciding: of("deciding"),
    reckoning: of("reckoning"),
    encoding: of("encoding"),
    flushing: of("flushing"),
    posting: of("posting"),
    whole: of("whole"),
    behind: of("behind"),
    bare: of("bare"),
  };
}

function watchedDisk(disk: Disk, written: Uint8Array[], onSpent: (ms: number) => void): Disk {
  return {
    ...disk,
    write(file, bytes, offset) {
      let count = 0;
      onSpent(
        msOf(() => {
          count = disk.write(file, bytes, offset);
        }),
      );
      written.push(bytes);
      return count;
    },
    flush: (file) => onSpent(msOf(() => disk.flush(file))),
  };
}

function watchedParts(
  { journal, ledger }: OpenBooks,
  spent: { reckoning: number; appending: number; posting: number },
): Pick<OpenBooks, "journal" | "ledger"> {
  const timed = <T>(stage: keyof typeof spent, work: () => T): T => {
    const start = performance.now();
    const done = work();
    spent[stage] += performance.now() - start;
    return done;
  };
  return {
    // Over the prototype, so that what is read anew each time (a sequence) stays so.
    journal: Object.setPrototypeOf(
      {
        append: (bodies: readonly string[], at: number) =>
          timed("appending", () => journal.append(bodies, at)),
      },
      journal,
    ),
    ledger: Object.setPrototypeOf(
      {
        prepare(batch: Batch) {
          const prepared = timed("reckoning", () => ledger.prepare(batch));
          return { ...prepared, post: () => timed("posting", prepared.post) };
        },
      },
      ledger,
    ),
  };
}

/** The bare writes and flushes of the format: a log that grows, and two slots in turn. */
export function bareWriter(folder: string) {
  const log = openSync(join(folder, "bare-log"), "w");
  const head = openSync(join(folder, "bare-head"), "w");
  writeSync(log, Buffer.alloc(16 * 1024 * 1024, 1)); // Laid out beforehand, as segments are.
  fdatasyncSync(log);
  let [end, turns] = [0, 0];

  function writeLog(bytes: Uint8Array): void {
    writeSync(log, bytes, 0, bytes.length, end);
    fdatasyncSync(log);
    end += bytes.length;
  }

  return {
    /** One write and one flush. */
    writeLog,
    /** Those of a whole commit. */
    write([batch, slot]: readonly Uint8Array[]) {
      if (!batch || !slot) throw new Error("a commit writes a batch and a slot");
      writeLog(batch);
      writeSync(head, slot, 0, slot.length, (turns % 2) * 4096);
      fdatasyncSync(head);
      turns += 1;
    },
    close() {
      closeSync(log);
      closeSync(head);
    },
  };
}
