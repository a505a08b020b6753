import { isCard, mayEndLine } from "./typed-card.ts";

/** A key that was kept back and is to be typed after all: one character, Enter as `\r`. */
export interface KeptKey {
  readonly character: string;
  readonly isShifted: boolean;
}

/** What a run of kept keys has turned out to be. */
export type KeptRun =
  /** A card was swiped. Whoever takes the bytes overwrites them. */
  | { readonly ended: "card"; readonly bytes: Uint8Array }
  /** Somebody typed: these keys go to the window now, in this order. */
  | { readonly ended: "typing"; readonly keys: readonly KeptKey[] };

/** Keys that are kept back until it is known who pressed them. */
export interface KeptKeys {
  add(byte: number, isShifted: boolean): void;
  count(): number;
  isFull(): boolean;
  /** Whether a reader that has pressed these keys could press this one next. */
  mayBeFollowedBy(byte: number): boolean;
  /** Gives the keys up as what they are, and forgets them. */
  end(): KeptRun;
  /** Gives the keys up as typed, and forgets them. */
  endAsTyping(): KeptRun;
}

/** The longest swipe is some 240 characters. */
const KEYS_MAX = 300;

const CR = 0x0d;
/** Behind an Enter comes another track, one that failed (`E`), or another Enter. */
const lineStarts: ReadonlySet<number> = new Set([0x25, 0x3b, 0x2b, 0x45, 0x65, CR]);

/** No keys yet. They are kept as bytes, which can be overwritten. */
export function createKeptKeys(): KeptKeys {
  const bytes = new Uint8Array(KEYS_MAX);
  const shifts = new Uint8Array(KEYS_MAX);
  let count = 0;

  const typed = () => String.fromCharCode(...bytes.subarray(0, count));

  function forget(): void {
    bytes.fill(0);
    shifts.fill(0);
    count = 0;
  }

  function endAsTyping(): KeptRun {
    const keys = Array.from(bytes.subarray(0, count), (byte, at) => ({
      character: String.fromCharCode(byte),
      isShifted: shifts[at] === 1,
    }));
    forget();
    return { ended: "typing", keys };
  }

  return {
    add(byte, isShifted) {
      bytes[count] = byte;
      shifts[count] = isShifted ? 1 : 0;
      count += 1;
    },
    count: () => count,
    isFull: () => count === KEYS_MAX,
    mayBeFollowedBy(byte) {
      if (bytes[count - 1] === CR) return lineStarts.has(byte);
      return byte !== CR || mayEndLine(typed());
    },
    end() {
      if (!isCard(typed())) return endAsTyping();
      const card = bytes.slice(0, count);
      forget();
      return { ended: "card", bytes: card };
    },
    endAsTyping,
  };
}
