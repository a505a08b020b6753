import type { Dialect } from "../dialect.ts";
import { encode, type TracksRead } from "./codec.ts";
import { createFramer } from "./framer.ts";

/**
 * The language of the readers and passbook printers at tellers' desks that begin a read with
 * `ESC ]`, after two printers' manuals and public programs. Such a reader has no command to erase,
 * no lamps to set, and does not say what it is. Nothing here was confirmed on a physical reader.
 */
export function createTeller({
  name,
  tracksRead,
}: {
  readonly name: string;
  readonly tracksRead: TracksRead;
}): Dialect {
  return {
    name,
    manner: "asked",
    supports: new Set([
      "reset",
      "test-communication",
      "read",
      "write",
      "set-coercivity",
      "set-density",
    ]),
    encode: (command) => encode(command, tracksRead),
    createFramer,
  };
}

/** The language of a reader that is asked for all three tracks at every read. */
export const teller: Dialect = createTeller({ name: "PR2", tracksRead: "1+2+3" });
