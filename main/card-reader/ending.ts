import type { SwipeCommand } from "./dialect.ts";
import type { Heard } from "./ear.ts";
import type { AskOutcome, Doing, ReaderIncident } from "./reader.ts";
import type { SwipeEnd } from "./swipe.ts";

const doingByCommand: Readonly<Record<SwipeCommand["command"], Doing>> = {
  read: "reading",
  "read-raw": "reading",
  write: "writing",
  "write-raw": "writing",
  erase: "erasing",
  "test-sensor": "feeling",
};

/** What of the end of a swipe must go on record: that a card went through unused, or unheard. */
export function incidentOf(
  ended: SwipeEnd,
  { command }: Pick<SwipeCommand, "command">,
): ReaderIncident | undefined {
  const doing = doingByCommand[command];
  if (ended.end === "garbled") return { incident: "answer-garbled", doing };
  const isCutOff = ended.end === "cancelled" || ended.end === "timed-out";
  return isCutOff && !ended.isUntouched ? { incident: "bytes-discarded", doing } : undefined;
}

/** What came of a question or a setting. */
export function askOutcome(heard: Heard): AskOutcome {
  if (heard.heard === "lost" || heard.heard === "not-sent") return { outcome: "lost" };
  if (heard.heard !== "reply") return { outcome: "no-answer" };

  return heard.reply.reply === "refused"
    ? { outcome: "refused-by-reader", complaint: heard.reply.complaint }
    : { outcome: "answered", reply: heard.reply };
}
