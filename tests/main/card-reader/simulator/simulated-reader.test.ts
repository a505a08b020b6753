import { describe, expect, test } from "vitest";
import { bytes } from "../bytes.ts";
import { bankCard, bench } from "./bench.ts";

const writeThree =
  "1B 77 1B 73 1B 01 41 42 43 31 32 33 1B 02 31 32 33 34 35 1B 03 31 32 33 34 35 3F 1C";

describe("the simulated reader answers as the manual prints it", () => {
  test.each([
    ["a communication test", "1B 65", "1B 79"],
    ["its model", "1B 74", "1B 33 53"],
    ["its memory", "1B 87", "1B 30"],
    ["its leading zeros", "1B 6C", "1B 3D 16"],
    ["new leading zeros, and says them", "1B 7A 10 11 1B 6C", "1B 30 1B 10 11"],
    ["high coercivity", "1B 78 1B 64", "1B 30 1B 48"],
    ["low coercivity", "1B 79 1B 64", "1B 30 1B 4C"],
    ["a density", "1B 62 D2", "1B 30"],
    ["a density that there is not", "1B 62 00", "1B 32"],
    ["widths", "1B 6F 08 08 08", "1B 30 08 08 08"],
    ["a command that there is not", "1B 7E", "1B 34"],
    ["a write without its third track", "1B 77 1B 73 1B 01 41 1B 02 31 3F 1C", "1B 32"],
    ["a reset with nothing", "1B 61", ""],
    ["lamps with nothing", "1B 83 1B 81", ""],
    ["bytes before ESC with nothing", "00 FF 65 1B 65", "1B 79"],
  ])("%s", async (_, said, answer) => {
    const { say, heard } = bench();

    say(said);

    expect(await heard()).toBe(answer);
  });

  test("its firmware in eight characters without an end", async () => {
    const { say, heard } = bench({ firmware: "REVU1.00" });

    say("1B 76");

    expect(await heard()).toBe("1B 52 45 56 55 31 2E 30 30");
  });

  test("a command that comes byte by byte", async () => {
    const { say, heard, reader } = bench();

    for (const byte of writeThree.split(" ")) say(byte);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30");
  });
});

describe("a swipe at the simulated reader", () => {
  test("reads a card that has track 2 only", async () => {
    const { say, heard, reader } = bench();

    say("1B 72");
    reader.swipe("old");

    expect(await heard()).toBe(
      "1B 73 1B 01 1B 2B 1B 02 3B 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 3F 1B 03 1B 2B 3F 1C 1B 30",
    );
  });

  test("reads it in the manual's bare form where it is told to", async () => {
    const { say, heard, reader } = bench({ emptyTracks: "bare" });

    say("1B 72");
    reader.swipe("old");

    expect(await heard()).toBe(
      "1B 73 1B 01 1B 02 3B 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 3F 1B 03 3F 1C 1B 30",
    );
  });

  test("leaves out the header of a track it has no head for, in the bare form", async () => {
    const { say, heard, reader } = bench({ emptyTracks: "bare", model: "5" });

    say("1B 72");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 73 1B 01 1B 02 3F 1C 1B 30");
  });

  test("with a jerk reads nothing", async () => {
    const { say, heard, reader } = bench();

    say("1B 72");
    reader.swipeBadly("old");

    expect(await heard()).toBe("1B 73 1B 01 1B 2A 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 31");
  });

  test("writes onto the card that was swiped, with sentinels, and onto no other", async () => {
    const { say, heard, reader } = bench();

    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30");
    expect(reader.tray.card("blank")?.tracks).toEqual({
      1: "%ABC123?",
      2: ";12345?",
      3: ";12345?",
    });
    expect(reader.tray.card("old")).toEqual(bankCard);
  });

  test("with a jerk writes nothing and says so", async () => {
    const { say, heard, reader } = bench();

    say(writeThree);
    reader.swipeBadly("blank");

    expect(await heard()).toBe("1B 39");
    expect(reader.tray.card("blank")?.tracks).toEqual({});
  });

  test("leaves a track alone for which an empty text was given", async () => {
    const { say, reader } = bench();

    say("1B 77 1B 73 1B 01 41 1B 02 1B 03 3F 1C");
    reader.swipe("old");

    expect(reader.tray.card("old")?.tracks).toEqual({ 1: "%A?", 2: ";6210947000000021=1808101?" });
  });

  test("of lower case writes garbage and reports success, as real units do", async () => {
    const { say, heard, reader } = bench();

    say("1B 77 1B 73 1B 01 61 62 1B 02 1B 03 3F 1C");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30");
    expect(reader.tray.card("blank")?.tracks).toEqual({ 1: '%!"?' });
  });

  test("erases the tracks that were named", async () => {
    const { say, heard, reader } = bench();

    say("1B 63 02");
    reader.swipe("old");

    expect(await heard()).toBe("1B 30");
    expect(reader.tray.card("old")?.tracks).toEqual({});
  });

  test("at low coercivity reports success and leaves a high-coercivity card as it was", async () => {
    const { say, heard, reader } = bench();

    say(`1B 79 ${writeThree}`);
    reader.swipe("old");

    expect(await heard()).toBe("1B 30 1B 30");
    expect(reader.tray.card("old")).toEqual(bankCard);
  });

  test("does nothing while no card is waited for", async () => {
    const { heard, reader } = bench();

    expect(reader.swipe("old")).toBe("ignored");
    expect(await heard()).toBe("");
  });

  test("does nothing after a reset has called it off", () => {
    const { say, reader } = bench();

    say("1B 72 1B 61");

    expect(reader.swipe("old")).toBe("ignored");
  });

  test("is not disturbed by a communication test, to which a waiting reader is deaf", async () => {
    const { say, heard, reader } = bench();

    say("1B 72 1B 65");

    expect(await heard()).toBe("");
    expect(reader.swipe("old")).toBe("taken");
  });
});

describe("a failure ordered for the next swipe", () => {
  test("spoils the tracks that the head was writing", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("write-error");

    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 31");
    expect(reader.tray.card("blank")).toMatchObject({ tracks: {}, damaged: [1, 2, 3] });
  });

  test("waits for a write, if it is one of writing", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("write-error");

    say("1B 72");
    reader.swipe("blank");
    await heard();
    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 31");
  });

  test("happens once", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("write-error");

    say(writeThree);
    reader.swipe("blank");
    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 31 1B 30");
    expect(reader.tray.card("blank")?.damaged).toEqual([]);
  });

  test("writes the card and says nothing", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("silent");

    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("");
    expect(reader.tray.card("blank")?.tracks[2]).toBe(";12345?");
  });

  test("writes another digit and reports success", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("mismatch");

    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("1B 30");
    expect(reader.tray.card("blank")?.tracks).toEqual({
      1: "%ABC123?",
      2: ";12345?",
      3: ";12347?",
    });
  });

  test("pulls the cable out with the card half written", async () => {
    const { say, heard, reader } = bench();
    reader.failNext("unplug");

    say(writeThree);
    reader.swipe("blank");

    expect(await heard()).toBe("");
    expect(reader.panel().isPlugged).toBe(false);
    expect(reader.tray.card("blank")?.damaged).toEqual([1, 2, 3]);
  });
});

describe("what is seen of the simulated reader", () => {
  test("its lamps are what the host made them", () => {
    const { say, reader } = bench();

    say("1B 85 1B 83");

    expect(reader.panel()).toMatchObject({ green: true, yellow: false, red: false });
  });

  test("its relay clicks when it moves and not when it stays", () => {
    const { say, reader } = bench();

    say("1B 79 1B 79 1B 78");

    expect(reader.panel()).toMatchObject({ relay: "high", clicks: 2 });
  });

  test("it shows what it waits for", () => {
    const { say, reader } = bench();
    const seen: string[] = [];
    reader.onPanel((panel) => seen.push(panel.waitsFor));

    say("1B 72");
    reader.swipe("old");

    expect(seen).toEqual(["read", "nothing"]);
  });

  test("it forgets what it waited for when it loses its power", () => {
    const { say, reader } = bench();

    say("1B 83 1B 72");
    reader.unplug();
    reader.plugIn();

    expect(reader.panel()).toMatchObject({ isPlugged: true, green: false, waitsFor: "nothing" });
  });
});

describe("the simulated line", () => {
  test("delivers in pieces of the size that was asked for", async () => {
    const { say, heardInPieces } = bench({ chunkBytes: 4 });

    say("1B 76");

    expect(await heardInPieces()).toEqual([4, 4, 1]);
  });

  test("delivers no more bytes a second than it is told to", async () => {
    const { say, clock, reader } = bench({ bytesPerSecond: 500, chunkBytes: 1 });
    let count = 0;
    reader.onBytes(() => {
      count += 1;
    });

    say("1B 72");
    reader.swipe("old");
    await clock.advance(20);

    expect(count).toBe(10);
  });

  test("loses the first byte of the answer after a reset where it is told to", async () => {
    const { say, heard } = bench({ losesEscapeAfterReset: true });

    say("1B 61 1B 65 1B 65");

    expect(await heard()).toBe("79 1B 79");
  });

  test("carries noise that nobody asked for", async () => {
    const { heard, reader } = bench();

    reader.makeNoise(bytes("00 FF 1B"));

    expect(await heard()).toBe("00 FF 1B");
  });
});
