import type { Reply, TrackReading, TrackReadings } from "../dialect.ts";
import { charactersOf } from "../listening.ts";
import { isTrackText, payloadLengthMax, type TrackNumber } from "../track.ts";
import { DLE, ETX, STX } from "./bytes.ts";

/** Something on the line that stands for a track, and how many characters it takes up. */
interface Piece {
  /** What it begins with, or nothing where it is a bare `E`, which stands for the next track. */
  readonly start: string;
  /** What stands between the sentinels; absent where the track could not be read. */
  readonly payload?: string;
  readonly length: number;
}

/**
 * What a swipe says of each track. Sentinels tell where tracks begin and end, whatever stands
 * around them: STX, ESC, CR, LF, DLE, ETX, a check character. A lone `;` is track 2 if it fits
 * there, else track 3. A track behind the third is another card, and then neither is believed.
 */
export function tracksIn(line: Uint8Array): Reply {
  const readings = new Map<TrackNumber, TrackReading>();
  let next = 1; // The first track that has not been spoken of.
  for (const piece of piecesIn(charactersOf(line), line.includes(STX))) {
    const track = trackOf(piece, next);
    if (track === undefined) return { reply: "garbled" };
    readings.set(track, readingOf(track, piece));
    next = track + 1;
  }
  if (readings.size === 0) return { reply: "garbled" };

  const reading = (track: TrackNumber) => readings.get(track) ?? { reading: "empty" };
  const tracks: TrackReadings = { 1: reading(1), 2: reading(2), 3: reading(3) };
  return { reply: "tracks", tracks };
}

/**
 * Behind a track that is framed there may be its check character, which may look like the beginning
 * of another track. The reader has checked it, and no manual says in which form it is handed on.
 */
function piecesIn(line: string, isFramed: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let isBehindTrack = false;
  for (let at = 0; at < line.length; ) {
    const isBeforeEnd = [DLE, ETX].includes(line.charCodeAt(at + 1));
    const isCheckCharacter: boolean = isFramed && isBehindTrack && isBeforeEnd;
    const piece: Piece | undefined = isCheckCharacter ? undefined : pieceAt(line, at, isFramed);
    if (piece) pieces.push(piece);
    isBehindTrack = piece?.payload !== undefined;
    at += piece?.length ?? 1;
  }
  return pieces;
}

// Each begins a track: its failure, its text, or what is left of a text that was cut off. Track 1
// has no `;` on a bank's card: there one is the beginning of track 2, and the `?` before it is lost.
const failedTrack = /^[%;+!]E\?/;
const wideTrack = /^([%!])([ -$&-:<->@-_]*)(\??)/;
const narrowTrack = /^([;+])([0-:<->]*)(\??)/;

function pieceAt(line: string, at: number, isFramed: boolean): Piece | undefined {
  const rest = line.slice(at);
  if (failedTrack.test(rest)) return { start: rest.charAt(0), length: 3 };

  const found = wideTrack.exec(rest) ?? narrowTrack.exec(rest);
  if (found) {
    const [whole, start = "", payload = "", end] = found;
    return end ? { start, payload, length: whole.length } : { start, length: whole.length };
  }
  // Only readers that frame nothing say no more than `E`, and only where a track might begin.
  const isFailure = !isFramed && /(^|[?E\r\n])E$/.test(line.slice(Math.max(0, at - 1), at + 1));
  return isFailure ? { start: "", length: 1 } : undefined;
}

/** Tracks come in order; whose turn it is tells two that begin alike apart. */
function trackOf({ start, payload = "" }: Piece, next: number): TrackNumber | undefined {
  const isFree = (track: TrackNumber) => (next <= track ? track : undefined);
  switch (start) {
    case "%":
      return next === 1 ? 1 : isFree(3); // A driving licence has a third track like the first.
    case ";":
      return payload.length <= payloadLengthMax[2] ? (isFree(2) ?? isFree(3)) : isFree(3);
    case "+":
    case "!":
      return isFree(3);
    default:
      return isFree(1) ?? isFree(2) ?? isFree(3);
  }
}

const startSentinel = { 1: "%", 2: ";", 3: ";" } as const;

/** Whatever a reader begins track 3 with, on the stripe it begins with `;` or is no bank's. */
function readingOf(track: TrackNumber, { start, payload }: Piece): TrackReading {
  const text = `${startSentinel[track]}${payload ?? ""}?`;
  const isOfBank = payload !== undefined && (track === 1 || start === ";" || start === "+");
  return isOfBank && isTrackText(track, text)
    ? { reading: "text", text }
    : { reading: "unreadable" };
}
