import { Fault } from "#core/kernel/fault.ts";

/**
 * Why a journal is not opened. Stable codes, for the operator page and for support.
 *
 * `HEAD_LOST` no readable HEAD though frames may exist · `HEAD_AHEAD` the journal ends before what
 * was acknowledged · `HEAD_HASH` the journal differs from what was acknowledged · `HEAD_DOUBTFUL`
 * HEAD is older than a crash can leave it: more than one batch stands behind it, or the tail is
 * damaged and may be acknowledged · `FRAME_FORGED` a whole frame was written without the key ·
 * `SEGMENT_HEADER` a segment's first block is unreadable or forged · `SEGMENT_CHAIN` a segment is
 * missing or does not continue its predecessor · `SEALED_TAIL_CHANGED` what was set aside changed ·
 * `MIDLOG` damage with later frames behind it · `ACKED_DAMAGED` an acknowledged frame is damaged ·
 * `NEWER_FORMAT` written by a newer program · `KEY_UNKNOWN` sealed with a key that the vault does not
 * have · `FORMAT_DOWNGRADED` a segment in clear after one that is sealed, which no program ever wrote ·
 * `READ_FAILED` the disk does not give the bytes back.
 */
export type JournalStop =
  | "HEAD_LOST"
  | "HEAD_AHEAD"
  | "HEAD_HASH"
  | "HEAD_DOUBTFUL"
  | "FRAME_FORGED"
  | "SEGMENT_HEADER"
  | "SEGMENT_CHAIN"
  | "SEALED_TAIL_CHANGED"
  | "MIDLOG"
  | "ACKED_DAMAGED"
  | "NEWER_FORMAT"
  | "KEY_UNKNOWN"
  | "FORMAT_DOWNGRADED"
  | "READ_FAILED";

/** Where the damage is: the segment's file, the first frame that is not as it was, its offset. */
export interface DamageSite {
  readonly segment: string;
  readonly sequence?: number;
  readonly offset?: number;
  readonly errno?: string;
}

/** The fault of a journal that must not be opened; nothing on disk was changed. */
export function damaged(stop: JournalStop, site: DamageSite, cause?: unknown): Fault {
  const options = cause === undefined ? undefined : { cause };
  return new Fault("journal.damaged", { stop, ...site }, options);
}

/** The operating system's name for a failure, such as `EIO`; for incident reports. */
export function errnoOf(failure: unknown): string {
  const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
  return typeof code === "string" ? code : "unknown";
}
