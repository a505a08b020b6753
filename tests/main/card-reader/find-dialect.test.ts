import { describe, expect, test } from "vitest";
import { accept } from "#core/kernel/result.ts";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import { findDialect } from "#main/card-reader/find-dialect.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { bytes, hex } from "./bytes.ts";
import { oldCard } from "./counter.ts";
import { createHandClock } from "./hand-clock.ts";

function setUp(transport: OpenTransport, clock = createHandClock()) {
  const said: string[] = [];
  let timesClosed = 0;
  const openTransport: OpenTransport = async () => {
    const opened = await transport();
    if (!opened.ok) return opened;
    const connection = opened.value;
    return accept({
      ...connection,
      write(sent) {
        said.push(hex(sent));
        return connection.write(sent);
      },
      async close() {
        timesClosed += 1;
        await connection.close();
      },
    });
  };
  const find = () => clock.until(findDialect({ openTransport, clock, onSpoken: () => {} }));
  return { clock, said, find, timesClosed: () => timesClosed };
}

function setUpDevice(
  dialect: SimulatedDialect,
  prepare: (device: SimulatedReader) => void = () => {},
) {
  const clock = createHandClock();
  const device = createSimulatedReader({ tray: createTray([oldCard]), clock, dialect });
  prepare(device);
  return { device, ...setUp(inProcessTransport(device), clock) };
}

/** A port with something at its end that answers some words. */
function setUpStranger(answers: Readonly<Record<string, string>>) {
  const clock = createHandClock();
  const spoken = createAnnouncer<Uint8Array>();
  return setUp(
    async () =>
      accept({
        async write(sent) {
          const answer = answers[hex(sent)];
          if (answer) clock.after(5, () => spoken.announce(bytes(answer)));
          return "sent";
        },
        onBytes: spoken.listen,
        onLost: () => () => {},
        close: async () => {},
      }),
    clock,
  );
}

const SAFE_WORDS = ["1B 61", "1B 65", "1B 30", "1B 6A"];

describe("finding the language of a reader", () => {
  test.each(["msr605", "ezwriter"] as const)(
    "finds the MSR605's in one question: %s",
    async (make) => {
      const { find, said, timesClosed } = setUpDevice(make);

      expect(await find()).toEqual({ ok: true, value: { dialect: "msr605", isForeign: false } });
      expect(said).toEqual(["1B 61", "1B 65"]);
      expect(timesClosed()).toBe(1);
    },
  );

  test("finds the teller's only where all stayed silent, and asks nothing else", async () => {
    const { find, said } = setUpDevice("teller");

    expect(await find()).toEqual({ ok: true, value: { dialect: "teller", isForeign: false } });
    expect(said).toEqual(SAFE_WORDS);
  });

  test("finds a reader that speaks unasked when a card is swiped while it listens", async () => {
    const { clock, device, find, said } = setUpDevice("swipe-only");
    clock.after(100, () => device.swipe("old"));

    expect(await find()).toEqual({ ok: true, value: { dialect: "swipe-only", isForeign: false } });
    expect(said).toEqual([]);
  });

  test("finds nothing in silence, having said four harmless words", async () => {
    const { find, said, timesClosed } = setUpStranger({});

    expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
    expect(said).toEqual(SAFE_WORDS);
    expect(timesClosed()).toBe(1);
  });

  test("knows the other interface of an MSR206-7HL by its answer, and says no more", async () => {
    const { find, said } = setUpStranger({ "1B 65": "5E A1" });

    expect(await find()).toEqual({ ok: true, value: { isForeign: true } });
    expect(said).toEqual(["1B 61", "1B 65"]);
  });

  test("says no more to a device that answers what nobody understands", async () => {
    const { find, said } = setUpStranger({ "1B 65": "00 FF 00" });

    expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
    expect(said).toEqual(["1B 61", "1B 65"]);
  });

  test("T6: ends, and closes the port, where the port takes no bytes", async () => {
    let timesClosed = 0;
    const { find } = setUp(async () =>
      accept({
        write: () => new Promise<never>(() => {}),
        onBytes: () => () => {},
        onLost: () => () => {},
        async close() {
          timesClosed += 1;
        },
      }),
    );

    expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
    expect(timesClosed).toBe(1);
  });

  test("says why the port did not open", async () => {
    const { find } = setUpDevice("msr605", (device) => device.unplug());

    expect(await find()).toEqual({ ok: false, refusal: { code: "port.not-found" } });
  });

  test("ends when the cable is pulled in the middle", async () => {
    const { clock, device, find, timesClosed } = setUpDevice("teller");
    clock.after(700, () => device.unplug());

    expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
    expect(timesClosed()).toBe(1);
  });
});
