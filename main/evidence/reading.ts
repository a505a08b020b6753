import { unreachable } from "#core/kernel/assert.ts";
import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import type { CardReader, SwipeOutcome } from "#main/card-reader/reader.ts";
import type { TrackNumber, TrackTexts } from "#main/card-reader/track.ts";

/** How long one wait for a swipe lasts before it is renewed, in ms. */
const SWIPE_WAIT_MS = 60_000;
/** How long to leave a reader alone that is at something else, in ms. */
const BUSY_MS = 200;
/** What a read ends as that was not begun: to ask again at once would be to spin. */
const NOT_BEGUN: ReadonlySet<string> = new Set(["busy", "not-ready", "not-supported", "not-set"]);
/** Pauses before the line is opened again after a loss, in ms; the last one stays (reader rule 6). */
const RECONNECT_MS = [500, 1000, 2000, 5000] as const;

/** What the counter hears from the reader, unasked. */
export interface ReadingEvents {
  /** A card went through; `failed` are tracks that hold something nobody can read. */
  readonly onTracks: (tracks: TrackTexts, failed: readonly TrackNumber[]) => void;
  /** Something went through, and nothing on it could be read. */
  readonly onUnreadable: () => void;
  /** What a listener above or the reader threw: the next card is read all the same. */
  readonly onFailure: (failure: unknown) => void;
}

/** Keeps the reader waiting for a swipe whenever nothing else is asked of it. */
export interface Reading {
  /**
   * Nobody reads until `work` is done: a write has the reader for itself, on an open line. Work that
   * was called off before it had the reader is never begun.
   */
  readonly aside: <T>(work: () => Promise<T>) => Promise<T | "called-off">;
  /** The same for work on the line itself, which is left as it stands; it is looked after at once. */
  readonly apart: <T>(work: () => Promise<T>) => Promise<T | "called-off">;
  /** Calls off the work that has the reader, and all that waits for it; a mere read goes on. */
  readonly callOff: () => Promise<void>;
  /** Whether some work has the reader now. */
  readonly isTaken: () => boolean;
  readonly stop: () => Promise<void>;
}

/**
 * Starts to read: one swipe after another, on every screen, for as long as the program runs. A
 * reader that was lost is opened again with growing pauses.
 */
export function startReading(
  reader: CardReader,
  events: ReadingEvents,
  clock: Clock = systemClock,
): Reading {
  let isStopped = false;
  let takenUntil: Promise<unknown> | undefined;
  let callOffs = 0;
  const nap = createNap(clock);

  async function round(losses: number): Promise<number> {
    if (takenUntil) {
      await takenUntil;
      return 0; // Something was done about the reader: it is looked for at once.
    }
    const { status } = reader.state();
    if (status === "absent" || status === "lost") return reconnect(losses);

    const swipe = await reader.read({ timeoutMs: SWIPE_WAIT_MS });
    if (NOT_BEGUN.has(swipe.outcome)) await nap.take(BUSY_MS);
    tell(swipe, events);
    return 0;
  }

  /** A round that nothing ends that it throws: whoever foresaw it not, the counter reads on. */
  async function survive(losses: number): Promise<number> {
    try {
      return await round(losses);
    } catch (failure) {
      events.onFailure(failure);
      return backOff(losses);
    }
  }

  async function reconnect(losses: number): Promise<number> {
    const state = await reader.connect();
    if (state.status === "ready") return 0;
    return backOff(losses);
  }

  async function backOff(losses: number): Promise<number> {
    if (isStopped || takenUntil) return losses;
    await nap.take(RECONNECT_MS[Math.min(losses, RECONNECT_MS.length - 1)] ?? 5000);
    return losses + 1;
  }

  const running = (async () => {
    await Promise.resolve(); // Whoever starts it hears nothing before it has its handle.
    for (let losses = 0; !isStopped; ) losses = await survive(losses);
  })();

  async function take<T>(work: () => Promise<T>): Promise<T> {
    const done = (takenUntil ?? Promise.resolve()).then(async () => {
      await reader.cancel();
      return work();
    });
    const settled = done.catch(() => undefined);
    takenUntil = settled;
    nap.end();
    try {
      return await done;
    } finally {
      if (takenUntil === settled) takenUntil = undefined;
    }
  }

  /** Work is begun only if nobody has called it off, nor ended the program, since it was asked for. */
  function begin<T>(work: (isOff: () => boolean) => Promise<T>): Promise<T | "called-off"> {
    const before = callOffs;
    const isOff = () => isStopped || callOffs !== before;
    return take(async () => (isOff() ? "called-off" : work(isOff)));
  }

  return {
    aside: (work) =>
      begin(async (isOff) => {
        await reader.connect(); // At once where it is ready; a probe under way is waited for.
        return isOff() ? "called-off" : work();
      }),
    apart: (work) => begin(work),
    async callOff() {
      callOffs += 1;
      if (takenUntil) await reader.cancel();
    },
    isTaken: () => takenUntil !== undefined,
    async stop() {
      isStopped = true;
      callOffs += 1;
      nap.end();
      await reader.close();
      await running;
    },
  };
}

/** A pause that somebody can end before its time. */
function createNap(clock: Clock) {
  let end = () => {};
  return {
    take: (ms: number) =>
      new Promise<void>((resolve) => {
        const callOff = clock.after(ms, resolve);
        end = () => {
          callOff();
          resolve();
        };
      }),
    end: () => end(),
  };
}

/** Tells of a swipe. What a listener above throws stops no reading. */
function tell(swipe: SwipeOutcome, events: ReadingEvents): void {
  try {
    hear(swipe, events);
  } catch (failure) {
    events.onFailure(failure);
  }
}

function hear(swipe: SwipeOutcome, events: ReadingEvents): void {
  switch (swipe.outcome) {
    case "read":
      events.onTracks(swipe.tracks, swipe.failed);
      break;
    case "unreadable":
      events.onTracks({}, swipe.failed);
      break;
    case "garbled":
    case "refused-by-reader":
      events.onUnreadable();
      break;
    case "cancelled":
    case "timed-out":
      // A card that came as the wait ended is told of: whoever swiped it does not wait for nothing.
      if (swipe.wentThrough) events.onUnreadable();
      break;
    case "busy":
    case "not-ready":
    case "not-supported":
    case "not-set":
    case "lost":
      break; // Nothing went through.
    default:
      unreachable(swipe);
  }
}
