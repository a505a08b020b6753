import type { Page } from "playwright-core";
import type { CustomerId } from "#core/customer/customer.ts";
import { goTo } from "./at-home.ts";
import type { Counter } from "./counter.ts";
import { tabTo } from "./keys.ts";

// What a customer does with her telephone in hand: she reads codes off it, and pays by it.

/** What she knows by heart. */
interface ByHeart {
  readonly phone: string;
  readonly documentNumber: string;
  /** The password that she pays from her wallet by; none without a wallet. */
  readonly second: string;
}

/** Her telephone and the number of her document, as her own window lets a presenter know them. */
export async function knownByHeart(page: Page, customer: CustomerId): Promise<ByHeart> {
  const reply = await page.evaluate(
    (who) => Reflect.get(window, "guitai").request("wallet.recall", { customer: who }),
    customer,
  );
  if (!reply.ok) throw new Error(`nobody knows ${customer}: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/** The digits of the code that has just come. */
export async function codeOnPhone(customer: Page): Promise<string> {
  const ringing = customer.locator(".ringing");
  await ringing.getByText(/验证码\d{6}/).waitFor();
  return /验证码(\d{6})/.exec((await ringing.textContent()) ?? "")?.[1] ?? "";
}

/** At the counter: a code is sent, and she keys in on the pad what her telephone shows. */
export async function keyInCode(
  { teller, customer, press }: Counter,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  await tabTo(teller, "发送验证码");
  await press("Enter");
  await customer.getByRole("heading", { name: "请输入短信验证码" }).waitFor();
  const code = await codeOnPhone(customer);
  await look();
  await customer.bringToFront();
  await customer.keyboard.type(code);
  await customer.keyboard.press("Enter");
  await teller.bringToFront();
  await teller.locator(".sms-code-field", { hasText: "已输入" }).waitFor();
}

/** Her messages, on the telephone of that number. */
export async function openMessages(customer: Page, number: string): Promise<void> {
  await goTo(customer, "messages");
  await tabTo(customer, "谁的手机");
  const label = await customer
    .locator("select:focus option", { hasText: `${number.slice(0, 3)}****${number.slice(-4)}` })
    .first()
    .textContent();
  // A list takes the first letters of a name; an invented name is chosen whole.
  await customer.locator("select:focus").selectOption({ label: label ?? "" });
}

/** Who pays, by telephone and the last six digits of her card; then the code is asked for. */
export async function identify(customer: Page, name: string): Promise<void> {
  await tabTo(customer, "扮演客户");
  await customer.locator("select:focus").selectOption({ label: name });
  await tabTo(customer, "填入她的手机号");
  await customer.keyboard.press("Enter");
  await customer.locator(".part.checkout button[type=submit]:focus").waitFor();
}

/** Gives the code as it came, or with every digit another. */
export async function giveCode(customer: Page, how: "right" | "wrong"): Promise<void> {
  const code = await codeOnPhone(customer);
  const wrong = code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  await tabTo(customer, "动态密码");
  await customer.keyboard.type(how === "right" ? code : wrong);
  await customer.keyboard.press("Enter");
}
