import { unreachable } from "#core/kernel/assert.ts";
import type { Reply } from "../dialect.ts";
import type { Heard, Listening } from "../listening.ts";
import { payloadLengthMax } from "../track.ts";
import { BLOCK, ERROR, ESC, FS, STATUS, UNRECOGNISED, WELL } from "./bytes.ts";
import { tracksIn } from "./read-block.ts";

// All three tracks, the two letters between them, and two `?`.
const BLOCK_BYTES_MAX = payloadLengthMax[1] + payloadLengthMax[2] + payloadLengthMax[3] + 4;

type Expecting =
  | "header" // `ESC s` or `ESC r`, with or without its ESC
  | "letter" // the `s` or `r` behind ESC
  | "text" // a byte of the block, or FS
  | "outcome"; // `p` or `q` behind `ESC r`

/** An answer as far as it has come. The one thing here that changes. */
interface Answer {
  expecting: Expecting;
  readonly text: Uint8Array;
  length: number;
  isBlockWhole: boolean;
  /** What came before was an answer that lost a byte on the way. */
  isBehindBroken: boolean;
}

/**
 * Listens for the answer to a read: a block, and the status that was asked for with it. A reader
 * may send zeros before either. A status alone is an error, or was there before the card.
 */
export function listenForCard(): Listening {
  const answer: Answer = {
    expecting: "header",
    text: new Uint8Array(BLOCK_BYTES_MAX),
    length: 0,
    isBlockWhole: false,
    isBehindBroken: false,
  };
  return {
    take: (byte) => take(answer, byte),
    rest: () => rest(answer),
    underway: () => answer.expecting !== "header" || answer.isBlockWhole,
    wipe: () => forgetBlock(answer),
  };
}

/** Some readers forget the question for the status while they wait for a card. */
function rest(answer: Answer): Reply | undefined {
  if (answer.isBlockWhole) return tracksIn(blockOf(answer), undefined);
  return answer.isBehindBroken ? { reply: "garbled" } : undefined;
}

function take(answer: Answer, byte: number): Heard {
  switch (answer.expecting) {
    case "header":
    case "letter":
      return takeHeader(answer, byte);
    case "text":
      return takeText(answer, byte);
    case "outcome":
      return takeOutcome(answer, byte);
    default:
      return unreachable(answer.expecting);
  }
}

function takeHeader(answer: Answer, byte: number): Heard {
  if (byte === BLOCK) forgetBlock(answer);
  // The end of a block whose beginning was lost.
  if (byte === FS) answer.isBehindBroken = true;
  answer.expecting = headerAfter(byte);
  return answer.expecting === "header" ? "noise" : "part";
}

function headerAfter(byte: number): Expecting {
  if (byte === BLOCK) return "text";
  if (byte === STATUS) return "outcome";
  return byte === ESC ? "letter" : "header";
}

function takeText(answer: Answer, byte: number): Heard {
  if (byte === FS) {
    answer.isBlockWhole = true;
    answer.expecting = "header";
    return "part";
  }
  const mayStand = (byte >= 0x20 && byte <= 0x5f) || byte === UNRECOGNISED;
  if (!mayStand || answer.length === BLOCK_BYTES_MAX) {
    answer.isBehindBroken = true;
    forgetBlock(answer);
    return takeHeader(answer, byte);
  }
  answer.text[answer.length] = byte;
  answer.length += 1;
  return "part";
}

function takeOutcome(answer: Answer, byte: number): Heard {
  if (byte !== WELL && byte !== ERROR) return takeHeader(answer, byte);
  if (answer.isBlockWhole) return tracksIn(blockOf(answer), byte);
  if (answer.isBehindBroken) return { reply: "garbled" };
  if (byte === ERROR) return { reply: "refused", complaint: "read-or-write" };

  answer.expecting = "header"; // All was well before the card: it is still to come.
  return "noise";
}

function blockOf(answer: Answer): Uint8Array {
  return answer.text.subarray(0, answer.length);
}

function forgetBlock(answer: Answer): void {
  answer.text.fill(0);
  answer.length = 0;
  answer.isBlockWhole = false;
}
