import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialect } from "#main/card-reader/dialect.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { createRecorder } from "#main/card-reader/recorder.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import {
  createSimulatedReader,
  type SimulatedReaderOptions,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray } from "#main/card-reader/simulator/tray.ts";
import { parseTranscript, type Transcript } from "#main/card-reader/transcript.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { oldCard } from "./counter.ts";
import { createHandClock } from "./hand-clock.ts";

interface RecordedCounterOptions extends Partial<SimulatedReaderOptions> {
  readonly language?: Dialect;
  readonly disk?: Disk;
}

/** A counter whose cable can be recorded into a folder of its own, at four in the afternoon. */
export function createRecordedCounter(options: RecordedCounterOptions = {}) {
  const { language = msr605, disk = realDisk, ...made } = options;
  const clock = createHandClock();
  const tray = createTray([blankCard("blank", "new card"), oldCard]);
  const device = createSimulatedReader({ tray, clock, ...made });
  const folder = mkdtempSync(join(tmpdir(), "guitai-recorder-"));
  const recorder = createRecorder({
    disk,
    clock,
    wallClock: () => Date.UTC(2027, 0, 15, 8),
    folder: join(folder, "recordings"),
  });
  const transport = recorder.wrap(inProcessTransport(device));
  const reader = createCardReader({ transport, dialect: language, clock });
  return { clock, tray, device, folder, recorder, reader };
}

/** What stands in a file that was recorded. */
export function recordedIn(file: string | undefined): Transcript {
  const parsed = parseTranscript(readFileSync(file ?? "", "utf8"));
  if (!parsed.ok) throw new Error(`line ${parsed.refusal.line} of ${file} is none`);
  return parsed.value;
}
