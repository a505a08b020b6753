import { describe, expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { ANSWER_BYTES_MAX, RAW_ANSWER_BYTES_MAX } from "#main/card-reader/msr605/framer.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { ascii, bytes, joined } from "../bytes.ts";

const empty = { reading: "empty" } as const;
const unreadable = { reading: "unreadable" } as const;
const text = (given: string) => ({ reading: "text", text: given }) as const;

function heard(command: Command["command"], answer: Uint8Array): Reply | undefined {
  return msr605.createFramer(commandCalled(command)).push(answer);
}

function commandCalled(name: Command["command"]): Command {
  if (name === "erase") return { command: name, tracks: [2] };
  if (name === "set-bits-per-character") return { command: name, bits: [8, 8, 8] };
  if (name === "write") return { command: name, tracks: { track2: ";1?" } };
  if (name === "read" || name === "read-raw" || name === "get-model") return { command: name };
  if (name === "get-firmware" || name === "get-coercivity") return { command: name };
  if (name === "test-sensor") return { command: name };
  if (name === "get-leading-zeros" || name === "test-memory") return { command: name };
  return { command: "test-communication" };
}

describe("an MSR605 reads a card", () => {
  test("all three tracks are read, and the block's own ? is not track 3's (manual 8-2)", () => {
    expect(
      heard(
        "read",
        bytes("1B 73 1B 01 25 30 31 3F 1B 02 3B 32 33 3F 1B 03 3B 34 35 3F 3F 1C 1B 30"),
      ),
    ).toEqual({ reply: "tracks", tracks: { 1: text("%01?"), 2: text(";23?"), 3: text(";45?") } });
  });

  test("tracks with + hold nothing", () => {
    expect(
      heard(
        "read",
        bytes(
          "1B 73 1B 01 1B 2B 1B 02 3B 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 3F 1B 03 1B 2B 3F 1C 1B 30",
        ),
      ),
    ).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(";6210947000000021=1808101?"), 3: empty },
    });
  });

  test("tracks with no more than their header hold nothing either, as the manual prints it", () => {
    expect(
      heard(
        "read",
        joined(bytes("1B 73 1B 01 1B 02"), ascii(";12345?"), bytes("1B 03 3F 1C 1B 30")),
      ),
    ).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(";12345?"), 3: empty },
    });
  });

  test("a model without a head for track 3 may leave its header out", () => {
    expect(
      heard(
        "read",
        joined(
          bytes("1B 73 1B 01"),
          ascii("%A?"),
          bytes("1B 02"),
          ascii(";1?"),
          bytes("3F 1C 1B 30"),
        ),
      ),
    ).toEqual({
      reply: "tracks",
      tracks: { 1: text("%A?"), 2: text(";1?"), 3: empty },
    });
  });

  test("a model without a head for track 1 may leave its header out", () => {
    expect(
      heard("read", joined(bytes("1B 73 1B 02"), ascii(";1?"), bytes("3F 1C 1B 30"))),
    ).toMatchObject({
      tracks: { 1: empty, 2: text(";1?") },
    });
  });

  test("tracks with * could not be read, and the status says so", () => {
    expect(heard("read", bytes("1B 73 1B 01 1B 2A 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 31"))).toEqual({
      reply: "tracks",
      tracks: { 1: unreadable, 2: unreadable, 3: unreadable },
      complaint: "read-or-write",
    });
  });

  test("two tracks of a bank card are read", () => {
    const track1 = "%B4111111111111111^DOE/JOHN^1803101000000000020000831000000?";
    const track2 = ";4111111111111111=18031010000200831?";

    expect(
      heard(
        "read",
        joined(
          bytes("1B 73 1B 01"),
          ascii(track1),
          bytes("1B 02"),
          ascii(track2),
          bytes("1B 03 1B 2B 3F 1C 1B 30"),
        ),
      ),
    ).toMatchObject({ tracks: { 1: text(track1), 2: text(track2), 3: empty } });
  });

  test("a track that lost its end sentinel on the way is not believed", () => {
    expect(
      heard(
        "read",
        joined(bytes("1B 73 1B 01 1B 2B 1B 02"), ascii(";4111"), bytes("1B 03 1B 2B 3F 1C 1B 30")),
      ),
    ).toMatchObject({
      tracks: { 2: unreadable },
    });
  });

  test("a track with a second end sentinel is not believed", () => {
    expect(
      heard("read", joined(bytes("1B 73 1B 02"), ascii(";41?11?"), bytes("3F 1C 1B 30"))),
    ).toMatchObject({
      tracks: { 2: unreadable },
    });
  });

  test("the longest track 3 fits", () => {
    const longest = `;${"1".repeat(104)}?`;

    expect(
      heard("read", joined(bytes("1B 73 1B 03"), ascii(longest), bytes("3F 1C 1B 30"))),
    ).toMatchObject({
      tracks: { 3: text(longest) },
    });
  });

  test("a track 3 of one character more is no track", () => {
    const tooLong = `;${"1".repeat(105)}?`;

    expect(
      heard("read", joined(bytes("1B 73 1B 03"), ascii(tooLong), bytes("3F 1C 1B 30"))),
    ).toBeUndefined();
  });

  test("a card read after a broken answer is found", () => {
    const broken = joined(bytes("1B 73 1B 01"), ascii("%AB"), bytes("1B 1B 1B"));
    const good = bytes("1B 73 1B 02 3B 31 3F 3F 1C 1B 30");

    expect(heard("read", joined(broken, good))).toMatchObject({ tracks: { 2: text(";1?") } });
  });

  test("a reader that does not know the command says so in place of a block", () => {
    expect(heard("read", bytes("1B 34"))).toEqual({
      reply: "refused",
      complaint: "unknown-command",
    });
  });

  test("a status alone never passes for a card", () => {
    expect(heard("read", bytes("1B 30"))).toBeUndefined();
  });
});

describe("an MSR605 answers", () => {
  test("0 for a write that it calls done", () => {
    expect(heard("write", bytes("1B 30"))).toEqual({ reply: "done" });
  });

  test("1 for a write that failed", () => {
    expect(heard("write", bytes("1B 31"))).toEqual({
      reply: "refused",
      complaint: "read-or-write",
    });
  });

  test("2 for a command it cannot follow", () => {
    expect(heard("write", bytes("1B 32"))).toEqual({ reply: "refused", complaint: "format" });
  });

  test("9 for a card that moved too fast, too slowly or not at all", () => {
    expect(heard("write", bytes("1B 39"))).toEqual({ reply: "refused", complaint: "bad-swipe" });
  });

  test("A for an erasure that failed", () => {
    expect(heard("erase", bytes("1B 41"))).toEqual({ reply: "refused", complaint: "failed" });
  });

  test("0 for an erasure that it calls done", () => {
    expect(heard("erase", bytes("1B 30"))).toEqual({ reply: "done" });
  });

  test("y to a communication test", () => {
    expect(heard("test-communication", bytes("1B 79"))).toEqual({ reply: "present" });
  });

  test("y without its ESC, which some USB adapters lose", () => {
    expect(heard("test-communication", bytes("79"))).toEqual({ reply: "present" });
  });

  test("^ and A1 where it is an MSR206-7HL set to its other interface", () => {
    expect(heard("test-communication", bytes("5E A1"))).toEqual({ reply: "foreign" });
  });

  test("its model: a head for each of three tracks", () => {
    expect(heard("get-model", bytes("1B 33 53"))).toEqual({ reply: "model", tracks: [1, 2, 3] });
  });

  test("its model: a head for track 2", () => {
    expect(heard("get-model", bytes("1B 31 53"))).toEqual({ reply: "model", tracks: [2] });
  });

  test("its model: heads for tracks 2 and 3", () => {
    expect(heard("get-model", bytes("1B 32 53"))).toEqual({ reply: "model", tracks: [2, 3] });
  });

  test("its model: heads for tracks 1 and 2", () => {
    expect(heard("get-model", bytes("1B 35 53"))).toEqual({ reply: "model", tracks: [1, 2] });
  });

  test("its firmware, eight characters and no end mark", () => {
    expect(heard("get-firmware", bytes("1B 52 45 56 55 31 2E 30 30"))).toEqual({
      reply: "firmware",
      revision: "REVU1.00",
    });
  });

  test("its firmware, in fewer characters, once the line rests", () => {
    const framer = msr605.createFramer({ command: "get-firmware" });
    framer.push(bytes("1B 52 45 56 31"));

    expect(framer.rest()).toEqual({ reply: "firmware", revision: "REV1" });
  });

  test("nothing of a card while the line rests in the middle of it", () => {
    const framer = msr605.createFramer({ command: "read" });
    framer.push(bytes("1B 73 1B 01 25 30 31 3F"));

    expect(framer.rest()).toBeUndefined();
    expect(framer.underway()).toBe(true);
  });

  test("its leading zeros", () => {
    expect(heard("get-leading-zeros", bytes("1B 3D 16"))).toEqual({
      reply: "leading-zeros",
      tracks1And3: 61,
      track2: 22,
    });
  });

  test("H or h for high coercivity", () => {
    expect(heard("get-coercivity", bytes("1B 48"))).toEqual({
      reply: "coercivity",
      coercivity: "high",
    });
    expect(heard("get-coercivity", bytes("1B 68"))).toEqual({
      reply: "coercivity",
      coercivity: "high",
    });
  });

  test("L or l for low coercivity", () => {
    expect(heard("get-coercivity", bytes("1B 4C"))).toEqual({
      reply: "coercivity",
      coercivity: "low",
    });
    expect(heard("get-coercivity", bytes("1B 6C"))).toEqual({
      reply: "coercivity",
      coercivity: "low",
    });
  });

  test("0 once its sensor feels a card", () => {
    expect(heard("test-sensor", bytes("1B 30"))).toEqual({ reply: "done" });
  });

  test("0 or A for its memory", () => {
    expect(heard("test-memory", bytes("1B 30"))).toEqual({ reply: "done" });
    expect(heard("test-memory", bytes("1B 41"))).toEqual({ reply: "refused", complaint: "failed" });
  });

  test("0 and the widths that are now in force", () => {
    expect(heard("set-bits-per-character", bytes("1B 30 08 08 08"))).toEqual({
      reply: "bits-per-character",
      bits: [8, 8, 8],
    });
  });

  test("bits in which ESC may stand", () => {
    expect(
      heard("read-raw", bytes("1B 73 1B 01 02 1B 02 1B 02 01 1C 1B 03 00 3F 1C 1B 30")),
    ).toEqual({
      reply: "raw-tracks",
      tracks: { track1: bytes("1B 02"), track2: bytes("1C"), track3: bytes("") },
    });
  });
});

describe("an answer that does not come", () => {
  test("is still waited for one byte below the bound", () => {
    expect(heard("read", new Uint8Array(ANSWER_BYTES_MAX - 1))).toBeUndefined();
  });

  test("is given up at the bound", () => {
    expect(heard("read", new Uint8Array(ANSWER_BYTES_MAX))).toEqual({ reply: "garbled" });
  });

  test("is waited for longer where it is raw, for 780 bytes of it may be an answer", () => {
    expect(heard("read-raw", new Uint8Array(RAW_ANSWER_BYTES_MAX - 1))).toBeUndefined();
    expect(heard("read-raw", new Uint8Array(RAW_ANSWER_BYTES_MAX))).toEqual({ reply: "garbled" });
  });

  test("is not heard any more after the framer was wiped", () => {
    const framer = msr605.createFramer({ command: "test-communication" });
    framer.wipe();

    expect(framer.push(bytes("1B 79"))).toBeUndefined();
  });
});
