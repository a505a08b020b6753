import type { CardReader, SwipeOutcome } from "#main/card-reader/reader.ts";
import type { TrackTexts } from "#main/card-reader/track.ts";

/** How long one wait for a swipe lasts before it is renewed, in ms. */
const SWIPE_WAIT_MS = 60_000;
/** Pauses before the line is opened again after a loss, in ms; the last one stays (reader rule 6). */
const RECONNECT_MS = [500, 1000, 2000, 5000] as const;

/** What the counter hears from the reader, unasked. */
export interface ReadingEvents {
  readonly onTracks: (tracks: TrackTexts) => void;
  readonly onUnreadable: (tracks: readonly number[]) => void;
}

/** Keeps the reader waiting for a swipe whenever nothing else is asked of it. */
export interface Reading {
  /** Nobody reads until `work` is done: a write has the reader for itself. */
  readonly aside: <T>(work: () => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts to read: one swipe after another, on every screen, for as long as the program runs. A
 * reader that was lost is opened again with growing pauses.
 */
export function startReading(reader: CardReader, events: ReadingEvents): Reading {
  let isStopped = false;
  let asideUntil: Promise<unknown> | undefined;
  let wake: (() => void) | undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function round(losses: number): Promise<number> {
    if (asideUntil) {
      await asideUntil;
      return losses;
    }
    const { status } = reader.state();
    if (status === "absent" || status === "lost") {
      const state = await reader.connect();
      if (state.status === "ready") return 0;
      await pause(RECONNECT_MS[Math.min(losses, RECONNECT_MS.length - 1)] ?? 5000);
      return losses + 1;
    }
    await deal(await reader.read({ timeoutMs: SWIPE_WAIT_MS }));
    return 0;
  }

  async function deal(swipe: SwipeOutcome): Promise<void> {
    switch (swipe.outcome) {
      case "read":
        return events.onTracks(swipe.tracks);
      case "unreadable":
        return events.onUnreadable(swipe.failed);
      case "garbled":
      case "refused-by-reader":
        return events.onUnreadable([]);
      case "busy":
      case "not-ready":
        return pause(200);
      case "cancelled":
      case "timed-out":
      case "lost":
        return;
    }
  }

  const running = (async () => {
    await Promise.resolve(); // Whoever starts it hears nothing before it has its handle.
    for (let losses = 0; !isStopped; ) losses = await round(losses);
  })();

  return {
    async aside(work) {
      const done = (asideUntil ?? Promise.resolve()).then(async () => {
        await reader.cancel();
        return work();
      });
      const settled = done.catch(() => undefined);
      asideUntil = settled;
      try {
        return await done;
      } finally {
        if (asideUntil === settled) asideUntil = undefined;
      }
    },
    async stop() {
      isStopped = true;
      wake?.();
      await reader.close();
      await running;
    },
  };
}
