import type { Reply } from "../dialect.ts";
import type { Listening } from "../listening.ts";
import { ERROR, ESC, STATUS, WELL } from "./bytes.ts";

/**
 * Listens for `ESC r p` or `ESC r q`. No track holds a small letter, so `r` and what follows are
 * believed without their ESC, which some adapters lose; `p` or `q` alone is garbled once the line
 * rests, for the reader has said all it will say.
 */
export function listenForStatus({
  well,
  error,
}: {
  readonly well: Reply;
  readonly error: Reply;
}): Listening {
  let expecting: "status" | "letter" | "outcome" = "status";
  let isOutcomeStray = false;

  return {
    take(byte) {
      if (expecting === "outcome" && byte === WELL) return well;
      if (expecting === "outcome" && byte === ERROR) return error;
      if (byte === WELL || byte === ERROR) isOutcomeStray = true;
      expecting = byte === STATUS ? "outcome" : byte === ESC ? "letter" : "status";
      return expecting === "status" ? "noise" : "part";
    },
    rest() {
      const reply: Reply | undefined = isOutcomeStray ? { reply: "garbled" } : undefined;
      isOutcomeStray = false;
      return reply;
    },
    underway: () => expecting !== "status",
    wipe() {
      expecting = "status";
    },
  };
}
