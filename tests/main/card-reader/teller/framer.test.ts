import { describe, expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { ANSWER_BYTES_MAX } from "#main/card-reader/teller/framer.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { ascii, bytes, joined } from "../bytes.ts";

const empty = { reading: "empty" } as const;
const unreadable = { reading: "unreadable" } as const;
const text = (given: string) => ({ reading: "text", text: given }) as const;

const read: Command = { command: "read" };
const write: Command = { command: "write", tracks: { track2: ";1?" } };

const track2 = "6210947000000021=1808101";
// Format 99 with a test number and invented fields: no real track 3.
const track3 = "996210947000000021=1561560";

const well = bytes("1B 72 70");
const error = bytes("1B 72 71");

/** A block as a reader sends it, from the text between its marks. */
function block(between: string): Uint8Array {
  return joined(bytes("1B 73"), ascii(between), bytes("1C"));
}

function heard(command: Command, ...parts: readonly Uint8Array[]): Reply | undefined {
  return teller.createFramer(command).push(joined(...parts));
}

describe("a teller reader reads a card", () => {
  test("read T2+T3, the worked bytes", () => {
    expect(
      heard(
        read,
        bytes(
          "1B 73 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 38 30 38 31 30 31 41 39 39 36 32 31 30 39 34 37 30 30 30 30 30 30 30 32 31 3D 31 35 36 31 35 36 30 3F 1C",
        ),
        well,
      ),
    ).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(`;${track2}?`), 3: text(`;${track3}?`) },
    });
  });

  test("both bad, the worked bytes", () => {
    expect(heard(read, bytes("1B 73 7F 41 7F 3F 1C"), error)).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: unreadable, 3: unreadable },
      complaint: "read-or-write",
    });
  });

  test("none at all, 7F alone", () => {
    expect(heard(read, bytes("1B 73 7F 1C"), error)).toMatchObject({
      tracks: { 2: unreadable },
    });
  });

  test.each([
    ["2", `${track2}?`, { 1: empty, 2: text(`;${track2}?`), 3: empty }],
    ["2, from a printer", track2, { 1: empty, 2: text(`;${track2}?`), 3: empty }],
    ["3", `A${track3}?`, { 1: empty, 2: empty, 3: text(`;${track3}?`) }],
    ["2+3", `12A34?`, { 1: empty, 2: text(";12?"), 3: text(";34?") }],
    ["2+3, ending in two ?", `12A34??`, { 1: empty, 2: text(";12?"), 3: text(";34?") }],
    ["1", "%B62^A?", { 1: text("%B62^A?"), 2: empty, 3: empty }],
    ["1+2", "12%B62^A?", { 1: text("%B62^A?"), 2: text(";12?"), 3: empty }],
    ["1+3", "A34%B62^A?", { 1: text("%B62^A?"), 2: empty, 3: text(";34?") }],
    ["1+2+3", "12A34%B62^A?", { 1: text("%B62^A?"), 2: text(";12?"), 3: text(";34?") }],
  ])("track %s", (_, between, tracks) => {
    expect(heard(read, block(between), well)).toEqual({ reply: "tracks", tracks });
  });

  test("7F is an empty track where all went well", () => {
    expect(heard(read, block("12A\x7f%\x7f?"), well)).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(";12?"), 3: empty },
    });
  });

  test("7F is a bad track where something did not, beside one that is good", () => {
    expect(heard(read, block("12A\x7f%AB?"), error)).toEqual({
      reply: "tracks",
      tracks: { 1: text("%AB?"), 2: text(";12?"), 3: unreadable },
      complaint: "read-or-write",
    });
  });

  test("an A in a name on track 1 is no track 3, even when track 2 is bad", () => {
    expect(heard(read, block("\x7f%B62^WANG/A?"), error)).toMatchObject({
      tracks: { 1: text("%B62^WANG/A?"), 2: unreadable, 3: empty },
    });
    expect(heard(read, block("\x7fA\x7f%B62^WANG/A?"), error)).toMatchObject({
      tracks: { 1: text("%B62^WANG/A?"), 2: unreadable, 3: unreadable },
    });
  });

  test("track 1 that lost its % on the way is not believed, nor is what it ran into", () => {
    expect(heard(read, block("12B62^WANG/A?"), well)).toMatchObject({
      tracks: { 1: empty, 2: unreadable, 3: unreadable },
    });
  });

  test("a track 2 that ran into track 3 is not believed", () => {
    expect(heard(read, block(`${track2}${track3}?`), well)).toMatchObject({
      tracks: { 2: unreadable, 3: empty },
    });
  });

  test("7F within a track leaves nothing of it to believe", () => {
    expect(heard(read, block("12\x7f4?"), well)).toMatchObject({ tracks: { 2: unreadable } });
  });

  test("three ? are one more than any reader sends", () => {
    expect(heard(read, block("12A34???"), well)).toMatchObject({ tracks: { 3: unreadable } });
  });

  test("behind zeros", () => {
    expect(heard(read, bytes("00 00"), block("12?"), bytes("00"), well)).toMatchObject({
      tracks: { 2: text(";12?") },
    });
  });

  test("whose block and status have lost their ESC", () => {
    expect(heard(read, bytes("73 31 32 3F 1C 72 70"))).toMatchObject({
      tracks: { 2: text(";12?") },
    });
  });

  test("of the longest tracks, and of one character more on any is not believed", () => {
    const longest = `${"1".repeat(37)}A${"2".repeat(104)}%${"B".repeat(76)}`;

    expect(heard(read, block(`${longest}?`), well)).toMatchObject({
      tracks: {
        1: text(`%${"B".repeat(76)}?`),
        2: text(`;${"1".repeat(37)}?`),
        3: text(`;${"2".repeat(104)}?`),
      },
    });
    expect(heard(read, block(`1${longest}?`), well)).toMatchObject({ tracks: { 2: unreadable } });
  });

  test("is not over before the status", () => {
    const framer = teller.createFramer(read);

    expect(framer.push(block("12?"))).toBeUndefined();
    expect(framer.underway()).toBe(true);
    expect(framer.push(well)).toMatchObject({ tracks: { 2: text(";12?") } });
  });

  test("is over without a status once the line rests, and 7F is then a bad track", () => {
    const framer = teller.createFramer(read);
    framer.push(block("12A\x7f?"));

    expect(framer.rest()).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(";12?"), 3: unreadable },
    });
  });

  test("is still to come after a status of before: that all was well", () => {
    expect(heard(read, well)).toBeUndefined();
    expect(heard(read, well, block("12?"), well)).toMatchObject({ tracks: { 2: text(";12?") } });
  });

  test("has failed when there is an error and no block", () => {
    expect(heard(read, error)).toEqual({ reply: "refused", complaint: "read-or-write" });
  });
});

describe("a teller reader answers", () => {
  test("p for a write that went well, and q for one that did not", () => {
    expect(heard(write, well)).toEqual({ reply: "done" });
    expect(heard(write, error)).toEqual({ reply: "refused", complaint: "read-or-write" });
  });

  test("p for a setting that it took, and q for one that it did not", () => {
    const setting: Command = { command: "set-coercivity", coercivity: "high" };

    expect(heard(setting, well)).toEqual({ reply: "done" });
    expect(heard(setting, error)).toEqual({ reply: "refused", complaint: "failed" });
  });

  test("p or q to the question whether it is there", () => {
    expect(heard({ command: "test-communication" }, well)).toEqual({ reply: "present" });
    expect(heard({ command: "test-communication" }, error)).toEqual({ reply: "present" });
  });

  test("and may lose its ESC on the way", () => {
    expect(heard(write, bytes("72 70"))).toEqual({ reply: "done" });
  });

  test("nothing that a reader of the other dialect would say", () => {
    expect(heard({ command: "test-communication" }, bytes("1B 34"))).toBeUndefined();
    expect(heard(write, bytes("1B 30"))).toBeUndefined();
  });
});

describe("an answer of a teller reader that lost a byte on the way", () => {
  function heardAtRest(command: Command, ...parts: readonly Uint8Array[]): Reply | undefined {
    const framer = teller.createFramer(command);
    return framer.push(joined(...parts)) ?? framer.rest();
  }

  test("is garbled where the block has no beginning", () => {
    expect(heardAtRest(read, bytes("1B 31 32 3F 1C"), well)).toEqual({ reply: "garbled" });
  });

  test("is garbled where the block has no end", () => {
    expect(heardAtRest(read, bytes("1B 73 31 32 3F"), well)).toEqual({ reply: "garbled" });
  });

  test("is whole all the same where only the status is torn", () => {
    expect(heardAtRest(read, block("12?"), bytes("1B 70"))).toMatchObject({
      tracks: { 2: text(";12?") },
    });
  });

  test("is garbled where no more than p is left of it", () => {
    expect(heardAtRest(write, bytes("70"))).toEqual({ reply: "garbled" });
  });

  test("is told from noise, through which the wait for a card goes on", () => {
    expect(heardAtRest(read, bytes("00 FF 00"))).toBeUndefined();
    expect(heardAtRest(write, bytes("00 FF 00"))).toBeUndefined();
  });

  test("is given up at the bound, and not one byte before", () => {
    expect(heard(read, new Uint8Array(ANSWER_BYTES_MAX - 1))).toBeUndefined();
    expect(heard(read, new Uint8Array(ANSWER_BYTES_MAX))).toEqual({ reply: "garbled" });
  });

  test("is not heard any more after the framer was wiped", () => {
    const framer = teller.createFramer(write);
    framer.wipe();

    expect(framer.push(well)).toBeUndefined();
  });
});
