/**
 * The version of what posting makes of a batch. An image of the ledger (a snapshot) is believed only
 * by a program of the same projection; any other replays the journal instead.
 *
 * Raise it with every change to `core/books`, `concern.ts`, `orders-alone.ts` or the tables by which
 * the same journal gives other rows. A test over a kept journal notices when that was forgotten.
 */
export const PROJECTION = 3;
