import { describe, expect, test } from "vitest";
import type { Stroke } from "#main/card-reader/wedge/stroke.ts";
import { fc } from "#tests/support/fast-check.ts";
import { down, openWindow, processed, type Seen, textOf, up } from "./typist.ts";

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
/** Typed text in which what begins and ends cards is common. */
const character = fc.oneof(printable, fc.constantFrom("%", ";", "?", "+", "E", "\n", "1", "="));

const track1 = fc
  .array(fc.constantFrom(..."ABC XYZ/^0123456789"), { minLength: 13, maxLength: 76 })
  .map((payload) => `%B${payload.join("")}?`);
const narrow = (start: string, length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789="), { minLength: 13, maxLength: length })
    .map((payload) => `${start}${payload.join("")}?`);
/** A swipe of one to three tracks, with or without Enter behind each. */
const swipe = fc
  .tuple(
    fc.oneof(track1, narrow(";", 37)),
    fc.constantFrom("", "\n"),
    fc.option(narrow(";", 37), { nil: "" }),
    fc.option(narrow("+", 104), { nil: "" }),
    fc.constantFrom("", "\n", "\n\n"),
  )
  .map(([first, line, second, third, end]) => first + line + second + third + end);

/** All that came out, cards and typing alike, in order. */
function allOf(seen: readonly Seen[]): string {
  return seen
    .map((one) => ("typed" in one ? one.typed : "card" in one ? one.card : "eaten"))
    .join("");
}

describe("somebody who types", () => {
  // Goal: whatever a person types comes out as it was typed, card or no card.
  // Method: any text, key by key, with more than a reader's pause between any two keys.
  test("gets every character, in order and once, at a human speed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ character, gapMs: fc.integer({ min: 51, max: 400 }) })),
        (keys) => {
          const window = openWindow();
          for (const key of keys) window.type(key.character, key.gapMs);

          const typed = keys.map((key) => key.character).join("");
          expect(window.seen.some((one) => "card" in one)).toBe(false);
          expect(textOf(window.seen)).toBe(typed.replaceAll("\n", "\r"));
        },
      ),
    );
  });

  // Goal: nothing is kept for longer than a reader's pause once the keyboard is quiet.
  // Method: any text at any speed, then 50 ms, then nothing more may be to come.
  test("waits no longer than a reader's pause for what was kept", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ character, gapMs: fc.nat(80) })), (keys) => {
        const window = openWindow();
        for (const key of keys) window.type(key.character, key.gapMs);
        window.clock.pass(50);
        const bySilence = window.seen.length;
        window.clock.pass(10_000);

        expect(window.seen).toHaveLength(bySilence);
      }),
    );
  });

  // Goal: at any speed, what comes out is what went in: nothing lost, doubled or out of its order.
  // Method: any text below the bound, any pauses; typing and cards put together again.
  test("loses no key, at whatever speed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ character, gapMs: fc.nat(80) }), { maxLength: 299 }),
        (keys) => {
          const window = openWindow();
          for (const key of keys) window.type(key.character, key.gapMs);
          window.clock.pass(50);

          const typed = keys.map((key) => key.character).join("");
          expect(allOf(window.seen)).toBe(typed.replaceAll("\n", "\r"));
        },
      ),
    );
  });
});

describe("a reader that types", () => {
  // Goal: however a swipe is spread over time, it is one card, and not a key of it is typed.
  // Method: swipes with any pauses up to a reader's, Shift and releases in between.
  test("is caught whole, whatever its pauses", () => {
    fc.assert(
      fc.property(swipe, fc.array(fc.nat(49), { minLength: 1, maxLength: 300 }), (text, gaps) => {
        const window = openWindow();
        [...text].forEach((one, at) => {
          window.type(one, gaps[at % gaps.length] ?? 0);
        });
        window.clock.pass(50);

        expect(window.seen).toEqual([{ card: text.replaceAll("\n", "\r") }]);
      }),
    );
  });

  // Goal: releases come late when keys overlap; no order of them makes a difference.
  // Method: each key is let go of some keys later.
  test("is caught whole, however its keys overlap", () => {
    fc.assert(
      fc.property(swipe, fc.integer({ min: 1, max: 6 }), (text, behind) => {
        const window = openWindow();
        const keys = [...text].map((one) => (one === "\n" ? "Enter" : one));
        keys.forEach((key, at) => {
          window.press(down(key));
          const earlier = keys[at - behind];
          if (earlier !== undefined) window.press(up(earlier));
          window.clock.pass(3);
        });
        window.clock.pass(50);

        expect(window.seen).toEqual([{ card: text.replaceAll("\n", "\r") }]);
      }),
    );
  });

  // Goal: a card between typing is the card, and the typing is the typing.
  // Method: text without sentinels at a human speed, a swipe, text again.
  test("is told from what is typed before and after it", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."abc 123,.E="), maxLength: 20 });
    fc.assert(
      fc.property(plain, swipe, plain, (before, text, after) => {
        const window = openWindow();
        window.type(before, 60);
        window.type(text, 5);
        window.clock.pass(50);
        window.type(after, 60);

        expect(textOf(window.seen)).toBe(before + after);
        expect(window.seen.filter((one) => "card" in one)).toEqual([
          { card: text.replaceAll("\n", "\r") },
        ]);
      }),
    );
  });
});

const anyStroke: fc.Arbitrary<Stroke> = fc.oneof(
  character.map((one) => down(one === "\n" ? "Enter" : one)),
  character.map((one) => up(one === "\n" ? "Enter" : one)),
  fc.constantFrom("Semicolon", "Digit5", "Slash", "KeyA", "").map(processed),
  fc
    .constantFrom("Shift", "Tab", "F2", "Unidentified", "Dead", "；", "é", "")
    .map((key) => down(key)),
  fc.constantFrom(";", "%", "a").map((key) => down(key, { isRepeat: true })),
  fc.constantFrom(";", "%", "a").map((key) => down(key, { isComposing: true })),
  fc.constantFrom(";", "%", "a").map((key) => down(key, { isCommand: true })),
);

describe("any keys at all", () => {
  // Goal: no keys bring the catcher down, hang it, or make it keep more than its bound.
  // Method: any strokes in any order; after a pause it is as at the beginning.
  test("leave the catcher ready for the next card", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ stroke: anyStroke, gapMs: fc.nat(60) }), { maxLength: 400 }),
        (keys) => {
          const window = openWindow();
          for (const { stroke, gapMs } of keys) {
            window.press(stroke);
            window.clock.pass(gapMs);
          }
          window.clock.pass(50);
          window.seen.length = 0;
          window.type(";6210947000000021=1808101?\n", 2);
          window.clock.pass(50);

          expect(window.seen).toEqual([{ card: ";6210947000000021=1808101?\r" }]);
        },
      ),
    );
  });

  // Goal: under an input method a key is kept only if it is the Enter of a card that was eaten.
  // Method: any strokes of which all belong to an input method.
  test("of an input method reach the window", () => {
    const ofMethod = fc.oneof(
      fc.constantFrom("Semicolon", "Digit5", "Slash", "KeyA").map(processed),
      character.map((one) => down(one === "\n" ? "Enter" : one, { isComposing: true })),
    );
    fc.assert(
      fc.property(fc.array(ofMethod), (strokes) => {
        const window = openWindow();

        expect(strokes.map((stroke) => window.press(stroke))).toEqual(
          strokes.map(() => "to-window"),
        );
      }),
    );
  });
});
