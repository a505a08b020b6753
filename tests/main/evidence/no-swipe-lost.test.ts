import { afterEach, expect, test, vi } from "vitest";
import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import type { Dialect } from "#main/card-reader/dialect.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { startReading } from "#main/evidence/reading.ts";
import { oldCard } from "#tests/main/card-reader/counter.ts";
import { openPty } from "#tests/support/pty.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Deadlines are ten times as quick, for a pseudo-terminal has no baud rate. */
const QUICKER = 10;
const quickClock: Clock = {
  now: systemClock.now,
  after: (delayMs, run) => systemClock.after(delayMs / QUICKER, run),
};

/** More than any of these readers says of the card. */
const ANSWER_BYTES = 40;

let cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
});

/** The counter's reading over the real serialport at a real pseudo-terminal, and what it hears. */
async function setUpReading(dialect: SimulatedDialect, language: Dialect) {
  const pty = await openPty();
  cleanUps.push(pty.unplug);
  const device = createSimulatedReader({ tray: createTray([oldCard]), dialect });
  pty.onBytes(device.hear);
  device.onBytes(pty.send);
  const reader = createCardReader({
    transport: serialTransport({ path: pty.path }),
    dialect: language,
    clock: quickClock,
  });
  const heard: string[] = [];
  const reading = startReading(
    reader,
    {
      onTracks: ({ track2 }) => heard.push(track2 ?? "nothing"),
      onUnreadable: () => heard.push("unreadable"),
      onFailure: (failure) => heard.push(String(failure)),
    },
    quickClock,
  );
  cleanUps.push(reading.stop);
  const isReading = async () => {
    const isIt = () => reader.state().status === "busy" && device.panel().waitsFor === "read";
    await vi.waitFor(() => expect(isIt()).toBe(true), { timeout: 20_000, interval: 5 });
  };
  return { device, reader, reading, heard, isReading };
}

/**
 * A card goes through, and after so many bytes of the reader's answer the counter calls the read off
 * for something else, such as a write or the Esc that ends one. The rest comes meanwhile, or late.
 */
async function callOffAfter(
  bytes: number,
  goesOn: "meanwhile" | "late",
  { device, reading, isReading }: Awaited<ReturnType<typeof setUpReading>>,
): Promise<void> {
  await isReading();
  device.stall(bytes);
  expect(device.swipe("old")).toBe("taken");
  const work = reading.aside(async () => "done");
  if (goesOn === "late") await work;
  device.goOn();
  await work;
}

const languages = { msr605, teller } as const;

// Goal: no card that a reader has felt passes without a word, whenever the counter stops listening.
// Method: call the read off after each byte of the answer in turn, over a real line; where the rest
// comes too late even for the question whether the reader is quiet, after every tenth.
test.each([
  ["msr605", "meanwhile", 1],
  ["msr605", "late", 10],
  ["teller", "meanwhile", 1],
  ["teller", "late", 10],
] as const)(
  "R04: a card through a %s as its read is called off is read or told of, the rest coming %s",
  async (dialect, goesOn, step) => {
    const counter = await setUpReading(dialect, languages[dialect]);

    for (let bytes = 0; bytes <= ANSWER_BYTES; bytes += step) {
      counter.heard.length = 0;
      await callOffAfter(bytes, goesOn, counter);
      await counter.isReading();

      expect({ bytes, heard: counter.heard.length }).not.toEqual({ bytes, heard: 0 });
    }
  },
);
