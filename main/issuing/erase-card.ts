import type { RequestHash } from "#core/authorisation/grant.ts";
import { type BinTable, findOwnBin } from "#core/card/bin.ts";
import { maskPan } from "#core/card/pan.ts";
import { readStripe } from "#core/card/stripe-image.ts";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import type { CardToErase } from "#core/commands/command.ts";
import type { ErasedView } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { VerifiedEraseOutcome, WriteStage } from "#main/card-reader/reader.ts";
import type { TrackTexts } from "#main/card-reader/track.ts";
import type { Reading } from "#main/evidence/reading.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { type AtReader, approvedFor, untouched } from "#main/issuing/at-reader.ts";
import { type Decided, recordRefusal } from "#main/transactions.ts";

/** What erasing a card needs. */
export interface ErasingParts extends AtReader {
  readonly reading: Reading;
  /** Says which stripe a product has. */
  readonly bins: BinTable;
  readonly onStage: (stage: WriteStage | "done", changing: "erasing") => void;
}

/** How long after a card was read it may be erased, in ms. */
const FRESH_MS = 2 * 60 * 1000;

/**
 * Erases a collected card for an approved request and reads it back (3014).
 *
 * This changes no book: the posting later wants the name of what was erased. An erasure that
 * failed, or of which nobody knows, posts nothing; the card stays collected and not erased, and may
 * be tried again by hand, never by itself.
 *
 * No writer reads and erases in one pass, so nobody can know that the piece pulled through is the
 * one that was read before. All that can be done against another customer's card being erased is
 * done: the reading must be two minutes old at most, two tellers have agreed, the window shows the
 * number, and what stands in the journal is no more than what was seen. A card whose erasing was
 * begun can no longer be read, so for that very request the two minutes hold no more.
 */
export function erasingHandlers(parts: ErasingParts): Pick<Handlers, "card.erase"> {
  const { desk, evidence, reading } = parts;
  /** A card that was erased and may not be posted yet. */
  let inHand: ErasedView | undefined;
  /** The request for which a card went through, and something may be left on it. */
  let begun: RequestHash | undefined;

  function settle(
    { hash }: Decided,
    { card, pan }: CardToErase,
    ended: VerifiedEraseOutcome,
  ): Result<ErasedView, Refusal> {
    const refusal = untouched(ended, parts);
    if (refusal) return refuse(refusal);
    begun = hash;
    if (ended.outcome !== "verified") {
      return refuse({ code: "reader.erase-failed", why: ended.outcome });
    }
    const ref = evidence.keepWritten({ type: "erased", card }, hash);
    inHand = { ref, number: maskPan(pan) };
    return accept(inHand);
  }

  return {
    "card.erase": async ({ request: raw, grant }) => {
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      if (reading.isTaken()) return refuse({ code: "reader.busy" });
      const approved = approvedFor(parts, { request, grant }, (decision) => decision.erase);
      if (!approved.ok) return approved;
      const { decided, card } = approved.value;
      // One request erases one card (design rule 6): asked again, the answer is the first one.
      if (inHand && evidence.lookWritten(inHand.ref, decided.hash)) return accept(inHand);

      const ageMs = evidence.ageMs(card.swipe);
      if (begun !== decided.hash && (ageMs === undefined || ageMs > FRESH_MS)) {
        const refused = refuse({ code: "evidence.too-old" });
        recordRefusal(desk, evidence, request, refused);
        return refused;
      }
      return settle(decided, card, await eraseAside(card, parts));
    },
  };
}

/** Nobody else reads until the card has been erased and read back. */
async function eraseAside(
  { pan }: CardToErase,
  { bins, reader, reading, onStage }: ErasingParts,
): Promise<VerifiedEraseOutcome> {
  const stripe = stripeKindOf(findOwnBin(bins, pan));
  const erased = await reading.aside(async () => {
    const ended = await reader.eraseAndVerify({
      onStage: (stage) => onStage(stage, "erasing"),
      stripe,
      isOther: (tracks) => isAnotherCard(tracks, pan),
    });
    onStage("done", "erasing");
    return ended;
  });
  return erased === "called-off" ? { outcome: "cancelled" } : erased;
}

/** Whether what was read bears a number, and not the one that was erased. */
function isAnotherCard(tracks: TrackTexts, erased: CardToErase["pan"]): boolean {
  const stripe = readStripe(tracks);
  return stripe.ok && stripe.value.track2.pan !== erased;
}
