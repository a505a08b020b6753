import type { Query, Reply, Setting } from "./dialect.ts";
import type { Heard } from "./ear.ts";
import type { LossReason, ReadyReader } from "./reader.ts";
import type { Session } from "./session.ts";
import { trackNumbers } from "./track.ts";

/** How long a command that needs no card may take to be answered. */
const AT_ONCE_MS = 1_000;

/** Asks something that needs no card, once. */
export function askOnce(session: Session, command: Query | Setting): Promise<Heard> {
  return session.ask(command, AT_ONCE_MS);
}

/** Asks a question, and a second time if the first went unanswered; a late answer is thrown away. */
export async function askTwice(session: Session, query: Query): Promise<Heard> {
  const first = await askOnce(session, query);
  if (first.heard !== "silence" && first.heard !== "garbled") return first;

  if (session.dialect.supports.has("reset")) await session.tell({ command: "reset" });
  await session.drain();
  return askOnce(session, query);
}

/**
 * Makes the reader let go of what it waits for, and makes sure that it has: it answers a test only
 * when it waits for nothing. `strayBytes` have come since the swipe was asked for, such as the
 * answer to one that was too late to be called off. A reader that speaks unasked is only heard out.
 */
export async function quieten(session: Session): Promise<{
  readonly isQuiet: boolean;
  readonly strayBytes: number;
}> {
  if (session.dialect.manner === "unasked") {
    await session.drain();
    return { isQuiet: true, strayBytes: session.strayBytes() };
  }
  await session.tell({ command: "reset" });
  await session.drain();
  const heard = await askTwice(session, { command: "test-communication" });
  return {
    isQuiet: replyIn(heard)?.reply === "present",
    strayBytes: session.strayBytes(),
  };
}

/**
 * Finds out whether a reader of this dialect is at the other end, and which. One that speaks
 * unasked cannot be asked: where its port opens it is taken to be there.
 */
export async function probe(
  session: Session,
): Promise<ReadyReader | { readonly status: "lost"; readonly reason: LossReason }> {
  const { name, manner, supports } = session.dialect;
  const ready = { status: "ready", model: name, tracks: trackNumbers, firmware: "" } as const;
  if (manner === "unasked") return ready;

  await session.tell({ command: "reset" });
  await session.drain();
  const answer = replyIn(await askTwice(session, { command: "test-communication" }));
  if (answer?.reply === "foreign") return { status: "lost", reason: "foreign" };
  if (answer?.reply !== "present") return { status: "lost", reason: "silent" };

  // A reader that does not say what it is can still read and write.
  await session.tell({ command: "reset" });
  const said = async (query: Query) =>
    supports.has(query.command) ? replyIn(await askTwice(session, query)) : undefined;
  const model = await said({ command: "get-model" });
  const firmware = await said({ command: "get-firmware" });
  return {
    ...ready,
    ...(model?.reply === "model" ? { tracks: model.tracks } : {}),
    ...(firmware?.reply === "firmware" ? { firmware: firmware.revision } : {}),
  };
}

function replyIn(heard: Heard): Reply | undefined {
  return heard.heard === "reply" ? heard.reply : undefined;
}

const queries: ReadonlySet<string> = new Set([
  "test-communication",
  "test-memory",
  "get-model",
  "get-firmware",
  "get-leading-zeros",
  "get-coercivity",
] satisfies readonly Query["command"][]);

/** Tells a question, which may be asked twice, from a setting, which is said once. */
export function isQuery(command: Query | Setting): command is Query {
  return queries.has(command.command);
}
