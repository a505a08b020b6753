import { assert } from "#core/kernel/assert.ts";
import { accept } from "#core/kernel/result.ts";
import type { Command, Dialect } from "../dialect.ts";
import { framerOf } from "../listening.ts";
import { HELLO_363B, setUpMessage } from "./set-up.ts";
import { listenForPresence } from "./set-up-answer.ts";
import { listenForSwipe } from "./swipe-line.ts";

/** How many bytes are listened to for one swipe; the longest is some 240, the rest for noise. */
export const SWIPE_BYTES_MAX = 512;

type Said = Extract<Command["command"], "read" | "test-communication">;

/**
 * The language of readers that send each swipe unasked: ID TECH, UIC, MagTek, IBM SurePOS and 363B,
 * in the formats that their manuals print. Two of them answer when they are spoken to: an ID TECH
 * when it is asked for its settings, a 363B when it is greeted. Nobody knows which it is, so both
 * are said in one breath, and only when somebody tests the reader: each is nonsense to the other,
 * which answers nonsense or nothing. Nothing here was confirmed on a physical reader.
 */
export const swipeOnly: Dialect = {
  name: "swipe-only",
  manner: "unasked",
  supports: new Set<Said>(["read", "test-communication"]),
  encode: ({ command }) => accept(wordsFor(command)),
  createFramer: ({ command }) =>
    framerOf(
      command === "test-communication" ? listenForPresence() : listenForSwipe(),
      SWIPE_BYTES_MAX,
    ),
};

/** The same of a keyboard, to which nothing can be said. */
export const typedSwipes: Dialect = {
  ...swipeOnly,
  name: "Keyboard wedge",
  supports: new Set<Said>(["read"]),
};

function wordsFor(command: Command["command"]): Uint8Array {
  if (command === "read") return new Uint8Array(); // It need not be told.
  assert(command === "test-communication", `a swipe-only reader has no command to ${command}`);
  return Uint8Array.from([...setUpMessage({ says: "review" }), HELLO_363B]);
}
