import type { Input, WebContents } from "electron";
import type { Clock } from "#main/card-reader/clock.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import type { KeptKey } from "#main/card-reader/wedge/kept-keys.ts";
import { createKeyCatcher, type KeyCatcher } from "#main/card-reader/wedge/key-catcher.ts";
import { createPatientClock } from "#main/card-reader/wedge/patient-clock.ts";
import type { Stroke } from "#main/card-reader/wedge/stroke.ts";
import { wedgeTransport } from "#main/card-reader/wedge/wedge-transport.ts";

/** What of a window's contents the keys are taken from, and given back to. */
export type Typed = Pick<WebContents, "on" | "sendInputEvent" | "isDestroyed">;

/** A reader that types what it reads. Its keys are taken away before any page sees them. */
export interface KeyboardWedge {
  /** The line to it: a card is heard on it whichever of the watched windows has the focus. */
  readonly openTransport: OpenTransport;
  /**
   * Takes the cards out of this window's keys while the line is open: when the settings say so. Out of
   * a window where a PIN is keyed in they are taken at all times, whatever reader is set up, for the
   * digits of a card would be taken for those of the PIN. Keys that no `%` or `;` came before are
   * looked at and let through at once; none of them is ever kept.
   */
  watch(contents: Typed, options: { readonly takesPins: boolean }): void;
}

/** Makes the line. `onEaten` is told of a card of which an input method made something else. */
export function createKeyboardWedge({
  onEaten,
  clock = createPatientClock(),
}: {
  readonly onEaten: () => void;
  readonly clock?: Clock;
}): KeyboardWedge {
  const windows = createWindows();
  return {
    openTransport: wedgeTransport(windows),
    watch(contents, { takesPins }) {
      const catcher = catchKeysOf(contents, { onEaten, clock });
      windows.add(catcher);
      if (takesPins) catcher.onCard(() => {}); // Nobody need listen for the page to be spared.
    },
  };
}

/** The windows that are watched, some perhaps later than somebody began to listen for cards. */
function createWindows() {
  const catchers: KeyCatcher[] = [];
  const stopsByListener = new Map<(bytes: Uint8Array) => void, (() => void)[]>();

  return {
    add(catcher: KeyCatcher): void {
      catchers.push(catcher);
      for (const [listener, stops] of stopsByListener) stops.push(catcher.onCard(listener));
    },
    onCard(listener: (bytes: Uint8Array) => void): () => void {
      const stops = catchers.map((catcher) => catcher.onCard(listener));
      stopsByListener.set(listener, stops);
      return () => {
        stopsByListener.delete(listener);
        for (const stop of stops) stop();
      };
    },
  };
}

/** Each window has its own run of keys: what was typing goes back to where it was typed. */
function catchKeysOf(
  contents: Typed,
  { onEaten, clock }: { readonly onEaten: () => void; readonly clock: Clock },
): KeyCatcher {
  let isTyping = false;

  /** Electron reports these keys like any other, at once, so that the flag is on them and no other. */
  function typeAgain(keys: readonly KeptKey[]): void {
    if (contents.isDestroyed()) return;
    isTyping = true;
    try {
      for (const key of keys) type(contents, key);
    } finally {
      isTyping = false;
    }
  }

  const catcher = createKeyCatcher({ clock, onTyping: typeAgain, onEaten });
  contents.on("before-input-event", (event, input) => {
    if (isTyping) return;
    if (catcher.take(strokeOf(input)) === "kept") event.preventDefault();
  });
  return catcher;
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
