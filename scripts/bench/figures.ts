import { benchAnswer } from "./answer.ts";
import { benchBatch } from "./batch.ts";
import type { Figure } from "./figure.ts";
import { benchFramer } from "./framer.ts";
import { benchJournal } from "./journal.ts";
import { benchLedger } from "./ledger.ts";
import { benchReplay } from "./replay.ts";
import { benchSearch } from "./search.ts";
import { benchSnapshot } from "./snapshot.ts";

/** Every figure that needs no window; `isWhole` with a million entries and customers. */
export async function figuresWithoutWindow(isWhole: boolean): Promise<readonly Figure[]> {
  return [
    // First, as it is at a start: later on it would clear away after the others too.
    ...(await benchReplay()),
    ...(await benchJournal()),
    ...(await benchLedger(isWhole ? 1_000_000 : 50_000)),
    ...(await benchSearch(isWhole ? 1_000_000 : 20_000)),
    ...(await benchSnapshot(isWhole ? 1_000_000 : 50_000)),
    ...benchFramer(),
    ...(await benchBatch()),
    ...(await benchAnswer()),
  ];
}
