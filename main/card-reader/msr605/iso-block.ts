import { unreachable } from "#core/kernel/assert.ts";
import type { Reply, TrackReading, TrackReadings } from "../dialect.ts";
import { charactersOf, type Heard, type Listening } from "../listening.ts";
import { isTrackText, payloadLengthMax, type TrackNumber } from "../track.ts";
import { BLOCK, DAMAGED, DONE, ESC, FS, NOTHING, QUESTION_MARK } from "./bytes.ts";
import type { Make } from "./make.ts";
import type { Status, StatusTable } from "./status.ts";

// Track 3 with its sentinels, and the `?` of the block itself.
const TEXT_BYTES_MAX = payloadLengthMax[3] + 3;

type Expecting =
  | "escape" // the ESC that begins the answer
  | "block" // `s`, or the status of a reader that will not read
  | "text" // a character of the open track, the ESC of the next mark, or FS
  | "mark" // after ESC within the block: a track number, `+` or `*`
  | "next" // the open track is marked: ESC of the next one, or `?` of the block's end
  | "block-end" // FS after that `?`
  | "status-escape"
  | "status";

/** A block as far as it has come. The one thing here that changes. */
interface Block {
  readonly statuses: StatusTable;
  readonly starredMeans: Make["starred"];
  expecting: Expecting;
  open: TrackNumber | 0;
  readonly text: Uint8Array;
  length: number;
  readings: TrackReadings;
  /** Tracks that were said to be `*`. */
  starred: readonly TrackNumber[];
  /** No byte of noise stands before it. */
  isFirst: boolean;
  /** What stood before it was an answer that lost a byte on the way. */
  isBehindBroken: boolean;
}

/**
 * Listens for the answer to a read: `ESC s`, the tracks, `? FS`, `ESC status`. Text never contains
 * ESC, so ESC delimits. An unreadable track is `ESC *`, an empty one `ESC +`, or no more than its
 * header, or, behind the last one a model knows, not even that. One make says `ESC *` of both, and
 * names the unreadable ones in its status.
 */
export function listenForTracks({ statuses, starred }: Make): Listening {
  const block: Block = {
    statuses,
    starredMeans: starred,
    expecting: "escape",
    open: 0,
    text: new Uint8Array(TEXT_BYTES_MAX),
    length: 0,
    readings: nothingRead(),
    starred: [],
    isFirst: true,
    isBehindBroken: false,
  };
  return {
    take: (byte) => take(block, byte),
    rest: () => rest(block),
    underway: () => block.expecting !== "escape",
    wipe: () => wipeText(block),
  };
}

function take(block: Block, byte: number): Heard {
  switch (block.expecting) {
    case "escape":
      return byte === ESC ? expect(block, "block") : restart(block, byte);
    case "block":
      return takeStart(block, byte);
    case "text":
      return takeText(block, byte);
    case "mark":
      return takeMark(block, byte);
    case "next":
      if (byte === ESC) return expect(block, "mark");
      return byte === QUESTION_MARK ? expect(block, "block-end") : restart(block, byte);
    case "block-end":
      return byte === FS ? expect(block, "status-escape") : restart(block, byte);
    case "status-escape":
      return byte === ESC ? expect(block, "status") : restart(block, byte);
    case "status":
      return takeStatus(block, byte);
    default:
      return unreachable(block.expecting);
  }
}

/** A reader whose answer was broken waits for no card any more, so nor does the counter. */
function rest(block: Block): Reply | undefined {
  if (block.isBehindBroken) return { reply: "garbled" };
  block.isFirst ||= block.expecting === "escape";
  return undefined;
}

function expect(block: Block, next: Expecting): "part" {
  block.expecting = next;
  return "part";
}

function takeStart(block: Block, byte: number): Heard {
  if (byte === BLOCK) return expect(block, "next");

  const status = block.statuses.get(byte);
  // Behind other bytes these two are likelier the end of an answer that has lost its beginning.
  if (status && block.isFirst) return { reply: "refused", complaint: status.complaint };
  if ((status || byte === DONE) && !block.isFirst) block.isBehindBroken = true;
  return restart(block, byte);
}

function takeText(block: Block, byte: number): Heard {
  const { open, text, length } = block;
  if (byte === ESC) return expect(block, "mark");
  if (byte === FS && length > 0 && text[length - 1] === QUESTION_MARK) {
    closeTrack(block, length - 1); // The last `?` is the block's own.
    return expect(block, "status-escape");
  }
  if (open === 0 || !mayStandOn(open, byte) || length > payloadLengthMax[open] + 2) {
    return restart(block, byte);
  }
  text[length] = byte;
  block.length += 1;
  return "part";
}

function takeMark(block: Block, byte: number): Heard {
  const { open, length } = block;
  if ((byte === NOTHING || byte === DAMAGED) && open !== 0 && length === 0) {
    const reading = byte === NOTHING ? "empty" : "unreadable";
    block.readings = { ...block.readings, [open]: { reading } };
    if (byte === DAMAGED) block.starred = [...block.starred, open];
    return expect(block, "next");
  }
  if ((byte === 1 || byte === 2 || byte === 3) && byte > open) {
    closeTrack(block, length);
    block.open = byte;
    return expect(block, "text");
  }
  return restart(block, byte);
}

function takeStatus(block: Block, byte: number): Heard {
  const status = block.statuses.get(byte);
  if (byte !== DONE && !status) return restart(block, byte);
  const readings = namesFailed(status) ? starredRead(block) : block.readings;
  return status ? complain(readings, status) : { reply: "tracks", tracks: readings };
}

function closeTrack(block: Block, end: number): void {
  const { open, text, readings } = block;
  if (open !== 0 && end > 0) {
    block.readings = { ...readings, [open]: readText(open, text.subarray(0, end)) };
  }
  wipeText(block);
}

/** Not what was expected: forgets the answer, and tries the byte as the start of another. */
function restart(block: Block, byte: number): "noise" {
  block.isBehindBroken ||= block.expecting !== "escape" && block.expecting !== "block";
  const wasAfterEscape = ["block", "mark", "status"].includes(block.expecting);
  wipeText(block);
  block.open = 0;
  block.readings = nothingRead();
  block.starred = [];
  block.isFirst = false;
  if (byte === BLOCK && wasAfterEscape) block.expecting = "next";
  else block.expecting = byte === ESC ? "block" : "escape";
  return "noise";
}

function wipeText(block: Block): void {
  block.text.fill(0);
  block.length = 0;
}

function nothingRead(): TrackReadings {
  return { 1: { reading: "empty" }, 2: { reading: "empty" }, 3: { reading: "empty" } };
}

function mayStandOn(track: TrackNumber, byte: number): boolean {
  return track === 1 ? byte >= 0x20 && byte <= 0x5f : byte >= 0x30 && byte <= 0x3f;
}

/** A text without its sentinels was cut somewhere on the way: it is not what the stripe holds. */
function readText(track: TrackNumber, bytes: Uint8Array): TrackReading {
  const text = charactersOf(bytes);
  return isTrackText(track, text) ? { reading: "text", text } : { reading: "unreadable" };
}

/** Whether the tracks that failed are just those that the status names. */
function namesFailed(status: Status | undefined): boolean {
  return status === undefined || status.failed.length > 0;
}

/** What was starred, as this make means it. */
function starredRead({ readings, starred, starredMeans: reading }: Block): TrackReadings {
  return { ...readings, ...Object.fromEntries(starred.map((track) => [track, { reading }])) };
}

/** A track that the status names has failed, whatever was said of it before. */
function complain(read: TrackReadings, { complaint, failed }: Status): Reply {
  const tracks = Object.fromEntries(failed.map((track) => [track, { reading: "unreadable" }]));
  return { reply: "tracks", tracks: { ...read, ...tracks }, complaint };
}
