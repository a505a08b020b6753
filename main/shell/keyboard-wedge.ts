import type { Input, WebContents } from "electron";
import type { Clock } from "#main/card-reader/clock.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import type { KeptKey } from "#main/card-reader/wedge/kept-keys.ts";
import { createKeyCatcher } from "#main/card-reader/wedge/key-catcher.ts";
import { createPatientClock } from "#main/card-reader/wedge/patient-clock.ts";
import type { Stroke } from "#main/card-reader/wedge/stroke.ts";
import { wedgeTransport } from "#main/card-reader/wedge/wedge-transport.ts";

/** What of a window's contents the keys are taken from, and given back to. */
export type Typed = Pick<WebContents, "on" | "sendInputEvent" | "isDestroyed">;

/** A reader that types what it reads. Its keys are taken away before any page sees them. */
export interface KeyboardWedge {
  /** The line to it. Keys are looked at only while it is open: when the settings say so. */
  readonly openTransport: OpenTransport;
  /**
   * Takes the cards out of this window's keys. Only the teller's is watched: on the customer's the
   * PIN is keyed in, and no part of the program looks at those keys, nor keeps them back.
   */
  watch(contents: Typed): void;
}

/** Makes the line. `onEaten` is told of a card of which an input method made something else. */
export function createKeyboardWedge({
  onEaten,
  clock = createPatientClock(),
}: {
  readonly onEaten: () => void;
  readonly clock?: Clock;
}): KeyboardWedge {
  let watched: Typed | undefined;
  let isTyping = false;

  /** Electron reports these keys like any other, at once, so that the flag is on them and no other. */
  function typeAgain(keys: readonly KeptKey[]): void {
    if (!watched || watched.isDestroyed()) return;
    isTyping = true;
    try {
      for (const key of keys) type(watched, key);
    } finally {
      isTyping = false;
    }
  }

  const catcher = createKeyCatcher({ clock, onTyping: typeAgain, onEaten });
  return {
    openTransport: wedgeTransport(catcher),
    watch(contents) {
      watched = contents;
      contents.on("before-input-event", (event, input) => {
        if (isTyping) return;
        if (catcher.take(strokeOf(input)) === "kept") event.preventDefault();
      });
    },
  };
}

function strokeOf(input: Input): Stroke {
  return {
    isDown: input.type === "keyDown",
    key: input.key,
    code: input.code,
    isShifted: input.shift,
    isCommand: input.control || input.alt || input.meta,
    isRepeat: input.isAutoRepeat,
    isComposing: input.isComposing,
  };
}

/** A key goes down, types, and comes up. Enter goes by its name, and types a carriage return. */
function type(contents: Typed, { character, isShifted }: KeptKey): void {
  const keyCode = character === "\r" ? "Enter" : character;
  const modifiers: ["shift"] | [] = isShifted ? ["shift"] : [];
  contents.sendInputEvent({ type: "keyDown", keyCode, modifiers });
  contents.sendInputEvent({ type: "char", keyCode: character, modifiers });
  contents.sendInputEvent({ type: "keyUp", keyCode, modifiers });
}
