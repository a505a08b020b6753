import { describe, expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes } from "../bytes.ts";

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
