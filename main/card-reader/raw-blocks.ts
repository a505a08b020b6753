import { BLOCK, ESC, FS, opcode, QUESTION_MARK } from "./msr605/bytes.ts";
import { type TrackNumber, trackNumbers } from "./track.ts";
import type { TranscriptStep } from "./transcript.ts";

/** A stretch of what one side said that holds bits of a stripe; `end` is behind its last byte. */
export interface RawStretch {
  readonly way: "host" | "device";
  readonly start: number;
  readonly end: number;
  /** Absent where no track can be told: what came of a raw read whose frame is harmed. */
  readonly track?: TrackNumber;
}

/** What one side says until the other one speaks, by its place in all that this side says. */
interface Turn {
  readonly way: "host" | "device";
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** An answer of two bytes, which holds no bit of a card; some cables lose the first of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins each answer.
const shortAnswers = /^(?:\x1b[0-9Ay]|y)*$/;

/**
 * Where bits of stripes stand in what was said: in every block of bits that is whole, behind a
 * command to write bits, and in all that comes for a command to read them and is no short answer,
 * until an answer shows that the reader waits for no card any more. Bits may look like anything,
 * so what is not known to be something else is taken for bits.
 */
export function rawStretches(steps: readonly TranscriptStep[]): readonly RawStretch[] {
  const found: RawStretch[] = [];
  let isAwaited = false;
  for (const turn of turnsOf(steps)) {
    if (turn.way === "host") {
      const { stretches, asksForBits } = inHostTurn(turn);
      found.push(...stretches);
      isAwaited ||= asksForBits;
    } else {
      const { stretches, isAnswer } = inDeviceTurn(turn, isAwaited);
      found.push(...stretches);
      isAwaited &&= !isAnswer;
    }
  }
  return found;
}

function turnsOf(steps: readonly TranscriptStep[]): readonly Turn[] {
  const turns: Turn[] = [];
  const saidCount = { host: 0, device: 0 };
  for (const step of steps) {
    if (step.way === "event") continue;
    const last = turns.at(-1);
    if (last?.way === step.way) {
      turns[turns.length - 1] = { ...last, bytes: Buffer.concat([last.bytes, step.bytes]) };
    } else turns.push({ way: step.way, start: saidCount[step.way], bytes: step.bytes });
    saidCount[step.way] += step.bytes.length;
  }
  return turns;
}

function inHostTurn({ way, start, bytes }: Turn) {
  const stretches: RawStretch[] = [];
  let asksForBits = false;
  for (let at = 0; at < bytes.length; ) {
    const command = bytes[at] === ESC ? bytes[at + 1] : undefined;
    asksForBits ||= command === opcode.readRaw;
    if (command === opcode.writeRaw) {
      const block = blockAt(bytes, at + 2);
      if (!block) {
        stretches.push({ way, start: start + at + 2, end: start + bytes.length });
        break;
      }
      stretches.push(...moved(block.tracks, way, start));
      at = block.end;
    } else at += 1;
  }
  return { stretches, asksForBits };
}

function inDeviceTurn({ way, start, bytes }: Turn, isAwaited: boolean) {
  const stretches: RawStretch[] = [];
  let outside = ""; // What belongs to no block, and where it stands.
  const places: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const block = blockAt(bytes, at);
    if (block) {
      stretches.push(...moved(block.tracks, way, start));
      at = block.end;
    } else {
      outside += String.fromCharCode(bytes[at] ?? 0);
      places.push(start + at);
      at += 1;
    }
  }
  const isAnswer = shortAnswers.test(outside);
  if (isAwaited && !isAnswer) {
    stretches.push(...places.map((place) => ({ way, start: place, end: place + 1 })));
  }
  return { stretches, isAnswer };
}

interface TrackBits {
  readonly track: TrackNumber;
  readonly start: number;
  readonly end: number;
}

/** `ESC s`, three times `ESC n length bits`, `? FS`; nothing where not all of it stands there. */
function blockAt(bytes: Uint8Array, start: number) {
  const tracks: TrackBits[] = [];
  const isAt = (at: number, first: number, second: number) =>
    bytes[at] === first && bytes[at + 1] === second;
  if (!isAt(start, ESC, BLOCK)) return undefined;

  let at = start + 2;
  for (const track of trackNumbers) {
    const length = bytes[at + 2];
    if (!isAt(at, ESC, track) || length === undefined) return undefined;
    tracks.push({ track, start: at + 3, end: at + 3 + length });
    at += 3 + length;
  }
  return isAt(at, QUESTION_MARK, FS) ? { tracks, end: at + 2 } : undefined;
}

function moved(
  tracks: readonly TrackBits[],
  way: "host" | "device",
  by: number,
): readonly RawStretch[] {
  return tracks
    .filter(({ start, end }) => end > start)
    .map(({ track, start, end }) => ({ way, track, start: start + by, end: end + by }));
}
