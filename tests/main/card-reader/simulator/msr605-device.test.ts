import { describe, expect, test } from "vitest";
import { bench } from "./bench.ts";

describe("bits of a track in a simulated MSR605", () => {
  test("are written as the manual prints them and read the other way round", async () => {
    const { say, heard, reader } = bench();

    say(
      "1B 6F 08 08 08 1B 6E 1B 73 1B 01 08 C5 B0 78 14 95 4E 3E 2A 1B 02 05 2B 88 49 EA AF 1B 03 05 2B 88 49 EA AF 3F 1C",
    );
    reader.swipe("blank");
    say("1B 6D");
    reader.swipe("blank");

    expect(reader.tray.card("blank")?.tracks).toEqual({
      1: "%ABC123?",
      2: ";12345?",
      3: ";12345?",
    });
    expect(await heard()).toBe(
      "1B 30 08 08 08 1B 30 1B 73 1B 01 08 A3 0D 1E 28 A9 72 7C 54 1B 02 05 D4 11 92 57 F5 1B 03 05 D4 11 92 57 F5 3F 1C 1B 30",
    );
  });

  test("are one character a byte, parity on top, at widths of 7 and 5", async () => {
    const { say, heard, reader } = bench();

    say(
      "1B 6F 07 05 05 1B 6E 1B 73 1B 01 09 45 61 62 23 51 52 13 1F 2A 1B 02 08 0B 01 02 13 04 15 1F 15 1B 03 00 3F 1C",
    );
    reader.swipe("blank");
    say("1B 6D");
    reader.swipe("blank");

    expect(reader.tray.card("blank")?.tracks).toEqual({ 1: "%ABC123?", 2: ";12345?" });
    expect(await heard()).toBe(
      "1B 30 07 05 05 1B 30 1B 73 1B 01 09 45 61 62 23 51 52 13 1F 2A 1B 02 08 0B 01 02 13 04 15 1F 15 1B 03 00 3F 1C 1B 30",
    );
  });

  test("with one of them turned over spoil the track that they are written on", () => {
    const { say, reader } = bench();

    say("1B 6E 1B 73 1B 01 00 1B 02 05 2B 88 48 EA AF 1B 03 00 3F 1C");
    reader.swipe("blank");

    expect(reader.tray.card("blank")).toMatchObject({ tracks: {}, damaged: [2] });
  });
});

describe("one track that fails in a simulated MSR605", () => {
  test("is starred, and the others are read", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("track-error-2");

    say("1B 72");
    reader.swipe("full");

    expect(await heard()).toBe(
      "1B 73 1B 01 25 41 42 43 31 32 33 3F 1B 02 1B 2A 1B 03 3B 39 39 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 35 36 31 35 36 30 3F 3F 1C 1B 31",
    );
  });

  test("is spoilt by a write, and the others are written", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("track-error-1");

    say("1B 77 1B 73 1B 01 41 1B 02 31 1B 03 3F 1C");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 31");
    expect(reader.tray.card("blank")).toMatchObject({ tracks: { 2: ";1?" }, damaged: [1] });
  });

  test("waits for a swipe that has to do with it", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("track-error-3");

    say("1B 77 1B 73 1B 01 41 1B 02 31 1B 03 3F 1C");
    reader.swipe("blank");
    say("1B 63 04");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30 1B 41");
    expect(reader.tray.card("blank")?.damaged).toEqual([3]);
  });

  test("is read again by the next swipe", async () => {
    const { say, heard, reader } = bench({ model: "1", emptyTracks: "bare" });
    reader.failNext("track-error-2");

    say("1B 72");
    reader.swipe("blank");
    say("1B 72");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 73 1B 01 1B 02 3F 1C 1B 31 1B 73 1B 01 1B 02 3F 1C 1B 30");
  });
});

describe("the status of a simulated EzWriter is a mask of the tracks that failed", () => {
  test.each([
    ["track-error-1", "1B 31"],
    ["track-error-2", "1B 32"],
    ["track-error-3", "1B 34"],
    ["write-error", "1B 37"],
  ] as const)("of a write with %s", async (failure, status) => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });
    reader.failNext(failure);

    say("1B 77 1B 73 1B 01 41 1B 02 31 1B 03 31 3F 1C");
    reader.swipe("blank");

    expect(await heard()).toBe(status);
  });

  test("of a jerk too, for nothing was written on the tracks that were asked for", async () => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });

    say("1B 77 1B 73 1B 01 1B 02 31 1B 03 31 3F 1C");
    reader.swipeBadly("blank");

    expect(await heard()).toBe("1B 36");
    expect(reader.tray.card("blank")).toMatchObject({ tracks: {}, damaged: [] });
  });

  test("of a read, in texts and in bits", async () => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });

    say("1B 72");
    reader.swipeBadly("blank");
    say("1B 6D");
    reader.swipe("scratched");

    const texts = "1B 73 1B 01 1B 2A 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 37";
    const all = await heard();
    expect(all.startsWith(`${texts} 1B 73 1B 01 08 A3`)).toBe(true);
    expect(all.endsWith("3F 1C 1B 32")).toBe(true);
  });

  test("and nought where all went well", async () => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });

    say("1B 77 1B 73 1B 01 1B 02 31 1B 03 3F 1C");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30");
  });
});

describe("a simulated EzWriter, whose manual prints some words otherwise", () => {
  test("sets the density of each track by a command of its own, and takes no other argument", async () => {
    const { say, heard } = bench({ dialect: "ezwriter" });

    say("1B 66 D2 1B 62 4B 1B 67 D2");
    expect(await heard()).toBe("1B 30 1B 30 1B 30");
    say("1B 62 A1");
    expect(await heard()).toBe("1B 41");
  });

  test("knows no choice 00 of an erasure, and says 1 where one failed", async () => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });

    say("1B 63 00");
    expect(await heard()).toBe("1B 41");
    say("1B 63 01");
    reader.swipeBadly("full");
    expect(await heard()).toBe("1B 31");
    say("1B 63 01");
    reader.swipe("full");
    expect(await heard()).toBe("1B 30");
    expect(reader.tray.card("full")?.tracks).not.toHaveProperty("1");
  });

  test("stars empty tracks, and has no word for a command that it does not know", async () => {
    const { say, heard, reader } = bench({ dialect: "ezwriter" });

    say("1B 7E 1B 72");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 73 1B 01 1B 2A 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 30");
  });

  test("an MSR605 knows nothing of the two commands", async () => {
    const { say, heard } = bench();

    say("1B 66 D2");
    expect(await heard()).toBe("1B 34");
  });
});
