import { z } from "zod";

/** What can keep a teller from signing off, or the branch's day from ending (C03, C04). */
export const OpenItemKind = z.enum([
  /** Somebody else is still signed on, or has only locked the counter. */
  "teller-on",
  /** A cash box that was counted and nobody has closed. */
  "box-open",
  /** Cash that was not counted since it was last moved. */
  "cash-uncounted",
  /** 长短款 that was counted and not booked (1104). */
  "cash-difference",
  /** Blank pieces of a kind in a hand, not counted today (8005). */
  "stock-uncounted",
  /** Pieces that a count missed or found, not yet registered (8004). */
  "stock-difference",
  /** A request that waits for a second person, or for its maker to take it up (9004). */
  "request-parked",
  /** A slip of today that never came out of a printer. */
  "slip-unprinted",
]);
export type OpenItemKind = z.infer<typeof OpenItemKind>;

/** One thing that is still open: whose it is, and which, for the way to where it is settled. */
export const OpenItem = z
  .object({
    what: OpenItemKind,
    /** The teller, or `vault`. */
    whose: z.string(),
    /** The number of the slip or request, or the kind of pieces. */
    which: z.string().optional(),
  })
  .readonly();
export type OpenItem = z.infer<typeof OpenItem>;
