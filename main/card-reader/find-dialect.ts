import { accept, type Result } from "#core/kernel/result.ts";
import { type Clock, pause } from "./clock.ts";
import type { Dialect, Query, Reply, SilentCommand, SwipeCommand } from "./dialect.ts";
import { createEar, type Witness } from "./ear.ts";
import { shownCommand, shownReply } from "./masking.ts";
import { msr605 } from "./msr605/msr605.ts";
import type { Spoken } from "./reader.ts";
import { swipeOnly } from "./swipe-only/swipe-only.ts";
import { teller } from "./teller/teller.ts";
import type { Connection, OpenTransport, PortRefusal } from "./transport.ts";

/** What a device at the port showed itself to be. */
export interface Finding {
  /** Absent where it said nothing that is known. */
  readonly dialect?: "msr605" | "teller" | "swipe-only";
  /** It answered as the other interface of an MSR206-7HL, which no dialect here speaks. */
  readonly isForeign: boolean;
}

const LISTEN_MS = 200;
const TAKE_IN_MS = 100;
const ANSWER_MS = 1_000;

const nothing: Finding = { isForeign: false };

/**
 * Finds out which language the device at a port speaks, in the one order that does no harm: listen
 * first; then the reset and the test of the MSR605; and only where all stays silent the reset and
 * the status of the teller dialect. Nothing else is ever said, since a question of one language is
 * the beginning of a write in another.
 */
export async function findDialect({
  openTransport,
  clock,
  onSpoken,
}: {
  readonly openTransport: OpenTransport;
  readonly clock: Clock;
  readonly onSpoken: (spoken: Spoken) => void;
}): Promise<Result<Finding, PortRefusal>> {
  const opened = await openTransport();
  if (!opened.ok) return opened;
  const search = beginSearch(opened.value, clock, onSpoken);
  try {
    return accept(await askInOrder(search));
  } finally {
    await opened.value.close();
  }
}

async function askInOrder({ listen, ask, hasHeard }: Search): Promise<Finding> {
  const unasked = await listen(swipeOnly, { command: "read" }, LISTEN_MS);
  if (unasked?.reply === "tracks") return { dialect: "swipe-only", isForeign: false };

  const heardBefore = hasHeard();
  const answer = await ask(msr605);
  if (answer?.reply === "present") return { dialect: "msr605", isForeign: false };
  if (answer?.reply === "foreign") return { isForeign: true };
  if (answer || hasHeard() > heardBefore) return nothing; // It is not silent, and not understood.

  const status = await ask(teller);
  return status?.reply === "present" ? { dialect: "teller", isForeign: false } : nothing;
}

interface Search {
  readonly listen: (
    dialect: Dialect,
    command: Query | SwipeCommand,
    answerMs: number,
  ) => Promise<Reply | undefined>;
  /** Says a language's reset and test, and gives the answer to the test. */
  readonly ask: (dialect: Dialect) => Promise<Reply | undefined>;
  /** How many bytes have come so far. */
  readonly hasHeard: () => number;
}

function beginSearch(
  connection: Connection,
  clock: Clock,
  onSpoken: (spoken: Spoken) => void,
): Search {
  let heardCount = 0;
  let hearing: { readonly hear: (bytes: Uint8Array) => void } | undefined;
  let giveUp = () => {};
  let isLost = false;
  const witness: Witness = {
    onReply: (reply, masked) =>
      onSpoken({ way: "heard", reply: reply.reply, shown: shownReply(reply, masked) }),
    onNoise: (byteCount) => onSpoken({ way: "noise", byteCount }),
  };

  connection.onBytes((bytes) => {
    heardCount += bytes.length;
    hearing?.hear(bytes);
    bytes.fill(0);
  });
  connection.onLost(() => {
    isLost = true;
    giveUp();
  });

  async function listen(dialect: Dialect, command: Query | SwipeCommand, answerMs: number) {
    if (isLost) return undefined;
    const ear = createEar(dialect, clock, witness);
    hearing = ear;
    giveUp = () => ear.finish({ heard: "lost" });
    const heard = await ear.listenFor(command, answerMs);
    hearing = undefined;
    return heard.heard === "reply" ? heard.reply : undefined;
  }

  /** Not waited for: a port that takes no bytes shows itself as silence, and would hold us up. */
  function say(dialect: Dialect, command: Query | SilentCommand): void {
    const encoded = dialect.encode(command);
    if (!encoded.ok) return;
    const shown = shownCommand(command, encoded.value);
    onSpoken({ way: "sent", command: command.command, shown });
    void connection.write(encoded.value);
  }

  return {
    listen,
    async ask(dialect) {
      say(dialect, { command: "reset" });
      await pause(clock, TAKE_IN_MS);
      const answer = listen(dialect, { command: "test-communication" }, ANSWER_MS);
      say(dialect, { command: "test-communication" });
      return answer;
    },
    hasHeard: () => heardCount,
  };
}
