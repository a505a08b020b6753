import type { Complaint } from "../dialect.ts";
import type { TrackNumber } from "../track.ts";

/** What a status byte says when it does not say "done". */
export interface Status {
  readonly complaint: Complaint;
  /** The tracks that the status itself names as failed. */
  readonly failed: readonly TrackNumber[];
}

/** The status bytes of one make, but for `0`, which is "done" on all of them. */
export type StatusTable = ReadonlyMap<number, Status>;

const CARD_MOVED_BADLY = 0x39;
const FAILED = 0x41;

/** Status bytes of the MSR605, MSR606 and MSR206. */
export const msr605Statuses: StatusTable = new Map([
  [0x31, { complaint: "read-or-write", failed: [] }],
  [0x32, { complaint: "format", failed: [] }],
  [0x34, { complaint: "unknown-command", failed: [] }],
  [CARD_MOVED_BADLY, { complaint: "bad-swipe", failed: [] }],
  [FAILED, { complaint: "failed", failed: [] }],
]);

/**
 * Status bytes of the EzWriter: 31 to 37 are a mask of the tracks that failed, bit 0 for track 1.
 * So `2` is a bad track 2 here and a bad command on an MSR605. `1` is a failed erasure as well, and
 * `A` a choice that was not taken. `9` is an MSR605's alone; it is understood where it is heard.
 */
export const ezwriterStatuses: StatusTable = new Map([
  [0x31, { complaint: "read-or-write", failed: [1] }],
  [0x32, { complaint: "read-or-write", failed: [2] }],
  [0x33, { complaint: "read-or-write", failed: [1, 2] }],
  [0x34, { complaint: "read-or-write", failed: [3] }],
  [0x35, { complaint: "read-or-write", failed: [1, 3] }],
  [0x36, { complaint: "read-or-write", failed: [2, 3] }],
  [0x37, { complaint: "read-or-write", failed: [1, 2, 3] }],
  [CARD_MOVED_BADLY, { complaint: "bad-swipe", failed: [] }],
  [FAILED, { complaint: "failed", failed: [] }],
]);
