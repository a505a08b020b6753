import { createAnnouncer } from "../announcer.ts";
import type { Clock } from "../clock.ts";
import { createBurst, type Ended } from "./burst.ts";
import type { KeptKey } from "./kept-keys.ts";
import type { Stroke } from "./stroke.ts";

/** Catches cards among the keys of a window, for as long as somebody listens for cards. */
export interface KeyCatcher {
  /** Takes a key; says whether the window gets it. What goes before it has been typed by then. */
  take(stroke: Stroke): "to-window" | "kept";
  /** Hears of each card; the bytes are overwritten afterwards. The answer ends the listening. */
  onCard(listener: (bytes: Uint8Array) => void): () => void;
}

/** The longest pause that a reader makes between two keys, and the longest that a key is kept. */
const PAUSE_MS = 50;

/** Begins to watch keys. `onTyping` types them again; `onEaten`: an input method ate a card. */
export function createKeyCatcher({
  clock,
  onTyping,
  onEaten,
}: {
  readonly clock: Clock;
  readonly onTyping: (keys: readonly KeptKey[]) => void;
  readonly onEaten: () => void;
}): KeyCatcher {
  const cards = createAnnouncer<Uint8Array>();
  const burst = createBurst();
  let listeners = 0;
  let callOffRest = () => {};

  function tell(ended: Ended | undefined): void {
    switch (ended?.ended) {
      case "card":
        cards.announce(ended.bytes);
        ended.bytes.fill(0);
        break;
      case "typing":
        onTyping(ended.keys);
        break;
      case "eaten":
        onEaten();
        break;
    }
  }

  function rest(): void {
    callOffRest();
    tell(burst.rest());
  }

  return {
    take(stroke) {
      if (listeners === 0) return "to-window";
      const { isKept, isBeat, ended } = burst.take(stroke);
      if (isBeat || ended) callOffRest();
      if (isBeat) callOffRest = clock.after(PAUSE_MS, rest);
      tell(ended);
      return isKept ? "kept" : "to-window";
    },
    onCard(listener) {
      const stop = cards.listen(listener);
      let isListening = true;
      listeners += 1;
      return () => {
        if (isListening) listeners -= 1;
        isListening = false;
        if (listeners === 0) rest(); // What is kept of somebody's typing is not kept for ever.
        stop();
      };
    },
  };
}
