import type { Clock } from "#main/card-reader/clock.ts";

/** How long a session lasts with nothing asked, in ms. */
const IDLE_MS = 10 * 60 * 1000;

/** Who is logged in, until she logs out or asks for nothing too long. */
export interface IdleSession<Who> {
  readonly current: () => Who | undefined;
  readonly enter: (session: Who | undefined) => void;
  /** Whoever is logged in has asked for something. */
  readonly stir: () => void;
  /** The session that ended by itself, until somebody comes or goes. */
  readonly lapsed: () => Who | undefined;
  /** Calls the alarm off. */
  readonly close: () => void;
}

/**
 * Nobody is logged in yet. Idleness is counted by a stopwatch, because it is a person's: a branch's
 * clock that a presenter moves on has kept nobody waiting.
 */
export function createIdleSession<Who>(clock: Clock, onLapsed: () => void): IdleSession<Who> {
  let session: Who | undefined;
  let lapsed: Who | undefined;
  let stirredAt = 0;
  let callOff = () => {};

  function current(): Who | undefined {
    if (session && clock.now() - stirredAt >= IDLE_MS) lapse();
    return session;
  }
  function lapse(): void {
    callOff();
    lapsed = session;
    session = undefined;
  }
  function stir(): void {
    callOff();
    stirredAt = clock.now();
    if (!current()) return;
    callOff = clock.after(IDLE_MS, () => {
      lapse();
      onLapsed();
    });
  }

  return {
    current,
    stir,
    lapsed: () => lapsed,
    enter(next) {
      session = next;
      lapsed = undefined;
      stir();
    },
    close: () => callOff(),
  };
}
