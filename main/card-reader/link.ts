import { createAnnouncer } from "./announcer.ts";
import type { Clock } from "./clock.ts";
import type { Dialect } from "./dialect.ts";
import { probe } from "./probe.ts";
import type { LossReason, ReaderState, Spoken } from "./reader.ts";
import { createSession, type Session } from "./session.ts";
import type { OpenTransport, PortRefusal } from "./transport.ts";

/** How it stands with the way to a reader, whatever the reader is doing. */
type LinkState = Exclude<ReaderState, { readonly status: "busy" }>;

/** The way to one reader: opened, probed, lost, and opened again. */
export interface Link {
  state(): LinkState;
  onState(listener: (state: LinkState) => void): () => void;
  /** The conversation with a reader that is ready. */
  session(): Session | undefined;
  connect(): Promise<LinkState>;
  /** Frees the port. Not to be called again, nor `connect`, before it has resolved. */
  close(): Promise<void>;
}

const lossByRefusal: Readonly<Record<PortRefusal["code"], LossReason>> = {
  "port.not-found": "not-found",
  "port.in-use": "in-use",
  "port.not-permitted": "not-permitted",
  "port.not-serial": "not-serial",
  "port.failed": "failed",
};

/** A link that is not open yet. `onLost` is told of every loss and of every failure to open. */
export function createLink({
  openTransport,
  dialect,
  clock,
  onLost,
  onSpoken,
}: {
  readonly openTransport: OpenTransport;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly onLost: (reason: LossReason) => void;
  readonly onSpoken: (spoken: Spoken) => void;
}): Link {
  const states = createAnnouncer<LinkState>();
  let state: LinkState = { status: "absent" };
  let session: Session | undefined;
  let connecting: Promise<LinkState> | undefined;
  let isClosing = false;
  let hasBeenReady = false;

  function become(next: LinkState): LinkState {
    state = next;
    hasBeenReady ||= next.status === "ready";
    states.announce(next);
    return next;
  }

  function lose(reason: LossReason): LinkState {
    session = undefined;
    onLost(reason);
    return become({ status: "lost", reason });
  }

  /** A port that is gone although the reader has worked at it was not chosen wrongly. */
  function whyNotOpened({ code }: PortRefusal): LossReason {
    const reason = lossByRefusal[code];
    return reason === "not-found" && hasBeenReady ? "unplugged" : reason;
  }

  async function open(): Promise<LinkState> {
    become({ status: "opening" });
    const opened = await openTransport().catch((failure) => {
      if (!isClosing) lose("failed"); // What nobody foresaw is told above, and tried again.
      throw failure;
    });
    if (!opened.ok) return isClosing ? state : lose(whyNotOpened(opened.refusal));

    const connection = opened.value;
    const begun = createSession({ connection, dialect, clock, onLost: lose, onSpoken });
    session = begun;
    if (!isClosing) become({ status: "probing" });
    const found = isClosing ? undefined : await probe(begun);
    const isStillOurs = session === begun && !isClosing;
    if (isStillOurs && found?.status === "ready") return become(found);

    await begun.close(); // The port is left free for the program that the reader is set up for.
    return isStillOurs && found?.status === "lost" ? lose(found.reason) : state;
  }

  return {
    state: () => state,
    onState: states.listen,
    session: () => (state.status === "ready" ? session : undefined),
    async connect() {
      if (state.status === "ready") return state;
      connecting ??= open().finally(() => {
        connecting = undefined;
      });
      return connecting;
    },
    async close() {
      isClosing = true;
      await session?.close();
      session = undefined;
      await connecting?.catch(() => undefined);
      isClosing = false;
      become({ status: "absent" });
    },
  };
}
