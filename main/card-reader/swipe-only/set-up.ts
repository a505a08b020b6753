import { assert } from "#core/kernel/assert.ts";
import { charactersOf } from "../listening.ts";
import { ETX, STX } from "./bytes.ts";

/**
 * What a host may say to an ID TECH reader to set it up. Only `review` is ever said by a counter: it
 * changes nothing.
 */
export type SetUpMessage =
  /** Asks for all settings. */
  | { readonly says: "review" }
  | { readonly says: "defaults" }
  | { readonly says: "set"; readonly setting: number; readonly to: string };

/** What an ID TECH reader, or a 363B, answers when it is spoken to. */
export interface SetUpAnswer {
  /** ACK; otherwise it took nothing of what was said, but it is there. */
  readonly isTaken: boolean;
  /** By their numbers, where it was asked for them: such as `1` for 1A, which is reading. */
  readonly settings: ReadonlyMap<number, string>;
}

const ACK = 0x06;
/** What the host said makes no sense to the reader. */
const NAK = 0x15;
/** A setting that the reader does not know. */
const UNKNOWN = 0x16;
const REVIEW = 0x52;
const SET = 0x53;
const ALL_SETTINGS = 0x1f;
const DEFAULTS = 0x18;

/** What a reader that is spoken to may begin its answer with; no swipe begins so. */
export const answerStarts: ReadonlySet<number> = new Set([ACK, NAK, UNKNOWN]);

/** The question of a 363B whether anybody is there: ESC alone, which it answers with ACK. */
export const HELLO_363B = 0x1b;

/** `STX`, what is said, `ETX`, and the exclusive or of all before (MiniMag RS-232 manual, page 3). */
export function setUpMessage(message: SetUpMessage): Uint8Array {
  const framed = [STX, ...saying(message), ETX];
  return Uint8Array.from([...framed, exclusiveOr(framed)]);
}

function saying(message: SetUpMessage): readonly number[] {
  if (message.says === "review") return [REVIEW, ALL_SETTINGS];
  if (message.says === "defaults") return [SET, DEFAULTS];

  const { setting, to } = message;
  const data = Array.from(to, (character) => character.charCodeAt(0));
  assert(data.length <= 255, "the length of a setting is one byte");
  return [SET, setting, data.length, ...data];
}

/**
 * Reads what a reader answered: signs, and between or behind them, where it was asked for its
 * settings, `STX`, number, length and data of each, `ETX` and the exclusive or of the frame. Nothing
 * where that is not all of it.
 */
export function setUpAnswer(bytes: Uint8Array): SetUpAnswer | undefined {
  const start = bytes.findIndex((byte) => !answerStarts.has(byte));
  const signs = start < 0 ? bytes : bytes.subarray(0, start);
  if (signs.length === 0) return undefined;

  const block = start < 0 ? undefined : settingsIn(bytes.subarray(start));
  const behind = block ? bytes.subarray(start + block.length) : bytes.subarray(signs.length);
  if (!behind.every((byte) => answerStarts.has(byte))) return undefined;
  return { isTaken: signs.includes(ACK), settings: block?.settings ?? new Map() };
}

function settingsIn(frame: Uint8Array) {
  if (frame[0] !== STX) return undefined;
  const settings = new Map<number, string>();
  for (let at = 1; at < frame.length; ) {
    const number = frame[at] ?? 0;
    if (number === ETX) {
      const length = at + 2;
      const isSound = frame[at + 1] === exclusiveOr([...frame.subarray(0, at + 1)]);
      return isSound ? { settings, length } : undefined;
    }
    const end = at + 2 + (frame[at + 1] ?? 0);
    settings.set(number, charactersOf(frame.subarray(at + 2, end)));
    at = end;
  }
  return undefined;
}

function exclusiveOr(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
