import { createAnnouncer } from "./announcer.ts";
import type { Clock } from "./clock.ts";
import type { Dialect } from "./dialect.ts";
import { probe } from "./probe.ts";
import type { Doing, LossReason, NotBegun, ReaderState } from "./reader.ts";
import { createSession, type Session } from "./session.ts";
import type { OpenTransport, PortRefusal } from "./transport.ts";

/** The way to one reader: opened, occupied by one command at a time, lost, and opened again. */
export interface Line {
  state(): ReaderState;
  onState(listener: (state: ReaderState) => void): () => void;
  connect(): Promise<ReaderState>;
  /** Begins `work` if the reader is free; it is free again, or lost, when the work is done. */
  occupy<T>(doing: Doing, work: (session: Session) => Promise<T>): Promise<T | NotBegun>;
  /** Within `work`: says that the reader is at something else now. */
  turnTo(doing: Doing): void;
  /** Within `work`: whether somebody has called it off. */
  isCalledOff(): boolean;
  callOff(): Promise<void>;
  close(): Promise<void>;
}

const lossByRefusal: Readonly<Record<PortRefusal["code"], LossReason>> = {
  "port.not-found": "not-found",
  "port.in-use": "in-use",
  "port.not-permitted": "not-permitted",
  "port.not-serial": "not-serial",
  "port.failed": "failed",
};

/** A line that is not open yet. `onLost` is told of every loss and of every failure to open. */
export function createLine({
  openTransport,
  dialect,
  clock,
  onLost,
}: {
  readonly openTransport: OpenTransport;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly onLost: (reason: LossReason) => void;
}): Line {
  const states = createAnnouncer<ReaderState>();
  let state: ReaderState = { status: "absent" };
  let session: Session | undefined;
  let connecting: Promise<ReaderState> | undefined;
  let closing: Promise<void> | undefined;
  let running: Promise<unknown> | undefined;
  let isCalledOff = false;

  function become(next: ReaderState): ReaderState {
    state = next;
    states.announce(next);
    return next;
  }

  function lose(reason: LossReason): ReaderState {
    session = undefined;
    onLost(reason);
    return become({ status: "lost", reason });
  }

  async function open(): Promise<ReaderState> {
    become({ status: "opening" });
    const opened = await openTransport();
    if (!opened.ok) return closing ? state : lose(lossByRefusal[opened.refusal.code]);

    const begun = createSession({ connection: opened.value, dialect, clock, onLost: lose });
    session = begun;
    if (!closing) become({ status: "probing" });
    const found = closing ? undefined : await probe(begun, dialect);
    if (found?.status === "ready" && session === begun && !closing) return become(found);

    const isStillOurs = session === begun && !closing;
    await begun.close(); // The port is left free for the program that the reader is set up for.
    return found?.status === "lost" && isStillOurs ? lose(found.reason) : state;
  }

  async function shut(): Promise<void> {
    await callOff();
    const ending = session;
    session = undefined;
    await ending?.close();
    await connecting;
    become({ status: "absent" });
  }

  async function callOff(): Promise<void> {
    isCalledOff = true;
    session?.stopAwaitingSwipe();
    await running;
  }

  return {
    state: () => state,
    onState: states.listen,
    async connect() {
      while (closing) await closing;
      if (state.status === "ready" || state.status === "busy") return state;
      connecting ??= open().finally(() => {
        connecting = undefined;
      });
      return connecting;
    },
    async occupy(doing, work) {
      if (state.status === "busy") return { outcome: "busy" };
      if (state.status !== "ready" || !session) {
        return { outcome: "not-ready", status: state.status };
      }
      const ready = state;
      isCalledOff = false;
      become({ status: "busy", doing });
      const done = work(session).finally(() => {
        running = undefined;
        if (state.status === "busy") become(ready);
      });
      running = done;
      return done;
    },
    turnTo(doing) {
      if (state.status === "busy") become({ status: "busy", doing });
    },
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
