import type { Clock } from "#main/card-reader/clock.ts";
import type { KeptKey } from "#main/card-reader/wedge/kept-keys.ts";
import { createKeyCatcher, type KeyCatcher } from "#main/card-reader/wedge/key-catcher.ts";
import type { Stroke } from "#main/card-reader/wedge/stroke.ts";

/** What happened in a window, in its order. */
export type Seen =
  | { readonly typed: string }
  | { readonly card: string }
  | { readonly eaten: true };

/** A clock that moves only when it is told to, without waiting for anybody. */
export function createStepClock(): Clock & { readonly pass: (ms: number) => void } {
  let nowMs = 0;
  let alarms: readonly { readonly dueMs: number; readonly run: () => void }[] = [];
  return {
    now: () => nowMs,
    after(delayMs, run) {
      const alarm = { dueMs: nowMs + delayMs, run };
      alarms = [...alarms, alarm];
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    pass(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = alarms
          .filter(({ dueMs }) => dueMs <= untilMs)
          .sort((one, other) => one.dueMs - other.dueMs);
        if (!next) break;
        alarms = alarms.filter((other) => other !== next);
        nowMs = next.dueMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}

const places: Readonly<Record<string, string>> = {
  "%": "Digit5",
  ";": "Semicolon",
  "?": "Slash",
  "=": "Equal",
  "^": "Digit6",
  "+": "Equal",
  Enter: "Enter",
  Tab: "Tab",
};

/** A key going down, as an American keyboard reports it. */
export function down(key: string, more: Partial<Stroke> = {}): Stroke {
  const code = places[key] ?? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);
  return {
    isDown: true,
    key,
    code,
    isShifted: /^[A-Z%?^+]$/.test(key),
    isCommand: false,
    isRepeat: false,
    isComposing: false,
    ...more,
  };
}

/** The same key coming up. */
export function up(key: string): Stroke {
  return down(key, { isDown: false });
}

/** A key as a window sees it while an input method has it. */
export function processed(code: string): Stroke {
  return down("Process", { code });
}

/** A window whose keys are caught, and somebody who types into it. */
export function openWindow() {
  const clock = createStepClock();
  const seen: Seen[] = [];
  const given: KeptKey[] = [];
  const catcher: KeyCatcher = createKeyCatcher({
    clock,
    onTyping(keys) {
      for (const key of keys) {
        given.push(key);
        seen.push({ typed: key.character });
      }
    },
    onEaten: () => seen.push({ eaten: true }),
  });
  const stopListening = catcher.onCard((bytes) => {
    seen.push({ card: String.fromCharCode(...bytes) });
  });

  function press(stroke: Stroke): "to-window" | "kept" {
    const taken = catcher.take(stroke);
    const isSeen = taken === "to-window" && stroke.isDown && stroke.key !== "Shift";
    if (isSeen) seen.push({ typed: stroke.key === "Enter" ? "\r" : stroke.key });
    return taken;
  }

  return {
    clock,
    seen,
    /** Keys that were typed after all. */
    given,
    catcher,
    stopListening,
    press,
    /** Types text key after key, with Shift where it takes one; `\n` is Enter. */
    type(text: string, gapMs: number): void {
      for (const character of text) {
        const key = character === "\n" ? "Enter" : character;
        const { isShifted } = down(key);
        if (isShifted) press(down("Shift", { code: "ShiftLeft" }));
        press(down(key));
        press(up(key));
        if (isShifted) press(down("Shift", { code: "ShiftLeft", isDown: false }));
        clock.pass(gapMs);
      }
    },
  };
}

/** Everything that reached the page, as one text. */
export function textOf(seen: readonly Seen[]): string {
  return seen.map((one) => ("typed" in one ? one.typed : "")).join("");
}
