import { generateKeyPairSync } from "node:crypto";
import type { Page } from "playwright-core";
import {
  authorise,
  bring,
  choosePassword,
  enterPin,
  openScreen,
  posted,
  preview,
  show,
} from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import {
  answerWith,
  answerWrongly,
  goTo,
  layCardBeside,
  logIn,
  openPage,
  orderPurchase,
  orderTransfer,
  scratchAsked,
} from "./at-home.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";
import { findByName, type Visitor } from "./visitor.ts";

/** A part of the story: at which counter, and who takes pictures. */
export interface CardScene {
  readonly counter: Counter;
  readonly album?: Album;
}

/** What the newcomer chooses as login password; as good as any. */
const CHOSEN = "730418";

/** The scenes in their order. */
const scenes = [
  visitForBoth,
  bankAtHome,
  tenWrongAnswers,
  cureAtCounter,
  lookAtWear,
  makeCards,
] as const;

/** The password card, from its issue to the cure of ten wrong answers, and how cards are made. */
export async function playCardStory(
  counter: Counter,
  album: Album,
  onScene: () => Promise<void>,
): Promise<void> {
  for (const play of scenes) {
    await play({ counter, album });
    await onScene();
  }
}

/** 5001: no internet bank yet, so one visit opens it and issues a card (P32). */
export async function visitForBoth({ counter, album = noPictures }: CardScene): Promise<void> {
  const { teller } = counter;
  const visitor = await findByName(counter, "赵若虚");
  await nextCustomer(counter, visitor);
  await openScreen(counter, "5001");
  await counter.swipe(visitor.card);
  await show(counter, visitor.customer);
  await enterPin(counter, visitor.pin);
  await choosePassword(counter, CHOSEN);
  await handOverChecked(counter);
  await album.shoot(teller, "password-card-issue");
  await tabTo(teller, "下一步");
  await preview(counter);
  await album.shoot(teller, "password-card-issue-preview");
  await authorise(counter, "2001", { album, name: "password-card-issue" });
  await posted(counter);
  await album.shoot(teller, "password-card-issue-receipt");
}

/** At home: the first login activates the card, and a payment asks for two of its cells. */
export async function bankAtHome({ counter, album = noPictures }: CardScene): Promise<void> {
  const { customer } = counter;
  await goTo(customer, "bank");
  await logIn(customer, "赵若虚", CHOSEN);
  await openPage(customer, "口令卡查询");
  await album.shoot(customer, "home-card-query");
  await orderTransfer(customer, "120");
  await album.shoot(customer, "home-transfer-asked");
  await layCardBeside(customer);
  const answer = await scratchAsked(customer);
  await album.shoot(customer, "home-card-scratched");
  await answerWith(customer, answer);
  await customer.getByText("交易成功").waitFor();
  await album.shoot(customer, "home-transfer-paid");
  await layCardBeside(customer);
  await goTo(customer, "shop");
  await album.shoot(customer, "home-shop");
  await goTo(customer, "phone");
  await album.shoot(customer, "home-phone");
}

/** Six wrong answers behind her: three today end the day, and tomorrow's first is the tenth. */
export async function tenWrongAnswers({ counter, album = noPictures }: CardScene): Promise<void> {
  const { customer } = counter;
  const password = await firstPassword(counter, "赵童话");
  await goTo(customer, "bank");
  await logOut(customer);
  await logIn(customer, "赵童话", password);
  await orderPurchase(customer, "80");
  await answerWrongly(customer);
  await album.shoot(customer, "wrong-answer");
  await answerWrongly(customer);
  await answerWrongly(customer);
  await customer.getByText("交易没有成功").waitFor();
  await album.shoot(customer, "locked-today");

  await moveOneDay(counter);
  await goTo(customer, "bank");
  await orderPurchase(customer, "80");
  await answerWrongly(customer);
  await customer.getByText("交易没有成功").waitFor();
  await album.shoot(customer, "locked-for-good");
}

/** 5002: the only cure. The old card is void and the new one in hand in one posting (P18, P20). */
export async function cureAtCounter({ counter, album = noPictures }: CardScene): Promise<void> {
  const { teller, customer } = counter;
  const visitor = await findByName(counter, "赵童话");
  await teller.bringToFront();
  await nextCustomer(counter, visitor);
  await openScreen(counter, "5004");
  await album.shoot(teller, "password-card-locked");
  await openScreen(counter, "5002");
  await choose(teller, "旧卡", "已交回");
  await counter.swipe(visitor.card);
  await show(counter, visitor.customer);
  await handOverChecked(counter);
  await album.shoot(teller, "password-card-reissue");
  await tabTo(teller, "下一步");
  await preview(counter);
  await album.shoot(teller, "password-card-reissue-preview");
  await authorise(counter, "2001", { album, name: "password-card-reissue" });
  await posted(counter);

  await goTo(customer, "card");
  await album.shoot(customer, "card-in-hand");
  await teller.bringToFront();
}

/** 5004: what whoever watched this card's answers may know of the next one (O05). */
export async function lookAtWear({ counter, album = noPictures }: CardScene): Promise<void> {
  const { teller } = counter;
  await nextCustomer(counter, await findByName(counter, "翟示雯"));
  await openScreen(counter, "5004");
  await album.shoot(teller, "password-card-exposure");
}

/** 8007: a batch for the printer's shop, before the branch head. */
export async function makeCards({ counter, album = noPictures }: CardScene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "8007");
  await tabTo(teller, "制卡张数");
  await counter.type("20000");
  await tabTo(teller, "或粘贴密钥内容");
  await counter.type(shopKey());
  await album.shoot(teller, "batch");
  await tabTo(teller, "下一步");
  await preview(counter);
  await authorise(counter, "3001", { album, name: "batch" });
  await teller.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0);
  await album.shoot(teller, "batch-being-made");
  await posted(counter);
  await album.shoot(teller, "batch-receipt");
}

/** The piece in the hand is the next one, wrapper and film are whole, and the customer signs. */
async function handOverChecked(counter: Counter): Promise<void> {
  for (const tick of ["手中的正是这一张", "塑料包装膜完好", "覆膜完好", "客户已核对并签字"]) {
    await tabTo(counter.teller, tick);
    await counter.press("Space");
  }
}

/** Whoever is next lays the card into the reader. */
async function nextCustomer(counter: Counter, visitor: Visitor): Promise<void> {
  await counter.press("Escape", "Escape");
  await bring(counter, visitor.card);
}

async function firstPassword({ customer }: Counter, name: string): Promise<string> {
  const people = await customer.evaluate(async () => {
    const reply = await Reflect.get(window, "guitai").request("bank.view", undefined);
    return reply.value.people as readonly { readonly name: string; readonly password?: string }[];
  });
  return people.find((person) => person.name === name)?.password ?? "";
}

async function logOut(customer: Page): Promise<void> {
  await tabTo(customer, "退出登录");
  await customer.keyboard.press("Enter");
}

async function moveOneDay({ teller, press, ask }: Counter): Promise<void> {
  const { today } = await ask("workstation.view", undefined);
  await teller.bringToFront();
  await press("F9");
  await tabTo(teller, "后移一天");
  await press("Enter");
  await teller.locator(`.clock-to input:not([placeholder="${today}"])`).waitFor();
  await press("F9");
}

/** The public half of a key pair that the printer's shop would have made for this batch. */
function shopKey(): string {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return JSON.stringify(publicKey.export({ format: "jwk" }));
}
