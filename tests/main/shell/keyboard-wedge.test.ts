import { describe, expect, test } from "vitest";
import type { Connection } from "#main/card-reader/transport.ts";
import { createKeyboardWedge, type Typed } from "#main/shell/keyboard-wedge.ts";
import { createStepClock } from "#tests/main/card-reader/wedge/typist.ts";
import { emitter } from "./fake-electron.ts";

const usual = {
  code: "",
  shift: false,
  control: false,
  alt: false,
  meta: false,
  isAutoRepeat: false,
  isComposing: false,
};

/** A window that reports keys that the program types as it reports all others. */
function createWindow() {
  const events = emitter();
  const sent: string[] = [];
  let isGone = false;
  const press = (key: string, more: object = {}) =>
    events.fire("before-input-event", {}, { ...usual, type: "keyDown", key, ...more });
  // Electron's `on` has a hundred signatures; the fake has the one that is used.
  const contents = {
    on: events.on,
    isDestroyed: () => isGone,
    sendInputEvent(sending: { type: string; keyCode: string; modifiers: string[] }) {
      const { type, keyCode, modifiers } = sending;
      const isPrevented = type !== "char" && press(keyCode, { type });
      if (!isPrevented) sent.push([type, ...modifiers, JSON.stringify(keyCode)].join(" "));
    },
  } as unknown as Typed;
  return {
    contents,
    sent,
    press,
    leave: () => {
      isGone = true;
    },
  };
}

/** The teller's window, and the customer's as soon as it is opened. */
function setUp() {
  const clock = createStepClock();
  const teller = createWindow();
  const customer = createWindow();
  let eaten = 0;
  const wedge = createKeyboardWedge({
    clock,
    onEaten: () => {
      eaten += 1;
    },
  });
  wedge.watch(teller.contents, { takesPins: false });

  return {
    ...teller,
    clock,
    wedge,
    customer,
    openCustomer: () => wedge.watch(customer.contents, { takesPins: true }),
    eatenCount: () => eaten,
  };
}

async function lineOf({ wedge }: ReturnType<typeof setUp>): Promise<Connection> {
  const opened = await wedge.openTransport();
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

describe("a reader that types into the teller's window", () => {
  test("has no key looked at while its line is closed", async () => {
    const window = setUp();

    expect(window.press(";")).toBe(false);
    const line = await lineOf(window);
    expect(window.press(";")).toBe(true);
    await line.close();
    expect(window.press(";")).toBe(false);
  });

  test("types its card to nobody", async () => {
    const window = setUp();
    const line = await lineOf(window);
    const swipes: string[] = [];
    line.onBytes((bytes) => swipes.push(String.fromCharCode(...bytes)));

    const stopped = [...";6210947000000021=1808101?"].map((key) => window.press(key));
    stopped.push(window.press("Enter"));
    window.clock.pass(50);

    expect(stopped.every(Boolean)).toBe(true);
    expect(window.sent).toEqual([]);
    expect(swipes).toEqual([";6210947000000021=1808101?\r\x03"]);
  });

  test("gives typing back: down, the character, up, and Enter by its name", async () => {
    const window = setUp();
    await lineOf(window);

    window.press("%", { shift: true });
    window.press("?", { shift: true });
    window.press("Enter");
    window.clock.pass(50);

    expect(window.sent).toEqual([
      'keyDown shift "%"',
      'char shift "%"',
      'keyUp shift "%"',
      'keyDown shift "?"',
      'char shift "?"',
      'keyUp shift "?"',
      'keyDown "Enter"',
      'char "\\r"',
      'keyUp "Enter"',
    ]);
  });

  test("does not catch its own typing again", async () => {
    const window = setUp();
    await lineOf(window);

    window.press(";");
    window.clock.pass(50);
    window.clock.pass(1_000);

    expect(window.sent).toEqual(['keyDown ";"', 'char ";"', 'keyUp ";"']);
    expect(window.press(";")).toBe(true);
  });

  test("types nothing into a window that is gone", async () => {
    const window = setUp();
    await lineOf(window);

    window.press(";");
    window.leave();
    window.clock.pass(50);

    expect(window.sent).toEqual([]);
  });

  test.each(["control", "alt", "meta"])("leaves keys with %s alone", async (modifier) => {
    const window = setUp();
    await lineOf(window);

    expect(window.press(";", { [modifier]: true })).toBe(false);
  });

  test("tells of a card that an input method ate", async () => {
    const window = setUp();
    await lineOf(window);

    window.press("Process", { code: "Semicolon" });
    for (const key of "6210947000000021=1808101") window.press(key);
    window.press("Process", { code: "Slash" });
    window.clock.pass(50);

    expect(window.eatenCount()).toBe(1);
    expect(window.sent).toEqual([]);
  });
});

describe("a card that is swiped while the customer's window has the focus", () => {
  const CARD = ";6210947000000021=1808101?";

  /** The digits that its page would have got, as the PIN pad counts them. */
  function swipeAt(window: ReturnType<typeof createWindow>): string {
    const keys = [...CARD, "Enter"];
    return keys.filter((key) => !window.press(key)).join("");
  }

  test("T24: is heard like any other, and the PIN pad gets no digit of it", async () => {
    const counter = setUp();
    const line = await lineOf(counter); // The line is open before there is a second window.
    const swipes: string[] = [];
    line.onBytes((bytes) => swipes.push(String.fromCharCode(...bytes)));
    counter.openCustomer();

    expect(swipeAt(counter.customer)).toBe("");
    counter.clock.pass(50);
    expect(swipeAt(counter)).toBe("");
    counter.clock.pass(50);

    expect(swipes).toEqual([`${CARD}\r\x03`, `${CARD}\r\x03`]);
    expect([...counter.customer.sent, ...counter.sent]).toEqual([]);
  });

  test("T24: types nothing there either, where the settings name another reader", async () => {
    const counter = setUp();
    counter.openCustomer();

    expect(swipeAt(counter.customer)).toBe("");
    counter.clock.pass(50);
    expect(counter.customer.sent).toEqual([]);

    const line = await lineOf(counter);
    await line.close();
    expect(swipeAt(counter.customer)).toBe("");
  });

  test("T24: keeps no key of a PIN back, however fast it is keyed in", async () => {
    const counter = setUp();
    await lineOf(counter);
    counter.openCustomer();

    const kept = [..."135790", "Enter"].filter((key) => counter.customer.press(key));

    expect(kept).toEqual([]);
  });

  test("gives typing back to the window in which it was typed", async () => {
    const counter = setUp();
    await lineOf(counter);
    counter.openCustomer();

    counter.customer.press(";");
    counter.press("%");
    counter.clock.pass(50);

    expect(counter.customer.sent).toEqual(['keyDown ";"', 'char ";"', 'keyUp ";"']);
    expect(counter.sent).toEqual(['keyDown "%"', 'char "%"', 'keyUp "%"']);
  });

  test("is heard once more after the reader was set up anew", async () => {
    const counter = setUp();
    counter.openCustomer();
    const first = await lineOf(counter);
    await first.close();
    const line = await lineOf(counter);
    const swipes: string[] = [];
    line.onBytes((bytes) => swipes.push(String.fromCharCode(...bytes)));

    swipeAt(counter.customer);
    counter.clock.pass(50);

    expect(swipes).toHaveLength(1);
  });
});
