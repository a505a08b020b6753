import type { Reply, TrackReading, TrackReadings } from "../dialect.ts";
import { charactersOf } from "../listening.ts";
import { isTrackText, type TrackNumber } from "../track.ts";
import { blockOrder, ERROR, UNRECOGNISED, WELL } from "./bytes.ts";

const startSentinel = { 1: "%", 2: ";", 3: ";" } as const;
const NOTHING_RECOGNISED = String.fromCharCode(UNRECOGNISED);

/**
 * What the text between `ESC s` and FS says of each track: track 2, `A` track 3, `%` track 1, and
 * one or two `?` or none. Neither track 2 nor 3 can hold an `A`, but a name on track 1 can, and no
 * track can hold a `%`: so all behind the first `%` is track 1, and only before it is `A` a letter
 * between tracks. A track 2 that is bad is its one byte 7F there, which is no `A` either.
 *
 * 7F stands for an empty track and for a bad one alike. It is empty only if the reader says that
 * all went well; without a status it is bad, which is the safer of the two to be wrong about.
 */
export function tracksIn(bytes: Uint8Array, status: number | undefined): Reply {
  const block = charactersOf(bytes).replace(/\?{1,2}$/, "");
  const notRecognised = status === WELL ? "empty" : "unreadable";
  const tracks = readingsOf(fieldsOf(block), notRecognised);
  return status === ERROR
    ? { reply: "tracks", tracks, complaint: "read-or-write" }
    : { reply: "tracks", tracks };
}

/** A track whose letter is not there is not there either. */
function fieldsOf(block: string): Readonly<Record<TrackNumber, string>> {
  const [, track3Letter, track1Letter] = blockOrder;
  const [front, track1] = parted(block, track1Letter.letter);
  const [track2, track3] = parted(front, track3Letter.letter);
  return { 1: track1, 2: track2, 3: track3 };
}

function parted(text: string, letter: string): readonly [before: string, behind: string] {
  const at = text.indexOf(letter);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function readingsOf(
  fields: Readonly<Record<TrackNumber, string>>,
  notRecognised: "empty" | "unreadable",
): TrackReadings {
  function reading(track: TrackNumber): TrackReading {
    const field = fields[track];
    if (field === "") return { reading: "empty" };
    if (field === NOTHING_RECOGNISED) return { reading: notRecognised };

    const text = `${startSentinel[track]}${field}?`;
    return isTrackText(track, text) ? { reading: "text", text } : { reading: "unreadable" };
  }
  return { 1: reading(1), 2: reading(2), 3: reading(3) };
}
