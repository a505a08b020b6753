import type { CustomerId } from "#core/customer/customer.ts";
import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";

/** Who comes to the counter in the story: a customer whose one account hangs on one card. */
interface Visitor {
  readonly customer: CustomerId;
  readonly card: string;
  readonly pin: string;
}

/** The sign-on of somebody of the demonstration. */
export const passwordOf = (teller: string) => `Guitai-demo-${teller}`;

/** 1001: signs on by number and password. */
export async function signOn(counter: Counter, album: Album, teller: string): Promise<void> {
  await counter.teller.getByLabel("工号").waitFor();
  await album.shoot(counter.teller, "sign-on");
  await counter.type(teller);
  await counter.press("Tab");
  await counter.type(passwordOf(teller));
  await counter.press("Enter");
  await counter.teller.getByText("今日到期").waitFor();
  await album.shoot(counter.teller, "home");
}

/** Finds somebody with one card in use, no hold and no case, who has money and a relation. */
export async function chooseVisitor(counter: Counter): Promise<Visitor> {
  const { cards, documents } = await counter.ask("demonstration.tray", undefined);
  for (const { id, customer, label } of cards) {
    if (!customer || label !== "in-use") continue;
    const view = await counter.ask("customer.view", { customer });
    const [account] = view.accounts;
    const suits =
      view.cards.length === 1 &&
      view.accounts.length === 1 &&
      view.lossCases.length === 0 &&
      view.relations.length >= 3 &&
      account?.holds.length === 0 &&
      (account?.balance ?? 0) > 1_000_00;
    const pin = documents.find((document) => document.customer === customer)?.pin;
    if (suits && pin) return { customer, card: id, pin };
  }
  throw new Error("the demonstration has nobody for the story");
}

/** The whole case: from the first swipe to the old card kept at the counter. */
export async function playLossStory(counter: Counter, album: Album): Promise<void> {
  const visitor = await chooseVisitor(counter);
  const { teller } = counter;
  await counter.swipe(visitor.card);
  await teller.getByRole("heading", { name: "客户" }).first().waitFor();
  await album.shoot(teller, "customer-by-swipe");

  await reportOral(counter, album, visitor);
  const slip = await putIntoWriting(counter, album, visitor);
  await moneyInAndOut(counter, album, visitor);
  await waitForTerm(counter, album, visitor);
  await replace(counter, album, visitor, slip);
  await activate(counter, album, visitor);
  await keepOldCard(counter, album, visitor);
}

async function reportOral(counter: Counter, album: Album, visitor: Visitor): Promise<void> {
  const { teller } = counter;
  await counter.open("4001");
  await counter.ask("demonstration.show-document", { customer: visitor.customer });
  await tabTo(teller, "原因");
  await counter.type("出租车上遗失");
  await album.shoot(teller, "oral-loss");
  await counter.press("Enter");
  await teller.getByText("将要发生").waitFor();
  await album.shoot(teller, "oral-loss-preview");
  await counter.press("Enter");
  await teller.getByText("已入账").first().waitFor();
  await album.shoot(teller, "oral-loss-receipt");
}

async function putIntoWriting(counter: Counter, album: Album, visitor: Visitor): Promise<string> {
  const { teller } = counter;
  await again(counter, visitor, "4003");
  await choose(teller, "新卡卡号", "异号");
  await showAndSign(counter, visitor);
  await album.shoot(teller, "upgrade");
  await authorise(counter, album, "upgrade", "2001");
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  return view.lossCases[0]?.slip ?? "";
}

async function moneyInAndOut(counter: Counter, album: Album, visitor: Visitor): Promise<void> {
  const { teller } = counter;
  await again(counter, visitor, "3011");
  await tabTo(teller, "金额");
  await counter.type("3000");
  await counter.press("Enter");
  await teller.getByText("将要发生").waitFor();
  await counter.press("Enter");
  await teller.getByText("已入账").first().waitFor();
  await album.shoot(teller, "deposit-accepted");

  await again(counter, visitor, "3012");
  await counter.swipe(visitor.card);
  await tabTo(teller, "金额");
  await counter.type("100");
  await enterPin(counter, visitor.pin);
  await tabTo(teller, "金额");
  await counter.press("Enter");
  await teller.getByRole("alert").first().waitFor();
  await album.shoot(teller, "withdrawal-refused");
}

async function waitForTerm(counter: Counter, album: Album, visitor: Visitor): Promise<void> {
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  const to = view.lossCases[0]?.maturesOn;
  if (!to) throw new Error("the case has no term");
  await counter.press("Escape", "F9");
  await album.shoot(counter.teller, "presenter");
  await counter.ask("demonstration.move-clock", { to });
  await counter.press("F9");
}

async function replace(
  counter: Counter,
  album: Album,
  visitor: Visitor,
  slip: string,
): Promise<void> {
  const { teller } = counter;
  await again(counter, visitor, "4007");
  await tabTo(teller, "挂失申请书编号");
  await counter.type(slip);
  await showAndSign(counter, visitor);
  await album.shoot(teller, "replacement");
  await authorise(counter, album, "replacement", "2001", "write");

  const { cards } = await counter.ask("demonstration.tray", undefined);
  const blank = cards.find(({ kind }) => kind === "blank")?.id ?? "";
  await teller.getByText("请刷空白卡写磁").waitFor();
  await album.shoot(teller, "write-swipe");
  await counter.swipe(blank, "write-swipe");
  await teller.getByText("请再刷一次核对").waitFor();
  await album.shoot(teller, "verify-swipe");
  await counter.swipe(blank);
  await teller.getByText("已入账").first().waitFor();
  await album.shoot(teller, "replacement-receipt");
}

async function activate(counter: Counter, album: Album, visitor: Visitor): Promise<void> {
  const { teller } = counter;
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  const fresh = view.cards.find(({ life }) => life === "issued-inactive")?.id ?? "";
  await counter.press("Escape");
  await counter.swipe(fresh);
  await teller.waitForTimeout(500);
  await counter.open("3002");
  await counter.ask("demonstration.show-document", { customer: visitor.customer });
  await enterPin(counter, visitor.pin, album);
  await album.shoot(teller, "activation");
  await tabTo(teller, "下一步");
  await counter.press("Enter");
  await teller.getByText("将要发生").waitFor();
  await counter.press("Enter");
  await teller.getByText("已入账").first().waitFor();
  await album.shoot(teller, "activation-receipt");
}

async function keepOldCard(counter: Counter, album: Album, visitor: Visitor): Promise<void> {
  const { teller } = counter;
  await counter.press("Escape");
  await counter.swipe(visitor.card);
  await teller.getByRole("alert").first().waitFor();
  await album.shoot(teller, "old-card-retain");
  await counter.open("3009");
  await tabTo(teller, "原因");
  await counter.type("客户拾回已挂失的旧卡");
  await authorise(counter, album, "retained", "1002");
}

/** The next transaction of the same customer. */
async function again(counter: Counter, visitor: Visitor, code: string): Promise<void> {
  await counter.press("Escape");
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  const known = await counter.teller.locator("header, .top-bar").first().textContent();
  if (!known?.includes(view.name)) await counter.swipe(visitor.card);
  await counter.open(code);
  await counter.teller.locator(".code", { hasText: code }).first().waitFor();
}

/** The document on the reader, and the customer's signature. */
async function showAndSign(counter: Counter, visitor: Visitor): Promise<void> {
  await counter.ask("demonstration.show-document", { customer: visitor.customer });
  await tabTo(counter.teller, "客户已核对并签字");
  await counter.press("Space");
}

/** Forward through preview and a second person's word. */
async function authorise(
  counter: Counter,
  album: Album,
  name: string,
  approver: string,
  then: "post" | "write" = "post",
): Promise<void> {
  const { teller } = counter;
  await counter.press("Enter");
  await teller.getByText("将要发生").waitFor();
  await album.shoot(teller, `${name}-preview`);
  await counter.press("Enter");
  await teller.getByRole("dialog").waitFor();
  await counter.type(approver);
  await counter.press("Tab");
  await counter.type(passwordOf(approver));
  await album.shoot(teller, `${name}-authorise`);
  await counter.press("Enter");
  if (then === "write") return;
  await teller.getByText("已入账").first().waitFor();
  await album.shoot(teller, `${name}-receipt`);
}

/** The customer keys the PIN in on the customer's own display. */
async function enterPin(counter: Counter, pin: string, album?: Album): Promise<void> {
  await tabTo(counter.teller, "请客户输入密码");
  await counter.press("Enter");
  await counter.customer.bringToFront();
  await counter.customer.waitForTimeout(300);
  if (album) await album.shoot(counter.customer, "customer-pin-pad");
  await counter.customer.keyboard.type(pin);
  await counter.customer.keyboard.press("Enter");
  await counter.teller.bringToFront();
  await counter.teller.getByText("已输入").waitFor();
}
