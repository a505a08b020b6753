import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "#tests/support/accessible.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
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
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("wallet");

let counter: Counter;
let customer: Page;
let visitor: Visitor;

/** The wallet as the customer has it before her. */
const wallet = (): Locator => customer.locator(".part.wallet");
const goTo = (where: string) => customer.getByRole("button", { name: where, exact: true }).click();
/** A page of the menu. */
const turnTo = (name: string) =>
  wallet().getByRole("navigation").getByRole("button", { name, exact: true }).press("Enter");
/** A key of the page that is open. */
const press = (name: string) =>
  wallet()
    .locator(".panel")
    .getByRole("button", { name, exact: true })
    .filter({ visible: true })
    .press("Enter");
const fill = (label: string, text: string) =>
  wallet().getByLabel(label, { exact: true }).filter({ visible: true }).fill(text);

/** What she knows by heart, as the presenter may be told it. */
async function recalled(): Promise<{ readonly login: string; readonly second: string }> {
  return customer.evaluate(async (who) => {
    const bridge = Reflect.get(window, "guitai");
    const reply = await bridge.request("wallet.recall", { customer: who });
    return { login: reply.value.login, second: reply.value.second };
  }, visitor.customer);
}

/** The digits of the code that came last to any telephone. */
async function digitsOnPhone(): Promise<string> {
  await goTo("手机短信");
  const message = customer.locator(".part.messages").getByText(/注册e钱包/);
  await message.first().waitFor();
  const text = (await message.first().textContent()) ?? "";
  return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? "";
}

/** Moves money: fills in the page that is open, and confirms by the second password. */
async function confirmWith(second: string): Promise<void> {
  await fill("支付密码", second);
  await press("确认支付");
}

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  customer = counter.customer;
  await signOn(counter, "1001");
  visitor = await findVisitor(counter);
});

describe("a wallet from its first day to the day it is let go again", () => {
  test("W05, W06, W11: she registers with a code to her telephone and two good passwords", async () => {
    await goTo("e钱包");
    await turnTo("注册");
    await wallet().getByLabel("客户", { exact: true }).selectOption({ label: visitor.name });
    await press("填入演示资料");
    await press("获取验证码");
    await says(customer, /验证码已发往 1\d{2}\*{4}\d{4}/);
    const digits = await digitsOnPhone();
    expect(digits).toMatch(/^\d{6}$/);

    await goTo("e钱包");
    const { login } = await recalled();
    await fill("短信验证码", digits);
    for (const label of ["登录密码", "再输入一次登录密码"]) await fill(label, login);
    for (const label of ["支付密码", "再输入一次支付密码"]) await fill(label, "123456");
    await press("注册");
    await says(customer, "支付密码是连续的字符");

    const { second } = await recalled();
    for (const label of ["支付密码", "再输入一次支付密码"]) await fill(label, second);
    expect(await faultsOf(customer)).toEqual([]);
    await press("注册");
    await says(customer, "注册成功");
  });

  test("W07, W08: the counter certifies it by document and account, on a second word", async () => {
    await bring(counter, visitor.card);
    await openScreen(counter, "7102");
    await showAndSign(counter, visitor.customer);
    await preview(counter);
    await authorise(counter, "1002");
    await posted(counter);

    const { wallet: seen } = await counter.ask("customer.view", { customer: visitor.customer });
    expect(seen).toMatchObject({ life: "real-name", balance: 0, freezes: [] });
  });

  test("W02, W09, W16: she fills it and pays from it; a bad line is told from an empty wallet", async () => {
    await wallet().getByLabel("客户", { exact: true }).selectOption({ label: visitor.name });
    await press("填入演示资料");
    await press("登录");
    await says(customer, `${visitor.name}，您好`);
    const { second } = await recalled();

    await turnTo("充值");
    await fill("金额（元）", "100");
    await press("从关联账户充值");
    await confirmWith(second);
    await says(customer, "办理成功");

    await turnTo("付款");
    await fill("商户号", "999290058120001");
    await fill("商户名称", "虚构早餐铺");
    await fill("金额（元）", "12.80");
    await wallet().getByLabel("演示：下一笔遇到网络故障").check();
    await press("付款");
    await confirmWith(second);
    await says(customer, "网络原因，没有付款");
    await fill("支付密码", second);
    await press("重试");
    await says(customer, "办理成功");
    await says(customer, "87.20 元");

    await press("完成");
    await fill("金额（元）", "87.21");
    await press("付款");
    await confirmWith(second);
    await says(customer, "余额不足，没有付款");
  });

  test("W13, W14: stolen, it is frozen at once for its case, and pays nothing more", async () => {
    await goHome(counter);
    await openScreen(counter, "7101");
    await choose(counter.teller, "冻结类别", "被盗冻结");
    await show(counter, visitor.customer);
    await tabTo(counter.teller, "案件编号");
    await counter.type("朝公立字第88号");
    await tabTo(counter.teller, "客户留存的证据");
    await counter.type("付款截图三张");
    await tabTo(counter.teller, "原因");
    await counter.type("手机被抢");
    await preview(counter);
    await post(counter);

    await says(customer, "e钱包已冻结");
    await press("返回修改");
    await turnTo("转账");
    await says(customer, "银行正在调查");
    expect(await faultsOf(customer)).toEqual([]);
  });

  test("W15: it is lifted by its holder on findings, with a supervisor's word", async () => {
    await goHome(counter);
    await openScreen(counter, "7101");
    await choose(counter.teller, "办理", "解除客户申请或被盗冻结");
    await choose(counter.teller, "要解除的冻结", "被盗冻结");
    await tabTo(counter.teller, "调查结论");
    await counter.type("查明为家人误用");
    await showAndSign(counter, visitor.customer);
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    const { wallet: seen } = await counter.ask("customer.view", { customer: visitor.customer });
    expect(seen).toMatchObject({ balance: 87_20, freezes: [] });
    await goHome(counter);
    await bring(counter, visitor.card);
    await says(counter.teller, "正常使用");
  });

  test("W04: one more within minutes is asked on her telephone first, and her yes lets it go", async () => {
    const { second } = await recalled();
    await turnTo("付款");
    const pay = async () => {
      await fill("商户号", "999290058120001");
      await fill("商户名称", "虚构早餐铺");
      await fill("金额（元）", "1.00");
      await press("付款");
      await confirmWith(second);
    };
    const asks = wallet().getByText(/这笔付款需要您确认/);
    const done = wallet().getByText("办理成功");
    for (let time = 0; time < 6 && !(await asks.first().isVisible()); time += 1) {
      if (time > 0) await press("完成");
      await pay();
      await asks.or(done).first().waitFor();
    }
    expect(await asks.first().isVisible()).toBe(true);

    await goTo("手机短信");
    await customer.getByRole("button", { name: "是，本人付款" }).first().press("Enter");
    await says(customer, "您已确认是本人付款");
    await goTo("e钱包");
    await fill("支付密码", second);
    await press("确认支付");
    await done.first().waitFor();
  });
});
