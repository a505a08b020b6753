import { assert } from "#core/kernel/assert.ts";
import { type Clock, pause } from "./clock.ts";
import type { Command, Dialect, Query, Setting, SilentCommand, SwipeCommand } from "./dialect.ts";
import { createEar, type Heard } from "./ear.ts";
import { shownCommand, shownReply } from "./masking.ts";
import { createNoiseMeter } from "./noise-meter.ts";
import type { LossReason, Spoken } from "./reader.ts";
import type { Connection, Sending } from "./transport.ts";

/** A conversation with one reader over one connection, from its opening to its loss. */
export interface Session {
  readonly dialect: Dialect;
  /** Says a command that needs no card; waits up to `answerMs` for the answer to begin. */
  ask(command: Query | Setting, answerMs: number): Promise<Heard>;
  /** Says a command that needs a card; waits up to `timeoutMs` for the swipe. */
  askForSwipe(command: SwipeCommand, timeoutMs: number): Promise<Heard>;
  /** Says a command that has no answer, and gives the reader time to take it in. */
  tell(command: SilentCommand): Promise<void>;
  /** Whether the reader was set to this already. A reset may undo it, so it is forgotten then. */
  isSet(setting: Setting | SilentCommand): boolean;
  /** Remembers that the reader has taken this setting. */
  noteSet(setting: Setting | SilentCommand): void;
  /** Throws away what arrives for a while. */
  drain(): Promise<void>;
  /**
   * How many bytes have come without being an answer since a swipe was last asked for, whatever was
   * asked in between: the answer to a swipe that was called off may be late.
   */
  strayBytes(): number;
  /** Gives up on the swipe that is awaited, if one is. The reader does not know it yet. */
  stopAwaitingSwipe(): void;
  /** Ends the session because the reader at the other end is not fit to talk to. */
  lose(reason: LossReason): void;
  close(): Promise<void>;
}

/** After a command without an answer; said back to back, the second one can be lost. */
const TAKE_IN_MS = 100;
/** For what is under way to arrive, after a reset. */
const DRAIN_MS = 200;
/** Bytes within a minute, beyond any answer and any noise, that show a device gone wild. */
const BABBLE_BYTES_MAX = 4_096;
const BABBLE_WINDOW_MS = 60_000;

/** What a session is made of; `onLost` is called once, unless `close` came first. */
interface SessionParts {
  readonly connection: Connection;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly onLost: (reason: LossReason) => void;
  readonly onSpoken: (spoken: Spoken) => void;
}

/** Begins a session. */
export function createSession(parts: SessionParts): Session {
  const { dialect, clock } = parts;
  const wire = createWire(parts);
  const settings = new Map<string, string>();
  let isAwaitingSwipe = false;

  return {
    dialect,
    ask: wire.ask,
    isSet: (setting) => settings.get(nameOf(setting)) === JSON.stringify(setting),
    noteSet: (setting) => void settings.set(nameOf(setting), JSON.stringify(setting)),
    async askForSwipe(command, timeoutMs) {
      isAwaitingSwipe = true;
      wire.forgetStrayBytes();
      const heard = await wire.ask(command, timeoutMs);
      isAwaitingSwipe = false;
      return heard;
    },
    async tell(command) {
      if (wire.isOver()) return;
      if (command.command === "reset") settings.clear();
      void wire.send(command); // A line that takes nothing more shows itself as a loss or as silence.
      await pause(clock, TAKE_IN_MS);
    },
    drain: () => pause(clock, DRAIN_MS),
    strayBytes: wire.strayBytes,
    stopAwaitingSwipe() {
      if (isAwaitingSwipe) wire.stopListening();
    },
    lose: wire.lose,
    close: wire.close,
  };
}

/** The connection of a session with its two ends: what is said into it, and the ear. */
function createWire({ connection, dialect, clock, onLost, onSpoken }: SessionParts) {
  let isOver = false;
  let strayBytes = 0;
  const babble = createBabbleMeter(clock);
  const noise = createNoiseMeter(clock, (byteCount) => onSpoken({ way: "noise", byteCount }));
  const ear = createEar(dialect, clock, {
    onReply: (reply, masked) =>
      onSpoken({ way: "heard", reply: reply.reply, shown: shownReply(reply, masked) }),
    onNoise(byteCount) {
      strayBytes += byteCount;
      noise.add(byteCount);
    },
  });

  connection.onLost(() => lose("unplugged"));
  connection.onBytes((bytes) => {
    if (isOver) return;
    if (babble.isTooMuch(bytes.length)) lose("babbling");
    else ear.hear(bytes);
    bytes.fill(0);
  });

  function end(): void {
    isOver = true;
    noise.tellNow();
  }

  function lose(reason: LossReason): void {
    if (isOver) return;
    end();
    onLost(reason);
    ear.finish({ heard: "lost" });
    void connection.close();
  }

  /** The bytes of a command may hold a track: they are overwritten once they have gone. */
  async function send(command: Command): Promise<Sending> {
    assert(dialect.supports.has(command.command), "a reader is told only what its language has");
    const encoded = dialect.encode(command);
    assert(encoded.ok, "tracks are checked before a write is begun");
    if (encoded.value.length === 0) return "sent"; // Of a reader that speaks unasked.

    const shown = shownCommand(command, encoded.value);
    onSpoken({ way: "sent", command: command.command, shown });
    return connection.write(encoded.value).finally(() => encoded.value.fill(0));
  }

  return {
    send,
    lose,
    isOver: () => isOver,
    strayBytes: () => strayBytes,
    forgetStrayBytes() {
      strayBytes = 0;
    },
    stopListening: () => ear.finish({ heard: "stopped" }),
    async ask(command: Command, answerMs: number): Promise<Heard> {
      if (isOver) return { heard: "not-sent" };
      babble.startAgain();
      const answer = ear.listenFor(command, answerMs);
      void send(command).then((sending) => {
        if (sending === "not-sent") ear.finish({ heard: "not-sent" });
      });
      return answer;
    },
    async close(): Promise<void> {
      end();
      ear.finish({ heard: "lost" });
      await connection.close();
    },
  };
}

/** A setting of one track stands beside the same setting of another. */
function nameOf(setting: Setting | SilentCommand): string {
  return "track" in setting ? `${setting.command} ${setting.track}` : setting.command;
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
