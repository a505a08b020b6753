import type { StripeView, SwipeView } from "#core/contract/views.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import type { TrackTexts } from "#main/card-reader/track.ts";
import type { Desk } from "#main/desk.ts";
import { type Reading, startReading } from "#main/evidence/reading.ts";
import { type SwipeParts, takeSwipe } from "#main/evidence/swipes.ts";
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
  },
): CounterReader {
  let isTest = false;

  function onTracks(tracks: TrackTexts): void {
    if (!isAtWork(parts.desk)) return;
    const swipe = takeSwipe(tracks, parts);
    if (isTest) {
      const verdict = swipe.status === "read" ? swipe.verdict : undefined;
      parts.onTest(stripeView(tracks, { today: parts.desk.today(), verdict }));
    } else {
      parts.onSwipe(swipe);
    }
  }

  return {
    reading: startReading(reader, {
      onTracks,
      onUnreadable: () => {
        if (!isAtWork(parts.desk)) return;
        const refusal = { code: "stripe.track-2-missing" };
        parts.onSwipe({ status: "unreadable", refusal, at: parts.desk.now() });
      },
    }),
    test: (armed) => {
      isTest = armed;
    },
  };
}

function isAtWork(desk: Desk): boolean {
  return desk.atWork().ok;
}
