import { dirname, join } from "node:path";
import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";
import type { Clock } from "./clock.ts";
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
const BYTES_MAX = 1_000_000;
/** A pause that long is written down: some readers end a swipe with nothing else. */
const PAUSE_MS = 100;

/** A recorder for the readers of one counter; its files lie in `folder`. */
export function createRecorder({
  disk,
  clock,
  wallClock,
  folder,
}: {
  readonly disk: Disk;
  readonly clock: Pick<Clock, "now">;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  readonly folder: string;
}): Recorder {
  let header: { readonly device: string; readonly dialect: string } | undefined;
  let notes = createNotes(clock);

  function forget(): void {
    notes.wipe();
    notes = createNotes(clock);
    header = undefined;
  }

  function noteEvent(event: string): void {
    if (header) notes.add({ way: "event", event });
  }

  /**
   * Copies the bytes, which their user overwrites; while nothing is recorded there is no copy. A
   * port hands over a Buffer, whose own `slice` would be a view of the same bytes.
   */
  function noteBytes(way: "host" | "device", bytes: Uint8Array): void {
    if (header && bytes.length > 0) notes.add({ way, bytes: Uint8Array.from(bytes) });
  }

  function overheard(connection: Connection): Connection {
    connection.onBytes((bytes) => noteBytes("device", bytes));
    connection.onLost(() => noteEvent("lost"));
    return {
      ...connection,
      write(bytes) {
        noteBytes("host", bytes);
        return connection.write(bytes);
      },
    };
  }

  return {
    wrap: (open) => async () => {
      const opened = await open();
      noteEvent(opened.ok ? "opened" : `not opened: ${opened.refusal.code}`);
      return opened.ok ? { ...opened, value: overheard(opened.value) } : opened;
    },
    start(next) {
      forget();
      header = next;
    },
    stop() {
      if (!header) return undefined;
      const { device, dialect } = header;
      // Instant is the wall clock's milliseconds by another name.
      const at = wallClock() as Instant;
      const date = dateOf(at);
      const { steps, areBitsBlanked } = disguised(notes.steps());
      forget(); // Before anything can fail.
      const about = {
        ...{ device, dialect, date, author: "", cards: "replaced by test digits" },
        ...(areBitsBlanked && { "raw-tracks": "replaced" }),
      };
      return lay(disk, folder, at, formatTranscript({ header: about, steps }));
    },
    isOn: () => header !== undefined,
  };
}

/** What has been said so far, within bounds. A pause stands before what ended it. */
function createNotes(clock: Pick<Clock, "now">) {
  const steps: TranscriptStep[] = [];
  let byteCount = 0;
  let lastMs: number | undefined;

  return {
    steps: (): readonly TranscriptStep[] => steps,
    add(step: TranscriptStep): void {
      const more = step.way === "event" ? 0 : step.bytes.length;
      if (steps.length >= STEPS_MAX || byteCount + more > BYTES_MAX) return;

      const nowMs = clock.now();
      const pausedMs = Math.round(nowMs - (lastMs ?? nowMs));
      if (pausedMs >= PAUSE_MS) steps.push({ way: "event", event: `wait ${pausedMs}` });
      lastMs = nowMs;
      byteCount += more;
      steps.push(step);
    },
    wipe(): void {
      for (const step of steps) if (step.way !== "event") step.bytes.fill(0);
    },
  };
}

/** A file is there whole or not at all. */
function lay(disk: Disk, folder: string, at: Instant, text: string): string {
  const moment = `${dateOf(at)}-${timeOf(at)}`.replace(/[-:]/g, "");
  try {
    disk.makeFolder(folder);
    disk.flushFolder(dirname(folder));
    const path = join(folder, freeName(disk.list(folder), `reader-${moment}`));
    layWhole(disk, path, [text]);
    return path;
  } catch (cause) {
    throw new Fault("reader.recording-failed", { errno: errnoOf(cause) }, { cause });
  }
}

/** Two recordings within one second have different names, also beside what a crash left. */
function freeName(taken: readonly string[], name: string, count = 1): string {
  const file = count === 1 ? `${name}.txt` : `${name}-${count}.txt`;
  const isTaken = taken.includes(file) || taken.includes(`${file}.part`);
  return isTaken ? freeName(taken, name, count + 1) : file;
}
