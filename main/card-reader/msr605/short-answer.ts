import type { Reply } from "../dialect.ts";
import type { Heard, Listening } from "../listening.ts";
import type { TrackNumber } from "../track.ts";
import { DONE, ESC, PRESENT } from "./bytes.ts";
import type { Make } from "./make.ts";
import type { StatusTable } from "./status.ts";

/** Reads what has come after ESC: the answer, the beginning of one, or nothing of the kind. */
type Meaning = (after: readonly number[]) => Reply | "part" | "noise";

/** Listens for ESC and a few bytes, none of them secret. */
function listenAfterEscape(meaningOf: Meaning, atRest?: Meaning): Listening {
  let after: number[] | undefined;

  return {
    take(byte): Heard {
      if (after === undefined) {
        if (byte !== ESC) return "noise";
        after = [];
        return "part";
      }
      after.push(byte);
      const meaning = meaningOf(after);
      if (meaning === "noise") after = byte === ESC ? [] : undefined;
      return meaning;
    },
    rest() {
      const meaning = after && atRest ? atRest(after) : "noise";
      return typeof meaning === "object" ? meaning : undefined;
    },
    underway: () => after !== undefined,
    wipe() {
      after = undefined;
    },
  };
}

/**
 * `ESC 0`, or the status that says why not. A status that has lost its ESC on the way is not
 * believed, but the reader waits for no card any more: it is garbled once the line rests.
 */
export function listenForStatus(statuses: StatusTable): Listening {
  const isStatus = (byte: number) => byte === DONE || statuses.has(byte);
  let stray: number[] = []; // Two at most: one alone may be a status, more are noise.
  const listening = listenAfterEscape(([status = 0]) => {
    const complaint = statuses.get(status)?.complaint;
    if (status === DONE) return { reply: "done" };
    return complaint ? { reply: "refused", complaint } : "noise";
  });
  return {
    ...listening,
    take(byte) {
      const heard = listening.take(byte);
      if (heard === "noise" && stray.length < 2) stray.push(byte);
      return heard;
    },
    rest() {
      const isStrayStatus = stray.length === 1 && stray.some(isStatus);
      stray = [];
      return isStrayStatus ? { reply: "garbled" } : undefined;
    },
  };
}

/**
 * `ESC y`, or `y` alone, since some USB adapters lose the first byte after a reset. `^` and A1 is
 * an MSR206-7HL with its other interface: 7 bits and odd parity, heard as 8 bits.
 */
export function listenForPresence(): Listening {
  let isCaretHeard = false;
  return {
    take(byte) {
      if (byte === PRESENT) return { reply: "present" };
      if (byte === 0xa1 && isCaretHeard) return { reply: "foreign" };
      isCaretHeard = byte === 0x5e;
      return "noise";
    },
    rest: () => undefined,
    underway: () => false,
    wipe: () => {},
  };
}

const tracksByModel: ReadonlyMap<number, readonly TrackNumber[]> = new Map([
  [0x31, [2]],
  [0x32, [2, 3]],
  [0x33, [1, 2, 3]],
  [0x35, [1, 2]],
]);

/** `ESC m S`, where m says which tracks the model has heads for. */
export const listenForModel = () =>
  listenAfterEscape(([model = 0, end]) => {
    const tracks = tracksByModel.get(model);
    if (!tracks) return "noise";
    if (end === undefined) return "part";
    return end === 0x53 ? { reply: "model", tracks } : "noise";
  });

const DIGITS_MAX = 4;

/** ESC and `REV?X.XX` or the like with no end mark; a shorter one ends when the line rests. */
export const listenForFirmware = ({ firmwareLength }: Make) =>
  listenAfterEscape((after) => {
    const last = after.at(-1) ?? 0;
    if (last < 0x20 || last > 0x7e) return "noise";
    return after.length < firmwareLength ? "part" : firmware(after);
  }, firmware);

function firmware(after: readonly number[]): Reply | "noise" {
  if (after.length === 0) return "noise";
  const said = String.fromCharCode(...after).trim();
  return { reply: "firmware", revision: isRevision(said) ? said : "" };
}

/** Letters, digits and dots, four digits at most: a harmed line can put a card's number here. */
function isRevision(said: string): boolean {
  return /^[A-Za-z0-9.]+$/.test(said) && said.replaceAll(/\D/g, "").length <= DIGITS_MAX;
}

/** ESC and two numbers: zero bits before tracks 1 and 3, and before track 2. */
export const listenForLeadingZeros = () =>
  listenAfterEscape(([tracks1And3 = 0, track2]) =>
    track2 === undefined ? "part" : { reply: "leading-zeros", tracks1And3, track2 },
  );

/** `ESC H` or `ESC L`; units have been seen that say it in lower case. */
export const listenForCoercivity = () =>
  listenAfterEscape(([letter = 0]) => {
    const upper = String.fromCharCode(letter).toUpperCase();
    if (upper === "H") return { reply: "coercivity", coercivity: "high" };
    return upper === "L" ? { reply: "coercivity", coercivity: "low" } : "noise";
  });

/** `ESC 0` and the three widths now in force, or the status that says why not. */
export const listenForBitsPerCharacter = (statuses: StatusTable) =>
  listenAfterEscape(([status = 0, track1 = 0, track2 = 0, track3]) => {
    const complaint = statuses.get(status)?.complaint;
    if (complaint) return { reply: "refused", complaint };
    if (status !== DONE) return "noise";
    return track3 === undefined
      ? "part"
      : { reply: "bits-per-character", bits: [track1, track2, track3] };
  });
