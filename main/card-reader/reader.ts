import type { StripeKind } from "#core/card/stripe-kind.ts";
import type { Command, Complaint, Lamp, Query, Reply, Setting } from "./dialect.ts";
import type { TrackNumber, TrackRefusal, TrackTexts } from "./track.ts";

/** Why there is no talking to the reader. Each calls for another remedy at the counter. */
export type LossReason =
  /** The cable was pulled, or the reader lost its power. */
  | "unplugged"
  /** No port of the configured name. */
  | "not-found"
  /** Another program holds the port. */
  | "in-use"
  /** This user may not open the port. */
  | "not-permitted"
  /** The configured path is not a serial port. */
  | "not-serial"
  /** The port opened, and nothing that answers is at the other end. */
  | "silent"
  /** The reader answers in another protocol, such as the other interface of an MSR206-7HL. */
  | "foreign"
  /** The device sends without end and without being asked. */
  | "babbling"
  /** The operating system refused for a reason of its own. */
  | "failed";

/** What a card is awaited for, or `setting` for a command that is answered at once. */
export type Doing = "reading" | "writing" | "erasing" | "feeling" | "setting";

/** A reader as the counter sees it. */
export type ReaderState =
  | { readonly status: "absent" }
  | { readonly status: "opening" }
  | { readonly status: "probing" }
  | ReadyReader
  | { readonly status: "busy"; readonly doing: Doing }
  | { readonly status: "lost"; readonly reason: LossReason };

/** A reader that has answered. Firmware is empty, and tracks are all three, where it does not say. */
export interface ReadyReader {
  readonly status: "ready";
  readonly model: string;
  readonly tracks: readonly TrackNumber[];
  readonly firmware: string;
}

/** The command was not begun: the reader is at another one, or is not there. */
export type NotBegun =
  | { readonly outcome: "busy" }
  | { readonly outcome: "not-ready"; readonly status: ReaderState["status"] }
  /** The reader's language has no such command, or the reader no head over one of the tracks. */
  | { readonly outcome: "not-supported" }
  /** The reader would not be set to this card's stripe, or did not say so: no swipe was asked for. */
  | { readonly outcome: "not-set"; readonly complaint?: Complaint };

/** What came of waiting for a card to read. A blank card is read, and has no texts. */
export type SwipeOutcome =
  | NotBegun
  | {
      readonly outcome: "read";
      readonly tracks: TrackTexts;
      /** Tracks that hold something that could not be read. */
      readonly failed: readonly TrackNumber[];
    }
  | { readonly outcome: "unreadable"; readonly failed: readonly TrackNumber[] }
  | { readonly outcome: "refused-by-reader"; readonly complaint: Complaint }
  /** The line garbled the answer; the reader is ready for the same swipe again. */
  | { readonly outcome: "garbled" }
  /** `wentThrough`: a sign of a swipe came too late to be read. That card must be swiped again. */
  | { readonly outcome: "cancelled"; readonly wentThrough?: true }
  | { readonly outcome: "timed-out"; readonly wentThrough?: true }
  | { readonly outcome: "lost" };

/** Why nobody knows what is on a card after a write or an erasure. */
export type Doubt =
  /** No answer in time, or a sign of a swipe while it was being cancelled. */
  | "unanswered"
  | "garbled"
  /** The line was lost after the command had gone out. */
  | "lost"
  /** The card was not read back: cancelled, timed out or lost at the second swipe. */
  | "not-read-back";

/** The outcomes that a write, a verified write and an erasure share. */
export type StripeOutcome =
  | NotBegun
  /** A status other than success. What is on the card now is uncertain; the card may be spoilt. */
  | { readonly outcome: "refused-by-reader"; readonly complaint: Complaint }
  /** Swiped too fast, too slowly or with a stop. The same write may be tried again by hand. */
  | { readonly outcome: "bad-swipe" }
  /** Nothing is known of the card until it is read. */
  | { readonly outcome: "indeterminate"; readonly doubt: Doubt }
  /** Called off before the reader gave any sign of a swipe. */
  | { readonly outcome: "cancelled" }
  /** The line was gone before the command went out: the card is as it was. */
  | { readonly outcome: "lost" };

/** What came of one write. `written` is the reader's word and no more. */
export type WriteOutcome =
  | StripeOutcome
  | { readonly outcome: "written" }
  | { readonly outcome: "not-encodable"; readonly refusal: TrackRefusal };

/** What came of reading a card back to see whether it holds what was written. */
export type VerifyOutcome =
  | NotBegun
  /** Every track that was written stands on the card as it was written. */
  | { readonly outcome: "verified" }
  /** The card holds something else, or three swipes could not read what it holds. */
  | { readonly outcome: "mismatch"; readonly differing: readonly TrackNumber[] }
  | { readonly outcome: "indeterminate"; readonly doubt: Doubt };

/** What came of a write that was read back. An unanswered write is settled by the reading. */
export type VerifiedWriteOutcome =
  | StripeOutcome
  | VerifyOutcome
  | { readonly outcome: "not-encodable"; readonly refusal: TrackRefusal };

/** What came of an erasure. */
export type EraseOutcome = StripeOutcome | { readonly outcome: "erased" };

/** What came of an erasure that was read back; `mismatch` names tracks that still hold something. */
export type VerifiedEraseOutcome = StripeOutcome | VerifyOutcome;

/** What came of a question or a setting that is answered at once. */
export type AskOutcome =
  | NotBegun
  | { readonly outcome: "answered"; readonly reply: Reply }
  | { readonly outcome: "refused-by-reader"; readonly complaint: Complaint }
  | { readonly outcome: "no-answer" }
  | { readonly outcome: "lost" };

/**
 * Which swipe the reader waits for; the swipes of the reading back are three at most. `verify-other`
 * is one of them, after another card than the one that was erased had been pulled through.
 */
export type WriteStage = "write-swipe" | "verify-swipe" | "verify-other";

/** Options of an erasure that is read back; `isOther` tells another card by what was read. */
export interface EraseOptions extends SwipeOptions {
  readonly onStage: (stage: WriteStage) => void;
  readonly isOther?: (tracks: TrackTexts) => boolean;
}

/** How long to wait for a swipe; 45 seconds unless told. The reader itself waits for ever. */
export interface SwipeOptions {
  readonly timeoutMs?: number;
  /** What the stripe of this card is made of; told to the reader before a write or an erasure. */
  readonly stripe?: StripeKind;
}

/** Something to put on record about the line, without a byte of what was on it. */
export type ReaderIncident =
  /** Bytes came, as of a card swiped while the command was being called off; thrown away. */
  | { readonly incident: "bytes-discarded"; readonly doing: Doing }
  | { readonly incident: "answer-garbled"; readonly doing: Doing }
  | { readonly incident: "lost"; readonly reason: LossReason };

/** What was said on the cable, for the live trace: never a byte of a track. */
export type Spoken =
  | { readonly way: "sent"; readonly command: Command["command"]; readonly shown: string }
  | { readonly way: "heard"; readonly reply: Reply["reply"]; readonly shown: string }
  | { readonly way: "noise"; readonly byteCount: number }
  | { readonly way: "state"; readonly state: ReaderState };

/** A reader and writer of magnetic stripes at one counter. It does one thing at a time. */
export interface CardReader {
  state(): ReaderState;
  /** Tells of every word on the cable; the answer stops it. */
  onSpoken(listener: (spoken: Spoken) => void): () => void;
  /** Tells of every change of state; the answer stops it. */
  onState(listener: (state: ReaderState) => void): () => void;
  /** Opens the line and makes sure of a reader at its end. Call again after a loss. */
  connect(): Promise<ReaderState>;
  read(options?: SwipeOptions): Promise<SwipeOutcome>;
  /** Writes once, at the next swipe. It is never repeated without being asked again. */
  write(tracks: TrackTexts, options?: SwipeOptions): Promise<WriteOutcome>;
  /** Reads a card and compares it with what was written, up to three swipes. */
  verify(written: TrackTexts, options?: SwipeOptions): Promise<VerifyOutcome>;
  /** Writes once, then has the card swiped again and compares. */
  writeAndVerify(
    tracks: TrackTexts,
    options: SwipeOptions & { readonly onStage: (stage: WriteStage) => void },
  ): Promise<VerifiedWriteOutcome>;
  erase(tracks: readonly TrackNumber[], options?: SwipeOptions): Promise<EraseOutcome>;
  /** Erases, then has the card swiped again to see that nothing is left. */
  eraseAndVerify(options: EraseOptions): Promise<VerifiedEraseOutcome>;
  /** Waits until the sensor feels a card. */
  testSensor(options?: SwipeOptions): Promise<StripeOutcome | { readonly outcome: "felt" }>;
  /** Asks or sets something that needs no card. Only a question is asked a second time. */
  ask(command: Query | Setting): Promise<AskOutcome>;
  setLamp(
    lamp: Lamp,
  ): Promise<NotBegun | { readonly outcome: "set" } | { readonly outcome: "lost" }>;
  /** Calls off the swipe that is awaited; resolves once the reader is quiet. */
  cancel(): Promise<void>;
  /** Calls off what is awaited and frees the port. Needed before the program ends. */
  close(): Promise<void>;
}
