import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { lineFormats, type SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import {
  formatTranscript,
  type Transcript,
  type TranscriptStep,
} from "#main/card-reader/transcript.ts";
import { heardInRecording } from "#tests/support/recording.ts";
import { replayAtCounter, replayAtDevice } from "#tests/support/replay.ts";
import {
  inOnePiece,
  saidByHost,
  transcriptNamed,
  transcriptNames,
} from "#tests/support/transcript-file.ts";
import { cardsAfterIn, isOfOneOperation, outcomeIn } from "#tests/support/transcript-header.ts";
import { newCard } from "./counter.ts";
import { createRecordedCounter, recordedIn } from "./recorded-counter.ts";

const operations = transcriptNames().filter((name) => isOfOneOperation(transcriptNamed(name)));

describe("every transcript", () => {
  test("T6: holds published test numbers only, and what a recorder puts in place of others", () => {
    const numbers = transcriptNames().flatMap((name) => {
      const { header, steps } = transcriptNamed(name);
      const bytes = steps.flatMap((step) => (step.way === "event" ? [] : [...step.bytes]));
      const said = `${JSON.stringify(header)} ${Buffer.from(bytes).toString("latin1")}`;
      return Array.from(said.matchAll(/(?:99)?(\d{12,19})[=^]/g), ([, number]) => number);
    });

    expect(numbers.length).toBeGreaterThan(100);
    const foreign = numbers.filter(
      (number) => !/^(62109470\d+|4111111111111111)$/.test(`${number}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe("a transcript of one operation", () => {
  test.each(operations)("is what a counter says and hears: %s", async (name) => {
    const transcript = transcriptNamed(name);

    expect(await replayAtCounter(transcript)).toEqual(expectedAtCounter(transcript));
  });

  test.each(operations)("is what a simulated device hears and answers: %s", async (name) => {
    const transcript = transcriptNamed(name);

    const { steps, cards } = await replayAtDevice(transcript);

    expect(textOf(steps)).toBe(textOf(inOnePiece(transcript.steps)));
    expect(cards).toEqual(cardsAfterIn(transcript));
  });

  test.each(operations)("says of itself what it is, and that no device was there: %s", (name) => {
    expect(transcriptNamed(name).header).toMatchObject({
      device: expect.stringMatching(/\S/),
      dialect: name.split("/")[0],
      author: expect.stringMatching(/; not recorded on a device$/),
    });
  });

  // Goal: a replay is able to fail. Method: change one bit at a time.
  test.each([
    "msr605/write-and-verify.txt",
    "msr605/connect.txt",
    "teller/write-tracks-2-and-3.txt",
    "ezwriter/read-error.txt",
  ])("is held against every byte of the host: %s", async (name) => {
    const spared = await Promise.all(
      tampered(transcriptNamed(name), "host").map((other) => fitsCounter(other)),
    );

    expect(spared.length).toBeGreaterThan(3);
    expect(spared).not.toContain(true);
  });

  test.each([
    "msr605/write-and-verify.txt",
    "msr605/connect.txt",
    "teller/read-three-tracks.txt",
    "swipe-only/363b.txt",
    "ezwriter/read-error.txt",
  ])("is held against every byte of the device: %s", async (name) => {
    const spared = await Promise.all(
      tampered(transcriptNamed(name), "device").map((other) => fitsDevice(other)),
    );

    expect(spared.length).toBeGreaterThan(3);
    expect(spared).not.toContain(true);
  });

  test("shows a counter that understands the device otherwise, byte for byte of an answer", async () => {
    const transcript = transcriptNamed("msr605/write-three-tracks.txt");
    const spared = await Promise.all(
      tampered(transcript, "device").map((other) => fitsCounter(other)),
    );

    expect(spared).toEqual([false, false]);
  });

  test("shows a device that understands the host otherwise, byte for byte of a command", async () => {
    const transcript = transcriptNamed("teller/write-tracks-2-and-3.txt");
    const spared = await Promise.all(
      tampered(transcript, "host").map((other) => fitsDevice(other)),
    );

    expect(spared.length).toBeGreaterThan(50);
    expect(spared).not.toContain(true);
  });
});

describe("a recording", () => {
  test.each([
    { dialect: "msr605", language: msr605 },
    { dialect: "ezwriter", language: ezwriter },
    { dialect: "teller", language: teller },
  ] as const)("of a $dialect that reads and writes is understood word by word", async (made) => {
    const recording = await recordedDay({ ...made, chunkBytes: 3 });

    const heard = heardInRecording(recording);

    expect(recording.steps).toContainEqual({ way: "event", event: "opened" });
    expect(heard.map(({ heard: reply }) => reply)).not.toContain("garbled");
    expect(heard.filter(({ command }) => command === "read")).toEqual([
      { command: "read", heard: "tracks" },
      { command: "read", heard: "tracks" },
    ]);
    expect(heard).toContainEqual({ command: "write", heard: "done" });
    expect(heard).not.toContainEqual(expect.objectContaining({ command: "unknown" }));
    expect(heard).not.toContainEqual(expect.objectContaining({ heard: "noise" }));
  });

  test.each(lineFormats)(
    "of a swipe-only reader is understood swipe by swipe: %s",
    async (format) => {
      const made = { dialect: "swipe-only", format, language: swipeOnly, chunkBytes: 5 } as const;

      expect(heardInRecording(await recordedDay(made))).toEqual([
        { command: "read", heard: "tracks" },
        { command: "read", heard: "tracks" },
      ]);
    },
  );

  test("of a line that harmed an answer shows that", async () => {
    const recording = await recordedDay({ dialect: "msr605" }, (device) =>
      device.failNext("cut-short"),
    );

    expect(heardInRecording(recording)).toContainEqual({ command: "read", heard: "garbled" });
  });

  test("that somebody contributed is understood", () => {
    const contributed = transcriptNames().filter((name) => !operations.includes(name));
    const misheard = contributed.flatMap((name) =>
      heardInRecording(transcriptNamed(name))
        .filter(({ command, heard }) => command === "unknown" || heard === "garbled")
        .map((word) => ({ name, ...word })),
    );

    expect(misheard).toEqual([]);
  });
});

/** Opens the port, has a card read, one written if that can be, and the other read. */
async function recordedDay(
  made: { readonly dialect: SimulatedDialect } & Parameters<typeof createRecordedCounter>[0],
  atFirstSwipe: (device: SimulatedReader) => void = () => {},
): Promise<Transcript> {
  const { clock, device, reader, recorder } = createRecordedCounter(made);
  const { dialect } = made;
  recorder.start({ device: "a simulated one", dialect });
  await clock.until(reader.connect());

  atFirstSwipe(device);
  const reading = reader.read();
  await clock.advance(1_000);
  device.swipe("old");
  await clock.until(reading);
  const writing = reader.write(newCard);
  await clock.advance(1_000);
  device.swipe("blank");
  const { outcome } = await clock.until(writing);
  const again = reader.read();
  await clock.advance(1_000);
  device.swipe(outcome === "written" ? "blank" : "old");
  await clock.until(again);

  return recordedIn(recorder.stop());
}

function expectedAtCounter(transcript: Transcript) {
  return { said: saidByHost(transcript), outcome: outcomeIn(transcript), isPlayedOut: true };
}

async function fitsCounter(transcript: Transcript): Promise<boolean> {
  const replayed = await replayAtCounter(transcript);
  return isDeepStrictEqual(replayed, expectedAtCounter(transcript));
}

/** A swipe that no device waits for, since it was asked for something else, is thrown over. */
async function fitsDevice(transcript: Transcript): Promise<boolean> {
  try {
    const { steps, cards } = await replayAtDevice(transcript);
    const isSaid = textOf(steps) === textOf(inOnePiece(transcript.steps));
    return isSaid && isDeepStrictEqual(cards, cardsAfterIn(transcript));
  } catch {
    return false;
  }
}

/** The transcript with one bit turned over, once for each byte of one side. */
function tampered(transcript: Transcript, way: "host" | "device"): readonly Transcript[] {
  return transcript.steps.flatMap((step) => {
    if (step.way !== way) return [];
    return Array.from(step.bytes, (_, index) => {
      const bytes = step.bytes.map((byte, place) => (place === index ? byte ^ 1 : byte));
      const steps = transcript.steps.map((other) => (other === step ? { way, bytes } : other));
      return { ...transcript, steps };
    });
  });
}

function textOf(steps: readonly TranscriptStep[]): string {
  return formatTranscript({ header: {}, steps });
}
