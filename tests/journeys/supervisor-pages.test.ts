import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { faultsOf } from "#tests/support/accessible.ts";
import { getUp, sitDown } from "#tests/support/by-keys.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import { goHome, openScreen } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";

// Goal: whoever opens, watches, ends and keeps a branch has screens that everybody can use.
// Method: axe by WCAG 2.2 A and AA over every page of theirs, as the demonstration fills it. Words differ
// in length and not in build, so each page is looked at in Chinese, and one of each desk in English too.

const place = journeyPlace("supervisor-pages");
const READY = "请刷卡，或输入交易码";

let counter: Counter;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
});

async function expectAccessible(): Promise<void> {
  expect(await faultsOf(counter.teller)).toEqual([]);
}

/** The same page in the other language, and back. */
async function expectAccessibleInEnglish(): Promise<void> {
  await counter.press("Control+Shift+L");
  await counter.teller.locator("html[lang=en]").waitFor();
  await expectAccessible();
  await counter.press("Control+Shift+L");
  await counter.teller.locator("html[lang=zh-CN]").waitFor();
}

/** A row of a list, chosen by the arrow, so that what hangs on it stands below. */
async function chooseRow(row: number): Promise<void> {
  await counter.teller.locator("tr[data-row]").nth(row).waitFor();
  await counter.press(...Array<string>(row + 1).fill("ArrowDown"));
}

/** 9005 opens for a chief where evidence is packed; the search lies beside it. */
async function openSearch(): Promise<void> {
  await openScreen(counter, "9005");
  await tabTo(counter.teller, "取证 · 审计");
  await counter.press("ArrowDown");
  await counter.teller.locator("#audit-code:focus").waitFor();
}

describe("the supervisor", () => {
  beforeAll(async () => {
    await sitDown(counter, "2001");
  });

  beforeEach(async () => {
    await goHome(counter);
    await says(counter.teller, READY);
  });

  test("home: the numbers of the day", async () => {
    await says(counter.teller, "我的今天");
    await expectAccessible();
    await expectAccessibleInEnglish();
  });

  test("1004: the day, and what it needs next", async () => {
    await openScreen(counter, "1004");
    await says(counter.teller, "，营业中。");

    await expectAccessible();
  });

  test("1105: what is open, and the pictures of the day", async () => {
    await openScreen(counter, "1105");
    await says(counter.teller, "现金（按尾箱）");

    await expectAccessible();
    await expectAccessibleInEnglish();
  });

  test("1105: refused, with everything that is open named", async () => {
    await openScreen(counter, "1105");
    await counter.press("Enter");
    await counter.teller.locator(".refusal[role=alert]").waitFor();

    await expectAccessible();
  });

  test("9004: the waiting requests", async () => {
    await openScreen(counter, "9004");

    await expectAccessible();
  });

  test("9005: the search, what it found, and one line of it", async () => {
    await openSearch();
    await counter.type("1001");
    await counter.press("Enter");
    await chooseRow(0);

    await expectAccessible();
  });

  test("9005: a field that was filled in wrongly", async () => {
    await openSearch();
    await counter.press("Shift+Tab");
    await counter.type("x");
    await counter.press("Enter");
    await says(counter.teller, "流水号填写有误");

    await expectAccessible();
  });

  test("9010: what is to be looked at every day", async () => {
    await openScreen(counter, "9010");
    await says(counter.teller, "渠道开通与协议");

    await expectAccessible();
  });

  test("8011: every hand of blank pieces, and the runs of one", async () => {
    await openScreen(counter, "8011");
    await chooseRow(0);
    await counter.teller.locator(".stock-runs table").first().waitFor();

    await expectAccessible();
  });

  test("1002: what somebody has to settle before the way out", async () => {
    await openScreen(counter, "1105");
    await choose(counter.teller, "报表", "X 日间报表");
    await tabTo(counter.teller, "下一步");
    await counter.press("Enter");
    await says(counter.teller, "将要发生");
    await expectAccessible();
    await counter.press("Enter");
    await says(counter.teller, "已入账");
    await expectAccessible();

    await counter.open("1002");
    await says(counter.teller, "签退前还有 1 项没有了结");
    await expectAccessible();
  });
});

describe("the administrator", () => {
  beforeAll(async () => {
    await getUp(counter);
    await sitDown(counter, "5001");
  });

  beforeEach(async () => {
    await goHome(counter);
    await says(counter.teller, READY);
  });

  test("home, where no customer is", async () => {
    expect(await counter.teller.getByText("今日到期").count()).toBe(0);
    await expectAccessible();
  });

  test("9006: every parameter with its bounds, and who may use which code", async () => {
    await openScreen(counter, "9006");
    await counter.teller.getByRole("table").first().waitFor();

    await expectAccessible();
    await expectAccessibleInEnglish();
  });

  test("9008: the people, and the form of one", async () => {
    await openScreen(counter, "9008");
    await counter.teller.locator("tr[data-row]").first().waitFor();
    await expectAccessible();

    await choose(counter.teller, "办理", "登记");
    await says(counter.teller, "姓名");
    await expectAccessible();
  });
});
