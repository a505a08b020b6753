import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "#tests/support/accessible.ts";
import { journeyPlace } from "#tests/support/journey.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";

const place = journeyPlace("e-pay-checkout");
const complaints: string[] = [];
/** Where the pictures are laid, for whoever wants to look at them. */
const PICTURES = process.env.GUITAI_PICTURES;

let counter: Counter;
let customer: Page;
let page: Locator;

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await customer.keyboard.press(key);
};
const turnTo = (name: string) =>
  page.getByRole("navigation").getByRole("button", { name, exact: true }).press("Enter");
const code = () => page.getByLabel("动态密码", { exact: true });

async function picture(name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await customer.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** The digits that the telephone shows, as she reads them off it. */
async function digitsOnPhone(): Promise<string> {
  const ringing = customer.locator(".ringing");
  await ringing.getByText(/验证码\d{6}/).waitFor();
  const text = (await ringing.textContent()) ?? "";
  return /验证码(\d{6})/.exec(text)?.[1] ?? "";
}

/** Types a code, as it came or with every digit another. */
async function giveCode(how: "right" | "wrong"): Promise<void> {
  await code().waitFor();
  const digits = await digitsOnPhone();
  const typed = digits.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  await code().focus();
  await customer.keyboard.type(how === "right" ? digits : typed);
  await press("Enter");
}

/** Takes up the customer that all this is about, and fills in what she knows by heart. */
async function recall(button: string): Promise<void> {
  const who = page.getByLabel("扮演客户").filter({ visible: true });
  await who.selectOption(ENROLLING);
  await page.getByRole("button", { name: button }).filter({ visible: true }).press("Enter");
  await expect
    .poll(() => page.getByLabel("手机号").filter({ visible: true }).inputValue())
    .toMatch(/^1\d{10}$/);
}

/** Has an account with money, a card and a telephone; banks at the counter only. */
const ENROLLING = "c-42";

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  customer = counter.customer;
  page = customer.locator(".part.checkout");
  customer.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  customer.on("pageerror", (failure) => complaints.push(failure.message));
  await press("Alt+8");
});

test("E02, E07–E10: she enrols at home: agreement, telephone and card, PIN on the pad, code", async () => {
  await turnTo("开通e支付");
  await recall("填入她的手机号和卡号");
  await page.getByRole("button", { name: "下一步，输入银行卡密码" }).press("Enter");
  await page.getByText("请先阅读并接受协议").waitFor();
  await picture("1-agreement-first");

  await tabTo(customer, "已阅读并接受");
  await press("Space");
  await page.getByRole("button", { name: "下一步，输入银行卡密码" }).press("Enter");
  await customer.getByRole("heading", { name: "请输入银行卡密码" }).waitFor();
  await picture("2-pin-on-the-pad");
  const { documents } = await counter.ask("demonstration.tray", undefined);
  const pin = documents.find((one) => one.customer === ENROLLING)?.pin ?? "";
  await customer.keyboard.type(pin);
  await press("Enter");
  await picture("3-code-for-enrolment");
  await giveCode("right");

  await page.getByRole("heading", { name: "已开通e支付" }).waitFor();
  await picture("4-enrolled");
  await page.getByRole("button", { name: "去购物" }).press("Enter");
});

describe("E05: two steps", () => {
  test("E11: a wrong code pays nothing, and the right one pays what it says", async () => {
    await recall("填入她的手机号和卡号后六位");
    await picture("5-checkout");
    await press("Enter");
    await giveCode("wrong");
    await page.getByRole("alert").filter({ hasText: "还可再试 2 次" }).waitFor();
    await picture("6-wrong-code");
    expect(await faultsOf(customer)).toEqual([]);

    await giveCode("right");

    await page.getByRole("heading", { name: "付款成功" }).waitFor();
    await page.getByText("清风书店").filter({ visible: true }).first().waitFor();
    await picture("7-paid");
  });

  test("E15: a transfer beyond the limit is refused in plain words", async () => {
    await turnTo("小额转账");
    await page.getByRole("button", { name: "填入演示收款人" }).press("Enter");
    await customer.keyboard.type("5000.01");
    await recall("填入她的手机号和卡号后六位");
    await press("Enter");

    await page.getByRole("alert").filter({ hasText: "超过单笔限额 5,000.00 元" }).waitFor();
    await picture("8-over-limit");
    await page.getByRole("button", { name: "返回" }).press("Enter");
    expect(await page.getByLabel("金额").inputValue()).toBe("5000.01");
  });
});

test("E15, O10: she lowers her limit and stops paying by herself; what is stopped pays nothing", async () => {
  await turnTo("我的e支付");
  await recall("填入她的手机号和卡号后六位");
  await page.getByRole("button", { name: "发送动态密码，进入" }).press("Enter");
  await giveCode("right");
  await page.getByLabel("单笔限额").fill("100");
  await page.getByRole("button", { name: "调低", exact: true }).press("Enter");
  await page.getByRole("status").filter({ hasText: "已办理" }).waitFor();
  await picture("9-own");
  expect(await faultsOf(customer)).toEqual([]);
  await page.getByRole("button", { name: "暂停e支付" }).press("Enter");
  await page.getByText("已暂停", { exact: true }).waitFor();

  await turnTo("生活缴费");
  await page.getByLabel("金额").fill("30");
  await recall("填入她的手机号和卡号后六位");
  await press("Enter");

  await page.getByRole("alert").filter({ hasText: "不能付款" }).waitFor();
  await picture("10-suspended");
});

test.each(["网上购物", "生活缴费", "小额转账", "开通e支付", "我的e支付"])(
  "the page %s is accessible in both languages",
  async (name) => {
    await turnTo(name);
    for (const other of ["English", "中文"]) {
      expect(await faultsOf(customer)).toEqual([]);
      await customer.getByRole("button", { name: other }).press("Enter");
    }
  },
);

test("obeys the content policy and fails nowhere", () => {
  expect(complaints).toEqual([]);
});
