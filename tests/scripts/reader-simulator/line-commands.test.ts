import { describe, expect, test } from "vitest";
import type { SimulatedReaderOptions } from "#main/card-reader/simulator/simulated-reader.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { createHandClock } from "#tests/main/card-reader/hand-clock.ts";
import { ordinaryCards } from "../../../scripts/reader-simulator/known-cards.ts";
import { type Counter, obeyLine } from "../../../scripts/reader-simulator/line-commands.ts";

/** A reader with the ordinary cards, a plug without a terminal, and what the device has said. */
function setUp(options: Partial<SimulatedReaderOptions> = {}) {
  const clock = createHandClock();
  const reader = createSimulatedReader({ tray: createTray(ordinaryCards), clock, ...options });
  const counter: Counter = {
    reader,
    dialect: options.dialect ?? "msr605",
    known: ordinaryCards,
    plug: {
      plugIn: async () => reader.plugIn(),
      pull: async () => {},
      settled: async () => {},
    },
    quit: () => {},
  };
  let heard = "";
  const deliveries: string[] = [];
  reader.onBytes((bytes) => {
    heard += Buffer.from(bytes).toString("hex");
    deliveries.push(`${clock.now()} ms: ${bytes.length} byte`);
  });
  return {
    reader,
    deliveries,
    host: (hex: string) => reader.hear(Buffer.from(hex, "hex")),
    async heard() {
      await clock.advance(10_000);
      const all = heard;
      heard = "";
      return all;
    },
    say: (line: string) => obeyLine(line, counter),
  };
}

describe("a hand at the simulator, by lines", () => {
  test("is told every command in one line", async () => {
    const { say } = setUp();

    const help = await say("help");

    expect(help).toMatch(/^ok help, cards, card ID, insert ID \[high\|low\], .*, panel, quit$/);
  });

  test.each([
    ["dance", 'no there is no command "dance"; say help'],
    ["constructor", 'no there is no command "constructor"; say help'],
    ["", 'no there is no command ""; say help'],
    ["card nobody's", 'no there is no card "nobody\'s"; say cards'],
    ["swipe nobody's", 'no there is no card "nobody\'s"; say cards'],
    ["swipe old", "no the reader waits for no card"],
    ["insert", "no a card needs a name"],
    ["insert new middling", "no it is one of high, low"],
    ["track-error 4", "no it is one of 1, 2, 3"],
    ["chunk -1", "no it is a whole number from 0 to 1000000"],
    ["delay 600001", "no it is a whole number from 0 to 600000"],
    ["drop 0", "no it is a whole number from 1 to 1000000"],
    ["garbage 0", "no bytes are pairs of hex digits"],
    ["case middle", "no it is one of upper, lower"],
    ["firmware", "no it is up to 64 characters of ASCII"],
    ["format idtech", "no a msr605 reader has no such thing"],
    ["end-marks 2", "no a msr605 reader has no such thing"],
    ["replug", "no it is plugged in"],
  ])("is refused %j with the reason", async (line, refusal) => {
    const { say } = setUp();

    expect(await say(line)).toBe(refusal);
  });

  test("lays down blank cards of either coercivity, and known ones as they came", async () => {
    const { say, reader, host } = setUp();
    host("1b6302");
    await say("swipe old");

    expect(await say("card old")).toContain('"tracks":{}');
    expect(await say("insert old")).toBe("ok as it came");
    expect(await say("insert new low")).toBe("ok blank");
    expect(reader.tray.card("old")?.tracks).toEqual({ 2: ";6210947000000021=1808101?" });
    expect(reader.tray.card("new")).toMatchObject({ tracks: {}, coercivity: "low" });
  });

  test("takes a card away", async () => {
    const { say } = setUp();

    expect(await say("take-away full")).toBe("ok");
    expect(await say("cards")).toBe(
      'ok [{"id":"blank","label":"a blank card"},{"id":"old","label":"a card with track 2"}]',
    );
  });

  test("swipes well, badly, and with a track that fails", async () => {
    const { say, host, heard } = setUp();

    host("1b72");
    expect(await say("swipe-badly old")).toBe("ok taken");
    host("1b72");
    await say("track-error 2");
    await say("swipe old");

    const bad = "1b731b011b2a1b021b2a1b031b2a3f1c1b31";
    expect(await heard()).toBe(`${bad}1b731b011b2b1b021b2a1b031b2b3f1c1b31`);
  });

  test("orders a failure of the next write", async () => {
    const { say, host, heard } = setUp();

    await say("fail write-error");
    host("1b771b731b01411b021b033f1c");
    await say("swipe blank");

    expect(await heard()).toBe("1b31");
    expect(await say("card blank")).toContain('"damaged":[1]');
  });

  test("spoils bytes, and puts garbage before an answer", async () => {
    const { say, host, heard } = setUp();

    await say("drop 1");
    await say("corrupt 2");
    await say("garbage 00 ff");
    host("1b651b65");

    expect(await heard()).toBe("00ff781b79");
  });

  test("sets delay, pieces and pace, and takes them back with nought", async () => {
    const { say, host, heard, deliveries } = setUp();

    for (const line of ["delay 300", "chunk 1", "pace 500"]) expect(await say(line)).toBe("ok");
    host("1b65");
    await heard();
    for (const line of ["delay 0", "chunk 0", "pace 0"]) expect(await say(line)).toBe("ok");
    host("1b65");
    await heard();

    expect(deliveries).toEqual(["302 ms: 1 byte", "304 ms: 1 byte", "10000 ms: 2 byte"]);
  });

  test("lets the reader hang and go on", async () => {
    const { say, host, heard } = setUp();

    await say("stall 1");
    host("1b65");
    const whileItHangs = await heard();
    await say("go-on");

    expect([whileItHangs, await heard()]).toEqual(["1b", "79"]);
  });

  test("exchanges firmware, letters, empty tracks and model", async () => {
    const { say, host, heard } = setUp();

    for (const line of ["firmware REVU 9", "case lower", "empty bare", "model 5"]) {
      expect(await say(line)).toBe("ok");
    }
    host("1b761b64");
    host("1b72");
    await say("swipe blank");

    expect(await heard()).toBe("1b5245565520391b681b731b011b023f1c1b30");
  });

  test("chooses how a swipe is put on the line, where there is a choice", async () => {
    const { say, heard } = setUp({ dialect: "swipe-only" });

    await say("format magtek");
    await say("marks left-out");
    await say("swipe old");

    expect(await heard()).toBe(Buffer.from(";6210947000000021=1808101?").toString("hex"));
  });

  test("sees the panel", async () => {
    const { say, host } = setUp();

    host("1b831b72");

    expect(await say("panel")).toBe(
      'ok {"isPlugged":true,"green":true,"yellow":false,"red":false,"relay":"high","clicks":0,"waitsFor":"read"}',
    );
  });

  test("pulls the cable once, and no card goes through an unplugged reader", async () => {
    const { say } = setUp({ dialect: "swipe-only" });

    expect(await say("unplug")).toBe("ok");
    expect(await say("unplug")).toBe("no it is unplugged");
    expect(await say("swipe old")).toBe("no the reader is unplugged");
    expect(await say("replug")).toBe("ok");
    expect(await say("swipe old")).toBe("ok taken");
  });
});
