import type { TrackNumber } from "../track.ts";

/** Begins every command and every answer. */
export const ESC = 0x1b;
/** `s`: begins a block of tracks. */
export const BLOCK = 0x73;
/** Ends a block of tracks. */
export const FS = 0x1c;
/** `r`: begins a status. */
export const STATUS = 0x72;
/** `p`: the last thing asked for went well. */
export const WELL = 0x70;
/** `q`: the last read, record or check did not. */
export const ERROR = 0x71;
/** Stands for what was not there or could not be read. */
export const UNRECOGNISED = 0x7f;

/** Commands that are the same whatever they are about, each with its ESC. */
export const command = {
  reset: [ESC, 0x30],
  resetError: [ESC, 0x6c],
  askStatus: [ESC, 0x6a],
  highCoercivity: [ESC, 0x78],
  lowCoercivity: [ESC, 0x79],
  track2At75: [ESC, 0x48],
  track2At210: [ESC, 0x4c],
  write: [ESC, 0x74],
  /** Behind the tracks of a write: 1D, and what sends it on its way. */
  writeEnd: [0x1d, ESC, 0x5c],
} as const;

/** The command for each set of tracks to be read. */
export const readCommand = {
  "2": [ESC, 0x5d],
  "3": [ESC, 0x54, 0x5d],
  "2+3": [ESC, 0x42, 0x5d],
  "1": [ESC, 0x43, 0x5d],
  "1+2": [ESC, 0x44, 0x5d],
  "1+3": [ESC, 0x45, 0x5d],
  "1+2+3": [ESC, 0x46, 0x5d],
} as const;

/** The order of the tracks in a block, and the letter before each. */
export const blockOrder = [
  { track: 2, letter: "" },
  { track: 3, letter: "A" },
  { track: 1, letter: "%" },
] as const satisfies readonly { readonly track: TrackNumber; readonly letter: string }[];
