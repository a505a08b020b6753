import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { faultsOf, zoom } from "#tests/support/accessible.ts";
import { journeyPlace } from "#tests/support/journey.ts";
import { bring, openScreen, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";
import { findVisitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("customer-window");
const complaints: string[] = [];

let counter: Counter;
let customer: Page;

const part = (name: string): Locator => customer.locator(`.part.${name}`);
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await customer.keyboard.press(key);
};

/** Goes down a list to somebody, by keys. */
async function pick(who: string): Promise<void> {
  const chosen = () =>
    customer.evaluate(() => Reflect.get(document.activeElement ?? {}, "value") as string);
  await press("Home");
  for (let step = 0; step < 100 && (await chosen()) !== who; step += 1) await press("ArrowDown");
  expect(await chosen()).toBe(who);
}

/** She has paid twenty-three times by card and is not short of money. */
const WELL_USED = "c-34";

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  customer = counter.customer;
  customer.on("console", (line) => {
    if (line.type() === "error") complaints.push(line.text());
  });
  customer.on("pageerror", (failure) => complaints.push(failure.message));
});

describe("a payment by keyboard alone", () => {
  test("is asked for, answered from the card in hand, and done", async () => {
    await press("Alt+2");
    await tabTo(customer, "客户");
    await pick(WELL_USED);
    await tabTo(customer, "填入首次密码");
    await press("Enter", "Enter");
    await part("internet-bank").getByRole("heading", { name: "账户查询" }).waitFor();

    await tabTo(customer, "对外转账");
    await press("Enter");
    await tabTo(customer, "填入演示收款人");
    await press("Enter");
    await customer.keyboard.type("88.50");
    await press("Enter");
    await part("internet-bank").getByRole("timer").waitFor();

    await press("Alt+0");
    await tabTo(customer, "刮开所问的");
    await press("Enter");
    const asked = await part("internet-bank").locator(".coordinate").allTextContents();
    const digits: string[] = [];
    for (const coordinate of asked) {
      const cell = customer.locator(`.beside [data-coordinate="${coordinate}"] .digits`);
      digits.push((await cell.textContent()) ?? "");
    }
    expect(await customer.locator(".beside .digits").count()).toBe(asked.length);

    await tabTo(customer, "请输入口令卡");
    await customer.keyboard.type(digits.join(""));
    await press("Enter");

    await part("internet-bank").getByRole("heading", { name: "交易成功" }).waitFor();
  });

  test("P04: is refused, and not counted, with a blank between the cells", async () => {
    await tabTo(customer, "完成");
    await press("Enter");
    await part("internet-bank").getByLabel("金额").focus();
    await press("Enter");
    await part("internet-bank")
      .getByLabel(/请输入口令卡/)
      .waitFor();

    await customer.keyboard.type("136 135");
    await press("Enter");

    await part("internet-bank").getByRole("alert").filter({ hasText: "不计错误" }).waitFor();
    expect(
      await part("internet-bank")
        .getByLabel(/请输入口令卡/)
        .inputValue(),
    ).toBe("136 135");
  });
});

test("a question for a PIN takes the window over and gives it back, half-typed answer and all", async () => {
  const answer = part("internet-bank").getByLabel(/请输入口令卡/);
  await answer.fill("136");
  await signOn(counter, "1001");
  await bring(counter, (await findVisitor(counter)).card);
  await openScreen(counter, "3012");
  await tabTo(counter.teller, "请客户输入密码");
  await counter.press("Enter");

  await customer.getByRole("heading", { name: "请输入银行卡密码" }).waitFor();
  expect(await answer.isVisible()).toBe(false);
  await customer.keyboard.type("98");
  await press("Escape");

  await answer.waitFor();
  await customer.keyboard.type("135");
  expect(await answer.inputValue()).toBe("136135");
});

test("the card is scratched with the pointer, one cell at a time", async () => {
  await press("Alt+5");
  const before = await customer.locator(".digits:visible").count();
  const covered = part("card").locator("td:has(.film)").nth(40);
  const coordinate = await covered.getAttribute("data-coordinate");
  const box = await covered.boundingBox();
  if (!box) throw new Error("the cell is in view");

  await customer.mouse.move(box.x + 6, box.y + box.height / 2);
  await customer.mouse.down();
  for (const x of [40, 8, 40, 8, 40]) await customer.mouse.move(box.x + x, box.y + 12);
  await customer.mouse.up();

  await part("card").locator(`[data-coordinate="${coordinate}"] .digits`).waitFor();
  expect(await customer.locator(".digits:visible").count()).toBe(before + 1);
});

test("the card is printed in its own size and in large print, beside the data folder", async () => {
  const printed = async (button: string) => {
    await part("card").getByRole("button", { name: button }).press("Enter");
    const file = part("card")
      .locator("code")
      .filter({ hasText: /\.pdf$/ });
    await part("card").getByText("正在打印").waitFor({ state: "detached" });
    return (await file.textContent()) ?? "";
  };
  const card = await printed("打印口令卡（PDF）");
  const large = await printed("打印大字版（PDF）");

  expect(card).toMatch(/books-cards\/\d{12}\.pdf$/);
  expect(large).toBe(card.replace(".pdf", "-large-print.pdf"));
  for (const file of [card, large]) {
    expect(readFileSync(file).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  }
});

describe("everything that the window plays", () => {
  /** Looks at the window in both languages, at 100 % and at 200 %. */
  async function expectAccessible(): Promise<void> {
    const found: string[] = [];
    for (const factor of [1, 2]) {
      await zoom(counter.program, factor);
      for (const other of ["English", "中文"]) {
        const faults = await faultsOf(customer);
        found.push(...faults.map((fault) => `before ${other}, ${factor * 100} %: ${fault}`));
        await customer.getByRole("button", { name: other }).press("Enter");
      }
    }
    await zoom(counter.program, 1);
    expect(found).toEqual([]);
  }

  test.each([
    "账户查询",
    "对外转账",
    "B2C购物",
    "缴费",
    "定期存款提前支取",
    "口令卡查询",
    "功能管理",
  ])("the internet bank's page %s is accessible", async (name) => {
    await press("Alt+2");
    await part("internet-bank").getByRole("button", { name, exact: true }).press("Enter");

    await expectAccessible();
  });

  test("so are a question for cells with the card beside it, and the answer to it", async () => {
    const site = part("internet-bank");
    await site.getByRole("button", { name: "缴费" }).press("Enter");
    await site.getByLabel("金额").fill("12.34");
    await press("Enter");
    await site.getByRole("timer").waitFor();
    await expectAccessible();

    await site.getByRole("textbox").fill("000000");
    await press("Enter");
    await site.getByRole("alert").waitFor();
    await expectAccessible();
  });

  test("so are shop, telephone and card", async () => {
    await press("Alt+3");
    await expectAccessible();
    await part("shop").getByRole("button", { name: /^购买/ }).first().press("Enter");
    await expectAccessible();

    await press("Alt+4");
    await expectAccessible();
    await part("wap-bank").getByLabel("客户", { exact: true }).focus();
    await pick(WELL_USED);
    await part("wap-bank")
      .getByRole("button", { name: /填入首次密码/ })
      .press("Enter");
    await press("Enter");
    await part("wap-bank").getByRole("listitem").first().waitFor();
    await expectAccessible();

    await press("Alt+5");
    await expectAccessible();
  });

  test("obeys the content policy and fails nowhere", () => {
    expect(complaints).toEqual([]);
  });
});
