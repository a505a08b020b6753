import type { Reply } from "../dialect.ts";
import type { Heard, Listening } from "../listening.ts";
import { CR, DLE, END_SENTINEL, ETX, FAILED, STX, startSentinels } from "./bytes.ts";
import { tracksIn } from "./track-line.ts";

// Three of the longest tracks are 223; the rest is for what stands around them.
const LINE_BYTES_MAX = 320;

/**
 * Listens for one swipe, which ends when the line rests, or with ETX in formats that have one. A
 * 363B sends a check byte behind its ETX, which looks as other formats look without one: there the
 * byte is waited for until the line rests, and checked if it comes.
 */
export function listenForSwipe(): Listening {
  const line = new Uint8Array(LINE_BYTES_MAX);
  let length = 0;
  let isEtxHeard = false;

  function forget(): void {
    line.fill(0);
    length = 0;
    isEtxHeard = false;
  }

  function heardSoFar(): Reply {
    return tracksIn(line.subarray(0, length));
  }

  return {
    take(byte): Heard {
      if (length === 0 && !mayBegin(byte)) return "noise";
      if (isEtxHeard) return byte === checkByte(line, length) ? heardSoFar() : garbled;
      if (length === LINE_BYTES_MAX) return garbled;

      line[length] = byte;
      length += 1;
      if (byte !== ETX) return "part";
      if (!mayBeChecked(line.subarray(0, length))) return heardSoFar();
      isEtxHeard = true;
      return "part";
    },
    rest: () => (length > 0 ? heardSoFar() : undefined),
    underway: () => length > 0,
    wipe: forget,
  };
}

const garbled: Reply = { reply: "garbled" };

function mayBegin(byte: number): boolean {
  return byte === STX || byte === FAILED || startSentinels.has(byte);
}

/** As a 363B sends it: STX, tracks and nothing between them, and ETX right behind the last. */
function mayBeChecked(line: Uint8Array): boolean {
  const isWithin = !line.includes(DLE) && !line.includes(CR);
  return line[0] === STX && isWithin && line[line.length - 2] === END_SENTINEL;
}

/** The exclusive or of all behind STX, ETX included. */
function checkByte(line: Uint8Array, length: number): number {
  return line.subarray(1, length).reduce((sum, byte) => sum ^ byte, 0);
}
