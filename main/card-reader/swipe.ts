import { unreachable } from "#core/kernel/assert.ts";
import type { Reply, SwipeCommand } from "./dialect.ts";
import { quieten } from "./probe.ts";
import type { Doubt, EraseOutcome, StripeOutcome, SwipeOutcome, WriteOutcome } from "./reader.ts";
import type { Session } from "./session.ts";
import { type TrackNumber, type TrackTexts, trackNumbers, withText } from "./track.ts";

/**
 * How the wait for a swipe ended. `isUntouched` says that the reader was made quiet afterwards and
 * gave no sign of a swipe: as far as a line can tell, no card went through.
 */
export type SwipeEnd =
  | { readonly end: "answered"; readonly reply: Reply }
  | { readonly end: "cancelled"; readonly isUntouched: boolean }
  | { readonly end: "timed-out"; readonly isUntouched: boolean }
  | { readonly end: "garbled" }
  | { readonly end: "not-sent" }
  | { readonly end: "lost" };

/** Has a card swiped for a command. */
export type Swipe = (command: SwipeCommand) => Promise<SwipeEnd>;

/** Has a card read. */
export async function readCard(swipe: Swipe): Promise<SwipeOutcome> {
  return readOutcome(await swipe({ command: "read" }));
}

/** Has a card written, once. */
export async function writeCard(swipe: Swipe, tracks: TrackTexts): Promise<WriteOutcome> {
  return stripeOutcome(await swipe({ command: "write", tracks }), { outcome: "written" });
}

/** Has tracks of a card erased, once. */
export async function eraseCard(
  swipe: Swipe,
  tracks: readonly TrackNumber[],
): Promise<EraseOutcome> {
  return stripeOutcome(await swipe({ command: "erase", tracks }), { outcome: "erased" });
}

/** Waits until the sensor feels a card, which stays as it is. */
export async function feelCard(
  swipe: Swipe,
): Promise<StripeOutcome | { readonly outcome: "felt" }> {
  return stripeOutcome(await swipe({ command: "test-sensor" }), { outcome: "felt" });
}

/** Says a command once and waits for the swipe. Afterwards the reader waits for nothing. */
export async function awaitSwipe(
  session: Session,
  command: SwipeCommand,
  timeoutMs: number,
): Promise<SwipeEnd> {
  const heard = await session.askForSwipe(command, timeoutMs);
  switch (heard.heard) {
    case "reply":
      if (wasMisheard(heard.reply)) await letGo(session);
      return { end: "answered", reply: heard.reply };
    case "stopped":
      return { end: "cancelled", isUntouched: await letGo(session) };
    case "silence":
      // What speaks unasked is not waited out: the next card may be on its way already.
      if (session.dialect.manner === "unasked") return { end: "timed-out", isUntouched: true };
      return { end: "timed-out", isUntouched: await letGo(session) };
    case "garbled":
      await letGo(session);
      return { end: "garbled" };
    case "not-sent":
      return { end: "not-sent" };
    case "lost":
      return { end: "lost" };
    default:
      return unreachable(heard);
  }
}

/**
 * A complaint about the form of a command, which is whole when it leaves here, means that the line lost
 * some of it. The reader may answer to what was left over too, and that must not pass for the answer
 * to the next command.
 */
function wasMisheard(reply: Reply): boolean {
  if (reply.reply !== "refused") return false;
  return reply.complaint === "unknown-command" || reply.complaint === "format";
}

async function letGo(session: Session): Promise<boolean> {
  const { isQuiet, strayBytes } = await quieten(session);
  if (!isQuiet) session.lose("silent");
  return isQuiet && strayBytes === 0;
}

function readOutcome(ended: SwipeEnd): SwipeOutcome {
  switch (ended.end) {
    case "answered":
      return readingOf(ended.reply);
    case "cancelled":
    case "timed-out":
      return { outcome: ended.end, ...(ended.isUntouched ? {} : { wentThrough: true }) };
    case "garbled":
      return { outcome: "garbled" };
    case "not-sent":
    case "lost":
      return { outcome: "lost" };
    default:
      return unreachable(ended);
  }
}

/** Every track has its own check character, so one that was read is good beside one that was not. */
function readingOf(reply: Reply): SwipeOutcome {
  if (reply.reply === "refused") {
    return { outcome: "refused-by-reader", complaint: reply.complaint };
  }
  if (reply.reply !== "tracks") return { outcome: "garbled" };

  let tracks: TrackTexts = {};
  for (const track of trackNumbers) {
    const reading = reply.tracks[track];
    if (reading.reading === "text") tracks = withText(tracks, track, reading.text);
  }
  const failed = trackNumbers.filter((track) => reply.tracks[track].reading === "unreadable");
  const hasText = Object.keys(tracks).length > 0;
  const isGood = reply.complaint === undefined && failed.length === 0;
  return hasText || isGood
    ? { outcome: "read", tracks, failed }
    : { outcome: "unreadable", failed };
}

/**
 * What a write or an erasure has come to; `done` where the reader says so. When the answer did not
 * come, the card may have been changed and the answer lost, so nothing is claimed either way.
 */
function stripeOutcome<const Done>(ended: SwipeEnd, done: Done): Done | StripeOutcome {
  switch (ended.end) {
    case "answered":
      return answerOf(ended.reply, done);
    case "cancelled":
      return ended.isUntouched ? { outcome: "cancelled" } : indeterminate("unanswered");
    case "timed-out":
      return indeterminate("unanswered");
    case "garbled":
      return indeterminate("garbled");
    case "not-sent":
      return { outcome: "lost" };
    case "lost":
      return indeterminate("lost");
    default:
      return unreachable(ended);
  }
}

function answerOf<Done>(reply: Reply, done: Done): Done | StripeOutcome {
  if (reply.reply === "done") return done;
  if (reply.reply !== "refused") return indeterminate("garbled");
  return reply.complaint === "bad-swipe"
    ? { outcome: "bad-swipe" }
    : { outcome: "refused-by-reader", complaint: reply.complaint };
}

function indeterminate(doubt: Doubt): StripeOutcome {
  return { outcome: "indeterminate", doubt };
}
