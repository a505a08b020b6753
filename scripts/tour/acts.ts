import type { CustomerId } from "#core/customer/customer.ts";
import { type Album, noPictures } from "./album.ts";
import type { Counter } from "./counter.ts";
import { tabTo } from "./keys.ts";

/** The sign-on of somebody of the demonstration. */
export const passwordOf = (teller: string) => `Guitai-demo-${teller}`;

/** 1001: signs on by number and password. */
export async function signOn(
  counter: Counter,
  teller: string,
  { album = noPictures, password = passwordOf(teller) }: SignOn = {},
): Promise<void> {
  await signOnStands(counter);
  await album.shoot(counter.teller, "sign-on");
  await counter.type(teller);
  await counter.press("Tab");
  await counter.type(password);
  await counter.press("Enter");
  await counter.teller.getByText("今日到期").waitFor();
  await album.shoot(counter.teller, "home");
}

/** 1001: the field for the number takes what is typed. */
export async function signOnStands({ teller }: Counter): Promise<void> {
  await teller.locator("input:focus").and(teller.getByLabel("工号")).waitFor();
}

interface SignOn {
  readonly album?: Album;
  readonly password?: string;
}

/** So many steps back lead home from anywhere. */
const STEPS_HOME = 6;

/** Esc until home; a form that was begun is left when the window asks. */
export async function goHome({ press, teller }: Counter): Promise<void> {
  for (let step = 0; step < STEPS_HOME; step += 1) {
    await press("Escape");
    if (await teller.getByRole("dialog", { name: "放弃这张表单？" }).isVisible())
      await press("Enter");
  }
}

/** Swipes a card of the customer's with nothing open: the customer's page comes. */
export async function bring(counter: Counter, card: string): Promise<void> {
  await counter.swipe(card);
  await screenOf(counter, "9002");
}

/** Opens a transaction by its code, and waits until its screen stands there. */
export async function openScreen(counter: Counter, code: string): Promise<void> {
  await counter.open(code);
  await screenOf(counter, code);
}

async function screenOf({ teller }: Counter, code: string): Promise<void> {
  await teller.locator("h1 .code", { hasText: code }).waitFor();
}

/** The document on the reader, and the customer's signature. */
export async function showAndSign(counter: Counter, customer: CustomerId): Promise<void> {
  await show(counter, customer);
  await tabTo(counter.teller, "客户已核对并签字");
  await counter.press("Space");
}

/** Lays the customer's document on the reader; the field of the open screen takes it. */
export async function show(counter: Counter, customer: CustomerId): Promise<void> {
  const { number } = await counter.ask("demonstration.show-document", { customer });
  await counter.teller.locator("fieldset output", { hasText: number }).first().waitFor();
}

/** Enter: what would happen, worked out by the very rules that will post it. */
export async function preview(counter: Counter): Promise<void> {
  await counter.press("Enter");
  await counter.teller.getByText("将要发生").waitFor();
}

/** Enter: posted, with its receipt. */
export async function post(counter: Counter): Promise<void> {
  await counter.press("Enter");
  await posted(counter);
}

/** The receipt of what was posted. */
export async function posted({ teller }: Counter): Promise<void> {
  await teller.getByRole("status").filter({ hasText: "已入账" }).waitFor();
}

/** From the preview to a second person's word, who reads the same figures. */
export async function authorise(
  counter: Counter,
  approver: string,
  { album = noPictures, name = "" }: { readonly album?: Album; readonly name?: string } = {},
): Promise<void> {
  await counter.press("Enter");
  await counter.teller.locator("dialog input:focus").waitFor();
  await counter.type(approver);
  await counter.press("Tab");
  await counter.type(passwordOf(approver));
  await album.shoot(counter.teller, `${name}-authorise`);
  await counter.press("Enter");
}

/** The customer keys the PIN in on the customer's own display; a new one twice. */
export async function enterPin(
  counter: Counter,
  pin: string,
  purpose: "verify" | "new" = "verify",
): Promise<void> {
  const { teller, customer } = counter;
  await tabTo(teller, purpose === "verify" ? "请客户输入密码" : "请客户设置新密码");
  await counter.press("Enter");
  await customer.getByRole("heading", { name: "请" }).waitFor();
  await customer.bringToFront();
  await keyIn(counter, pin);
  if (purpose === "new") {
    await customer.getByRole("heading", { name: "再输入一次" }).waitFor();
    await keyIn(counter, pin);
  }
  await teller.bringToFront();
  await teller.getByText("已输入").waitFor();
}

/** The customer chooses a login password for electronic banking, and repeats it. */
export async function choosePassword(counter: Counter, password: string): Promise<void> {
  const { teller, customer } = counter;
  await tabTo(teller, "请客户设置登录密码");
  await counter.press("Enter");
  await customer.getByRole("heading", { name: "请设置电子银行登录密码" }).waitFor();
  await customer.bringToFront();
  await keyIn(counter, password);
  await customer.getByRole("heading", { name: "再输入一次" }).waitFor();
  await keyIn(counter, password);
  await teller.bringToFront();
  await teller.getByText("已输入").nth(1).waitFor();
}

async function keyIn({ customer }: Counter, pin: string): Promise<void> {
  await customer.keyboard.type(pin);
  await customer.keyboard.press("Enter");
}
