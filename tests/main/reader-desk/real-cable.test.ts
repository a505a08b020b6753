import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ReaderSettings } from "#core/contract/reader-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { oldCard, whenItWaits } from "#tests/main/card-reader/counter.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { openPty, type Pty } from "#tests/support/pty.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const ordinary: ReaderSettings = {
  dialect: "msr605",
  port: { by: "none" },
  baudRate: 9600,
  sound: true,
};

let cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  cleanUps = [];
});

/** A reader on a cable of its own, with a card that nobody knows. */
async function plugIn(): Promise<{ readonly pty: Pty; readonly device: SimulatedReader }> {
  const pty = await openPty();
  cleanUps.push(pty.unplug);
  const device = createSimulatedReader({ tray: createTray([oldCard]) });
  pty.onBytes(device.hear);
  device.onBytes(pty.send);
  return { pty, device };
}

async function openDemonstration(readerPath?: string): Promise<TestedWorkstation> {
  const { machine } = ownMachine();
  const counter = await openWorkstation(await foundedFolder(), "demonstration", {
    machine,
    ...(readerPath ? { readerPath } : {}),
  });
  cleanUps.push(counter.close);
  await atCounter(counter).signOn();
  return counter;
}

/** The card that is swiped on the cable as soon as the reader waits for one. */
async function swipedOn(device: SimulatedReader, counter: TestedWorkstation) {
  const swiped = counter.told("card.swiped");
  const stop = whenItWaits(device, "read", () => device.swipe("old"));
  if (device.panel().waitsFor === "read") device.swipe("old");
  const view = await swiped;
  stop();
  return view;
}

/** Waits until the reader was looked for in vain so often. */
async function timesLost(counter: TestedWorkstation, times: number): Promise<void> {
  const lost = async () => {
    const { trace } = await counter.get("reader.view", undefined);
    return trace.filter(({ way, what }) => way === "state" && what === "lost").length;
  };
  await vi.waitUntil(async () => (await lost()) > times, { timeout: 10_000 });
}

describe("a demonstration with a real cable", () => {
  test("named at the start reads from it, and nothing is simulated", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration(pty.path);

    expect(await swipedOn(device, counter)).toMatchObject({ status: "read", verdict: "unknown" });
    const { reader } = await counter.get("workstation.view", undefined);
    const { settings, isFixedByStart } = await counter.get("reader.view", undefined);

    expect(reader).toMatchObject({ status: "ready", simulated: false });
    expect(settings.port).toEqual({ by: "path", path: pty.path });
    expect(isFixedByStart).toBe(true);
  });

  test("lets no card of the tray through", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration(pty.path);
    await swipedOn(device, counter);

    expect(await counter.get("demonstration.tray", undefined)).toMatchObject({
      expects: "nothing",
    });
    expect(await counter.ask("demonstration.swipe", { card: "k-1", badly: false })).toMatchObject({
      refusal: { code: "reader.not-ready" },
    });
  });

  test("named at the start is not moved by the settings, and they are kept for later", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration(pty.path);
    const port = { by: "path", path: "/dev/there-is-no-such-port" } as const;

    const { settings } = await counter.get("reader.configure", {
      ...ordinary,
      port,
      baudRate: 19200,
    });

    expect(settings).toEqual({
      ...ordinary,
      port: { by: "path", path: pty.path },
      baudRate: 19200,
    });
    expect(await swipedOn(device, counter)).toMatchObject({ status: "read" });
  });

  test("set up on the screen is opened at once, and given free for the tray's again", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration();
    await counter.waitFor("swipe");

    await counter.get("reader.configure", { ...ordinary, port: { by: "path", path: pty.path } });
    expect(await swipedOn(device, counter)).toMatchObject({ status: "read" });
    expect(await counter.get("reader.diagnose", undefined)).toMatchObject({
      firmware: { state: "answered", value: "REVH3.12" },
    });

    await counter.get("reader.configure", ordinary);
    await counter.waitFor("swipe");
    expect(device.panel().waitsFor).toBe("nothing");
    const { reader } = await counter.get("workstation.view", undefined);
    expect(reader).toMatchObject({ simulated: true });
  });

  test("comes back by itself when the cable is pulled and put in again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guitai-reader-"));
    const path = join(folder, "reader");
    const first = await plugIn();
    symlinkSync(first.pty.path, path);
    const counter = await openDemonstration(path);
    await swipedOn(first.device, counter);

    await first.pty.unplug();
    rmSync(path);
    const second = await plugIn();
    symlinkSync(second.pty.path, path);

    expect(await swipedOn(second.device, counter)).toMatchObject({ status: "read" });
    const shown = counter.notices.map(({ notice }) => (notice as WorkstationView).reader);
    expect(shown).toContainEqual({
      status: "lost",
      reason: "unplugged",
      simulated: false,
      recording: false,
    });
    rmSync(folder, { recursive: true });
  });

  test("stays unplugged while its port is gone: it was the right one", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration(pty.path);
    await swipedOn(device, counter);
    const seen = counter.notices.length;

    await pty.unplug();
    await timesLost(counter, 2);

    const shown = counter.notices.slice(seen).flatMap(({ channel, notice }) => {
      return channel === "workstation.changed" ? [(notice as WorkstationView).reader] : [];
    });
    const away = shown.slice(shown.findIndex(({ status }) => status === "lost"));
    expect(new Set(away.map(({ status, reason }) => `${status} ${reason}`))).toEqual(
      new Set(["lost unplugged"]),
    );
  });

  test("is left dark and quiet when the program ends, and its port free", async () => {
    const { pty, device } = await plugIn();
    const counter = await openDemonstration(pty.path);
    await swipedOn(device, counter);

    await counter.close();
    const opened = await serialTransport({ path: pty.path })();

    expect(device.panel()).toMatchObject({ waitsFor: "nothing", green: false });
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) await opened.value.close();
  });
});
