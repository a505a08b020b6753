import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { alerts, journeyPlace } from "#tests/support/journey.ts";
import { openScreen, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";

// Keys from Playwright enter Electron behind the place where keys are caught, so that these tests
// press theirs in the main process, where those of the system come in as well.

const place = journeyPlace("keyboard-wedge");
const folder = place.folder("books");
const NUMBER = "6228487700000000016";
const CARD = `;${NUMBER}=30121010000001000?`;
const WHOLE_CARD = `%B${NUMBER}^GUITAI/TEST^3012101?\r${CARD}\r`;

let counter: Counter;
let field: Locator;

/** Presses keys of a window one after the other, without a pause; `\r` is Enter. */
async function press(text: string, window: "teller" | "customer" = "teller"): Promise<void> {
  const keys = { typed: text, address: `app://${window}/` };
  await counter.program.evaluate(({ webContents }, { typed, address }) => {
    const contents = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith(address));
    for (const character of typed) {
      const keyCode = { "\r": "Enter", "\t": "Tab", "\b": "Backspace" }[character] ?? character;
      const modifiers: ["shift"] | [] = /[A-Z]/.test(character) ? ["shift"] : [];
      contents?.sendInputEvent({ type: "keyDown", keyCode, modifiers });
      if (keyCode !== "Backspace") {
        contents?.sendInputEvent({ type: "char", keyCode: character, modifiers });
      }
      contents?.sendInputEvent({ type: "keyUp", keyCode, modifiers });
    }
  }, keys);
}

/** The digits that the customer's page is given from now on, as its PIN pad would count them. */
async function digitsAtCustomer(): Promise<() => Promise<string>> {
  await counter.customer.evaluate(() => {
    const digits: string[] = [];
    Reflect.set(globalThis, "digitsGiven", digits);
    globalThis.addEventListener("keydown", ({ key }) => {
      if (/^\d$/.test(key)) digits.push(key);
    });
  });
  return () => counter.customer.evaluate(() => Reflect.get(globalThis, "digitsGiven").join(""));
}

/** What the teller's window would hear of a card while an input method is on. */
async function pressUnderInputMethod(text: string): Promise<void> {
  await counter.program.evaluate(({ webContents }, typed) => {
    const contents = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith("app://teller/"));
    for (const character of typed) {
      const code = { ";": "Semicolon", "?": "Slash" }[character];
      const key = code ? "Process" : character;
      const event = { preventDefault: () => {} };
      contents?.emit("before-input-event", event, { type: "keyDown", key, code: code ?? "" });
    }
  }, text);
}

const held = (text: string) => expect.poll(() => field.inputValue()).toBe(text);

beforeAll(async () => {
  mkdirSync(`${folder}-reader`, { recursive: true });
  const settings = { dialect: "wedge", port: { by: "none" }, baudRate: 9600, sound: false };
  writeFileSync(join(`${folder}-reader`, "settings.json"), JSON.stringify(settings));

  counter = await place.start("--demonstration", folder, "--language", "zh-CN");
  await signOn(counter, "1001");
  await openScreen(counter, "2001");
  field = counter.teller.locator("input#number");
  await field.focus();
});

afterEach(async () => {
  await field.fill("");
});

describe("a reader that types, beside a field that has the focus", () => {
  test.each([
    ["one track", `${CARD}\r`],
    ["two tracks, each on a line", WHOLE_CARD],
    ["no Enter", CARD],
  ])("a card of %s is found, and not a key of it is in the field", async (_, typed) => {
    await press(typed);

    await alerts(counter.teller, "他行卡");
    await alerts(counter.teller, "0016");
    expect(await field.inputValue()).toBe("");
    expect(await counter.teller.locator(".ant-form-item-explain-error").count()).toBe(0);
    await counter.teller.getByRole("button", { name: "关闭 Esc" }).click();
    await field.focus();
  });

  test("a card behind typing leaves the typing where it is", async () => {
    await press("33010619");
    await held("33010619");
    await press(`${CARD}\r`);

    await alerts(counter.teller, "他行卡");
    await held("33010619");
    await counter.teller.getByRole("button", { name: "关闭 Esc" }).click();
    await field.focus();
  });

  test("a card that could not be read asks for another swipe, and its Enter sends nothing off", async () => {
    await press("%E?;E?\r");

    await alerts(counter.teller, "没有读出");
    expect(await counter.teller.locator(".ant-form-item-explain-error").count()).toBe(0);
    await counter.teller.getByRole("button", { name: "关闭 Esc" }).click();
    await field.focus();
  });
});

describe("T24: a card that is swiped while the customer's window has the focus", () => {
  test("is found at the counter, and no digit of it gets to the page where PINs are keyed in", async () => {
    const digits = await digitsAtCustomer();
    await press(`${CARD}\r`, "customer");

    await alerts(counter.teller, "他行卡");
    await press("135790", "customer");
    await expect.poll(digits).toBe("135790");
    await counter.teller.getByRole("button", { name: "关闭 Esc" }).click();
    await field.focus();
  });
});

describe("somebody who types what cards begin with", () => {
  test("gets ; and % one by one", async () => {
    await press(";");
    await held(";");
    await press("%");
    await held(";%");
    await press("5");
    await held(";%5");
  });

  test("gets every key of a keyboard typed in a breath", async () => {
    const keys = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at)).join("");
    await counter.press("Control+k");
    const palette = counter.teller.locator("dialog").getByRole("combobox");
    await palette.waitFor();

    await press(`;${keys}`);

    await expect.poll(() => palette.inputValue()).toBe(`;${keys}`);
    await counter.press("Escape");
    await palette.waitFor({ state: "detached" });
    await field.focus();
  });

  test("gets keys in their order around keys that type nothing", async () => {
    await press(";12\b3");
    await held(";13");

    await press("%x\t");
    await held(";13%x");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(false);
    await field.focus();
  });
});

test("an input method that ate a card is named, with what to do", async () => {
  await pressUnderInputMethod(CARD);

  await alerts(counter.teller, "请切换到英文输入法再刷卡");
  await counter.teller.getByRole("button", { name: "关闭 Esc" }).click();
  await field.focus();
});

test("no key is kept back once the settings name another reader", async () => {
  await counter.ask("reader.configure", {
    dialect: "msr605",
    port: { by: "none" },
    baudRate: 9600,
    sound: false,
  });

  await press(";62284877?"); // The field takes no more than thirty characters.
  await press(`${CARD.slice(0, 16)}?`);

  await held(`;62284877?${CARD.slice(0, 16)}?`);
});

test("T24: the customer's page is given no card even then", async () => {
  const digits = await digitsAtCustomer();
  await press(`${CARD}\r`, "customer");
  await press("24", "customer");

  await expect.poll(digits).toBe("24");
});

test("K04: no file of the program holds anything of a card", () => {
  const files = readdirSync(place.folder(""), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  const holding = files.filter((file) => readFileSync(file).includes(NUMBER.slice(0, 12)));
  expect(files.length).toBeGreaterThan(10);
  expect(holding).toEqual([]);
});
