import type { Command, Reply, TrackReading, TrackReadings } from "./dialect.ts";
import { trackNumbers } from "./track.ts";

/** The bytes of an answer as people read them, as far as they hold no track. */
export interface Mask {
  take(bytes: Uint8Array): void;
  /** `1B 79` where that is all, and `(235)` where it is anything that no reader says of itself. */
  text(): string;
}

/**
 * All that a reader says of itself: it is there, with or without ESC, or by one sign; another interface; a status,
 * a letter; a model, leading zeros or a status of the teller's language, two bytes each; the widths. Two digits at
 * most are in them. Bytes with parity on top are none of these.
 */
const ownAnswer = /^(?:79|06|15|16|5E A1|1B [0-7].|1B [0-7]. [0-7].|1B 30(?: 0[1-8]){3})$/;
const OWN_BYTES_MAX = 5;

/** A mask that has seen nothing. It keeps no byte of what is longer than a reader's own answers. */
export function createMask(): Mask {
  let kept: readonly string[] = [];
  let byteCount = 0;

  return {
    take(bytes) {
      byteCount += bytes.length;
      kept = byteCount > OWN_BYTES_MAX ? [] : [...kept, ...Array.from(bytes, hexOf)];
    },
    text() {
      const answer = kept.join(" ");
      if (ownAnswer.test(answer)) return answer;
      return byteCount > 0 ? `(${byteCount})` : "";
    },
  };
}

/** A command for the live trace: all of its bytes, or its name and length where it holds a track. */
export function shownCommand(command: Command, bytes: Uint8Array): string {
  const holdsTrack = command.command === "write" || command.command === "write-raw";
  const shown = Array.from(holdsTrack ? bytes.subarray(0, 2) : bytes, hexOf).join(" ");
  return holdsTrack ? `${shown} (${bytes.length - 2})` : shown;
}

/** An answer for the live trace: what holds no track as bytes, tracks as length and last four digits. */
export function shownReply(reply: Reply, masked: string): string {
  switch (reply.reply) {
    case "tracks":
      return shownTracks(reply.tracks);
    case "raw-tracks": {
      const { track1, track2, track3 } = reply.tracks;
      return [track1, track2, track3].map((bits, at) => `${at + 1}: (${bits?.length ?? 0})`).join();
    }
    case "firmware":
      return `${masked} ${reply.revision}`.trim();
    default:
      return masked;
  }
}

function shownTracks(readings: TrackReadings): string {
  const ends = trackNumbers.map((track) => lastFour(readings[track]));
  // Tracks of one card end the same; where they do not, more than four digits would be told.
  const shown = new Set(ends.filter((digits) => digits !== "")).size === 1 ? ends : [];
  return trackNumbers
    .map((track, at) => {
      const reading = readings[track];
      if (reading.reading !== "text") return `${track}: ${reading.reading}`;
      return `${track}: ····${shown[at] ?? ""} (${reading.text.length})`;
    })
    .join(", ");
}

/** The end of a card number, which stands before the first separator; nothing of a short one. */
function lastFour(reading: TrackReading): string {
  if (reading.reading !== "text") return "";
  const [, end = ""] = /^[%;][A-Z]?(?:99)?\d{8,15}(\d{4})[=^]/.exec(reading.text) ?? [];
  return end;
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
