import type { SwipeOutcome, VerifyOutcome } from "./reader.ts";
import { differingTracks, type TrackNumber, type TrackTexts } from "./track.ts";

/** A poor swipe must not condemn a good card; a card that three swipes cannot read is no good. */
const READ_BACK_SWIPES_MAX = 3;

/**
 * Reads a card until it shows whether it holds what was written. Reading changes nothing, so it
 * may be repeated; a track that reads as something else settles the matter at once.
 */
export async function readBack(
  written: TrackTexts,
  read: () => Promise<SwipeOutcome>,
): Promise<VerifyOutcome> {
  let differing: readonly TrackNumber[] = [];
  for (let swipe = 1; swipe <= READ_BACK_SWIPES_MAX; swipe += 1) {
    const found = await read();
    if (found.outcome === "read") {
      differing = differingTracks(written, found.tracks);
      if (differing.length === 0) return { outcome: "verified" };
      if (differing.some((track) => !found.failed.includes(track))) break;
    } else if (found.outcome === "unreadable" || found.outcome === "garbled") {
      differing = writtenTracks(written);
    } else {
      return { outcome: "indeterminate", doubt: "not-read-back" };
    }
  }
  return { outcome: "mismatch", differing };
}

function writtenTracks(written: TrackTexts): readonly TrackNumber[] {
  return differingTracks(written, {});
}
