import { describe, expect, test } from "vitest";
import { down, openWindow, processed, textOf, up } from "./typist.ts";

const TRACK_1 = "%B6210947000000021^ZHANG/SAN^1808101?";
const TRACK_2 = ";6210947000000021=1808101?";
const TRACK_3 = ";996210947000000021=1561560?";

/** Types in a breath, as a reader does, and lets the keyboard rest. */
function swiped(text: string) {
  const window = openWindow();
  window.type(text, 2);
  window.clock.pass(1_000);
  return window.seen;
}

describe("a card that is typed in a breath", () => {
  test("is a card, and neither it nor its Enter reaches the window", () => {
    expect(swiped(`${TRACK_2}\n`)).toEqual([{ card: `${TRACK_2}\r` }]);
  });

  test.each([
    ["all tracks on one line", `${TRACK_1}${TRACK_2}${TRACK_3}\n`],
    ["each track on its line", `${TRACK_1}\n${TRACK_2}\n${TRACK_3}\n`],
    ["the third track behind a +", `${TRACK_1}${TRACK_2}+99=1?\n`],
    ["an empty line at the end", `${TRACK_2}\n\n`],
    ["no Enter at all", TRACK_2],
    ["a first track that was not read", `%E?\n${TRACK_2}\n`],
    ["a last track that is a bare E", `${TRACK_2}\nE\n`],
    ["Caps Lock on", `${TRACK_1.toLowerCase()}\n`],
    ["no track that was read", "%E?;E?+E?\n"],
  ])("is one card with %s", (_, text) => {
    expect(swiped(text)).toEqual([{ card: text.replaceAll("\n", "\r") }]);
  });

  test("is a card from its fifteenth character on", () => {
    expect(swiped(";123456789012?\n")).toEqual([{ card: ";123456789012?\r" }]);
    expect(textOf(swiped(";12345678901?"))).toBe(";12345678901?");
  });

  test("is a card though its end was lost, for its number belongs into no field", () => {
    expect(swiped(";6210947000000021\n")).toEqual([{ card: ";6210947000000021\r" }]);
    expect(swiped("%B6210947000000021^ZH")).toEqual([{ card: "%B6210947000000021^ZH" }]);
  });

  test("is not believed to have ended before the keyboard has been quiet", () => {
    const window = openWindow();

    window.type(`${TRACK_2}\n`, 0);
    window.clock.pass(49);
    const early = [...window.seen];
    window.clock.pass(1);

    expect(early).toEqual([]);
    expect(window.seen).toEqual([{ card: `${TRACK_2}\r` }]);
  });

  test("ends before a key that no reader presses behind a line, which reaches the window", () => {
    const window = openWindow();

    window.type(`${TRACK_2}\n`, 2);
    window.type("5", 2);

    expect(window.seen).toEqual([{ card: `${TRACK_2}\r` }, { typed: "5" }]);
  });

  test("is not believed from its 301st key on, and what still comes of it reaches nobody", () => {
    const window = openWindow();

    window.type(`;${"1".repeat(320)}?\n`, 2);
    window.clock.pass(50);
    window.type("1", 2);

    expect(window.seen).toEqual([{ card: `;${"\0".repeat(299)}` }, { typed: "1" }]);
  });
});

describe("somebody who types", () => {
  test("sees % and ; as soon as no card can come of them", () => {
    const window = openWindow();

    expect(window.press(down(";"))).toBe("kept");
    window.clock.pass(49);
    expect(textOf(window.seen)).toBe("");
    window.clock.pass(1);
    expect(textOf(window.seen)).toBe(";");
  });

  test("has no other key kept back", () => {
    const window = openWindow();

    window.type("6210?+E=", 2);

    expect(textOf(window.seen)).toBe("6210?+E=");
    expect(window.given).toEqual([]);
  });

  test("has the key typed again with the Shift it was typed with", () => {
    const window = openWindow();

    window.type("%aB", 2);
    window.clock.pass(50);

    expect(window.given).toEqual([
      { character: "%", isShifted: true },
      { character: "a", isShifted: false },
      { character: "B", isShifted: true },
    ]);
  });

  test.each([
    ["Tab", down("Tab")],
    ["Backspace", down("Backspace")],
    ["an Enter that ends no track", down("Enter")],
    ["a letter that is on no stripe", down("é")],
    ["Ctrl with a letter", down("c", { isCommand: true })],
  ])("goes on with %s, and what was kept comes first", (_, stroke) => {
    const window = openWindow();

    window.press(down(";"));
    window.press(down("4"));
    expect(window.press(stroke)).toBe("to-window");

    expect(window.seen.slice(0, 2)).toEqual([{ typed: ";" }, { typed: "4" }]);
    expect(window.seen).toHaveLength(3);
  });

  test("may hold a key down: repeated keys are no card", () => {
    const window = openWindow();

    window.press(down(";"));
    for (let held = 0; held < 20; held += 1) {
      window.press(down(";", { isRepeat: true }));
      window.clock.pass(30);
    }
    window.press(up(";"));

    expect(textOf(window.seen)).toBe(";".repeat(21));
  });

  test("may type long and fast: from the 301st key on nothing is kept", () => {
    const window = openWindow();

    window.type(`;${"ab".repeat(160)}`, 5);

    expect(textOf(window.seen)).toBe(`;${"ab".repeat(160)}`);
  });

  test("lets go of a key where it went down: kept, it comes up for nobody", () => {
    const window = openWindow();

    window.press(down(";"));
    window.clock.pass(80); // It has been typed, down and up.
    expect(window.press(up(";"))).toBe("kept");
    expect(window.press(down("a"))).toBe("to-window");
    expect(window.press(up("a"))).toBe("to-window");
  });

  test("lets go of the second of two equal keys for the window too", () => {
    const window = openWindow();

    window.press(down(";"));
    window.press(down("Tab")); // The release of ; got lost on the way.
    window.press(down(";", { isRepeat: true }));

    expect(window.press(up(";"))).toBe("to-window");
  });

  test("may hold Shift for as long as it takes", () => {
    const window = openWindow();

    window.press(down(";"));
    window.clock.pass(40);
    expect(window.press(down("Shift", { code: "ShiftLeft" }))).toBe("to-window");
    window.clock.pass(10);

    expect(textOf(window.seen)).toBe(";");
  });
});

describe("an input method", () => {
  test("that composes has every key", () => {
    const window = openWindow();
    const composing = { isComposing: true };

    expect(window.press(down(";", composing))).toBe("to-window");
    expect(window.press(down("%", composing))).toBe("to-window");
    expect(window.press(processed("Semicolon"))).toBe("to-window");
  });

  test("that takes a key has the run: what was kept is typed first, and nothing is kept after", () => {
    const window = openWindow();

    window.press(down("%"));
    expect(window.press(processed("KeyB"))).toBe("to-window");
    expect(window.press(down(";"))).toBe("to-window");

    expect(window.seen).toEqual([{ typed: "%" }, { typed: "Process" }, { typed: ";" }]);
  });

  test("that eats a whole card is told of", () => {
    const window = openWindow();

    window.press(processed("Semicolon"));
    window.type("6210947000000021=1808101", 2);
    window.press(processed("Slash"));
    window.clock.pass(50);

    expect(window.seen.at(-1)).toEqual({ eaten: true });
    expect(window.seen.filter((one) => "eaten" in one)).toHaveLength(1);
  });

  test("that makes sentinels wide is told of, and the reader's Enter sends nothing off", () => {
    const window = openWindow();

    window.press(down("；"));
    window.type("6210947000000021=1808101", 2);
    window.press(down("？"));
    expect(window.press(down("Enter"))).toBe("kept");
    expect(window.press(up("Enter"))).toBe("kept");
    window.clock.pass(50);

    expect(window.seen.at(-1)).toEqual({ eaten: true });
  });

  test("that eats fifteen keys is told of, as the shortest card", () => {
    const window = openWindow();

    window.press(processed("Semicolon"));
    window.type("1234567890123", 2);
    window.press(processed("Slash"));
    window.clock.pass(50);

    expect(window.seen.at(-1)).toEqual({ eaten: true });
  });

  test("that eats letters of a name behind a % is told of", () => {
    const window = openWindow();

    window.type("%", 2);
    for (const letter of "BZHANGSANGUITAI") {
      window.press(processed(`Key${letter}`));
      window.clock.pass(2);
    }
    window.press(processed("Slash"));
    window.clock.pass(50);

    expect(window.seen.at(-1)).toEqual({ eaten: true });
  });

  test.each([
    ["fourteen keys", "Semicolon", "123456789012", "Slash"],
    ["a run without an end", "Semicolon", "6210947000000021=1808101", "Period"],
    ["a run that begins with a letter", "KeyA", "6210947000000021=1808101", "Slash"],
  ])("may type: %s is no card", (_, first, between, last) => {
    const window = openWindow();

    window.press(processed(first));
    window.type(between, 2);
    window.press(processed(last));
    expect(window.press(down("Enter"))).toBe("to-window");
    window.clock.pass(50);

    expect(window.seen).not.toContainEqual({ eaten: true });
  });

  test("that somebody types with at a human speed is never told of", () => {
    const window = openWindow();

    window.press(processed("Semicolon"));
    window.clock.pass(51);
    window.type("6210947000000021=1808101", 51);
    window.press(processed("Slash"));
    window.clock.pass(51);

    expect(window.seen).not.toContainEqual({ eaten: true });
  });
});

describe("keys that nobody listens to", () => {
  test("all reach the window", () => {
    const window = openWindow();

    window.stopListening();
    window.type(`${TRACK_2}\n`, 2);

    expect(textOf(window.seen)).toBe(`${TRACK_2}\r`);
    expect(window.given).toEqual([]);
  });

  test("are given up when the listening ends", () => {
    const window = openWindow();

    window.type(";5", 2);
    window.stopListening();
    window.stopListening();

    expect(textOf(window.seen)).toBe(";5");
  });
});
