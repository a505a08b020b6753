import { createKeptKeys, type KeptRun } from "./kept-keys.ts";
import {
  byteOf,
  isModifier,
  isOfInputMethod,
  mayHaveBegun,
  mayHaveEnded,
  type Stroke,
} from "./stroke.ts";

/** What a run of keys has turned out to be. */
export type Ended =
  | KeptRun
  /** A card was swiped, and an input method has made something else of it. */
  | { readonly ended: "eaten" };

/** What becomes of one key. */
export interface Taken {
  /** The window does not get the key, unless the run it is part of ends as typing. */
  readonly isKept: boolean;
  /** The pause that ends the run is counted from this key on. */
  readonly isBeat: boolean;
  /** A run that has ended before this key. Keys that are given up come before it, too. */
  readonly ended?: Ended;
}

/**
 * Tells cards from typing among the keys of a window. It knows no time: it is told when the keyboard
 * has been quiet.
 */
export interface Burst {
  take(stroke: Stroke): Taken;
  /** No key has come for longer than a reader pauses: what the run was, if there was one. */
  rest(): Ended | undefined;
}

/** Fewer keys than this are no card that was eaten. */
const EATEN_KEYS_MIN = 15;

const goesOn: Taken = { isKept: false, isBeat: false };
const kept: Taken = { isKept: true, isBeat: true };

/**
 * A burst that has not begun. It begins with `%` or `;`, keeps every key back that a reader could
 * press next, and gives all of them up, in order, as soon as one comes that no reader presses.
 *
 * Under an input method nothing is kept: the keys are in its hands, and what it types in their stead
 * would come at another time. They are only counted, to tell of a card that was eaten.
 */
export function createBurst(): Burst {
  // `spilt`: a card of too many keys is over, and what still comes of it is thrown away.
  let phase: "none" | "keeping" | "spilt" | "eaten" = "none";
  const keys = createKeptKeys();
  const releases = new Set<string>();
  let eatenKeys = 0;
  let hasEatenEnd = false;

  const isEatenCard = () => hasEatenEnd && eatenKeys >= EATEN_KEYS_MIN;

  function rest(): Ended | undefined {
    const before = phase;
    phase = "none";
    if (before === "keeping") return keys.end();
    return before === "eaten" && isEatenCard() ? { ended: "eaten" } : undefined;
  }

  /** The run is over, and this key is no part of it. */
  function passOn(): Taken {
    const ended = rest();
    return ended ? { ...goesOn, ended } : goesOn;
  }

  function keep(byte: number, { code, isShifted }: Stroke): Taken {
    phase = "keeping";
    releases.add(code);
    keys.add(byte, isShifted);
    return kept;
  }

  function throwAway({ code }: Stroke): Taken {
    releases.add(code);
    return kept;
  }

  /** A card of too many keys is not believed: its start sentinel alone says that one failed. */
  function spill(stroke: Stroke): Taken {
    const ended = keys.end();
    phase = ended.ended === "card" ? "spilt" : "none";
    if (ended.ended !== "card") return { ...goesOn, ended };

    ended.bytes.fill(0, 1);
    return { ...throwAway(stroke), ended };
  }

  function count(stroke: Stroke): Taken {
    if (stroke.key !== "Enter") eatenKeys += 1;
    hasEatenEnd ||= mayHaveEnded(stroke);
    return { isKept: false, isBeat: true };
  }

  /** An input method took this key: from here on it has those of the whole run. */
  function loseTo(stroke: Stroke): Taken {
    if (phase === "none" && !mayHaveBegun(stroke)) return goesOn;
    if (phase === "eaten") return count(stroke);

    eatenKeys = keys.count();
    hasEatenEnd = false;
    const ended = phase === "keeping" ? keys.endAsTyping() : undefined;
    phase = "eaten";
    return ended ? { ...count(stroke), ended } : count(stroke);
  }

  function takeDown(stroke: Stroke): Taken {
    if (stroke.isRepeat) return passOn();
    if (isOfInputMethod(stroke)) return loseTo(stroke);

    const byte = byteOf(stroke);
    if (byte === undefined) return passOn();
    switch (phase) {
      case "none":
        return mayHaveBegun(stroke) ? keep(byte, stroke) : goesOn;
      case "keeping":
        if (!keys.mayBeFollowedBy(byte)) return passOn();
        return keys.isFull() ? spill(stroke) : keep(byte, stroke);
      case "spilt":
        return throwAway(stroke);
      case "eaten":
        // The reader's Enter would send a form off with half a card in it.
        return stroke.key === "Enter" && isEatenCard() ? throwAway(stroke) : count(stroke);
    }
  }

  return {
    take(stroke) {
      // The window knows nothing of a key that was kept; if it was typed, it was let go of as well.
      if (!stroke.isDown) return { isKept: releases.delete(stroke.code), isBeat: false };
      if (isModifier(stroke)) return goesOn;
      releases.delete(stroke.code);
      return takeDown(stroke);
    },
    rest,
  };
}
