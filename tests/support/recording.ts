import type { Command, Dialect, Framer, Reply } from "#main/card-reader/dialect.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { Transcript } from "#main/card-reader/transcript.ts";
import { dialectOf, hexOf } from "./transcript-file.ts";

/** A command of a recording, and how its dialect hears what the device said then. */
export interface HeardCommand {
  readonly command: Command["command"] | "unknown";
  /** Nothing was said, or what was said is no answer. */
  readonly heard: Reply["reply"] | "nothing" | "noise";
}

/** A line that is quiet for so long has said what it had to say, as the engine has it. */
const REST_MS = 250;

/**
 * What the framers make of a recording. Nobody knows any more what was asked of the counter, so
 * each command is told by its bytes; a reader that speaks unasked is heard from the beginning.
 */
export function heardInRecording(transcript: Transcript): readonly HeardCommand[] {
  const dialect = dialectOf(transcript);
  const isUnasked = dialect.manner === "unasked";
  const heard: HeardCommand[] = [];
  let ear = createEar(dialect, isUnasked ? { command: "read" } : undefined);

  function end(): void {
    const last = ear.end();
    if (last) heard.push(last);
  }

  for (const step of transcript.steps) {
    if (step.way === "device") ear.hear(step.bytes);
    if (step.way === "event") {
      const [, ms] = /^wait (\d+)$/.exec(step.event) ?? [];
      if (ms !== undefined && Number(ms) < REST_MS) continue;
      ear.rest();
      if (!isUnasked) continue;
      end();
      ear = createEar(dialect, { command: "read" });
    }
    if (step.way === "host") {
      end();
      ear = createEar(...saidIn(dialect, step.bytes));
    }
  }
  end();
  return heard;
}

/** Hears what comes for one command, or before the first. */
function createEar(dialect: Dialect, command: Command | "unknown" | undefined) {
  const known = typeof command === "object" ? command : undefined;
  const framer: Framer | undefined = known && dialect.createFramer(known);
  let reply: Reply | undefined;
  let byteCount = 0;

  /** What has begun by the time the line rests and is no answer has been broken off. */
  function rest(): void {
    reply ??= framer?.rest() ?? (framer?.underway() ? { reply: "garbled" } : undefined);
  }

  return {
    hear(bytes: Uint8Array): void {
      byteCount += bytes.length;
      reply ??= framer?.push(bytes);
    },
    rest,
    end(): HeardCommand | undefined {
      rest();
      const isUnheard = byteCount === 0 && (!command || dialect.manner === "unasked");
      if (isUnheard) return undefined;
      return {
        command: known?.command ?? "unknown",
        heard: reply?.reply ?? (byteCount === 0 ? "nothing" : "noise"),
      };
    },
  };
}

/** Whose command these bytes are. A search for the dialect says those of two. */
function saidIn(own: Dialect, bytes: Uint8Array): readonly [Dialect, Command | "unknown"] {
  for (const dialect of [own, msr605, teller]) {
    const command = sayable(dialect).find((each) => isSaid(dialect, each, bytes));
    if (command) return [dialect, command];
  }
  return [own, "unknown"];
}

function isSaid(dialect: Dialect, command: Command, bytes: Uint8Array): boolean {
  const encoded = dialect.encode(command);
  if (!encoded.ok) return false;
  const length = carriesData.has(command.command)
    ? 2
    : Math.max(bytes.length, encoded.value.length);
  return hexOf(encoded.value.subarray(0, length)) === hexOf(bytes.subarray(0, length));
}

/** Told by their first two bytes, since the rest is whatever was to be written or set. */
const carriesData: ReadonlySet<Command["command"]> = new Set([
  "write",
  "write-raw",
  "set-leading-zeros",
  "set-bits-per-character",
]);

function sayable({ supports }: Dialect): readonly Command[] {
  return everyCommand.filter(({ command }) => supports.has(command));
}

const everyCommand: readonly Command[] = [
  { command: "reset" },
  ...(["off", "all", "green", "yellow", "red"] as const).map(
    (lamp) => ({ command: "set-lamp", lamp }) as const,
  ),
  { command: "read" },
  { command: "write", tracks: { track2: ";0?" } },
  ...([[1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]] as const).map(
    (tracks) => ({ command: "erase", tracks }) as const,
  ),
  { command: "read-raw" },
  { command: "write-raw", tracks: {} },
  { command: "test-sensor" },
  { command: "test-communication" },
  { command: "test-memory" },
  { command: "get-model" },
  { command: "get-firmware" },
  { command: "get-leading-zeros" },
  { command: "get-coercivity" },
  { command: "set-coercivity", coercivity: "high" },
  { command: "set-coercivity", coercivity: "low" },
  { command: "set-leading-zeros", tracks1And3: 0, track2: 0 },
  { command: "set-density", track: 1, bitsPerInch: 210 },
  { command: "set-density", track: 2, bitsPerInch: 75 },
  { command: "set-density", track: 2, bitsPerInch: 210 },
  { command: "set-density", track: 3, bitsPerInch: 210 },
  { command: "set-bits-per-character", bits: [8, 8, 8] },
];
