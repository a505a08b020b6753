import { describe, expect, test } from "vitest";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import type { ReaderState } from "#main/card-reader/reader.ts";
import { standingOf } from "#main/reader-desk/standing.ts";

const absent: ReaderState = { status: "absent" };
const opening: ReaderState = { status: "opening" };
const probing: ReaderState = { status: "probing" };
const ready: ReaderState = { status: "ready", model: "MSR605", tracks: [1, 2, 3], firmware: "" };
const silent: ReaderState = { status: "lost", reason: "silent" };

/** A reader that passes through these states, and what people are told of each. */
function told(states: readonly ReaderState[], hasCable = true): readonly ReaderState[] {
  const { listen, announce } = createAnnouncer<ReaderState>();
  let now = absent;
  const standing = standingOf({ state: () => now, onState: listen }, () => hasCable);
  return states.map((state) => {
    now = state;
    announce(state);
    return standing();
  });
}

describe("how a reader stands", () => {
  test("at the first try is told step by step", () => {
    expect(told([opening, probing, ready])).toEqual([opening, probing, ready]);
  });

  test("stays silent through every try, until it answers", () => {
    expect(told([opening, probing, silent, opening, probing, silent, opening, ready])).toEqual([
      opening,
      probing,
      silent,
      silent,
      silent,
      silent,
      silent,
      ready,
    ]);
  });

  test("begins anew with another line", () => {
    expect(told([silent, absent, opening, probing])).toEqual([silent, opening, opening, probing]);
  });

  test("is that of a line let go of for a moment, where there is a cable; else there is no reader", () => {
    expect(told([absent])).toEqual([opening]);
    expect(told([absent], false)).toEqual([absent]);
  });
});
