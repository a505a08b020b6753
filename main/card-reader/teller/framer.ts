import type { Command, Framer, Reply } from "../dialect.ts";
import { framerOf, type Listening } from "../listening.ts";
import { listenForCard } from "./card-answer.ts";
import { listenForStatus } from "./status-answer.ts";

/** How many bytes are listened to for one answer; the longest is 225, the rest room for noise. */
export const ANSWER_BYTES_MAX = 512;

/** Listens for the answer to `outstanding`, whatever the line delivers and however it cuts it up. */
export function createFramer(outstanding: Command): Framer {
  return framerOf(listeningFor(outstanding), ANSWER_BYTES_MAX);
}

const done: Reply = { reply: "done" };

function listeningFor(outstanding: Command): Listening {
  switch (outstanding.command) {
    case "read":
      return listenForCard();
    case "test-communication":
      return listenForStatus({ well: { reply: "present" }, error: { reply: "present" } });
    case "write":
      return listenForStatus({
        well: done,
        error: { reply: "refused", complaint: "read-or-write" },
      });
    default:
      return listenForStatus({ well: done, error: { reply: "refused", complaint: "failed" } });
  }
}
