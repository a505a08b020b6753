import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { defaultRights } from "#core/commands/rights.ts";
import { transaction as english } from "#renderer/wording/en/transaction.ts";
import { help } from "#renderer/wording/zh-CN/help.ts";
import { transaction as chinese } from "#renderer/wording/zh-CN/transaction.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import { bring, goHome, openScreen, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { findVisitors, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("keyboard");
const READY = "请刷卡，或输入交易码";

/** Every code that opens a screen for a teller; 1002 and 1003 act at once. */
const codes = Object.entries(defaultRights)
  .filter(([code, roles]) => roles.includes("teller") && code !== "1002" && code !== "1003")
  .map(([code]) => code)
  .sort();
const screens = codes.map((code) => [code, chinese[code as keyof typeof chinese]] as const);

let counter: Counter;
let here: Visitor;
let next: Visitor;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
  const [first, second] = await findVisitors(counter, 2);
  if (!first || !second) throw new Error("two people are needed");
  here = first;
  next = second;
});

afterEach(async () => {
  await goHome(counter);
  await says(counter.teller, READY);
});

describe("with a customer at the counter", () => {
  test.each(screens)(
    "%s %s opens by its code, explains itself, and Esc goes back",
    async (code, name) => {
      const { teller } = counter;
      await bring(counter, here.card);

      await openScreen(counter, code);
      await teller.getByRole("heading", { level: 1, name: `${code} ${name}` }).waitFor();
      await counter.press("F1");
      const told = teller.getByRole("dialog", { name: "帮助" });
      await told.getByText(help[`${code}.help` as keyof typeof help]).waitFor();
      await counter.press("Escape");
      await told.waitFor({ state: "detached" });
      await teller.getByRole("heading", { level: 1, name: `${code} ${name}` }).waitFor();
      await counter.press("Escape");

      await says(teller, READY);
    },
  );

  test.each(screens)("%s %s opens from the palette by its name", async (code, name) => {
    const { teller } = counter;

    await counter.press("Control+k");
    await teller.getByRole("combobox").waitFor();
    await counter.type(name);
    await counter.press("Enter");

    await teller.getByRole("heading", { level: 1, name: `${code} ${name}` }).waitFor();
  });

  test.each(screens)(
    "%s %s takes a card that is swiped, or gives way to its holder",
    async (code) => {
      const { teller } = counter;
      await bring(counter, here.card);
      await openScreen(counter, code);

      await counter.swipe(next.card);

      if (code === "3010") await says(teller, "本行有效卡");
      else await says(teller, next.cardNumber);
    },
  );
});

describe("the palette", () => {
  test.each([
    ["pinyin initials", "ktgs", "4001"],
    ["pinyin", "koutouguashi", "4001"],
    ["English", english["4010"], "4010"],
    ["the code", "9001", "9001"],
  ])("finds by %s", async (_by, typed, code) => {
    await counter.press("Control+k");
    await counter.teller.getByRole("combobox").waitFor();
    await counter.type(typed);
    await counter.press("Enter");

    await counter.teller.locator("h1 .code", { hasText: code }).waitFor();
  });

  test("says that nothing was found, and Esc leaves it", async () => {
    await counter.press("Control+k");
    await counter.teller.getByRole("combobox").waitFor();
    await counter.type("qqq");

    await alerts(counter.teller, "没有符合的交易。");
    await counter.press("Escape");
    expect(await counter.teller.getByRole("combobox").count()).toBe(0);
  });
});

describe("keys that work everywhere", () => {
  test("a code that there is not is named", async () => {
    await counter.open("1234");

    await alerts(counter.teller, "没有交易码 1234。");
  });

  test("a digit typed into nothing begins a code", async () => {
    await counter.press("Escape");
    await counter.teller.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

    await counter.type("4010");
    await counter.press("Enter");

    await counter.teller.locator("h1 .code", { hasText: "4010" }).waitFor();
  });

  test("Ctrl+Shift+L changes the language, and changes it back", async () => {
    await openScreen(counter, "4010");

    await counter.press("Control+Shift+L");
    await counter.teller.getByRole("heading", { name: `4010 ${english["4010"]}` }).waitFor();
    expect(await counter.teller.evaluate(() => document.documentElement.lang)).toBe("en");

    await counter.press("Control+Shift+L");
    await counter.teller.getByRole("heading", { name: `4010 ${chinese["4010"]}` }).waitFor();
    expect(await counter.teller.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
  });

  test("D07: Ctrl+L locks the counter, nothing of the customer is left, the password resumes", async () => {
    const { teller } = counter;
    await bring(counter, here.card);

    await counter.press("Control+l");
    await teller.getByRole("heading", { name: "柜台已锁定" }).waitFor();
    expect(await teller.content()).not.toContain(here.name);
    await counter.type("Guitai-demo-1001");
    await counter.press("Enter");

    await teller.getByRole("navigation", { name: "交易菜单" }).waitFor();
  });
});

describe("a card that is of no use here", () => {
  /** Swipes the first card of the tray that bears a label. */
  async function swipeOne(label: string): Promise<void> {
    const { cards } = await counter.ask("demonstration.tray", undefined);
    await counter.swipe(cards.find((card) => card.label === label)?.id ?? "");
  }

  test.each([
    ["foreign", "他行卡"],
    ["unknown", "本行没有这张卡"],
    ["test", "测试卡"],
    ["management", "管理卡"],
    ["unreadable", "没有读出"],
    ["bad-month", "失效日期”栏：月份不对"],
    ["replaced", "没收此卡: 已被新卡取代的旧卡"],
    ["counterfeit", "没收此卡: 磁条与登记不符，疑为伪卡"],
  ])("%s: the window says %s", async (label, words) => {
    await swipeOne(label);

    await alerts(counter.teller, words);
  });

  test.each([
    ["expired", "已过有效期"],
    ["reported-lost", /^(口头|书面)挂失/],
    ["cancelled", "已注销"],
    ["retained", "已没收"],
  ])("%s: its holder's page says %s", async (label, words) => {
    await swipeOne(label);

    await counter.teller.getByRole("main").getByText(words).first().waitFor();
  });

  test("VE: a card pulled unevenly is not read, and read the second time", async () => {
    await counter.swipe(here.card, { badly: true });
    await alerts(counter.teller, "没有读出");

    await counter.press("Escape");
    await bring(counter, here.card);

    await says(counter.teller, here.cardNumber);
  });
});
