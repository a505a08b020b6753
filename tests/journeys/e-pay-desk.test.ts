import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CustomerId } from "#core/customer/customer.ts";
import { faultsOf } from "#tests/support/accessible.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import {
  authorise,
  bring,
  enterPin,
  goHome,
  openScreen,
  post,
  posted,
  preview,
  show,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";

const place = journeyPlace("e-pay-desk");
/** Where the pictures are laid, for whoever wants to look at them. */
const PICTURES = process.env.GUITAI_PICTURES;

/** Has a card in use and no internet bank: e支付 needs none (E03). */
const CUSTOMER = "c-42" as CustomerId;
const ALIAS = "日常零用";

let counter: Counter;
let card: string;
let pin: string;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
  const { cards, documents } = await counter.ask("demonstration.tray", undefined);
  card = cards.find((one) => one.customer === CUSTOMER && one.label === "in-use")?.id ?? "";
  pin = documents.find((one) => one.customer === CUSTOMER)?.pin ?? "";
});

async function picture(name: string): Promise<void> {
  if (PICTURES) await counter.teller.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function tick(name: string): Promise<void> {
  await tabTo(counter.teller, name);
  await counter.press("Space");
}

async function fill(name: string, text: string): Promise<void> {
  await tabTo(counter.teller, name);
  await counter.type(text);
}

/** Sends a code, and the customer keys in what her telephone shows. */
async function answerCode(): Promise<void> {
  const { teller, customer } = counter;
  await tabTo(teller, "发送验证码");
  await counter.press("Enter");
  await customer.getByRole("heading", { name: "请输入短信验证码" }).waitFor();
  const ringing = customer.locator(".ringing");
  await ringing.getByText(/验证码\d{6}/).waitFor();
  const digits = /验证码(\d{6})/.exec((await ringing.textContent()) ?? "")?.[1] ?? "";
  await customer.bringToFront();
  await customer.keyboard.type(digits);
  await customer.keyboard.press("Enter");
  await teller.bringToFront();
  await teller.locator(".sms-code-field", { hasText: "已输入" }).waitFor();
}

/** The customer's page, and on it the part about e支付. */
async function ePayOnPage() {
  await goHome(counter);
  await bring(counter, card);
  return counter.teller.getByRole("region", { name: "e支付" });
}

describe("e支付 at the counter, by keyboard", () => {
  test("E01–E10: 7001 takes card, document, agreement, PIN and code, before a supervisor", async () => {
    const { teller } = counter;
    await bring(counter, card);
    const { text: phone } = await counter.ask("customer.reveal", {
      ...{ customer: CUSTOMER, what: "phone", reason: "核对预留手机号" },
    });
    await openScreen(counter, "7001");
    await counter.swipe(card);
    await show(counter, CUSTOMER);
    await fill("预留手机号（客户口述）", phone);
    await tick("客户已阅读并接受");
    await enterPin(counter, pin);
    await fill("别名", ALIAS);
    await answerCode();
    await tick("客户已核对并签字");
    await picture("e-pay-1-enrol");
    expect(await faultsOf(teller)).toEqual([]);
    await tabTo(teller, "下一步");
    await preview(counter);
    await picture("e-pay-2-preview");
    await authorise(counter, "2001");
    await posted(counter);
    await picture("e-pay-3-receipt");

    const { ePay } = await counter.ask("customer.view", { customer: CUSTOMER });
    expect(ePay.enrolments).toMatchObject([{ alias: ALIAS, status: "enrolled" }]);
  });

  test("E15: 7002 goes down without anybody's word, and never beyond the bank's limit", async () => {
    const { teller } = counter;
    await ePayOnPage();
    await openScreen(counter, "7002");
    await fill("单笔限额", "800");
    await fill("每日限额", "10000.01");
    await show(counter, CUSTOMER);
    await tick("客户已核对并签字");
    await tabTo(teller, "下一步");
    await counter.press("Enter");
    await alerts(teller, "超过银行限额 10,000.00 元");
    await picture("e-pay-4-over-ceiling");

    await tabTo(teller, "每日限额");
    await counter.press("Control+a");
    await counter.type("2000");
    await tabTo(teller, "下一步");
    await preview(counter);
    await post(counter);
    const { ePay } = await counter.ask("customer.view", { customer: CUSTOMER });
    expect(ePay.enrolments).toMatchObject([{ single: 800_00, day: 2_000_00 }]);
  });

  test("5.5: 7003 suspends by document, and a code to her telephone resumes without a supervisor", async () => {
    const { teller } = counter;
    await ePayOnPage();
    await openScreen(counter, "7003");
    await show(counter, CUSTOMER);
    await tabTo(teller, "下一步");
    await preview(counter);
    await post(counter);

    await ePayOnPage();
    await openScreen(counter, "7003");
    await show(counter, CUSTOMER);
    await choose(teller, "核实方式", "预留手机动态密码");
    await answerCode();
    await tick("客户已核对并签字");
    await picture("e-pay-5-resume");
    await tabTo(teller, "下一步");
    await preview(counter);
    await post(counter);
    const { ePay } = await counter.ask("customer.view", { customer: CUSTOMER });
    expect(ePay.enrolments).toMatchObject([{ status: "enrolled" }]);
  });

  test("5.5: after an oral loss the enrolment stays, and its page says that the card cannot pay", async () => {
    const { teller } = counter;
    await ePayOnPage();
    await openScreen(counter, "4001");
    await show(counter, CUSTOMER);
    await fill("原因", "地铁里丢失");
    await tabTo(teller, "下一步");
    await preview(counter);
    await post(counter);

    const { ePay } = await counter.ask("customer.view", { customer: CUSTOMER });
    expect(ePay.enrolments).toMatchObject([{ status: "enrolled", stopped: "card" }]);
    await tabTo(teller, "同一客户再办一笔");
    await counter.press("Enter");
    await says(teller, "绑定的卡现在不能支付");
    await picture("e-pay-6-customer-page");
    expect(await faultsOf(teller)).toEqual([]);
  });
});
