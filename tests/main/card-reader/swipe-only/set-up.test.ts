import { describe, expect, test } from "vitest";
import {
  type SetUpMessage,
  setUpAnswer,
  setUpMessage,
} from "#main/card-reader/swipe-only/set-up.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { ascii, bytes, hex } from "../bytes.ts";
import { setUpReadyCounter } from "../counter.ts";

describe("what is said to an ID TECH reader (MiniMag RS-232 manual)", () => {
  test.each<readonly [SetUpMessage, string]>([
    [{ says: "review" }, "02 52 1F 03 4C"],
    [{ says: "defaults" }, "02 53 18 03 4A"],
    [{ says: "set", setting: 0x1a, to: "1" }, "02 53 1A 01 31 03 78"],
    [{ says: "set", setting: 0x1a, to: "0" }, "02 53 1A 01 30 03 79"],
    [{ says: "set", setting: 0x11, to: "0" }, "02 53 11 01 30 03 72"],
    [{ says: "set", setting: 0x41, to: "5" }, "02 53 41 01 35 03 27"],
  ])("%j is %s", (message, words) => {
    expect(hex(setUpMessage(message))).toBe(words);
  });

  test("a setting is no longer than its length can say", () => {
    const longest: SetUpMessage = { says: "set", setting: 0x34, to: "x".repeat(255) };
    expect(setUpMessage(longest)).toHaveLength(261);
    expect(() => setUpMessage({ ...longest, to: "x".repeat(256) })).toThrow("one byte");
  });
});

describe("what it answers", () => {
  const settingsOf = (answer: string) => {
    const read = setUpAnswer(bytes(answer));
    return read && { isTaken: read.isTaken, settings: [...read.settings] };
  };

  test.each([
    ["06", true],
    ["15", false],
    ["16", false],
    ["15 06", true],
  ])("%s is a sign, and no more", (answer, isTaken) => {
    expect(settingsOf(answer)).toEqual({ isTaken, settings: [] });
  });

  test("settings stand behind the sign, as another manual of the maker prints them", () => {
    expect(settingsOf("06 02 7E 01 31 4C 01 31 58 01 31 03 5B")).toEqual({
      isTaken: true,
      settings: [
        [0x7e, "1"],
        [0x4c, "1"],
        [0x58, "1"],
      ],
    });
  });

  test("a setting may hold the byte that ends the frame", () => {
    expect(settingsOf("06 02 11 02 03 06 03 17 15")).toEqual({
      isTaken: true,
      settings: [[0x11, "\x03\x06"]],
    });
  });

  test.each([
    ["nothing", ""],
    ["another check", "06 02 7E 01 31 03 5B"],
    ["no end", "06 02 7E 01 31"],
    ["a setting that is cut off", "06 02 7E 05 31 03 5B"],
    ["no sign before the settings", "02 7E 01 31 4C 01 31 58 01 31 03 5B"],
    ["a card behind the sign", `06 ${hex(ascii(";1=2?"))}`],
  ])("%s is no answer", (_, answer) => {
    expect(settingsOf(answer)).toBeUndefined();
  });
});

describe("a framer that listens for a sign of a swipe-only reader", () => {
  const listen = () => swipeOnly.createFramer({ command: "test-communication" });

  test("believes it when the line rests, so that no setting is left for the next swipe", () => {
    const framer = listen();
    expect(framer.push(bytes("06"))).toBeUndefined();
    expect(framer.underway()).toBe(true);
    expect(framer.push(bytes("02 7E 01 31 4C 01 31 58 01 31 03 5B"))).toBeUndefined();
    expect(framer.rest()).toEqual({ reply: "present" });
  });

  test("takes no card for it, whose check byte may look like a sign, and hears what comes later", () => {
    const framer = listen();
    expect(framer.push(bytes("02 25 31 3F 03 06"))).toBeUndefined();
    expect(framer.rest()).toBeUndefined();
    expect(framer.push(bytes("06"))).toBeUndefined();
    expect(framer.rest()).toEqual({ reply: "present" });
  });

  test("says that settings are garbled which the line has harmed", () => {
    const framer = listen();
    framer.push(bytes("06 02 7E 01 31"));
    expect(framer.rest()).toEqual({ reply: "garbled" });
  });
});

describe("the test of a reader that is set up as swipe-only", () => {
  const ask = async (format: "idtech" | "363b" | "uic") => {
    const made = { dialect: "swipe-only", format, language: swipeOnly } as const;
    const counter = await setUpReadyCounter(made);
    const outcome = await counter.clock.until(
      counter.reader.ask({ command: "test-communication" }),
    );
    return { ...counter, outcome };
  };
  const words = "02 52 1F 03 4C 1B";

  test.each(["idtech", "363b"] as const)("is answered by one that can: %s", async (format) => {
    const { outcome, said } = await ask(format);

    expect(outcome).toEqual({ outcome: "answered", reply: { reply: "present" } });
    expect(said).toEqual([words]);
  });

  test("is asked twice and not answered by one that cannot, which reads on", async () => {
    const { clock, device, reader, outcome, said } = await ask("uic");

    expect(outcome).toEqual({ outcome: "no-answer" });
    expect(said).toEqual([words, words]);
    const reading = reader.read();
    await clock.advance(100);
    device.swipe("old");
    expect(await clock.until(reading)).toMatchObject({ outcome: "read" });
  });

  test("leaves nothing on the line that the next swipe would be heard with", async () => {
    const { clock, device, reader } = await ask("idtech");

    const reading = reader.read();
    await clock.advance(100);
    device.swipe("old");
    expect(await clock.until(reading)).toMatchObject({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
    });
  });

  test("is the only thing that is ever said to it", async () => {
    const { clock, reader, said } = await setUpReadyCounter({
      dialect: "swipe-only",
      language: swipeOnly,
    });
    await clock.until(reader.read({ timeoutMs: 1_000 }));
    await clock.until(reader.close());

    expect(said).toEqual([]);
  });
});
