import type { Complaint, Reply, TrackReading, TrackReadings } from "../dialect.ts";
import { isTrackText, payloadLengthMax, type TrackNumber } from "../track.ts";
import {
  BLOCK,
  complaintByStatus,
  DAMAGED,
  DONE,
  ESC,
  FS,
  NOTHING,
  QUESTION_MARK,
} from "./bytes.ts";
import type { Heard, Listening } from "./listening.ts";

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

/**
 * Listens for the answer to a read: `ESC s`, the tracks, `? FS`, `ESC status`. Text never contains
 * ESC, so ESC delimits. An unreadable track is `ESC *`, an empty one `ESC +`, or no more than its
 * header, or, behind the last one a model knows, not even that.
 */
export function listenForTracks(): Listening {
  const text = new Uint8Array(TEXT_BYTES_MAX);
  let length = 0;
  let expecting: Expecting = "escape";
  let open: TrackNumber | 0 = 0;
  let readings: TrackReadings = nothingRead();
  let quietSoFar = true;

  function begin(next: Expecting): "part" {
    expecting = next;
    return "part";
  }

  function closeTrack(end: number): void {
    if (open === 0) return;
    if (readings[open].reading === "empty" && end > 0) {
      readings = { ...readings, [open]: readText(open, text.subarray(0, end)) };
    }
    text.fill(0);
    length = 0;
  }

  /** Not what was expected: forgets the answer, and tries the byte as the start of another. */
  function restart(byte: number): Heard {
    const afterEscape = expecting === "block" || expecting === "mark" || expecting === "status";
    const isBlockStart = byte === BLOCK && afterEscape;
    text.fill(0);
    length = 0;
    open = 0;
    readings = nothingRead();
    quietSoFar = false;
    if (isBlockStart) expecting = "next";
    else expecting = byte === ESC ? "block" : "escape";
    return "noise";
  }

  function takeMark(byte: number): Heard {
    if ((byte === NOTHING || byte === DAMAGED) && open !== 0 && length === 0) {
      const reading = byte === NOTHING ? "empty" : "unreadable";
      readings = { ...readings, [open]: { reading } };
      return begin("next");
    }
    if ((byte === 1 || byte === 2 || byte === 3) && byte > open) {
      closeTrack(length);
      open = byte;
      return begin("text");
    }
    return restart(byte);
  }

  function takeText(byte: number): Heard {
    if (byte === ESC) return begin("mark");
    if (byte === FS && length > 0 && text[length - 1] === QUESTION_MARK) {
      closeTrack(length - 1); // The last `?` is the block's own.
      return begin("status-escape");
    }
    if (open === 0 || !mayStandOn(open, byte) || length > payloadLengthMax[open] + 2) {
      return restart(byte);
    }
    text[length] = byte;
    length += 1;
    return "part";
  }

  function takeStatus(byte: number): Heard {
    const complaint = complaintByStatus.get(byte);
    if (byte !== DONE && complaint === undefined) return restart(byte);
    return answer(readings, complaint);
  }

  function take(byte: number): Heard {
    switch (expecting) {
      case "escape":
        return byte === ESC ? begin("block") : restart(byte);
      case "block": {
        if (byte === BLOCK) return begin("next");
        const complaint = complaintByStatus.get(byte);
        // Amid noise these two bytes are likelier noise than a reader that refuses to read.
        return complaint && quietSoFar ? { reply: "refused", complaint } : restart(byte);
      }
      case "text":
        return takeText(byte);
      case "mark":
        return takeMark(byte);
      case "next":
        if (byte === ESC) return begin("mark");
        return byte === QUESTION_MARK ? begin("block-end") : restart(byte);
      case "block-end":
        return byte === FS ? begin("status-escape") : restart(byte);
      case "status-escape":
        return byte === ESC ? begin("status") : restart(byte);
      case "status":
        return takeStatus(byte);
    }
  }

  return {
    take,
    rest: () => undefined,
    underway: () => expecting !== "escape",
    wipe: () => {
      text.fill(0);
    },
  };
}

function nothingRead(): TrackReadings {
  return { 1: { reading: "empty" }, 2: { reading: "empty" }, 3: { reading: "empty" } };
}

function mayStandOn(track: TrackNumber, byte: number): boolean {
  return track === 1 ? byte >= 0x20 && byte <= 0x5f : byte >= 0x30 && byte <= 0x3f;
}

/** A text without its sentinels was cut somewhere on the way: it is not what the stripe holds. */
function readText(track: TrackNumber, bytes: Uint8Array): TrackReading {
  const text = String.fromCharCode(...bytes);
  return isTrackText(track, text) ? { reading: "text", text } : { reading: "unreadable" };
}

function answer(tracks: TrackReadings, complaint: Complaint | undefined): Reply {
  return complaint ? { reply: "tracks", tracks, complaint } : { reply: "tracks", tracks };
}
