import type { Entry } from "#core/journal/entry.ts";

/** How far the calendar clock may run from the stopwatch between two looks, in ms. */
export const CLOCK_JUMP_MS = 5 * 60 * 1000;

/** How far it may be set back before that is told: machines that ask the time step by less, in ms. */
export const CLOCK_BACK_MS = 1000;

/** How long after one record the next is made at the soonest; what happens meanwhile is added up. */
export const RECORD_EVERY_MS = 60 * 1000;

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
 * Watches the machine's calendar clock. That it went back by more than a second, or forward by more
 * than five minutes against the stopwatch, is written down with by how much, and not more often than
 * once a minute: what comes within it is told together. Nothing is reordered by it, for the order is
 * the sequence and business time never goes back.
 *
 * It says that the two clocks ran apart, not who did it: a stopwatch that stands while the machine
 * sleeps makes a jump forward of every night.
 */
export function createClockWatch(parts: ClockWatchParts): { readonly look: () => void } {
  const { wallClock, stopwatch, behindMs, record } = parts;
  let seen: { readonly wall: number; readonly ran: number } | undefined;
  let recordedAt: number | undefined;
  /** What was seen since the last record, added up. */
  let backMs = 0;
  let jumpMs = 0;

  /** Adds up what two looks show: a clock that goes back, or that jumps. */
  function compare(before: NonNullable<typeof seen>, now: NonNullable<typeof seen>): void {
    const byMs = now.wall - before.wall - (now.ran - before.ran);
    if (Math.abs(byMs) > CLOCK_JUMP_MS) jumpMs += byMs;
    else if (now.wall < before.wall) backMs += byMs;
  }

  function tell(ran: number): void {
    const isDue = recordedAt === undefined || ran - recordedAt >= RECORD_EVERY_MS;
    const byMs = Math.round(jumpMs + (backMs < -CLOCK_BACK_MS ? backMs : 0));
    if (byMs === 0 || !isDue) return;

    [recordedAt, backMs, jumpMs] = [ran, 0, 0]; // First: what cannot be recorded is not tried again.
    record({ type: "clock.observed", against: "stopwatch", byMs });
  }

  return {
    look() {
      const now = { wall: wallClock(), ran: stopwatch() };
      const before = seen;
      seen = now;
      if (before) {
        compare(before, now);
        tell(now.ran);
      } else if (behindMs() > 0) {
        record({ type: "clock.observed", against: "journal", byMs: -Math.round(behindMs()) });
      }
    },
  };
}
