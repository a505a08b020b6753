import { describe, expect, test } from "vitest";
import type { Command } from "#main/card-reader/dialect.ts";
import type { TracksRead } from "#main/card-reader/teller/codec.ts";
import { createTeller, teller } from "#main/card-reader/teller/teller.ts";
import { bytes, hex } from "../bytes.ts";

function said(command: Command, dialect = teller): string {
  const encoded = dialect.encode(command);
  return encoded.ok ? hex(encoded.value) : encoded.refusal.code;
}

const written =
  "36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 41 39 39 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 35 36 31 35 36 30";

describe("commands of the teller dialect, each with the question for the status", () => {
  test.each<readonly [name: string, printed: string, command: Command]>([
    ["reset", "1B 30", { command: "reset" }],
    ["status", "1B 6A", { command: "test-communication" }],
    ["read of all tracks", "1B 46 5D 1B 6A", { command: "read" }],
    ["high coercivity", "1B 6C 1B 78 1B 6A", { command: "set-coercivity", coercivity: "high" }],
    ["low coercivity", "1B 6C 1B 79 1B 6A", { command: "set-coercivity", coercivity: "low" }],
    [
      "track 2 at 75 bits an inch",
      "1B 6C 1B 48 1B 6A",
      { command: "set-density", track: 2, bitsPerInch: 75 },
    ],
    [
      "track 2 at 210 bits an inch",
      "1B 6C 1B 4C 1B 6A",
      { command: "set-density", track: 2, bitsPerInch: 210 },
    ],
    [
      "track 1 at its only density",
      "1B 6A",
      { command: "set-density", track: 1, bitsPerInch: 210 },
    ],
    [
      "track 3 at its only density",
      "1B 6A",
      { command: "set-density", track: 3, bitsPerInch: 210 },
    ],
  ])("%s is %s", (_, printed, command) => {
    expect(said(command)).toBe(printed);
  });

  test.each<readonly [TracksRead, string]>([
    ["2", "1B 5D 1B 6A"],
    ["3", "1B 54 5D 1B 6A"],
    ["2+3", "1B 42 5D 1B 6A"],
    ["1", "1B 43 5D 1B 6A"],
    ["1+2", "1B 44 5D 1B 6A"],
    ["1+3", "1B 45 5D 1B 6A"],
    ["1+2+3", "1B 46 5D 1B 6A"],
  ])("a read of track %s is %s", (tracksRead, printed) => {
    expect(said({ command: "read" }, createTeller({ name: "PR2", tracksRead }))).toBe(printed);
  });

  test("write T2+T3: the texts go without sentinels, A between them", () => {
    // Format 99 with a test number and invented fields: no real track 3.
    const tracks = {
      track2: ";6210947000000021=1808101?",
      track3: ";996210947000000021=1561560?",
    };

    expect(said({ command: "write", tracks })).toBe(`1B 74 ${written} 1D 1B 5C 1B 6A`);
  });

  test("a write of track 2 alone leaves the A out", () => {
    expect(said({ command: "write", tracks: { track2: ";12345?" } })).toBe(
      "1B 74 31 32 33 34 35 1D 1B 5C 1B 6A",
    );
  });

  test("a write of all tracks puts track 1 last, behind %", () => {
    const tracks = { track1: "%AB^A?", track2: ";12?", track3: ";34?" };

    expect(said({ command: "write", tracks })).toBe(
      "1B 74 31 32 41 33 34 25 41 42 5E 41 1D 1B 5C 1B 6A",
    );
  });

  test("a write of track 1 alone begins with its letter", () => {
    expect(said({ command: "write", tracks: { track1: "%AB?" } })).toBe(
      "1B 74 25 41 42 1D 1B 5C 1B 6A",
    );
  });
});

describe("what the teller dialect cannot say", () => {
  test("is a text beyond the limit of its track, and one at the limit is said", () => {
    const longest = said({ command: "write", tracks: { track2: `;${"1".repeat(37)}?` } });

    expect(bytes(longest)).toHaveLength(2 + 37 + 3 + 2);
    expect(said({ command: "write", tracks: { track2: `;${"1".repeat(38)}?` } })).toBe(
      "track.too-long",
    );
  });

  test("is small letters", () => {
    expect(said({ command: "write", tracks: { track1: "%zhang?" } })).toBe("track.character");
  });

  test.each<Command>([
    { command: "erase", tracks: [2] },
    { command: "set-lamp", lamp: "green" },
    { command: "read-raw" },
    { command: "get-model" },
    { command: "test-sensor" },
  ])("is $command, which it does not claim to support", (command) => {
    expect(teller.supports.has(command.command)).toBe(false);
    expect(() => said(command)).toThrow("Invariant broken");
  });

  test("is 75 bits an inch on track 1, which only track 2 can have", () => {
    expect(() => said({ command: "set-density", track: 1, bitsPerInch: 75 })).toThrow(
      "Invariant broken",
    );
  });
});
