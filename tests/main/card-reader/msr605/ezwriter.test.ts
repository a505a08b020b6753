import { describe, expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes, hex } from "../bytes.ts";

describe("the status of an EzWriter", () => {
  const read: Command = { command: "read" };
  const write: Command = { command: "write", tracks: { track2: ";1?" } };

  function heardFrom(command: Command, answer: string, dialect = ezwriter): Reply | undefined {
    return dialect.createFramer(command).push(bytes(answer));
  }

  test("is a mask of the tracks that failed, so 2 is not a bad command as on an MSR605", () => {
    expect(heardFrom(write, "1B 32")).toEqual({ reply: "refused", complaint: "read-or-write" });
    expect(heardFrom(write, "1B 32", msr605)).toEqual({ reply: "refused", complaint: "format" });
  });

  test("may name all three tracks, and there is nothing beyond", () => {
    expect(heardFrom(write, "1B 37")).toEqual({ reply: "refused", complaint: "read-or-write" });
    expect(heardFrom(write, "1B 38")).toBeUndefined();
    expect(heardFrom(write, "1B 37", msr605)).toBeUndefined();
  });

  test("is 0 when all is done", () => {
    expect(heardFrom(write, "1B 30")).toEqual({ reply: "done" });
  });

  test("makes the tracks it names unreadable, whatever was sent of them", () => {
    expect(
      heardFrom(read, "1B 73 1B 01 25 30 31 3F 1B 02 3B 32 33 3F 1B 03 1B 2B 3F 1C 1B 35"),
    ).toEqual({
      reply: "tracks",
      tracks: {
        1: { reading: "unreadable" },
        2: { reading: "text", text: ";23?" },
        3: { reading: "unreadable" },
      },
      complaint: "read-or-write",
    });
  });
});

describe("an EzWriter that reads (its manual, and a public program for it)", () => {
  function readingsOf(answer: string, dialect = ezwriter) {
    const reply = dialect.createFramer({ command: "read" }).push(bytes(answer));
    return reply?.reply === "tracks"
      ? [reply.tracks[1].reading, reply.tracks[2].reading, reply.tracks[3].reading]
      : reply;
  }

  test("says * of an empty track, which an MSR605 says of one that cannot be read", () => {
    const answer = "1B 73 1B 01 1B 2A 1B 02 3B 32 33 3F 1B 03 1B 2A 3F 1C 1B 30";
    expect(readingsOf(answer)).toEqual(["empty", "text", "empty"]);
    expect(readingsOf(answer, msr605)).toEqual(["unreadable", "text", "unreadable"]);
  });

  test("names in its status which of the starred tracks could not be read", () => {
    expect(readingsOf("1B 73 1B 01 1B 2A 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 34")).toEqual([
      "empty",
      "empty",
      "unreadable",
    ]);
  });

  test("may say + of an empty track, and leave a star beside a status of no track", () => {
    expect(readingsOf("1B 73 1B 01 1B 2B 1B 02 1B 2A 1B 03 1B 2B 3F 1C 1B 39")).toEqual([
      "empty",
      "unreadable",
      "empty",
    ]);
  });

  test("does not make a text that was cut on the way an empty track", () => {
    expect(readingsOf("1B 73 1B 01 1B 2A 1B 02 32 33 3F 1B 03 1B 2A 3F 1C 1B 30")).toEqual([
      "empty",
      "unreadable",
      "empty",
    ]);
  });

  test("forgets the stars of a block that was broken off", () => {
    expect(
      readingsOf("1B 73 1B 01 1B 2A FF 1B 73 1B 01 30 1B 02 1B 2A 1B 03 1B 2A 3F 1C 1B 30"),
    ).toEqual(["unreadable", "empty", "empty"]);
  });
});

describe("what is said to an EzWriter (its manual, pages 39 and 41)", () => {
  function said(command: Command, dialect = ezwriter): string {
    const encoded = dialect.encode(command);
    return encoded.ok ? hex(encoded.value) : encoded.refusal.code;
  }

  test.each([
    [1, 210, "1B 66 D2", "1B 62 A1"],
    [1, 75, "1B 66 4B", "1B 62 A0"],
    [2, 210, "1B 62 D2", "1B 62 D2"],
    [2, 75, "1B 62 4B", "1B 62 4B"],
    [3, 210, "1B 67 D2", "1B 62 C1"],
    [3, 75, "1B 67 4B", "1B 62 C0"],
  ] as const)(
    "sets track %i to %i bits an inch by a command of its own",
    (track, bitsPerInch, ...words) => {
      const command: Command = { command: "set-density", track, bitsPerInch };
      expect([said(command), said(command, msr605)]).toEqual(words);
    },
  );

  test("selects track 1 for an erasure by its bit, as all the others", () => {
    expect(said({ command: "erase", tracks: [1] })).toBe("1B 63 01");
    expect(said({ command: "erase", tracks: [1] }, msr605)).toBe("1B 63 00");
    expect(said({ command: "erase", tracks: [1, 3] })).toBe("1B 63 05");
  });
});

describe("what an EzWriter answers besides", () => {
  test("1 is a failed erasure, A a choice that it did not take, and both end the wait", () => {
    const erase = () => ezwriter.createFramer({ command: "erase", tracks: [1] });
    expect(erase().push(bytes("1B 31"))).toEqual({ reply: "refused", complaint: "read-or-write" });
    expect(erase().push(bytes("1B 41"))).toEqual({ reply: "refused", complaint: "failed" });
  });

  test("a firmware of nine characters at once, and one of eight when the line rests", () => {
    const framer = ezwriter.createFramer({ command: "get-firmware" });
    expect(framer.push(bytes("1B 52 65 76 2E 30 32 2E 37"))).toBeUndefined();
    expect(framer.push(bytes("30"))).toEqual({ reply: "firmware", revision: "Rev.02.70" });

    const shorter = ezwriter.createFramer({ command: "get-firmware" });
    expect(shorter.push(bytes("1B 52 65 76 2E 32 2E 37 30"))).toBeUndefined();
    expect(shorter.rest()).toEqual({ reply: "firmware", revision: "Rev.2.70" });
  });
});
