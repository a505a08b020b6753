import type {
  EraseOptions,
  VerifiedEraseOutcome,
  VerifiedWriteOutcome,
  VerifyOutcome,
  WriteOutcome,
  WriteStage,
} from "./reader.ts";
import { eraseCard, readCard, type Swipe, writeCard } from "./swipe.ts";
import {
  differingTracks,
  type TrackNumber,
  type TrackTexts,
  textOf,
  trackNumbers,
} from "./track.ts";

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
  if (written.outcome !== "written" && !isForReadingToSettle(written)) return written;

  return readBack(swipe, tracks, () => onStage("verify-swipe"));
}

/**
 * Has all tracks of a card erased once, and reads it until it shows that nothing is left. What
 * nobody knows after the erasure, the reading settles.
 */
export async function eraseAndReadBack(
  swipe: Swipe,
  { onStage, isOther = () => false }: Pick<EraseOptions, "onStage" | "isOther">,
): Promise<VerifiedEraseOutcome> {
  onStage("write-swipe");
  const erased = await eraseCard(swipe, trackNumbers);
  if (erased.outcome !== "erased" && !isForReadingToSettle(erased)) return erased;

  return readEmpty(swipe, { onStage, isOther });
}

/**
 * Reads a card until it shows whether it is empty. A text settles the matter at once, unless it is
 * that of another card, which says nothing of this one; so does a reading of three empty tracks.
 * Something that cannot be read may be a poor swipe.
 */
async function readEmpty(
  swipe: Swipe,
  { onStage, isOther }: Required<Pick<EraseOptions, "onStage" | "isOther">>,
): Promise<VerifyOutcome> {
  let unread: readonly TrackNumber[] = [];
  let next: WriteStage = "verify-swipe";
  for (let attempt = 1; attempt <= READ_BACK_SWIPES_MAX; attempt += 1) {
    onStage(next);
    const found = await readCard(swipe);
    next = "verify-swipe";
    if (found.outcome === "read" && isOther(found.tracks)) {
      next = "verify-other";
    } else if (found.outcome === "read") {
      const left = trackNumbers.filter((track) => textOf(found.tracks, track) !== undefined);
      if (left.length > 0) return { outcome: "mismatch", differing: left };
      if (found.failed.length === 0) return { outcome: "verified" };
      unread = found.failed;
    } else if (found.outcome === "unreadable") {
      unread = found.failed;
    } else if (found.outcome !== "garbled") {
      return { outcome: "indeterminate", doubt: "not-read-back" };
    }
  }
  // A reader that only grumbled has not said that anything is left, nor that nothing is.
  return unread.length > 0
    ? { outcome: "mismatch", differing: unread }
    : { outcome: "indeterminate", doubt: "not-read-back" };
}

function isForReadingToSettle(
  ended: Exclude<WriteOutcome, { readonly outcome: "written" }>,
): boolean {
  return ended.outcome === "indeterminate" && ended.doubt !== "lost";
}
