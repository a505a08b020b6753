import { describe, expect, test } from "vitest";
import type { Command } from "#main/card-reader/dialect.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes, hex } from "../bytes.ts";

function said(command: Command): string {
  const encoded = msr605.encode(command);
  return encoded.ok ? hex(encoded.value) : encoded.refusal.code;
}

describe("MSR605 commands, byte for byte as the manuals print them", () => {
  test.each<readonly [string, Command]>([
    ["1B 61", { command: "reset" }],
    ["1B 72", { command: "read" }],
    ["1B 65", { command: "test-communication" }],
    ["1B 81", { command: "set-lamp", lamp: "off" }],
    ["1B 82", { command: "set-lamp", lamp: "all" }],
    ["1B 83", { command: "set-lamp", lamp: "green" }],
    ["1B 84", { command: "set-lamp", lamp: "yellow" }],
    ["1B 85", { command: "set-lamp", lamp: "red" }],
    ["1B 87", { command: "test-memory" }],
    ["1B 7A 3D 16", { command: "set-leading-zeros", tracks1And3: 61, track2: 22 }],
    ["1B 6C", { command: "get-leading-zeros" }],
    ["1B 63 00", { command: "erase", tracks: [1] }],
    ["1B 63 02", { command: "erase", tracks: [2] }],
    ["1B 63 04", { command: "erase", tracks: [3] }],
    ["1B 63 03", { command: "erase", tracks: [1, 2] }],
    ["1B 63 05", { command: "erase", tracks: [1, 3] }],
    ["1B 63 06", { command: "erase", tracks: [2, 3] }],
    ["1B 63 07", { command: "erase", tracks: [1, 2, 3] }],
    ["1B 62 A1", { command: "set-density", track: 1, bitsPerInch: 210 }],
    ["1B 62 A0", { command: "set-density", track: 1, bitsPerInch: 75 }],
    ["1B 62 D2", { command: "set-density", track: 2, bitsPerInch: 210 }],
    ["1B 62 4B", { command: "set-density", track: 2, bitsPerInch: 75 }],
    ["1B 62 C1", { command: "set-density", track: 3, bitsPerInch: 210 }],
    ["1B 62 C0", { command: "set-density", track: 3, bitsPerInch: 75 }],
    ["1B 6D", { command: "read-raw" }],
    ["1B 74", { command: "get-model" }],
    ["1B 76", { command: "get-firmware" }],
    ["1B 6F 08 08 08", { command: "set-bits-per-character", bits: [8, 8, 8] }],
    ["1B 78", { command: "set-coercivity", coercivity: "high" }],
    ["1B 79", { command: "set-coercivity", coercivity: "low" }],
    ["1B 64", { command: "get-coercivity" }],
  ])("%s", (printed, command) => {
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
});
