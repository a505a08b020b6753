import type { Command, Reply, TrackReadings } from "./dialect.ts";
import { trackNumbers } from "./track.ts";

/** Bytes as people read them, as far as they hold no track. */
export interface Mask {
  take(bytes: Uint8Array): void;
  /** `1B 73 1B 01 (37) 1B 02 (26)`: in brackets, how many bytes are not shown. */
  text(): string;
}

const ESC = 0x1b;
/** All that a track can be written in, 20–5F: such a byte is shown only right after an ESC. */
const TRACK_FIRST = 0x20;
const TRACK_LAST = 0x5f;
/** So many characters are shown of one answer. */
const SHOWN_MAX = 120;

/** A mask that has seen nothing. It keeps no byte that it does not show. */
export function createMask(): Mask {
  let shown = "";
  let hiddenCount = 0;
  let isAfterEscape = false;

  function add(piece: string): void {
    if (shown.length + piece.length < SHOWN_MAX) shown += shown === "" ? piece : ` ${piece}`;
  }

  function showHidden(): void {
    if (hiddenCount > 0) add(`(${hiddenCount})`);
    hiddenCount = 0;
  }

  return {
    take(bytes) {
      for (const byte of bytes) {
        const isOfTrack = byte >= TRACK_FIRST && byte <= TRACK_LAST;
        if (isOfTrack && !isAfterEscape) {
          hiddenCount += 1;
        } else {
          showHidden();
          add(hexOf(byte));
        }
        isAfterEscape = byte === ESC && !isAfterEscape;
      }
    },
    text() {
      showHidden();
      return shown;
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
      return `${masked} ${withoutNumbers(reply.revision)}`;
    default:
      return masked;
  }
}

function shownTracks(readings: TrackReadings): string {
  return trackNumbers
    .map((track) => {
      const reading = readings[track];
      if (reading.reading !== "text") return `${track}: ${reading.reading}`;
      return `${track}: ${lastFour(reading.text)} (${reading.text.length})`;
    })
    .join(", ");
}

/** The end of a card number, which stands before the first separator; nothing of a short one. */
function lastFour(text: string): string {
  const [, end] = /^[%;][A-Z]?(?:99)?\d{8,15}(\d{4})[=^]/.exec(text) ?? [];
  return end ? `····${end}` : "····";
}

/** A line that garbles can put a track where a revision should stand. */
function withoutNumbers(revision: string): string {
  return revision.replace(/\d{4,}/g, "····");
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
