import { createAnnouncer } from "./announcer.ts";
import type { Link } from "./link.ts";
import type { Doing, NotBegun, ReaderState } from "./reader.ts";
import type { Session } from "./session.ts";

/** A link that one command at a time may occupy. */
export interface Line {
  state(): ReaderState;
  onState(listener: (state: ReaderState) => void): () => void;
  connect(): Promise<ReaderState>;
  /** Begins `work` if the reader is free; it is free again, or lost, when the work is done. */
  occupy<T>(doing: Doing, work: (session: Session) => Promise<T>): Promise<T | NotBegun>;
  /** Within `work`: says what the reader is at now. */
  turnTo(doing: Doing): void;
  /** Within `work`: whether somebody has called it off. */
  isCalledOff(): boolean;
  callOff(): Promise<void>;
  close(): Promise<void>;
}

/** Holds a link to one command at a time. `onParting` is the last word to a reader that is ready. */
export function createLine(link: Link, onParting: (session: Session) => Promise<void>): Line {
  const states = createAnnouncer<ReaderState>();
  let doing: Doing | undefined;
  let running: Promise<unknown> | undefined;
  let closing: Promise<void> | undefined;
  let isCalledOff = false;

  function state(): ReaderState {
    const standing = link.state();
    return standing.status === "ready" && doing ? { status: "busy", doing } : standing;
  }

  link.onState(() => states.announce(state()));

  function turnTo(next: Doing | undefined): void {
    if (next === doing) return;
    doing = next;
    if (link.state().status === "ready") states.announce(state());
  }

  async function callOff(): Promise<void> {
    isCalledOff = true;
    link.session()?.stopAwaitingSwipe();
    await running;
  }

  async function shut(): Promise<void> {
    await callOff();
    const session = link.session();
    if (session) await onParting(session);
    await link.close();
  }

  return {
    state,
    onState: states.listen,
    async connect() {
      while (closing !== undefined) await closing;
      await link.connect();
      return state();
    },
    async occupy(first, work) {
      if (doing) return { outcome: "busy" };
      const session = closing === undefined ? link.session() : undefined;
      if (!session) return { outcome: "not-ready", status: link.state().status };

      isCalledOff = false;
      turnTo(first);
      const done = work(session).finally(() => {
        running = undefined;
        turnTo(undefined);
      });
      running = done;
      return done;
    },
    turnTo,
    isCalledOff: () => isCalledOff,
    callOff,
    close() {
      closing ??= shut().finally(() => {
        closing = undefined;
      });
      return closing;
    },
  };
}
