import type { Reply } from "../dialect.ts";

/** What one byte meant: part of an answer, not part of one, or its end. */
export type Heard = "part" | "noise" | Reply;

/**
 * Listens for one kind of answer, a byte at a time. After noise it is ready for the next answer,
 * with the noisy byte already tried as its beginning.
 */
export interface Listening {
  take(byte: number): Heard;
  rest(): Reply | undefined;
  underway(): boolean;
  wipe(): void;
}
