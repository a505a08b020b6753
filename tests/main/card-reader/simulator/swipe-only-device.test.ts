import { describe, expect, test } from "vitest";
import type { LineFormat, Make } from "#main/card-reader/simulator/make.ts";
import { hex } from "../bytes.ts";
import { bench } from "./bench.ts";

const track1 = "25 41 42 43 31 32 33 3F";
const data2 = "36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 3F";
const data3 = "39 39 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 35 36 31 35 36 30 3F";

/** What a reader of this format puts on the line for a swipe of this card. */
async function swiped(
  format: LineFormat,
  card: string,
  optionalMarks: Make["optionalMarks"] = "sent",
): Promise<string> {
  const { heard, reader } = bench({ dialect: "swipe-only", format, optionalMarks });
  reader.swipe(card);
  return heard();
}

describe("a simulated swipe-only reader sends a swipe", () => {
  test("as an ID TECH does: a line a track", async () => {
    expect(await swiped("idtech", "full")).toBe(`${track1} 0D 3B ${data2} 0D 3B ${data3} 0D`);
  });

  test("as a UIC does: STX before each track, DLE behind it, ETX behind the last", async () => {
    expect(await swiped("uic", "full", "left-out")).toBe(
      `02 ${track1} 10 02 3B ${data2} 10 02 3B ${data3} 03`,
    );
  });

  test("as a UIC does that sends the check character, which on this track is 4", async () => {
    expect(await swiped("uic", "old")).toBe(`02 3B ${data2} 34 03`);
  });

  test("as a MagTek does: all tracks in one frame", async () => {
    expect(await swiped("magtek", "full")).toBe(`02 1B ${track1} 3B ${data2} 2B ${data3} 0D 03`);
    expect(await swiped("magtek", "full", "left-out")).toBe(`${track1} 3B ${data2} 2B ${data3}`);
  });

  test("as a SurePOS does: three tracks, whether they are there or not", async () => {
    expect(await swiped("surepos", "old")).toBe(`45 0D 3B ${data2} 0D 45 0D`);
    expect(await swiped("surepos", "full", "left-out")).toBe(`${track1} 3B ${data2} 2B ${data3}`);
  });

  test("as a 363B does: the sum of everything behind STX at the end", async () => {
    const said = await swiped("363b", "full");

    const body = `${track1} 3B ${data2} 2B ${data3} 03`;
    const sum = body.split(" ").reduce((all, byte) => all ^ Number.parseInt(byte, 16), 0);
    expect(said).toBe(`02 ${body} ${hex(Uint8Array.of(sum))}`);
  });

  test.each([
    ["idtech", "25 45 3F 0D 3B 45 3F 0D 3B 45 3F 0D"],
    ["magtek", "02 1B 25 45 3F 3B 45 3F 2B 45 3F 0D 03"],
    ["surepos", "45 0D 45 0D 45 0D"],
  ] as const)("that failed as the errors of %s", async (format, errors) => {
    const { heard, reader } = bench({ dialect: "swipe-only", format });

    reader.swipeBadly("full");

    expect(await heard()).toBe(errors);
  });

  test.each(["idtech", "uic", "magtek", "363b"] as const)(
    "of a blank card as nothing (%s)",
    async (format) => {
      expect(await swiped(format, "blank")).toBe("");
    },
  );

  test("with one track that failed among the others", async () => {
    const { heard, reader } = bench({ dialect: "swipe-only", format: "magtek" });
    reader.failNext("track-error-2");

    reader.swipe("full");

    expect(await heard()).toBe(`02 1B ${track1} 3B 45 3F 2B ${data3} 0D 03`);
  });
});

describe("a simulated swipe-only reader", () => {
  test("takes every swipe of a card that there is, and writes none", async () => {
    const { say, reader } = bench({ dialect: "swipe-only" });

    say("1B 77 1B 73 1B 01 41 1B 02 31 1B 03 3F 1C");

    expect(reader.swipe("blank")).toBe("taken");
    expect(reader.swipe("blank")).toBe("taken");
    expect(reader.swipe("nobody's")).toBe("ignored");
    expect(reader.tray.card("blank")?.tracks).toEqual({});
    expect(reader.panel().waitsFor).toBe("read");
  });

  test("answers no host that takes it for another reader", async () => {
    const { say, heard } = bench({ dialect: "swipe-only" });

    say("1B 61 1B 65 1B 30 1B 6A 7F 1B");

    expect(await heard()).toBe("");
  });
});

describe("a simulated swipe-only reader that is spoken to", () => {
  test("of ID TECH tells its settings, takes those it knows, and turns down a wrong check", async () => {
    const { say, heard } = bench({ dialect: "swipe-only", format: "idtech" });

    say("1B 02 52 1F 03 4C");
    expect(await heard()).toBe("06 02 11 01 32 1A 01 31 1D 01 31 41 01 35 03 51");
    say("02 53 1A 01 31 03 78 02 53 1A 01 31 03 79 02 53 7A 01 31 03 18");
    expect(await heard()).toBe("06 15 16");
  });

  test("of 363B answers its greeting, and no frame of another's", async () => {
    const { say, heard } = bench({ dialect: "swipe-only", format: "363b" });

    say("1B");
    expect(await heard()).toBe("06");
    say("02 52 1F 03 4C 1B");
    expect(await heard()).toBe("15 06");
  });

  test.each(["uic", "magtek", "surepos"] as const)("of %s is deaf", async (format) => {
    const { say, heard } = bench({ dialect: "swipe-only", format });

    say("02 52 1F 03 4C 1B");
    expect(await heard()).toBe("");
  });
});
