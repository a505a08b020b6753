import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { CardReader, ReaderState } from "#main/card-reader/reader.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import {
  createSimulatedReader,
  type SimulatedReaderOptions,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray } from "#main/card-reader/simulator/tray.ts";
import type { Connection } from "#main/card-reader/transport.ts";
import { openPty, type Pty } from "#tests/support/pty.ts";
import { bytes, hex } from "./bytes.ts";
import { newCard, oldCard, whenItWaits } from "./counter.ts";

let cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
});

async function openedPty(): Promise<Pty> {
  const pty = await openPty();
  cleanUps.push(pty.unplug);
  return pty;
}

function readerAt(path: string): CardReader {
  const reader = createCardReader({ transport: serialTransport({ path }), dialect: msr605 });
  cleanUps.push(reader.close);
  return reader;
}

/** The simulated reader at the far end of a real pseudo-terminal, and serialport at the near end. */
async function setUpLine(options: Partial<SimulatedReaderOptions> = {}) {
  const pty = await openedPty();
  const device = attachDevice(pty, options);
  return { pty, device, reader: readerAt(pty.path) };
}

function attachDevice(pty: Pty, options: Partial<SimulatedReaderOptions> = {}) {
  const tray = createTray([blankCard("blank", "new card"), oldCard]);
  const device = createSimulatedReader({ tray, ...options });
  pty.onBytes(device.hear);
  device.onBytes(pty.send);
  return device;
}

async function openedConnection(path: string): Promise<Connection> {
  const opened = await serialTransport({ path })();
  if (!opened.ok) throw new Error(opened.refusal.code);
  cleanUps.push(opened.value.close);
  return opened.value;
}

function becomes(reader: CardReader, status: ReaderState["status"]): Promise<ReaderState> {
  return new Promise((resolve) => {
    const stop = reader.onState((state) => {
      if (state.status !== status) return;
      stop();
      resolve(state);
    });
  });
}

describe("a path that is none", () => {
  test.each(["", "\0", "/dev/\0"])("%j does not open, and nothing is thrown", async (path) => {
    expect(await serialTransport({ path })()).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/^port\./) },
    });
  });
});

describe("a reader on a serial port", () => {
  test("is found and reads a card", async () => {
    const { device, reader } = await setUpLine();
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await reader.connect()).toMatchObject({ status: "ready", firmware: "REVH3.12" });
    expect(await reader.read()).toEqual({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
      failed: [],
    });
  });

  test("is found and reads a card byte by byte", async () => {
    const { device, reader } = await setUpLine({ chunkBytes: 1 });
    whenItWaits(device, "read", () => device.swipe("old"));

    await reader.connect();

    expect(await reader.read()).toMatchObject({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
    });
  });

  test("writes a card and verifies it", async () => {
    const { device, reader } = await setUpLine();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    await reader.connect();
    const outcome = await reader.writeAndVerify(newCard, { onStage: () => {} });

    expect(outcome).toEqual({ outcome: "verified" });
    expect(device.tray.card("blank")?.tracks).toEqual({ 1: newCard.track1, 2: newCard.track2 });
  });

  test("reads a card behind noise on the line", async () => {
    const { device, reader } = await setUpLine();
    whenItWaits(device, "read", () => {
      device.makeNoise(bytes("00 FF 13 11 1B 73 00 FE"));
      device.swipe("old");
    });

    await reader.connect();

    expect(await reader.read()).toMatchObject({ outcome: "read" });
  });

  test("is lost when its cable is pulled while it is idle", async () => {
    const { pty, reader } = await setUpLine();
    await reader.connect();

    const lost = becomes(reader, "lost");
    await pty.unplug();

    expect(await lost).toEqual({ status: "lost", reason: "unplugged" });
  });

  test("leaves a card in doubt when its cable is pulled during a write", async () => {
    const { pty, device, reader } = await setUpLine();
    whenItWaits(device, "write", () => void pty.unplug());
    await reader.connect();

    expect(await reader.write(newCard)).toEqual({ outcome: "indeterminate", doubt: "lost" });
    expect(reader.state()).toEqual({ status: "lost", reason: "unplugged" });
  });

  test("is found again at the same path, and no write is sent a second time", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guitai-reader-"));
    cleanUps.push(() => rm(folder, { recursive: true }));
    const path = join(folder, "reader");
    const first = await openedPty();
    await symlink(first.path, path);
    const device = attachDevice(first);
    whenItWaits(device, "write", () => void first.unplug());
    const reader = readerAt(path);
    await reader.connect();
    await reader.write(newCard);

    const second = await openedPty();
    await rm(path);
    await symlink(second.path, path);
    let isWriteSeen = false;
    const replugged = attachDevice(second);
    whenItWaits(replugged, "write", () => {
      isWriteSeen = true;
    });
    whenItWaits(replugged, "read", () => replugged.swipe("old"));

    expect(await reader.connect()).toMatchObject({ status: "ready" });
    expect(await reader.read()).toMatchObject({ outcome: "read" });
    expect(isWriteSeen).toBe(false);
  });

  test("may be closed and connected again", async () => {
    const { reader } = await setUpLine();
    await reader.connect();
    await reader.close();

    expect(reader.state()).toEqual({ status: "absent" });
    expect(await reader.connect()).toMatchObject({ status: "ready" });
  });
});

describe("a port that does not open", () => {
  test("is in use by another program", async () => {
    const { pty, reader } = await setUpLine();
    await reader.connect();

    expect(await readerAt(pty.path).connect()).toEqual({ status: "lost", reason: "in-use" });
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("is not there", async () => {
    expect(await readerAt("/dev/there-is-no-such-port").connect()).toEqual({
      status: "lost",
      reason: "not-found",
    });
  });

  test("is a file and no serial port", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guitai-reader-"));
    cleanUps.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "file"), "");

    expect(await readerAt(join(folder, "file")).connect()).toEqual({
      status: "lost",
      reason: "not-serial",
    });
  });
});

describe("a serial connection", () => {
  test("carries every byte unchanged in both directions", async () => {
    const pty = await openedPty();
    const connection = await openedConnection(pty.path);
    const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);

    const heard = collect(everyByte.length, (listener) => pty.onBytes(listener));
    const sending = await connection.write(everyByte);
    const answered = collect(everyByte.length, (listener) => connection.onBytes(listener));
    pty.send(everyByte);

    expect(sending).toBe("sent");
    expect(hex(await heard)).toBe(hex(everyByte));
    expect(hex(await answered)).toBe(hex(everyByte));
  });

  test("sends nothing once it is closed, and nothing of it with the next opening", async () => {
    const pty = await openedPty();
    const heard = collect(2, (listener) => pty.onBytes(listener));
    const connection = await openedConnection(pty.path);
    await connection.close();

    const sending = await connection.write(bytes("1B 63 07"));
    const next = await openedConnection(pty.path);
    await next.write(bytes("1B 65"));

    expect(sending).toBe("not-sent");
    expect(hex(await heard)).toBe("1B 65");
  });

  test("sends nothing once the cable is out", async () => {
    const pty = await openedPty();
    const connection = await openedConnection(pty.path);
    const lost = new Promise<void>((resolve) => {
      connection.onLost(resolve);
    });

    await pty.unplug();
    await lost;

    expect(await connection.write(bytes("1B 63 07"))).toBe("not-sent");
  });

  // After a hang-up the binding either reports it or reads nothing in a circle, as chance has it.
  test("notices that the cable is out, whichever way the system puts it", async () => {
    const ptys = await Promise.all(Array.from({ length: 8 }, openedPty));
    const connections = await Promise.all(ptys.map((pty) => openedConnection(pty.path)));
    const losses = connections.map(
      (connection) => new Promise<"lost">((resolve) => connection.onLost(() => resolve("lost"))),
    );

    await Promise.all(ptys.map((pty) => pty.unplug()));

    expect(await Promise.all(losses)).toEqual(Array(8).fill("lost"));
  });

  test("tells of its loss once", async () => {
    const pty = await openedPty();
    const connection = await openedConnection(pty.path);
    let losses = 0;
    const lost = new Promise<void>((resolve) => {
      connection.onLost(() => {
        losses += 1;
        resolve();
      });
    });

    const sending = connection.write(new Uint8Array(50_000));
    await pty.unplug();
    await lost;
    await sending;
    await connection.close();

    expect(losses).toBe(1);
  });

  test("does not call its own closing a loss", async () => {
    const pty = await openedPty();
    const connection = await openedConnection(pty.path);
    let losses = 0;
    connection.onLost(() => {
      losses += 1;
    });

    await connection.close();
    await connection.close();

    expect(losses).toBe(0);
  });
});

/** The first `count` bytes that a listener is told of. */
function collect(
  count: number,
  listen: (listener: (bytes: Uint8Array) => void) => void,
): Promise<Uint8Array> {
  return new Promise((resolve) => {
    let all: readonly number[] = [];
    listen((piece) => {
      all = [...all, ...piece];
      if (all.length >= count) resolve(Uint8Array.from(all));
    });
  });
}
