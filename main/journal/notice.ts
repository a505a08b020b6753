/** What opening the journal found and put right. Shown to the teller; none of it lost anything. */
export type JournalNotice =
  /** Bytes that were never acknowledged stay where they are, sealed by the next segment. */
  | {
      readonly code: "journal.torn-tail-set-aside";
      readonly facts: {
        readonly segment: string;
        readonly sequence: number;
        readonly offset: number;
        readonly bytes: number;
        readonly sha256: string;
      };
    }
  /** Whole frames whose answer may never have reached the teller; they count. */
  | {
      readonly code: "journal.unanswered-kept";
      readonly facts: { readonly firstSequence: number; readonly lastSequence: number };
    }
  /** One of the two HEAD slots was unreadable; it is written anew. */
  | { readonly code: "journal.head-slot-renewed"; readonly facts: { readonly slot: number } }
  /** The newest segment had lost part of its unused space; a new one was begun. */
  | {
      readonly code: "journal.segment-shortened";
      readonly facts: {
        readonly segment: string;
        readonly bytes: number;
        readonly capacity: number;
      };
    }
  /** A new segment without any frame had an unreadable first block; renamed, not deleted. */
  | { readonly code: "journal.segment-set-aside"; readonly facts: { readonly segment: string } }
  /** The newest segment is of an older format; it stays as it is and a new one was begun. */
  | {
      readonly code: "journal.upgraded";
      readonly facts: { readonly from: number; readonly to: number };
    }
  /** The newest segment was sealed with an older key of the vault; a new one was begun. */
  | {
      readonly code: "journal.key-changed";
      readonly facts: { readonly from: number; readonly to: number };
    }
  /** The disk was full, so the space kept for this was used to begin a new segment. */
  | { readonly code: "journal.reserve-given-up"; readonly facts: Readonly<Record<string, never>> };
