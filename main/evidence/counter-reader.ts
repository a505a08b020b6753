import type { StripeView, SwipeView } from "#core/contract/swipe-view.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import { type TrackNumber, type TrackTexts, trackNumbers } from "#main/card-reader/track.ts";
import { type Reading, startReading } from "#main/evidence/reading.ts";
import { type SwipeParts, takeSwipe } from "#main/evidence/swipes.ts";
import { lookRefusal } from "#main/people/may-look.ts";
import type { OperatorCards } from "#main/people/operator-card.ts";
import { stripeView } from "#main/views/stripe-view.ts";

/** Where a swipe goes: to whatever screen waits for one, or to the stripe test (3010). */
export interface CounterReader {
  readonly reading: Reading;
  /** While armed, stripes are shown field by field instead of finding a customer. */
  readonly test: (armed: boolean) => void;
}

/** Starts the counter's reader: one swipe away on every screen, for somebody who is at work. */
export function openCounterReader(
  reader: CardReader,
  parts: SwipeParts & {
    readonly onSwipe: (swipe: SwipeView) => void;
    readonly onTest: (stripe: StripeView) => void;
    /** Answers the number of the incident. */
    readonly onFailure: (failure: unknown) => string;
    readonly clock: Clock;
    readonly operatorCards: Pick<OperatorCards, "take">;
  },
): CounterReader {
  let isTest = false;

  function onTracks(tracks: TrackTexts, failed: readonly TrackNumber[]): void {
    const { desk, onSwipe, onTest } = parts;
    if (parts.operatorCards.take(tracks)) return;
    const teller = desk.atWork();
    if (!teller.ok) return;
    const refusal = lookRefusal(desk, teller.value, "2001");
    // Whoever may not see customers is shown nothing of a card, not even whether it is one of ours.
    if (refusal) {
      onSwipe({ status: "unreadable", refusal, at: desk.now() });
      return;
    }
    const swipe = taken(tracks);
    if (isTest) {
      const verdict = swipe.status === "read" ? swipe.verdict : undefined;
      onTest(showingFailed(stripeView(tracks, { today: desk.today(), verdict }), failed));
    } else {
      onSwipe(swipe);
    }
  }

  /** The swipe, or that the machine failed over it: then the card must be swiped again. */
  function taken(tracks: TrackTexts): SwipeView {
    try {
      return takeSwipe(tracks, parts);
    } catch (failure) {
      const refusal = { code: "workstation.fault", incident: parts.onFailure(failure) } as const;
      return { status: "unreadable", refusal, at: parts.desk.now() };
    }
  }

  const { onFailure, clock } = parts;
  const events = { onTracks, onUnreadable: () => onTracks({}, trackNumbers), onFailure };
  return {
    reading: startReading(reader, events, clock),
    test: (armed) => {
      isTest = armed;
    },
  };
}

/** A track that the reader could make nothing of is not empty: it is damaged. */
function showingFailed(stripe: StripeView, failed: readonly TrackNumber[]): StripeView {
  const tracks = stripe.tracks.map((one) =>
    failed.some((track) => track === one.track) ? { ...one, status: "bad" as const } : one,
  );
  return { ...stripe, tracks };
}
