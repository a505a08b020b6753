import { assert } from "#core/kernel/assert.ts";
import { type Clock, pause } from "./clock.ts";
import type {
  Command,
  Dialect,
  Framer,
  Query,
  Reply,
  Setting,
  SilentCommand,
  SwipeCommand,
} from "./dialect.ts";
import type { LossReason } from "./reader.ts";
import type { Connection, Sending } from "./transport.ts";

/** What came back for a command. */
export type Heard =
  | { readonly heard: "reply"; readonly reply: Reply }
  | { readonly heard: "silence" }
  | { readonly heard: "garbled" }
  | { readonly heard: "stopped" }
  /** The line was gone before the command went out: the reader knows nothing of it. */
  | { readonly heard: "not-sent" }
  | { readonly heard: "lost" };

/** A conversation with one reader over one connection, from its opening to its loss. */
export interface Session {
  /** Says a command that needs no card; waits up to `answerMs` for the answer to begin. */
  ask(command: Query | Setting, answerMs: number): Promise<Heard>;
  /** Says a command that needs a card; waits up to `timeoutMs` for the swipe. */
  askForSwipe(command: SwipeCommand, timeoutMs: number): Promise<Heard>;
  /** Says a command that has no answer, and gives the reader time to take it in. */
  tell(command: SilentCommand): Promise<void>;
  /**
   * Throws away what arrives for a while. Answers how many bytes have come without being an answer
   * since the last question or swipe was asked for, so that none slips between two commands.
   */
  drain(): Promise<number>;
  /** Gives up on the swipe that is awaited, if one is. The reader does not know it yet. */
  stopAwaitingSwipe(): void;
  /** Ends the session because the reader at the other end is not fit to talk to. */
  lose(reason: LossReason): void;
  close(): Promise<void>;
}

/** From the first byte of an answer to its last: 245 bytes take 260 ms at 9600 baud. */
const ANSWER_WHOLE_MS = 2_000;
/** Between two bytes of an answer. */
const ANSWER_REST_MS = 250;
/** After a command without an answer; said back to back, the second one can be lost. */
const TAKE_IN_MS = 100;
/** For what is under way to arrive, after a reset. */
const DRAIN_MS = 200;
/** Bytes within a minute, beyond any answer and any noise, that show a device gone wild. */
const BABBLE_BYTES_MAX = 4_096;
const BABBLE_WINDOW_MS = 60_000;

/** Begins a session. `onLost` is called once, unless `close` came first. */
export function createSession({
  connection,
  dialect,
  clock,
  onLost,
}: {
  readonly connection: Connection;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly onLost: (reason: LossReason) => void;
}): Session {
  let isOver = false;
  let isAwaitingSwipe = false;
  let bytesSinceAsked = 0;
  const babble = createBabbleMeter(clock);
  let listening: Listening | undefined;

  connection.onLost(() => lose("unplugged"));
  connection.onBytes((bytes) => {
    if (isOver) return;
    bytesSinceAsked += bytes.length;
    if (babble.isTooMuch(bytes.length)) lose("babbling");
    else listening?.hear(bytes); // Nobody listens to a device that was not asked.
    bytes.fill(0);
  });

  function finish(heard: Heard): void {
    listening?.finish(heard);
  }

  function lose(reason: LossReason): void {
    if (isOver) return;
    isOver = true;
    onLost(reason);
    finish({ heard: "lost" });
    void connection.close();
  }

  function listenFor(command: Command, answerMs: number): Promise<Heard> {
    assert(listening === undefined, "a reader is asked one thing at a time");
    return new Promise((resolve) => {
      listening = listen({
        framer: dialect.createFramer(command),
        clock,
        answerMs,
        onHeard(heard) {
          listening = undefined;
          resolve(heard);
        },
      });
    });
  }

  /** The bytes of a command may hold a track: they are overwritten once they have gone. */
  function send(command: Command): Promise<Sending> {
    const encoded = dialect.encode(command);
    assert(encoded.ok, "tracks are checked before a write is begun");
    return connection.write(encoded.value).finally(() => encoded.value.fill(0));
  }

  async function ask(command: Command, answerMs: number): Promise<Heard> {
    if (isOver) return { heard: "not-sent" };
    bytesSinceAsked = 0;
    babble.startAgain();
    const answer = listenFor(command, answerMs);
    void send(command).then((sending) => {
      if (sending === "not-sent") finish({ heard: "not-sent" });
    });
    return answer;
  }

  return {
    ask,
    async askForSwipe(command, timeoutMs) {
      isAwaitingSwipe = true;
      const heard = await ask(command, timeoutMs);
      isAwaitingSwipe = false;
      return heard;
    },
    async tell(command) {
      if (isOver) return;
      void send(command); // A line that takes nothing more shows itself as a loss or as silence.
      await pause(clock, TAKE_IN_MS);
    },
    async drain() {
      await pause(clock, DRAIN_MS);
      return bytesSinceAsked;
    },
    stopAwaitingSwipe() {
      if (isAwaitingSwipe) finish({ heard: "stopped" });
    },
    lose,
    async close() {
      isOver = true;
      finish({ heard: "lost" });
      await connection.close();
    },
  };
}

/** Counts bytes by the minute, so that a day of a little noise is not taken for a flood. */
function createBabbleMeter(clock: Clock) {
  let sinceMs = clock.now();
  let byteCount = 0;

  function startAgain(): void {
    sinceMs = clock.now();
    byteCount = 0;
  }

  return {
    startAgain,
    isTooMuch(more: number): boolean {
      if (clock.now() - sinceMs > BABBLE_WINDOW_MS) startAgain();
      byteCount += more;
      return byteCount > BABBLE_BYTES_MAX;
    },
  };
}

interface Listening {
  hear(bytes: Uint8Array): void;
  finish(heard: Heard): void;
}

/** Gives the framer its bytes and its deadlines. */
function listen({
  framer,
  clock,
  answerMs,
  onHeard,
}: {
  readonly framer: Framer;
  readonly clock: Clock;
  readonly answerMs: number;
  readonly onHeard: (heard: Heard) => void;
}): Listening {
  let isOver = false;
  let isOverdue = false;
  let callOffRest = () => {};
  let callOffWhole: (() => void) | undefined;

  const callOffAnswer = clock.after(answerMs, () => {
    isOverdue = true; // An answer that has begun by now may still end.
    if (!framer.underway()) finish({ heard: "silence" });
  });

  function finish(heard: Heard): void {
    if (isOver) return;
    isOver = true;
    callOffAnswer();
    callOffRest();
    callOffWhole?.();
    framer.wipe();
    onHeard(heard);
  }

  function finishWith(reply: Reply): void {
    finish(reply.reply === "garbled" ? { heard: "garbled" } : { heard: "reply", reply });
  }

  function takeRest(): void {
    const reply = framer.rest();
    if (reply) finishWith(reply);
    else if (framer.underway()) finish({ heard: "garbled" });
    else if (isOverdue) finish({ heard: "silence" });
  }

  return {
    finish,
    hear(bytes) {
      const reply = framer.push(bytes);
      if (reply) return finishWith(reply);

      callOffRest();
      callOffRest = clock.after(ANSWER_REST_MS, takeRest);
      if (framer.underway()) {
        callOffWhole ??= clock.after(ANSWER_WHOLE_MS, () => finish({ heard: "garbled" }));
      } else {
        callOffWhole?.(); // It was noise: the wait for a swipe goes on.
        callOffWhole = undefined;
        if (isOverdue) finish({ heard: "silence" });
      }
    },
  };
}
