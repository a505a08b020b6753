import type { Result } from "#core/kernel/result.ts";
import type { TrackNumber, TrackRefusal, TrackTexts } from "./track.ts";

/** The lamps of a reader, as the counter may set them. */
export type Lamp = "off" | "all" | "green" | "yellow" | "red";

/** How hard a stripe is to magnetise. Bank cards are high; hotel keys are low. */
export type Coercivity = "high" | "low";

/** Bits of a stripe packed into bytes, track by track; an absent track is empty. */
export interface RawTracks {
  readonly track1?: Uint8Array;
  readonly track2?: Uint8Array;
  readonly track3?: Uint8Array;
}

/** A command that no reader answers. */
export type SilentCommand =
  | { readonly command: "reset" }
  | { readonly command: "set-lamp"; readonly lamp: Lamp };

/** A command that is answered when somebody has swiped a card, which may be never. */
export type SwipeCommand =
  | { readonly command: "read" }
  | { readonly command: "write"; readonly tracks: TrackTexts }
  | { readonly command: "erase"; readonly tracks: readonly TrackNumber[] }
  | { readonly command: "read-raw" }
  | { readonly command: "write-raw"; readonly tracks: RawTracks }
  /** Answered `done` as soon as the sensor feels a card. */
  | { readonly command: "test-sensor" };

/** A question that may be asked twice, since the answer changes nothing. */
export type Query =
  | { readonly command: "test-communication" }
  | { readonly command: "test-memory" }
  | { readonly command: "get-model" }
  | { readonly command: "get-firmware" }
  | { readonly command: "get-leading-zeros" }
  | { readonly command: "get-coercivity" };

/** A setting of the reader, answered at once. */
export type Setting =
  | { readonly command: "set-coercivity"; readonly coercivity: Coercivity }
  | {
      readonly command: "set-leading-zeros";
      readonly tracks1And3: number;
      readonly track2: number;
    }
  | {
      readonly command: "set-density";
      readonly track: TrackNumber;
      readonly bitsPerInch: 75 | 210;
    }
  | {
      readonly command: "set-bits-per-character";
      readonly bits: readonly [track1: number, track2: number, track3: number];
    };

/** All that a counter may ask of a reader, whatever its dialect. */
export type Command = SilentCommand | SwipeCommand | Query | Setting;

/** What a reader says of one track after a swipe. */
export type TrackReading =
  | { readonly reading: "text"; readonly text: string }
  | { readonly reading: "empty" }
  | { readonly reading: "unreadable" };

/** One reading for each track. */
export type TrackReadings = Readonly<Record<TrackNumber, TrackReading>>;

/** Why a reader turned a command down. */
export type Complaint = "read-or-write" | "format" | "unknown-command" | "bad-swipe" | "failed";

/** One whole answer of a reader. */
export type Reply =
  | { readonly reply: "done" }
  | { readonly reply: "refused"; readonly complaint: Complaint }
  | { readonly reply: "present" }
  | { readonly reply: "tracks"; readonly tracks: TrackReadings; readonly complaint?: Complaint }
  | { readonly reply: "raw-tracks"; readonly tracks: RawTracks; readonly complaint?: Complaint }
  | { readonly reply: "model"; readonly tracks: readonly TrackNumber[] }
  /** `revision` is "" where what came is not the text of a firmware: it may be a card's. */
  | { readonly reply: "firmware"; readonly revision: string }
  | {
      readonly reply: "leading-zeros";
      readonly tracks1And3: number;
      readonly track2: number;
    }
  | { readonly reply: "coercivity"; readonly coercivity: Coercivity }
  | {
      readonly reply: "bits-per-character";
      readonly bits: readonly [track1: number, track2: number, track3: number];
    }
  /** Another protocol answered: the reader is set up for a different program. */
  | { readonly reply: "foreign" }
  /** What came was no answer, within the bound on how much is listened to. */
  | { readonly reply: "garbled" };

/**
 * Listens for the answer to one command. Answers do not say what they answer, so a framer is made
 * for the command that is outstanding. It knows no time: the engine tells it when the line rests.
 */
export interface Framer {
  /** Takes bytes in pieces of any size; gives the answer once, at its last byte. */
  push(bytes: Uint8Array): Reply | undefined;
  /** The line has gone quiet: the answer as far as it goes, for answers without an end mark. */
  rest(): Reply | undefined;
  /** An answer has begun and is not whole yet. */
  underway(): boolean;
  /** Overwrites what was heard. */
  wipe(): void;
}

/** A reader's language: how to say a command and how to hear its answer. Pure. */
export interface Dialect {
  readonly name: string;
  /** `asked` answers commands. `unasked` sends every swipe by itself and takes no command at all. */
  readonly manner: "asked" | "unasked";
  /** The commands that the language has; the engine says no other. */
  readonly supports: ReadonlySet<Command["command"]>;
  encode(command: Command): Result<Uint8Array, TrackRefusal>;
  createFramer(outstanding: Command): Framer;
}
