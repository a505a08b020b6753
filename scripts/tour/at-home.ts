import type { Page } from "playwright-core";
import { tabTo } from "./keys.ts";

// What a customer does in her own window, by its keys alone.

const places = {
  ...{ counter: 1, bank: 2, shop: 3, phone: 4, card: 5 },
  ...{ messages: 6, wallet: 7, checkout: 8 },
} as const;

/** Turns the customer's window to a place: the counter's display, her bank, a shop, her phone, a card. */
export async function goTo(customer: Page, place: keyof typeof places): Promise<void> {
  await customer.bringToFront();
  await customer.keyboard.press(`Alt+Digit${places[place]}`);
}

/** Lays the password card beside the page, or takes it away again. */
export async function layCardBeside(customer: Page): Promise<void> {
  await customer.keyboard.press("Alt+Digit0");
}

/** Logs in to the channel that is open, as the person of that name. */
export async function logIn(customer: Page, name: string, password: string): Promise<void> {
  await tabTo(customer, "客户");
  // A list takes the first letters of a name; an invented name is chosen whole.
  await customer.locator("select:focus").selectOption({ label: name });
  await tabTo(customer, "登录密码");
  await customer.keyboard.type(password);
  await customer.keyboard.press("Enter");
}

/** Turns to a page of the internet bank. */
export async function openPage(customer: Page, page: string): Promise<void> {
  await tabTo(customer, page);
  await customer.keyboard.press("Enter");
  await customer.getByRole("heading", { name: page }).waitFor();
}

/** Asks for a transfer of so many yuan to the payee of the demonstration. */
export async function orderTransfer(customer: Page, yuan: string): Promise<void> {
  await openPage(customer, "对外转账");
  await tabTo(customer, "填入演示收款人");
  await customer.keyboard.press("Enter");
  await tabTo(customer, "金额");
  await customer.keyboard.type(yuan);
  await customer.keyboard.press("Enter");
}

/** Asks for a purchase of so many yuan at the shop of the demonstration. */
export async function orderPurchase(customer: Page, yuan: string): Promise<void> {
  await openPage(customer, "B2C购物");
  await tabTo(customer, "金额");
  await customer.keyboard.type(yuan);
  await customer.keyboard.press("Enter");
}

/** The cells that are asked for, as the page says them. */
export async function askedCells(customer: Page): Promise<readonly string[]> {
  await customer.locator(".challenge .coordinate").first().waitFor();
  return customer.locator(".challenge .coordinate").allTextContents();
}

/** Types an answer and sends it. */
export async function answerWith(customer: Page, answer: string): Promise<void> {
  await tabTo(customer, "请输入口令卡");
  await customer.keyboard.type(answer);
  await customer.keyboard.press("Enter");
}

/** Types digits that are not on the card, as many as are asked for, and waits for what is told. */
export async function answerWrongly(customer: Page): Promise<void> {
  await tabTo(customer, "请输入口令卡");
  const how = await customer.locator(".challenge .hint").first().textContent();
  const digits = Number(/共 (\d+) 位/.exec(how ?? "")?.[1]);
  const before = await customer.evaluate(alertsOf);
  await answerWith(customer, "1".padStart(digits, "0"));
  await customer.waitForFunction((told) => {
    const alerts = [...document.querySelectorAll("[role=alert]")].map((one) => one.textContent);
    return alerts.length > 0 && alerts.join("|") !== told;
  }, before);
}

/** Runs inside the page: what it warns of now. */
function alertsOf(): string {
  return [...document.querySelectorAll("[role=alert]")].map((one) => one.textContent).join("|");
}

/** Scratches the cells that are asked for, and reads them off the card, joined in their order. */
export async function scratchAsked(customer: Page): Promise<string> {
  const cells = await askedCells(customer);
  await tabTo(customer, "刮开所问的");
  await customer.keyboard.press("Enter");
  const seen = customer.locator("output.unseen").first();
  await customer.waitForFunction(
    (count) => document.querySelector("output.unseen")?.textContent?.split(":").length === count,
    cells.length + 1,
  );
  const said = (await seen.textContent()) ?? "";
  return cells.map((cell) => new RegExp(`${cell}: (\\d+)`).exec(said)?.[1] ?? "").join("");
}
