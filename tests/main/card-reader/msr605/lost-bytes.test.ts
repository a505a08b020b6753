import { describe, expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes, joined } from "../bytes.ts";

describe("an answer that lost a byte on the way", () => {
  const answer = "1B 73 1B 01 25 30 31 3F 1B 02 3B 32 33 3F 1B 03 1B 2B 3F 1C 1B 30";

  const read: Command = { command: "read" };
  const write: Command = { command: "write", tracks: { track2: ";1?" } };

  function heardAtRest(command: Command, heard: Uint8Array): Reply | undefined {
    const framer = msr605.createFramer(command);
    return framer.push(heard) ?? framer.rest();
  }

  test("is garbled where a mark within it is gone", () => {
    expect(heardAtRest(read, bytes(answer.replace("1B 02", "02")))).toEqual({ reply: "garbled" });
  });

  test("is garbled where its first byte is gone", () => {
    expect(heardAtRest(read, bytes(answer.slice(3)))).toEqual({ reply: "garbled" });
  });

  test("is garbled where its second byte is gone", () => {
    expect(heardAtRest(read, bytes(answer.replace("1B 73", "1B")))).toEqual({ reply: "garbled" });
  });

  test("is garbled where no more than a status is left of it", () => {
    expect(heardAtRest(write, bytes("30"))).toEqual({ reply: "garbled" });
    expect(heardAtRest(write, bytes("39"))).toEqual({ reply: "garbled" });
  });

  test("is told from noise, through which the wait for a card goes on", () => {
    expect(heardAtRest(read, bytes("00 1B FF 1B 00"))).toBeUndefined();
    expect(heardAtRest(write, bytes("00"))).toBeUndefined();
    expect(heardAtRest(write, bytes("30 30"))).toBeUndefined();
  });

  test("does not stand against the answer behind it", () => {
    const framer = msr605.createFramer(read);

    expect(framer.push(joined(bytes(answer.slice(3)), bytes(answer)))).toMatchObject({
      tracks: { 2: { text: ";23?" } },
    });
  });

  test("is no reason to doubt a refusal that comes once the noise has rested", () => {
    const framer = msr605.createFramer(read);
    framer.push(bytes("00 FF"));
    framer.rest();

    expect(framer.push(bytes("1B 34"))).toEqual({
      reply: "refused",
      complaint: "unknown-command",
    });
  });
});
