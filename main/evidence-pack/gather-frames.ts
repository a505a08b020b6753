import { setImmediate as aside } from "node:timers/promises";
import {
  type CaseReason,
  type CaseStrands,
  reasonOf,
  withoutOrders,
} from "#core/evidence-pack/case-strands.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import type { Journal } from "#main/journal/journal.ts";

/** Frames that are read in one go; between two goes the counter works. */
const SLICE_FRAMES = 100;

/** One batch of the journal as evidence: its place in the chain, and all that it says. */
export interface PackedFrame {
  readonly sequence: number;
  readonly recordedAt: number;
  /** The chain's hash after the frame, hexadecimal. */
  readonly hash: string;
  readonly why: CaseReason;
  readonly body: Batch;
}

/**
 * Reads and verifies the whole journal anew, up to where it stands when asked, in slices so that the
 * counter goes on, and keeps the batches that belong to a case. Throws `journal.damaged` where a byte is not as it
 * was acknowledged: then there is no evidence to give. What concerned orders of the state alone is
 * never in it.
 */
export async function gatherFrames(
  journal: Journal,
  strands: CaseStrands,
): Promise<readonly PackedFrame[]> {
  const found: Omit<PackedFrame, "hash">[] = [];
  const words = wordsOf(strands);
  let read = 0;
  for (const { sequence, recordedAt, body: text } of journal.frames()) {
    read += 1;
    if (read % SLICE_FRAMES === 0) await aside();
    // Most batches have nothing of the case in them: their text tells so, without being parsed.
    if (!words.some((word) => text.includes(word))) continue;
    const batch = Batch.parse(JSON.parse(text));
    const why = isOfOrders(batch.code) ? undefined : reasonOf(batch, strands);
    const body = withoutOrders(batch);
    if (why && body.entries.length > 0) found.push({ sequence, recordedAt, why, body });
  }

  const frames: PackedFrame[] = [];
  for (const frame of found) {
    const hash = known(journal.hashAt(frame.sequence), "a frame just read is on the chain");
    frames.push({ ...frame, hash: Buffer.from(hash).toString("hex") });
    await aside();
  }
  return frames;
}

/** Something of which stands in every batch of the case, as the journal spells it. */
function wordsOf({ lossCase, requests, grants, slips, orders, postings }: CaseStrands) {
  const named = [lossCase, ...requests, ...grants, ...slips, ...orders].map((word) => `"${word}"`);
  return [...named, ...[...postings].map((sequence) => `"original":${sequence},`)];
}
