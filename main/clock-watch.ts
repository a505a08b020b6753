import type { Entry } from "#core/journal/entry.ts";

/** How far the calendar clock may run from the stopwatch between two looks, in ms. */
export const CLOCK_JUMP_MS = 5 * 60 * 1000;

/** What a watch compares, and where it writes down what it saw. */
export interface ClockWatchParts {
  /** Milliseconds since 1970, which somebody may set. */
  readonly wallClock: () => number;
  /** Milliseconds that nobody can set. */
  readonly stopwatch: () => number;
  /** How far the calendar clock lies behind the last entry of the journal now, in ms. */
  readonly behindMs: () => number;
  readonly record: (entry: Entry) => void;
}

/**
 * Watches the machine's calendar clock. That it went back, or jumped by more than five minutes
 * against the stopwatch, is written down once for each time it is seen, with by how much; nothing is
 * reordered by it, for the order is the sequence and business time never goes back.
 */
export function createClockWatch(parts: ClockWatchParts): { readonly look: () => void } {
  const { wallClock, stopwatch, behindMs, record } = parts;
  let seen: { readonly wall: number; readonly ran: number } | undefined;

  return {
    look() {
      const now = { wall: wallClock(), ran: stopwatch() };
      const before = seen;
      seen = now;
      if (before) {
        const byMs = Math.round(now.wall - before.wall - (now.ran - before.ran));
        if (now.wall < before.wall || Math.abs(byMs) > CLOCK_JUMP_MS) {
          record({ type: "clock.observed", against: "stopwatch", byMs });
        }
      } else if (behindMs() > 0) {
        record({ type: "clock.observed", against: "journal", byMs: -Math.round(behindMs()) });
      }
    },
  };
}
