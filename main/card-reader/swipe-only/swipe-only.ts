import { assert } from "#core/kernel/assert.ts";
import { accept } from "#core/kernel/result.ts";
import type { Dialect } from "../dialect.ts";
import { framerOf } from "../listening.ts";
import { listenForSwipe } from "./swipe-line.ts";

/** How many bytes are listened to for one swipe; the longest is some 240, the rest for noise. */
export const SWIPE_BYTES_MAX = 512;

/**
 * The language of readers that send each swipe unasked and take no command: ID TECH, UIC, MagTek,
 * IBM SurePOS and 363B, in the formats that their manuals print. Nothing here was confirmed on a
 * physical reader.
 */
export const swipeOnly: Dialect = {
  name: "swipe-only",
  manner: "unasked",
  supports: new Set(["read"]),
  encode(command) {
    assert(command.command === "read", `a swipe-only reader has no command to ${command.command}`);
    return accept(new Uint8Array()); // It need not be told.
  },
  createFramer: () => framerOf(listenForSwipe(), SWIPE_BYTES_MAX),
};
