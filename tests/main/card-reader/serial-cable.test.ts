import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray } from "#main/card-reader/simulator/tray.ts";
import { openPty } from "#tests/support/pty.ts";
import { newCard, oldCard, whenItWaits } from "./counter.ts";

vi.setConfig({ testTimeout: 120_000 });

/** People and deadlines are ten times as quick, for a pseudo-terminal has no baud rate. */
const QUICKER = 10;
const quickClock: Clock = {
  now: systemClock.now,
  after: (delayMs, run) => systemClock.after(delayMs / QUICKER, run),
};

let cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
});

/** The real serialport on a real pseudo-terminal, a simulated reader behind it, and a hand at both. */
async function setUpCable() {
  const pty = await openPty();
  cleanUps.push(pty.unplug);
  const tray = createTray([blankCard("blank", "new card"), oldCard]);
  const device = createSimulatedReader({ tray });
  let carry = (bytes: Uint8Array) => bytes;
  pty.onBytes((bytes) => device.hear(carry(bytes)));
  device.onBytes(pty.send);
  const reader = createCardReader({
    transport: serialTransport({ path: pty.path }),
    dialect: msr605,
    clock: quickClock,
  });
  cleanUps.push(reader.close);
  return {
    pty,
    tray,
    device,
    reader,
    /** Loses the nth byte from now on on its way to the device; answers how many went through. */
    lose(lost: number) {
      let count = 0;
      carry = (bytes) =>
        bytes.filter(() => {
          count += 1;
          return count !== lost;
        });
      return () => count;
    },
  };
}

type Cable = Awaited<ReturnType<typeof setUpCable>>;

/** What the counter does about a reader that was lost: connect, and if need be pull its plug. */
async function comeBack({ reader, device, lose }: Cable): Promise<void> {
  lose(0);
  device.goOn();
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await reader.connect()).status === "ready") return;
    device.unplug();
    device.plugIn();
  }
}

async function writeOn({ device, reader, tray }: Cable) {
  tray.put(blankCard("blank", "new card"));
  let writes = 0;
  const stops = [
    whenItWaits(device, "write", () => {
      writes += 1;
      device.swipe("blank");
    }),
    whenItWaits(device, "read", () => device.swipe("blank")),
  ];
  const { outcome } = await reader.writeAndVerify(newCard, {
    onStage: () => {},
    timeoutMs: 2_000,
  });
  for (const stop of stops) stop();
  const { 1: track1, 2: track2 } = tray.card("blank")?.tracks ?? {};
  return { outcome, writes, isOnCard: track1 === newCard.track1 && track2 === newCard.track2 };
}

async function readOn({ device, reader }: Cable): Promise<string | undefined> {
  const stop = whenItWaits(device, "read", () => device.swipe("old"));
  const read = await reader.read({ timeoutMs: 2_000 });
  stop();
  return read.outcome === "read" ? read.tracks.track2 : read.outcome;
}

describe("a serial cable that loses one byte", () => {
  // Goal: no bad card is called good, no write is repeated, and the reader comes back.
  // Method: lose each byte of a verified write, one direction after the other.
  test("on the way to the reader makes no bad card good", async () => {
    const cable = await setUpCable();
    await cable.reader.connect();
    const count = cable.lose(0);
    expect(await writeOn(cable)).toEqual({ outcome: "verified", writes: 1, isOnCard: true });
    const bytesOut = count();

    expect(bytesOut).toBeGreaterThan(70);
    for (let lost = 1; lost <= bytesOut; lost += 1) {
      cable.lose(lost);
      const { outcome, writes, isOnCard } = await writeOn(cable);
      await comeBack(cable);

      expect({ lost, isWrong: outcome === "verified" && !isOnCard }).toEqual({
        lost,
        isWrong: false,
      });
      expect({ lost, isRepeated: writes > 1 }).toEqual({ lost, isRepeated: false });
      expect({ lost, state: cable.reader.state().status }).toEqual({ lost, state: "ready" });
    }
  });

  test("on the way back makes no bad card good", async () => {
    const cable = await setUpCable();
    await cable.reader.connect();

    for (let lost = 1; lost <= WRITE_ANSWER_BYTES; lost += 1) {
      cable.device.harm(lost, "drop");
      const { outcome, writes, isOnCard } = await writeOn(cable);
      await comeBack(cable);

      expect({ lost, isWrong: outcome === "verified" && !isOnCard }).toEqual({
        lost,
        isWrong: false,
      });
      expect({ lost, writes }).toEqual({ lost, writes: 1 });
      expect({ lost, state: cable.reader.state().status }).toEqual({ lost, state: "ready" });
    }
  });

  test("of a swipe never makes another card of it, and the next swipe is whole", async () => {
    const cable = await setUpCable();
    const whole = oldCard.tracks[2] ?? "";
    await cable.reader.connect();

    for (let lost = 1; lost <= READ_ANSWER_BYTES; lost += 1) {
      cable.device.harm(lost, "drop");
      const text = await readOn(cable);
      await comeBack(cable);
      const next = await readOn(cable);

      const isOfCard = text === whole || text?.length === whole.length - 1;
      const isNone = text === undefined || !text.startsWith(";");
      expect({ lost, text, isAnother: !isOfCard && !isNone }).toEqual({
        lost,
        text,
        isAnother: false,
      });
      expect({ lost, next }).toEqual({ lost, next: whole });
    }
  });
});

describe("a reader on a serial cable that falls silent", () => {
  const onStage = () => {};
  const works: Readonly<Record<string, (reader: CardReader) => Promise<unknown>>> = {
    "being found": (reader) => reader.connect(),
    reading: (reader) => reader.read({ timeoutMs: 2_000 }),
    "writing and being read back": (reader) =>
      reader.writeAndVerify(newCard, { onStage, timeoutMs: 2_000 }),
    "erasing and being read back": (reader) => reader.eraseAndVerify({ onStage, timeoutMs: 2_000 }),
    "feeling for a card": (reader) => reader.testSensor({ timeoutMs: 2_000 }),
    "being asked": (reader) => reader.ask({ command: "get-firmware" }),
  };

  test.each(Object.entries(works))("while %s comes back when it goes on", async (name, work) => {
    const cable = await setUpCable();
    const { device, reader } = cable;
    const stops = (["read", "write", "erase", "sensor"] as const).map((wait) =>
      whenItWaits(device, wait, () => device.swipe("blank")),
    );

    for (const afterBytes of [0, 1, 2, 5, 12]) {
      if (name === "being found") await reader.close();
      else await reader.connect();
      device.stall(afterBytes);
      await work(reader);
      await comeBack(cable);

      expect({ afterBytes, state: reader.state().status }).toEqual({ afterBytes, state: "ready" });
    }
    for (const stop of stops) stop();
    expect(await readOn(cable)).toBe(oldCard.tracks[2]);
  });
});

/** Opens and locks a port as another program would, and says so. */
const HOLDING = `
import fcntl, sys, time
port = open(sys.argv[1], "rb+", buffering=0)
fcntl.flock(port, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
`;

describe("a port that another program holds", () => {
  test("is said to be in use, and is opened when that program ends", async () => {
    const { pty, reader } = await setUpCable();
    const other = spawn("python3", ["-c", HOLDING, pty.path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(other, "exit");
    cleanUps.push(async () => void other.kill("SIGKILL"));
    await once(other.stdout, "data");

    const whileHeld = await reader.connect();
    other.kill("SIGKILL");
    await ended;

    expect(whileHeld).toEqual({ status: "lost", reason: "in-use" });
    expect(await reader.connect()).toMatchObject({ status: "ready" });
  });
});

/** All that the reader answers to a verified write of this card, and to a swipe of the old one. */
const WRITE_ANSWER_BYTES = 82;
const READ_ANSWER_BYTES = 42;
