import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Code, defaultRights } from "#core/commands/rights.ts";
import type { Role } from "#core/teller/teller.ts";
import { transaction as chinese } from "#renderer/wording/zh-CN/transaction.ts";
import { faultsOf, zoom } from "#tests/support/accessible.ts";
import { alerts, journeyPlace, openBranch, says } from "#tests/support/journey.ts";
import {
  authorise,
  bring,
  goHome,
  openScreen,
  post,
  posted,
  preview,
  show,
  showAndSign,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import { askForReplacement, waitForTerm } from "../../scripts/tour/loss-story.ts";
import { findVisitors, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("accessibility");

const screens = Object.entries(chinese).filter(
  ([code]) => code !== "1003" && code !== "1002" && isFor("teller", code),
);
function isFor(role: Role, code: string): boolean {
  return defaultRights[code as Code].includes(role); // Every code with a name has its line.
}

let counter: Counter;
let visitor: Visitor;
let reporter: Visitor;

/** Looks at the teller's window in both languages, at 100 % and at 200 %. */
async function expectAccessible(): Promise<void> {
  const { teller, program } = counter;
  const found: string[] = [];
  for (const factor of [1, 2]) {
    await zoom(program, factor);
    for (const _language of ["zh-CN", "en"]) {
      const lang = await teller.evaluate(() => document.documentElement.lang);
      const faults = await faultsOf(teller);
      found.push(...faults.map((fault) => `${lang} ${factor * 100} %: ${fault}`));
      await counter.press("Control+Shift+L");
    }
  }
  await zoom(program, 1);
  expect(found).toEqual([]);
}

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
});

test("the sign-on, also when it refuses", async () => {
  await says(counter.teller, "柜员签到");
  await expectAccessible();

  await counter.press("Enter");
  await alerts(counter.teller, "请填写密码");
  await expectAccessible();
});

describe("the desk", () => {
  beforeAll(async () => {
    await signOn(counter, "1002");
    const [first, second] = await findVisitors(counter, 2);
    if (!first || !second) throw new Error("two people are needed");
    visitor = first;
    reporter = second;
  });

  afterEach(async () => {
    await goHome(counter);
    await says(counter.teller, "请刷卡，或输入交易码");
  });

  test("home", async () => {
    await expectAccessible();
  });

  test.each(screens)("%s %s with a customer at the counter", async (code) => {
    await bring(counter, visitor.card);
    await openScreen(counter, code);

    await expectAccessible();
  });

  test("9002 of the customer with the longest name", async () => {
    const { documents, cards } = await counter.ask("demonstration.tray", undefined);
    const [longest] = [...documents].sort((left, right) => right.name.length - left.name.length);
    const theirs = cards.find(({ customer }) => customer === longest?.customer);
    await bring(counter, theirs?.id ?? "");
    await says(counter.teller, longest?.name ?? "");

    await expectAccessible();
  });

  test("the palette, also when it finds nothing", async () => {
    await counter.press("Control+k");
    await counter.teller.getByRole("combobox").waitFor();
    await expectAccessible();

    await counter.type("qqq");
    await expectAccessible();
  });

  test("the help", async () => {
    await openScreen(counter, "4007");
    await counter.press("F1");
    await counter.teller.getByRole("dialog").waitFor();

    await expectAccessible();
  });

  test("a code that there is not", async () => {
    await counter.open("1234");
    await alerts(counter.teller, "没有交易码 1234");

    await expectAccessible();
  });

  test("a card to be kept", async () => {
    const { cards } = await counter.ask("demonstration.tray", undefined);
    await counter.swipe(cards.find(({ label }) => label === "replaced")?.id ?? "");
    await alerts(counter.teller, "没收此卡");

    await expectAccessible();
  });

  test("3010 with the fields of a card", async () => {
    await openScreen(counter, "3010");
    await counter.swipe(visitor.card);
    await says(counter.teller, "本行有效卡");

    await expectAccessible();
  });

  test("the presenter's desk", async () => {
    await counter.press("F9");
    await counter.teller.getByRole("heading", { name: "演示台" }).waitFor();

    await expectAccessible();
    await counter.press("F9");
  });

  test("a form that lacks something, its preview, and its receipt", async () => {
    await bring(counter, reporter.card);
    await openScreen(counter, "4001");
    await tabTo(counter.teller, "下一步");
    await counter.press("Enter");
    await alerts(counter.teller, "请填写原因");
    await expectAccessible();

    await show(counter, reporter.customer);
    await tabTo(counter.teller, "原因");
    await counter.type("遗失");
    await preview(counter);
    await expectAccessible();

    await post(counter);
    await expectAccessible();
  });

  test("the agent's data, the approval, and its refusal", async () => {
    await bring(counter, visitor.card);
    await openScreen(counter, "4002");
    await choose(counter.teller, "申请人", "代理人");
    await says(counter.teller, "代理人姓名");
    await expectAccessible();

    await choose(counter.teller, "申请人", "本人");
    await choose(counter.teller, "新卡卡号", "异号");
    await tabTo(counter.teller, "原因");
    await counter.type("遗失");
    await showAndSign(counter, visitor.customer);
    await preview(counter);
    await counter.press("Enter");
    await counter.teller.getByRole("dialog").waitFor();
    await expectAccessible();

    await counter.press("Escape");
    await authorise(counter, "1002");
    await alerts(counter.teller, "不能授权自己的业务");
    await expectAccessible();

    await counter.press("Escape");
    await authorise(counter, "2001");
    await posted(counter);
  });

  test("the writing of a card, and its failure", async () => {
    await bring(counter, visitor.card);
    await waitForTerm({ counter, visitor });
    await counter.ask("demonstration.fail-next", { how: "write-error" });
    await askForReplacement({ counter, visitor });
    await expectAccessible();

    const { cards } = await counter.ask("demonstration.tray", undefined);
    await counter.swipe(cards.find(({ kind }) => kind === "blank")?.id ?? "", {
      expects: "write-swipe",
    });
    await counter.teller.getByRole("heading", { name: "写卡失败" }).waitFor();
    await expectAccessible();
  });

  test("the locked counter", async () => {
    await counter.press("Control+l");
    await counter.teller.getByRole("heading", { name: "柜台已锁定" }).waitFor();

    await expectAccessible();
    await counter.type("Guitai-demo-1002");
    await counter.press("Enter");
  });
});

test("the customer's display: the welcome, and the pad", async () => {
  const { customer, teller } = counter;
  const found: string[] = [];
  async function look(): Promise<void> {
    for (const other of ["English", "中文"]) {
      found.push(...(await faultsOf(customer)));
      await customer.getByRole("button", { name: other }).press("Enter");
    }
  }
  await look();

  await bring(counter, reporter.card);
  await openScreen(counter, "3012");
  await tabTo(teller, "请客户输入密码");
  await counter.press("Enter");
  await customer.getByRole("heading", { name: "请输入银行卡密码" }).waitFor();
  await look();

  expect(found).toEqual([]);
});

test("the set-up of a live branch", async () => {
  await counter.close();
  counter = await place.start("--live", place.folder("branch"), "--language", "zh-CN");
  await says(counter.teller, "设置网点开机口令");
  await expectAccessible();
  await openBranch(counter);
  await expectAccessible();

  await counter.press("Enter");
  await alerts(counter.teller, "网点号为 4 位数字");
  await expectAccessible();
});

test("1004: the opening of a live branch, and a wrong passphrase", async () => {
  await counter.close();
  counter = await place.start("--live", place.folder("branch"), "--language", "zh-CN");
  await says(counter.teller, "账簿已加密");
  await expectAccessible();

  await tabTo(counter.teller, "网点开机口令");
  await counter.type("not that passphrase");
  await counter.press("Enter");
  await alerts(counter.teller, "网点开机口令不正确");
  await expectAccessible();
});
