import { createEatenKeys } from "./eaten-keys.ts";
import { createKeptKeys, type KeptRun } from "./kept-keys.ts";
import { byteOf, isModifier, isOfInputMethod, mayHaveBegun, type Stroke } from "./stroke.ts";

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

const goesOn: Taken = { isKept: false, isBeat: false };
const counted: Taken = { isKept: false, isBeat: true };
const kept: Taken = { isKept: true, isBeat: true };

/**
 * A burst that has not begun. It begins with `%` or `;`, keeps every key back that a reader could
 * press next, and gives all of them up, in order, as soon as one comes that no reader presses.
 *
 * Under an input method nothing is kept: the keys are in its hands, and what it types in their stead
 * would come at another time. They are only counted, to tell of a card that was eaten.
 */
export function createBurst(): Burst {
  const releases = new Set<string>();
  const run = createRun();

  return {
    take(stroke) {
      // The window knows nothing of a key that was kept; if it was typed, it was let go of as well.
      if (!stroke.isDown) return { isKept: releases.delete(stroke.code), isBeat: false };
      if (isModifier(stroke)) return goesOn;

      const taken = run.takeDown(stroke);
      if (taken.isKept) releases.add(stroke.code);
      else releases.delete(stroke.code);
      return taken;
    },
    rest: run.rest,
  };
}

/** The keys that go down, one run after the other. */
function createRun() {
  // `spilt`: a card of too many keys is over, and what still comes of it is thrown away.
  let phase: "none" | "keeping" | "spilt" | "eaten" = "none";
  const keys = createKeptKeys();
  const eaten = createEatenKeys();

  function rest(): Ended | undefined {
    const before = phase;
    phase = "none";
    if (before === "keeping") return keys.end();
    return before === "eaten" && eaten.isCard() ? { ended: "eaten" } : undefined;
  }

  /** The run is over, and this key is no part of it. */
  function passOn(): Taken {
    const ended = rest();
    return ended ? { ...goesOn, ended } : goesOn;
  }

  function keep(byte: number, { isShifted }: Stroke): Taken {
    phase = "keeping";
    keys.add(byte, isShifted);
    return kept;
  }

  /** A card of too many keys is not believed: its start sentinel alone says that one failed. */
  function spill(): Taken {
    const ended = keys.end();
    phase = ended.ended === "card" ? "spilt" : "none";
    if (ended.ended !== "card") return { ...goesOn, ended };

    ended.bytes.fill(0, 1);
    return { ...kept, ended };
  }

  /** An input method took this key: from here on it has those of the whole run. */
  function loseTo(stroke: Stroke): Taken {
    if (phase === "none" && !mayHaveBegun(stroke)) return goesOn;
    if (phase !== "eaten") eaten.begin(keys.count());

    const ended = phase === "keeping" ? keys.endAsTyping() : undefined;
    phase = "eaten";
    eaten.count(stroke);
    return ended ? { ...counted, ended } : counted;
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
        return keys.isFull() ? spill() : keep(byte, stroke);
      case "spilt":
        return kept;
      case "eaten":
        // The reader's Enter would send a form off with half a card in it.
        if (stroke.key === "Enter" && eaten.isCard()) return kept;
        eaten.count(stroke);
        return counted;
    }
  }

  return { takeDown, rest };
}
