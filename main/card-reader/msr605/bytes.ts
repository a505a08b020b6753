import type { Lamp } from "../dialect.ts";

/** Begins every command, every answer, and every mark within a data block. */
export const ESC = 0x1b;
/** Ends a data block, after a `?` of the block's own. */
export const FS = 0x1c;
/** `?`: the end sentinel of a track, and the first half of a block's end. */
export const QUESTION_MARK = 0x3f;
/** `s`: begins a data block after ESC. */
export const BLOCK = 0x73;
/** `+` after ESC: nothing on this track. */
export const NOTHING = 0x2b;
/** `*` after ESC: something on this track that cannot be read. */
export const DAMAGED = 0x2a;
/** `y` after ESC: the answer to the communication test. */
export const PRESENT = 0x79;
/** `0` after ESC: done. */
export const DONE = 0x30;

/** What follows ESC in each command. Later firmware keeps all of these. */
export const opcode = {
  reset: 0x61,
  read: 0x72,
  write: 0x77,
  testCommunication: 0x65,
  testSensor: 0x86,
  testMemory: 0x87,
  setLeadingZeros: 0x7a,
  getLeadingZeros: 0x6c,
  erase: 0x63,
  readRaw: 0x6d,
  writeRaw: 0x6e,
  getModel: 0x74,
  getFirmware: 0x76,
  setBitsPerCharacter: 0x6f,
  setHighCoercivity: 0x78,
  setLowCoercivity: 0x79,
  getCoercivity: 0x64,
} as const;

/** What follows ESC to set the lamps. */
export const lampOpcode: Readonly<Record<Lamp, number>> = {
  off: 0x81,
  all: 0x82,
  green: 0x83,
  yellow: 0x84,
  red: 0x85,
};
