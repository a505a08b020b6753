import type { VerifiedWriteOutcome, VerifyOutcome, WriteStage } from "./reader.ts";
import { readCard, type Swipe, writeCard } from "./swipe.ts";
import { differingTracks, type TrackNumber, type TrackTexts } from "./track.ts";

/** A poor swipe must not condemn a good card; a card that three swipes cannot read is no good. */
const READ_BACK_SWIPES_MAX = 3;

/**
 * Reads a card until it shows whether it holds what was written. Reading changes nothing, so it
 * may be repeated; a track that reads as something else settles the matter at once.
 */
export async function readBack(
  swipe: Swipe,
  written: TrackTexts,
  onSwipe: () => void = () => {},
): Promise<VerifyOutcome> {
  let differing: readonly TrackNumber[] = [];
  for (let attempt = 1; attempt <= READ_BACK_SWIPES_MAX; attempt += 1) {
    onSwipe();
    const found = await readCard(swipe);
    if (found.outcome === "read") {
      differing = differingTracks(written, found.tracks);
      if (differing.length === 0) return { outcome: "verified" };
      if (differing.some((track) => !found.failed.includes(track))) break;
    } else if (found.outcome === "unreadable" || found.outcome === "garbled") {
      differing = differingTracks(written, {}); // That is all of them.
    } else {
      return { outcome: "indeterminate", doubt: "not-read-back" };
    }
  }
  return { outcome: "mismatch", differing };
}

/** Has a card written once and read back. What nobody knows after the write, the reading settles. */
export async function writeAndReadBack(
  swipe: Swipe,
  tracks: TrackTexts,
  onStage: (stage: WriteStage) => void,
): Promise<VerifiedWriteOutcome> {
  onStage("write-swipe");
  const written = await writeCard(swipe, tracks);
  const isForReadingToSettle =
    written.outcome === "written" ||
    (written.outcome === "indeterminate" && written.doubt !== "lost");
  if (!isForReadingToSettle) return written;

  return readBack(swipe, tracks, () => onStage("verify-swipe"));
}
