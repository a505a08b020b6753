import { describe, expect, test } from "vitest";
import type { Reply } from "#main/card-reader/dialect.ts";
import {
  SWIPE_BYTES_MAX,
  swipeOnly,
  typedSwipes,
} from "#main/card-reader/swipe-only/swipe-only.ts";
import { ascii, bytes, joined } from "../bytes.ts";

const empty = { reading: "empty" } as const;
const unreadable = { reading: "unreadable" } as const;
const text = (given: string) => ({ reading: "text", text: given }) as const;

const track1 = "%B4111111111111111^DOE/JOHN^1803101000000000020000831000000?";
const track2 = ";4111111111111111=18031010000200831?";
const track3 = ";994111111111111111=1561560?";
const all = { 1: text(track1), 2: text(track2), 3: text(track3) };

/** What is heard by the time the line has rested. */
function swiped(...parts: readonly Uint8Array[]): Reply | undefined {
  const framer = swipeOnly.createFramer({ command: "read" });
  return framer.push(joined(...parts)) ?? framer.rest();
}

/** What is heard without waiting for the line to rest. */
function swipedAtOnce(...parts: readonly Uint8Array[]): Reply | undefined {
  return swipeOnly.createFramer({ command: "read" }).push(joined(...parts));
}

/** A swipe in one piece, its tracks as they are printed and marks in hexadecimal. */
const said = (line: string) => ascii(line);

describe("a swipe-only reader", () => {
  test("takes no command but a test, and sends each swipe unasked", () => {
    expect(swipeOnly.manner).toBe("unasked");
    expect([...swipeOnly.supports]).toEqual(["read", "test-communication"]);
    expect([...typedSwipes.supports]).toEqual(["read"]);
    expect(swipeOnly.encode({ command: "read" })).toEqual({ ok: true, value: bytes("") });
    expect(() => swipeOnly.encode({ command: "reset" })).toThrow("Invariant broken");
  });

  test("of ID TECH sends each track on a line", () => {
    expect(swiped(said(`${track1}\r${track2}\r${track3}\r`))).toEqual({
      reply: "tracks",
      tracks: all,
    });
  });

  test("of ID TECH is not believed to have ended before the line rests", () => {
    expect(swipedAtOnce(said(`${track1}\r${track2}\r`))).toBeUndefined();
  });

  test("may end its lines with LF as well", () => {
    expect(swiped(said(`${track1}\r\n${track2}\r\n`))).toMatchObject({
      tracks: { 1: text(track1), 2: text(track2), 3: empty },
    });
  });

  test("of UIC frames each track, and ends the last with ETX", () => {
    expect(swipedAtOnce(said(`\x02${track1}\x10\x02${track2}\x10\x02${track3}\x03`))).toEqual({
      reply: "tracks",
      tracks: all,
    });
  });

  test("of UIC may frame all tracks at once", () => {
    expect(swipedAtOnce(said(`\x02${track1}\x10${track2}\x10${track3}\x03`))).toMatchObject({
      tracks: all,
    });
  });

  test.each(["5", "%", ";", "+", "!", "E", "?", "="])(
    "of UIC may send a check character, though it be %s",
    (check) => {
      expect(swiped(said(`\x02%AB?${check}\x10\x02;12?${check}\x10\x02;34?${check}\x03`))).toEqual({
        reply: "tracks",
        tracks: { 1: text("%AB?"), 2: text(";12?"), 3: text(";34?") },
      });
    },
  );

  test("of UIC with one head sends one track and its check character", () => {
    expect(swipedAtOnce(said("\x02;12345?5\x03"))).toEqual({
      reply: "tracks",
      tracks: { 1: empty, 2: text(";12345?"), 3: empty },
    });
  });

  test.each([
    ["STX, ESC, CR and ETX", `\x02\x1b${track1}${track2}\r\x03`],
    ["STX and ETX", `\x02${track1}${track2}\x03`],
    ["CR", `${track1}${track2}\r`],
    ["nothing", `${track1}${track2}`],
  ])("of MagTek frames a swipe with %s", (_, line) => {
    expect(swiped(said(line))).toEqual({
      reply: "tracks",
      tracks: { 1: text(track1), 2: text(track2), 3: empty },
    });
  });

  test("of IBM SurePOS begins track 3 with +, which on the stripe is ;", () => {
    expect(swiped(said(`${track1}${track2}+${track3.slice(1)}`))).toMatchObject({ tracks: all });
    expect(swiped(said(`${track1}\r${track2}\r+${track3.slice(1)}\r`))).toMatchObject({
      tracks: all,
    });
  });

  test.each([
    ["E;12?+34?", { 1: unreadable, 2: text(";12?"), 3: text(";34?") }],
    ["%AB?E+34?", { 1: text("%AB?"), 2: unreadable, 3: text(";34?") }],
    ["%AB?;12?E", { 1: text("%AB?"), 2: text(";12?"), 3: unreadable }],
    ["%AB?\rE\rE\r", { 1: text("%AB?"), 2: unreadable, 3: unreadable }],
    ["EEE", { 1: unreadable, 2: unreadable, 3: unreadable }],
  ])("of IBM SurePOS says %s, a bare E for each track that failed", (line, tracks) => {
    expect(swiped(said(line))).toEqual({ reply: "tracks", tracks });
  });

  test("may say E between sentinels for a track that failed", () => {
    expect(swiped(said("%E?;E?+E?"))).toEqual({
      reply: "tracks",
      tracks: { 1: unreadable, 2: unreadable, 3: unreadable },
    });
    expect(swiped(said("%E?\r;12?\r;E?\r"))).toMatchObject({
      tracks: { 1: unreadable, 2: text(";12?"), 3: unreadable },
    });
  });

  test("may send one track alone: ; is track 2 if it fits there", () => {
    expect(swiped(said(`;${"1".repeat(37)}?\r`))).toMatchObject({
      tracks: { 2: text(`;${"1".repeat(37)}?`), 3: empty },
    });
    expect(swiped(said(`;${"1".repeat(38)}?\r`))).toMatchObject({
      tracks: { 2: empty, 3: text(`;${"1".repeat(38)}?`) },
    });
  });

  test("does not pass a driving licence's third track off as a bank's", () => {
    expect(swiped(said("%AB?\r;12?\r%CD?\r"))).toMatchObject({
      tracks: { 1: text("%AB?"), 2: text(";12?"), 3: unreadable },
    });
    expect(swiped(said("%AB?\r;12?\r!CD?\r"))).toMatchObject({ tracks: { 3: unreadable } });
  });
});

describe("a 363B", () => {
  // The exclusive or of ; 1 2 3 4 5 ? and ETX.
  const frame = "\x02;12345?\x03";
  const check = "36";

  test("is heard with its check byte at once", () => {
    expect(swipedAtOnce(said(frame), bytes(check))).toMatchObject({
      tracks: { 2: text(";12345?") },
    });
  });

  test("is heard without one when the line rests", () => {
    expect(swipedAtOnce(said(frame))).toBeUndefined();
    expect(swiped(said(frame))).toMatchObject({ tracks: { 2: text(";12345?") } });
  });

  test("is garbled where the check byte is another", () => {
    expect(swiped(said(frame), bytes("37"))).toEqual({ reply: "garbled" });
    expect(swiped(said("\x02;12344?\x03"), bytes(check))).toEqual({ reply: "garbled" });
  });

  test("frames three tracks, the third begun with +", () => {
    const tracks = ascii(`${track1}${track2}+${track3.slice(1)}\x03`);
    const sum = tracks.reduce((total, byte) => total ^ byte, 0);

    expect(swipedAtOnce(bytes("02"), tracks, Uint8Array.of(sum))).toMatchObject({ tracks: all });
  });
});

describe("a swipe that lost something on the way", () => {
  test("is not believed where a track has no end", () => {
    expect(swiped(said("%AB?\r;4111111111111111"))).toMatchObject({
      tracks: { 1: text("%AB?"), 2: unreadable },
    });
  });

  test("is not believed where track 1 ran into track 2, which is", () => {
    expect(swiped(said("%B62^ZHANG;12345?"))).toMatchObject({
      tracks: { 1: unreadable, 2: text(";12345?") },
    });
  });

  test("is not believed where a byte within a track is none of its alphabet", () => {
    expect(swiped(said("%AB?\r;41\xb111?\r"))).toMatchObject({ tracks: { 2: unreadable } });
    expect(swiped(said("%ab?\r;12?\r"))).toMatchObject({
      tracks: { 1: unreadable, 2: text(";12?") },
    });
  });

  test("is not believed where a track is longer than any stripe", () => {
    expect(swiped(said(`%${"A".repeat(77)}?`))).toMatchObject({ tracks: { 1: unreadable } });
    expect(swiped(said(`%${"A".repeat(76)}?`))).toMatchObject({
      tracks: { 1: text(`%${"A".repeat(76)}?`) },
    });
  });

  test("is garbled where nothing of a track is left", () => {
    expect(swiped(said("\x02\x03"))).toEqual({ reply: "garbled" });
  });

  test("is garbled where a second card follows in the same breath", () => {
    expect(swiped(said("%AB?\r;12?\r%CD?\r;34?\r"))).toEqual({ reply: "garbled" });
  });

  test("is heard behind noise", () => {
    expect(swiped(bytes("00 FF 0D 06 15"), said("%AB?\r;12?\r"))).toMatchObject({
      tracks: { 1: text("%AB?"), 2: text(";12?") },
    });
  });

  test("is told from noise, through which the wait for a card goes on", () => {
    expect(swiped(bytes("00 FF 0D"))).toBeUndefined();
  });

  test("is given up at the bound of noise, and not one byte before", () => {
    expect(swipedAtOnce(new Uint8Array(SWIPE_BYTES_MAX - 1))).toBeUndefined();
    expect(swipedAtOnce(new Uint8Array(SWIPE_BYTES_MAX))).toEqual({ reply: "garbled" });
  });

  test("is given up where a line is longer than three tracks", () => {
    expect(swipedAtOnce(said(`;${"1".repeat(319)}`))).toBeUndefined();
    expect(swipedAtOnce(said(`;${"1".repeat(320)}`))).toEqual({ reply: "garbled" });
  });

  test("is not heard any more after the framer was wiped", () => {
    const framer = swipeOnly.createFramer({ command: "read" });
    framer.push(said("%AB?"));
    framer.wipe();

    expect(framer.rest()).toBeUndefined();
  });
});
