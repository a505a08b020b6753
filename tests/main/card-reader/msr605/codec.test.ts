import { describe, expect, test } from "vitest";
import type { Command } from "#main/card-reader/dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes, hex } from "../bytes.ts";

function said(command: Command): string {
  const encoded = msr605.encode(command);
  return encoded.ok ? hex(encoded.value) : encoded.refusal.code;
}

describe("MSR605 commands, byte for byte as the manuals print them", () => {
  test.each<readonly [name: string, printed: string, command: Command]>([
    ["reset", "1B 61", { command: "reset" }],
    ["read ISO", "1B 72", { command: "read" }],
    ["communication test", "1B 65", { command: "test-communication" }],
    ["all lamps off", "1B 81", { command: "set-lamp", lamp: "off" }],
    ["all lamps on", "1B 82", { command: "set-lamp", lamp: "all" }],
    ["green lamp", "1B 83", { command: "set-lamp", lamp: "green" }],
    ["yellow lamp", "1B 84", { command: "set-lamp", lamp: "yellow" }],
    ["red lamp", "1B 85", { command: "set-lamp", lamp: "red" }],
    ["sensor test", "1B 86", { command: "test-sensor" }],
    ["memory test", "1B 87", { command: "test-memory" }],
    [
      "set leading zeros",
      "1B 7A 3D 16",
      { command: "set-leading-zeros", tracks1And3: 61, track2: 22 },
    ],
    ["get leading zeros", "1B 6C", { command: "get-leading-zeros" }],
    ["erase track 1", "1B 63 00", { command: "erase", tracks: [1] }],
    ["erase track 2", "1B 63 02", { command: "erase", tracks: [2] }],
    ["erase track 3", "1B 63 04", { command: "erase", tracks: [3] }],
    ["erase tracks 1 and 2", "1B 63 03", { command: "erase", tracks: [1, 2] }],
    ["erase tracks 1 and 3", "1B 63 05", { command: "erase", tracks: [1, 3] }],
    ["erase tracks 2 and 3", "1B 63 06", { command: "erase", tracks: [2, 3] }],
    ["erase all tracks", "1B 63 07", { command: "erase", tracks: [1, 2, 3] }],
    [
      "track 1 at 210 bits an inch",
      "1B 62 A1",
      { command: "set-density", track: 1, bitsPerInch: 210 },
    ],
    [
      "track 1 at 75 bits an inch",
      "1B 62 A0",
      { command: "set-density", track: 1, bitsPerInch: 75 },
    ],
    [
      "track 2 at 210 bits an inch",
      "1B 62 D2",
      { command: "set-density", track: 2, bitsPerInch: 210 },
    ],
    [
      "track 2 at 75 bits an inch",
      "1B 62 4B",
      { command: "set-density", track: 2, bitsPerInch: 75 },
    ],
    [
      "track 3 at 210 bits an inch",
      "1B 62 C1",
      { command: "set-density", track: 3, bitsPerInch: 210 },
    ],
    [
      "track 3 at 75 bits an inch",
      "1B 62 C0",
      { command: "set-density", track: 3, bitsPerInch: 75 },
    ],
    ["read raw", "1B 6D", { command: "read-raw" }],
    ["model", "1B 74", { command: "get-model" }],
    ["firmware", "1B 76", { command: "get-firmware" }],
    [
      "bits per character",
      "1B 6F 08 08 08",
      { command: "set-bits-per-character", bits: [8, 8, 8] },
    ],
    [
      "bits per character of ISO tracks",
      "1B 6F 07 05 05",
      { command: "set-bits-per-character", bits: [7, 5, 5] },
    ],
    ["high coercivity", "1B 78", { command: "set-coercivity", coercivity: "high" }],
    ["low coercivity", "1B 79", { command: "set-coercivity", coercivity: "low" }],
    ["get coercivity", "1B 64", { command: "get-coercivity" }],
  ])("%s is %s", (_, printed, command) => {
    expect(said(command)).toBe(printed);
  });

  test("a write of three tracks leaves the sentinels to the reader (manual 9-1)", () => {
    expect(
      said({
        command: "write",
        tracks: { track1: "%ABC123?", track2: ";12345?", track3: ";12345?" },
      }),
    ).toBe("1B 77 1B 73 1B 01 41 42 43 31 32 33 1B 02 31 32 33 34 35 1B 03 31 32 33 34 35 3F 1C");
  });

  test("a write of track 2 alone leaves the other tracks empty", () => {
    expect(said({ command: "write", tracks: { track2: ";6210947000000021=1808101?" } })).toBe(
      "1B 77 1B 73 1B 01 1B 02 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 1B 03 3F 1C",
    );
  });

  test("a raw write says how long each track is", () => {
    expect(
      said({
        command: "write-raw",
        tracks: {
          track1: bytes("C5B07814954E3E2A"),
          track2: bytes("2B8849EAAF"),
          track3: bytes("2B8849EAAF"),
        },
      }),
    ).toBe(
      "1B 6E 1B 73 1B 01 08 C5 B0 78 14 95 4E 3E 2A 1B 02 05 2B 88 49 EA AF 1B 03 05 2B 88 49 EA AF 3F 1C",
    );
  });

  test("an absent raw track has the length nought", () => {
    expect(said({ command: "write-raw", tracks: { track2: bytes("2B8849EAAF") } })).toBe(
      "1B 6E 1B 73 1B 01 00 1B 02 05 2B 88 49 EA AF 1B 03 00 3F 1C",
    );
  });

  test("a text that no stripe can hold is refused and not one byte of it is made", () => {
    expect(said({ command: "write", tracks: { track1: "%abc?" } })).toBe("track.character");
  });

  test("the refusal of a text does not repeat it", () => {
    const refused = msr605.encode({ command: "write", tracks: { track2: ";62109470000000X1?" } });

    expect(JSON.stringify(refused)).not.toContain("6210");
  });

  test("a character of nine bits is no character", () => {
    expect(() => said({ command: "set-bits-per-character", bits: [9, 5, 5] })).toThrow(
      "a character has 5 to 8 bits",
    );
  });
});

describe("the makes of the family", () => {
  test("an EzWriter is spoken to as an MSR605 is", () => {
    expect(ezwriter.encode({ command: "write", tracks: { track2: ";12345?" } })).toEqual(
      msr605.encode({ command: "write", tracks: { track2: ";12345?" } }),
    );
  });

  test("both answer commands, and know all of them", () => {
    expect([msr605.name, msr605.manner, msr605.supports.size]).toEqual(["MSR605", "asked", 18]);
    expect([ezwriter.name, ezwriter.manner, ezwriter.supports.size]).toEqual([
      "EzWriter",
      "asked",
      18,
    ]);
  });
});
