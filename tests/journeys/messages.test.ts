import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { getUp, layOnReader, sitDown, withWord } from "#tests/support/by-keys.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import { goHome, openScreen } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

// A telephone is reserved by keys alone: the code shows on the customer's telephone, in her own window,
// and is keyed in on her pad.

const place = journeyPlace("messages");
/** Where pictures are left while somebody looks; nowhere otherwise. */
const pictures = process.env.GUITAI_PICTURES;

let counter: Counter;
let visitor: Visitor;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await sitDown(counter, "1001");
  visitor = await findVisitor(counter);
});

async function picture(name: string): Promise<void> {
  if (!pictures) return;
  await counter.teller.screenshot({ path: join(pictures, `${name}-teller.png`) });
  await counter.customer.screenshot({ path: join(pictures, `${name}-customer.png`) });
}

test("2004, O07, O09: a telephone is reserved with the code that came to it", async () => {
  const { teller, customer, press, type } = counter;
  await layOnReader(counter, visitor.name);
  await teller.locator("h1 .code", { hasText: "9002" }).waitFor();
  await openScreen(counter, "2004");
  await layOnReader(counter, visitor.name);
  await tabTo(teller, "新手机号");
  await type("13900005678");
  await picture("1-filled");
  await tabTo(teller, "发送验证码");
  await press("Enter");
  await says(teller, "已发送至 139****5678");
  await says(teller, "等待客户在密码键盘上输入验证码");

  await says(customer, "请输入短信验证码");
  const rings = customer.getByRole("complementary", { name: "刚收到的短信" });
  const digits = /验证码(\d{6})/.exec((await rings.textContent()) ?? "")?.[1] ?? "";
  expect(digits).toMatch(/^\d{6}$/);
  await picture("2-asked");
  expect(await teller.content()).not.toContain(digits);
  await customer.keyboard.type(digits);
  await customer.keyboard.press("Enter");
  await says(teller, "已输入");
  await picture("3-keyed");
  await tabTo(teller, "客户已核对并签字");
  await press("Space");
  await withWord(counter, "2001");

  await picture("4-done");
  const { phone } = await counter.ask("customer.view", { customer: visitor.customer });
  expect(phone).toBe("139****5678");
});

test("R17: both telephones were told, and the customer turns to hers by a key", async () => {
  const { customer } = counter;
  await customer.keyboard.press("Alt+6");
  await says(customer, "本行唯一的短信号码");
  await says(customer, "已在");
  await picture("5-phone");
  const phones = await customer.getByRole("combobox", { name: "谁的手机" }).textContent();

  expect(phones).toContain("139****5678");
});

test("9011: a supervisor sees what went out, and no digit of a code", async () => {
  const { teller } = counter;
  await goHome(counter);
  await getUp(counter);
  await sitDown(counter, "2001");
  await openScreen(counter, "9011");
  await says(teller, "短信直接显示在客户窗口的手机上");
  await teller.getByRole("cell", { name: "验证码：变更预留手机号" }).click();
  await says(teller, "验证码******");
  await picture("6-outbox");
});
