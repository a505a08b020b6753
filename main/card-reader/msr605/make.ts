import type { TrackNumber } from "../track.ts";
import { ezwriterStatuses, msr605Statuses, type StatusTable } from "./status.ts";

/** How the density of one track is set: a command, and an argument for each density. */
interface DensityWords {
  readonly opcode: number;
  readonly 210: number;
  readonly 75: number;
}

/** What one make of the family says and hears otherwise than the next. */
export interface Make {
  readonly name: string;
  readonly statuses: StatusTable;
  readonly density: Readonly<Record<TrackNumber, DensityWords>>;
  /** Selects track 1 alone for an erasure; the others are a bit each on every make. */
  readonly eraseTrack1: number;
  /** What `ESC *` says of a track while the status names others, or says that all went well. */
  readonly starred: "unreadable" | "empty";
  /** How many characters the firmware has; a shorter one ends when the line rests. */
  readonly firmwareLength: number;
}

/** The MSR605, MSR606 and MSR206, after their manuals. */
export const msr605Make: Make = {
  name: "MSR605",
  statuses: msr605Statuses,
  density: {
    1: { opcode: 0x62, 210: 0xa1, 75: 0xa0 },
    2: { opcode: 0x62, 210: 0xd2, 75: 0x4b },
    3: { opcode: 0x62, 210: 0xc1, 75: 0xc0 },
  },
  eraseTrack1: 0x00,
  starred: "unreadable",
  firmwareLength: 8,
};

/**
 * The ID TECH EzWriter with its "IDT" set of commands, after pages 36 to 43 of its manual (2010): a
 * command for the density of each track, `01` for track 1 in an erasure, and `Rev.xx.xx`, which are
 * nine characters, though the manual counts eight. That a starred track is empty is what a public
 * program relies on; the manual says no more than that tracks without data are not sent.
 */
export const ezwriterMake: Make = {
  name: "EzWriter",
  statuses: ezwriterStatuses,
  density: {
    1: { opcode: 0x66, 210: 0xd2, 75: 0x4b },
    2: { opcode: 0x62, 210: 0xd2, 75: 0x4b },
    3: { opcode: 0x67, 210: 0xd2, 75: 0x4b },
  },
  eraseTrack1: 0x01,
  starred: "empty",
  firmwareLength: 9,
};
