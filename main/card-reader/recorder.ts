import { dirname, join } from "node:path";
import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import { type Disk, writeWhollyAt } from "#main/journal/disk.ts";
import { disguised } from "./disguise.ts";
import { formatTranscript, type TranscriptStep } from "./transcript.ts";
import type { Connection, OpenTransport } from "./transport.ts";

/** 录制: keeps what is said on the cable while it is on, and lays it down without anybody's card. */
export interface Recorder {
  /** The same way to a reader, overheard. */
  wrap(open: OpenTransport): OpenTransport;
  start(header: { readonly device: string; readonly dialect: string }): void;
  /** Writes the file and answers its path; nothing where none was being made. Throws a fault. */
  stop(): string | undefined;
  isOn(): boolean;
}

/** An hour of swipes. Whatever is said after that is left out, so that memory stays bounded. */
const STEPS_MAX = 20_000;

/** A recorder for the readers of one counter; its files lie in `folder`. */
export function createRecorder({
  disk,
  wallClock,
  folder,
}: {
  readonly disk: Disk;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  readonly folder: string;
}): Recorder {
  let header: { readonly device: string; readonly dialect: string } | undefined;
  let steps: TranscriptStep[] = [];

  function note(step: TranscriptStep): void {
    if (header && steps.length < STEPS_MAX) steps.push(step);
  }

  function forget(): void {
    for (const step of steps) if (step.way !== "event") step.bytes.fill(0);
    steps = [];
    header = undefined;
  }

  return {
    wrap: (open) => async () => {
      const opened = await open();
      if (!opened.ok) {
        note({ way: "event", event: `not opened: ${opened.refusal.code}` });
        return opened;
      }
      note({ way: "event", event: "opened" });
      return { ...opened, value: overheard(opened.value, note) };
    },
    start(next) {
      forget();
      header = next;
    },
    stop() {
      if (!header) return undefined;
      // Instant is the wall clock's milliseconds by another name.
      const at = wallClock() as Instant;
      const { device, dialect } = header;
      const text = formatTranscript({
        header: { device, dialect, date: dateOf(at), author: "", cards: "replaced by test digits" },
        steps: disguised(steps),
      });
      forget();
      return lay(disk, folder, at, text);
    },
    isOn: () => header !== undefined,
  };
}

/** Copies every byte before its user overwrites it. */
function overheard(connection: Connection, note: (step: TranscriptStep) => void): Connection {
  connection.onBytes((bytes) => note({ way: "device", bytes: bytes.slice() }));
  connection.onLost(() => note({ way: "event", event: "lost" }));
  return {
    ...connection,
    write(bytes) {
      if (bytes.length > 0) note({ way: "host", bytes: bytes.slice() });
      return connection.write(bytes);
    },
  };
}

function lay(disk: Disk, folder: string, at: Instant, text: string): string {
  const moment = `${dateOf(at)}-${timeOf(at)}`.replace(/[-:]/g, "");
  try {
    disk.makeFolder(folder);
    disk.flushFolder(dirname(folder));
    const path = join(folder, freeName(disk.list(folder), `reader-${moment}`));
    const file = disk.open(path, "create");
    try {
      writeWhollyAt(disk, file, Buffer.from(text, "utf8"), 0);
      disk.flush(file);
    } finally {
      disk.close(file);
    }
    return path;
  } catch (cause) {
    throw new Fault("reader.recording-failed", { errno: errnoOf(cause) }, { cause });
  }
}

/** Two recordings within one second have different names. */
function freeName(taken: readonly string[], name: string, count = 1): string {
  const file = count === 1 ? `${name}.txt` : `${name}-${count}.txt`;
  return taken.includes(file) ? freeName(taken, name, count + 1) : file;
}
