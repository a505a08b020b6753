import { describe, expect, test } from "vitest";
import { createConfiguredReader } from "#main/card-reader/configured-reader.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { noReader } from "#main/card-reader/no-reader.ts";
import type { ReaderState } from "#main/card-reader/reader.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { oldCard, whenItWaits } from "./counter.ts";
import { createHandClock } from "./hand-clock.ts";

/** A counter with two devices on the shelf, and a note of how many lines are open at a time. */
function setUp() {
  const clock = createHandClock();
  const tray = createTray([oldCard]);
  const devices = {
    msr605: createSimulatedReader({ tray, clock, dialect: "msr605" }),
    teller: createSimulatedReader({ tray, clock, dialect: "teller" }),
  };
  const open = { now: 0, most: 0 };
  let chosen: keyof typeof devices | "none" = "msr605";

  const counting =
    (transport: OpenTransport): OpenTransport =>
    async () => {
      const opened = await transport();
      if (!opened.ok) return opened;
      open.now += 1;
      open.most = Math.max(open.most, open.now);
      const { close, ...connection } = opened.value;
      let isOpen = true;
      return {
        ok: true,
        value: {
          ...connection,
          async close() {
            await close();
            if (isOpen) open.now -= 1;
            isOpen = false;
          },
        },
      };
    };
  const reader = createConfiguredReader(() =>
    chosen === "none"
      ? noReader
      : createCardReader({
          transport: counting(inProcessTransport(devices[chosen])),
          dialect: { msr605, teller }[chosen],
          clock,
        }),
  );
  const states: ReaderState[] = [];
  reader.onState((state) => states.push(state));
  return {
    clock,
    devices,
    reader,
    states,
    open,
    choose(next: typeof chosen) {
      chosen = next;
      return reader.renew();
    },
  };
}

describe("a reader that is set up anew", () => {
  test("is another one from then on, and whoever listens goes on hearing", async () => {
    const { clock, devices, reader, states, choose } = setUp();
    await clock.until(reader.connect());
    await clock.until(choose("teller"));
    states.length = 0;
    whenItWaits(devices.teller, "read", () => devices.teller.swipe("old"));

    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready", model: "PR2" });
    expect(await clock.until(reader.read())).toMatchObject({ outcome: "read" });
    expect(states.map(({ status }) => status)).toEqual([
      "opening",
      "probing",
      "ready",
      "busy",
      "ready",
    ]);
  });

  test("is no longer told of by the one before", async () => {
    const { clock, devices, reader, states, choose } = setUp();
    await clock.until(reader.connect());
    await clock.until(choose("teller"));
    states.length = 0;

    devices.msr605.unplug();
    await clock.advance(1_000);

    expect(states).toEqual([]);
  });

  test("never has two lines open, whoever connects in the middle", async () => {
    const { clock, reader, open, choose } = setUp();
    const connecting = reader.connect();
    await clock.advance(150);

    const all = Promise.all([connecting, choose("teller"), reader.connect(), choose("msr605")]);
    await clock.until(all);

    expect(await clock.until(reader.connect())).toMatchObject({ model: "MSR605" });
    expect(open).toEqual({ now: 1, most: 1 });
  });

  test("calls off the swipe that is awaited", async () => {
    const { clock, devices, reader, choose } = setUp();
    await clock.until(reader.connect());
    const reading = reader.read();
    await clock.advance(1_000);

    await clock.until(choose("none"));

    expect(await reading).toEqual({ outcome: "cancelled" });
    expect(devices.msr605.panel().waitsFor).toBe("nothing");
    expect(reader.state()).toEqual({ status: "absent" });
    expect(await reader.connect()).toEqual({ status: "absent" });
    expect(await reader.read()).toEqual({ outcome: "not-ready", status: "absent" });
  });

  test("leaves its port to somebody else for as long as they need it", async () => {
    const { clock, reader, open } = setUp();
    await clock.until(reader.connect());

    const lent = reader.whileClosed(async () => {
      const openWhileLent = open.now;
      await new Promise<void>((done) => clock.after(5_000, done));
      return openWhileLent;
    });
    const connecting = reader.connect();

    expect(await clock.until(lent)).toBe(0);
    expect(await clock.until(connecting)).toMatchObject({ status: "ready" });
    expect(open).toEqual({ now: 1, most: 1 });
  });

  test("opens its line again even if that somebody failed", async () => {
    const { clock, reader } = setUp();

    const failing = reader.whileClosed(() => Promise.reject(new Error("no"))).catch(String);

    expect(await clock.until(failing)).toBe("Error: no");
    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });
});
