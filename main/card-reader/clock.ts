/** Time as a reader of cards needs it: a stopwatch and an alarm, handed in so that tests own it. */
export interface Clock {
  /** Milliseconds on a clock that never runs backwards; only differences mean anything. */
  now(): number;
  /** Calls `run` once after `delayMs`; the answer calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's own monotonic clock, which a change of the wall clock does not disturb. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `delayMs` of this clock. */
export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}
