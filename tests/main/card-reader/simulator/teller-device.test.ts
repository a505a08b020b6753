import { describe, expect, test } from "vitest";
import type { SimulatedReaderOptions } from "#main/card-reader/simulator/simulated-reader.ts";
import { bench } from "./bench.ts";

const track2 = "36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31";
const track3 = "39 39 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 35 36 31 35 36 30";
const track1 = "41 42 43 31 32 33";

const teller = (options: Partial<SimulatedReaderOptions> = {}) =>
  bench({ dialect: "teller", ...options });

describe("a simulated teller reader reads", () => {
  test.each([
    ["track 2", "1B 5D", `1B 73 ${track2} 3F 1C`],
    ["track 3", "1B 54 5D", `1B 73 41 ${track3} 3F 1C`],
    ["tracks 2 and 3", "1B 42 5D", `1B 73 ${track2} 41 ${track3} 3F 1C`],
    ["track 1", "1B 43 5D", `1B 73 25 ${track1} 3F 1C`],
    ["tracks 1 and 2", "1B 44 5D", `1B 73 ${track2} 25 ${track1} 3F 1C`],
    ["tracks 1 and 3", "1B 45 5D", `1B 73 41 ${track3} 25 ${track1} 3F 1C`],
    ["all tracks", "1B 46 5D", `1B 73 ${track2} 41 ${track3} 25 ${track1} 3F 1C`],
  ])("%s", async (_, said, block) => {
    const { say, heard, reader } = teller();

    say(`1B 30 ${said}`);
    reader.swipe("full");

    expect(await heard()).toBe(block);
  });

  test("and tells its status when it is asked afterwards", async () => {
    const { say, heard, reader } = teller();

    say("1B 5D");
    reader.swipe("full");
    say("1B 6A");

    expect(await heard()).toBe(`1B 73 ${track2} 3F 1C 1B 72 70`);
  });

  test("and tells the status that was asked for together with the read behind the block", async () => {
    const { say, heard, reader } = teller();

    say("1B 42 5D 1B 6A");
    const before = await heard();
    reader.swipe("full");

    expect(before).toBe("");
    expect(await heard()).toBe(`1B 73 ${track2} 41 ${track3} 3F 1C 1B 72 70`);
  });

  test("a card on which it can make nothing out as DEL, and says so in its status", async () => {
    const { say, heard, reader } = teller();

    say("1B 42 5D 1B 6A");
    reader.swipeBadly("full");

    expect(await heard()).toBe("1B 73 7F 41 7F 3F 1C 1B 72 71");
  });

  test("one bad track as DEL and the others as they are", async () => {
    const { say, heard, reader } = teller();

    say("1B 46 5D 1B 6A");
    reader.swipe("scratched");

    expect(await heard()).toBe(`1B 73 7F 41 ${track3} 25 ${track1} 3F 1C 1B 72 71`);
  });

  test.each([
    [0, "1B 5D", `1B 73 ${track2} 1C`],
    [2, "1B 5D", `1B 73 ${track2} 3F 1C`],
    [2, "1B 42 5D", `1B 73 ${track2} 41 ${track3} 3F 3F 1C`],
  ] as const)("with %i marks before FS where it is made so", async (endMarks, said, block) => {
    const { say, heard, reader } = teller({ endMarks });

    say(said);
    reader.swipe("full");

    expect(await heard()).toBe(block);
  });

  test("no card that nobody asked for, nor one after a reset", async () => {
    const { say, heard, reader } = teller();

    const unasked = reader.swipe("full");
    say("1B 42 5D 1B 6A 1B 30");

    expect([unasked, reader.swipe("full")]).toEqual(["ignored", "ignored"]);
    expect(await heard()).toBe("");
  });
});

describe("a simulated teller reader writes", () => {
  test("tracks 2 and 3 and says nothing until it is asked", async () => {
    const { say, heard, reader } = teller();

    say(`1B 74 ${track2} 41 ${track3} 1D 1B 5C`);
    reader.swipe("blank");
    const unasked = await heard();
    say("1B 6A");

    expect(unasked).toBe("");
    expect(await heard()).toBe("1B 72 70");
    expect(reader.tray.card("blank")?.tracks).toEqual({
      2: ";6210947000000021=1808101?",
      3: ";996210947000000021=1561560?",
    });
  });

  test("all tracks, though track 1 has an A in it, byte by byte", async () => {
    const { say, heard, reader } = teller();

    const said = `1B 74 ${track2} 41 ${track3} 25 ${track1} 1D 1B 5C 1B 6A`;
    for (const byte of said.split(" ")) say(byte);
    const before = await heard();
    reader.swipe("blank");

    expect(before).toBe("");
    expect(await heard()).toBe("1B 72 70");
    expect(reader.tray.card("blank")?.tracks).toEqual({
      1: "%ABC123?",
      2: ";6210947000000021=1808101?",
      3: ";996210947000000021=1561560?",
    });
  });

  test("track 1 alone and leaves the others as they are", () => {
    const { say, reader } = teller();

    say("1B 74 25 41 1D 1B 5C");
    reader.swipe("full");

    expect(reader.tray.card("full")?.tracks).toEqual({
      1: "%A?",
      2: ";6210947000000021=1808101?",
      3: ";996210947000000021=1561560?",
    });
  });

  test("nothing with a jerk, and reports the error until it is forgotten", async () => {
    const { say, heard, reader } = teller();

    say(`1B 74 ${track2} 1D 1B 5C 1B 6A`);
    reader.swipeBadly("blank");
    say("1B 6A 1B 6C 1B 6A");

    expect(await heard()).toBe("1B 72 71 1B 72 71 1B 72 70");
    expect(reader.tray.card("blank")?.tracks).toEqual({});
  });

  test("nothing where nothing was given to it", async () => {
    const { say, heard, reader } = teller();

    say("1B 5C 1B 6A");

    expect(await heard()).toBe("1B 72 71");
    expect(reader.swipe("blank")).toBe("ignored");
  });

  test.each([
    ["38 characters at 75 bits an inch", "1B 48", 38, "taken"],
    ["not 39 characters at 75 bits an inch", "1B 48", 39, "ignored"],
    ["108 characters at 210 bits an inch", "1B 4C", 108, "taken"],
    ["not 109 characters at 210 bits an inch", "1B 4C", 109, "ignored"],
  ] as const)("%s on track 2", (_, density, length, swiped) => {
    const { say, reader } = teller();

    say(`${density} 1B 74 ${"31 ".repeat(length)}1D 1B 5C`);

    expect(reader.swipe("blank")).toBe(swiped);
  });

  test.each([
    ["79 characters on track 1", "25", 79, "taken"],
    ["not 80 characters on track 1", "25", 80, "ignored"],
    ["108 characters on track 3", "41", 108, "taken"],
    ["not 109 characters on track 3", "41", 109, "ignored"],
  ] as const)("%s", (_, separator, length, swiped) => {
    const { say, reader } = teller();

    say(`1B 74 ${separator} ${"31 ".repeat(length)}1D 1B 5C`);

    expect(reader.swipe("blank")).toBe(swiped);
  });

  test("no letter on track 2, and reports an error at once", async () => {
    const { say, heard } = teller();

    say("1B 74 31 61 1D 1B 5C 1B 6A");

    expect(await heard()).toBe("1B 72 71");
  });
});

describe("a simulated teller reader that hears another protocol", () => {
  test("takes the question for a model for the begin of data, until a reset", async () => {
    const { say, heard } = teller();

    say("1B 74 1B 6A");
    const inData = await heard();
    say("1B 30 1B 6A");

    expect(inData).toBe("");
    expect(await heard()).toBe("1B 72 70");
  });

  test("passes over a communication test", async () => {
    const { say, heard } = teller();

    say("1B 61 1B 65 1B 6A");

    expect(await heard()).toBe("1B 72 70");
  });

  test("moves its relay without a word", async () => {
    const { say, heard, reader } = teller();

    say("1B 79 1B 69 32 35 30 1D");

    expect(await heard()).toBe("");
    expect(reader.panel()).toMatchObject({ relay: "low", clicks: 1 });
  });
});
