import { z } from "zod";
import { ReversalPart, ReversalReason } from "#core/reversal/reversal.ts";

/**
 * 冲正/抹账 (1106): a posting of the same day was undone. Nothing of it is edited: the batch of this
 * entry holds the opposite of all it had brought about, and this is the mark on its slip (C06).
 */
export const PostingReversed = z
  .object({
    type: z.literal("posting.reversed"),
    /** The journal number of what was undone. */
    original: z.int().positive(),
    /** The journal number of the reversal itself. */
    by: z.int().positive(),
    /** The slip of what was undone. */
    slip: z.string().max(20),
    part: ReversalPart,
    reason: ReversalReason,
    /** What the teller wrote about it. */
    words: z.string().max(100),
  })
  .readonly();
