import {
  authorise,
  enterPin,
  goHome,
  openScreen,
  posted,
  preview,
  show,
  showAndSign,
} from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import { goTo } from "./at-home.ts";
import { giveCode, identify, keyInCode, knownByHeart, openMessages } from "./by-telephone.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";
import { activate, askForReplacement, waitForTerm, writeAndVerify } from "./loss-story.ts";
import type { Visitor } from "./visitor.ts";

/** A part of the story: at which counter, about whom, and who takes pictures. */
export interface EPayScene {
  readonly counter: Counter;
  readonly payer: Visitor;
  readonly album?: Album;
}

/** The telephone she has after hers was lost with the card. */
const NEW_PHONE = "13900006666";

/** The scenes in their order: from the enrolment to the telephone that is lost with the card. */
export const ePayScenes = [
  enrol,
  buy,
  loseCard,
  collectCard,
  payByNewCard,
  changePhone,
  coolDown,
] as const;

/** 7001: the card, the document, the agreement, the PIN and the code of her own telephone (E01–E10). */
export async function enrol({ counter, payer, album = noPictures }: EPayScene): Promise<void> {
  const { teller, customer } = counter;
  const { phone } = await knownByHeart(customer, payer.customer);
  await comeByDocument(counter, payer);
  await openScreen(counter, "7001");
  await counter.swipe(payer.card);
  await show(counter, payer.customer);
  await tabTo(teller, "预留手机号（客户口述）");
  await counter.type(phone);
  await tick(counter, "客户已阅读并接受");
  await enterPin(counter, payer.pin);
  await tabTo(teller, "别名");
  await counter.type("日常零用");
  await keyInCode(counter, () => album.shoot(customer, "e-pay-code-on-pad"));
  await tick(counter, "客户已核对并签字");
  await album.shoot(teller, "e-pay-enrol");
  await toPreview(counter);
  await authorise(counter, "2001");
  await posted(counter);
  await album.shoot(teller, "e-pay-enrol-receipt");
}

/** Two steps at a shop: who she is, and the code; a wrong one pays nothing (E05, E11, E14). */
export async function buy({ counter, payer, album = noPictures }: EPayScene): Promise<void> {
  const { customer } = counter;
  await goTo(customer, "checkout");
  await identify(customer, payer.name);
  await album.shoot(customer, "checkout");
  await customer.keyboard.press("Enter");
  await giveCode(customer, "wrong");
  await customer.getByRole("alert").filter({ hasText: "还可再试 2 次" }).waitFor();
  await album.shoot(customer, "checkout-wrong-code");
  await giveCode(customer, "right");
  await customer.getByRole("heading", { name: "付款成功" }).waitFor();
  await album.shoot(customer, "checkout-paid");
  await leaveStep(counter);
}

/** 4002: the card is lost, and she asks for one of another number (T02). */
export async function loseCard({ counter, payer }: EPayScene): Promise<void> {
  const { teller } = counter;
  await comeByDocument(counter, payer);
  await openScreen(counter, "4002");
  await choose(teller, "新卡卡号", "异号");
  await tabTo(teller, "原因");
  await counter.type("手提包被盗");
  await showAndSign(counter, payer.customer);
  await toPreview(counter);
  await authorise(counter, "2001");
  await posted(counter);
  await waitForTerm({ counter, visitor: payer });
}

/** 4007, 3002: the new card takes the enrolment over, and the receipt says so (5.5). */
export async function collectCard({ counter, payer, album = noPictures }: EPayScene) {
  await comeByDocument(counter, payer);
  await askForReplacement({ counter, visitor: payer });
  await writeAndVerify({ counter, visitor: payer });
  await counter.teller.getByText("e支付").last().scrollIntoViewIfNeeded();
  await album.shoot(counter.teller, "e-pay-re-bound-receipt");
  await activate({ counter, visitor: payer });
}

/** The checkout knows her by the last six of the new card. */
export async function payByNewCard({ counter, payer, album = noPictures }: EPayScene) {
  const { customer } = counter;
  await goTo(customer, "checkout");
  await identify(customer, payer.name);
  await customer.keyboard.press("Enter");
  await giveCode(customer, "right");
  await customer.getByRole("heading", { name: "付款成功" }).waitFor();
  await album.shoot(customer, "checkout-paid-by-new-card");
  await leaveStep(counter);
}

/** 2004: another telephone soon after another card is what a rule of risk warns of (O09, R17). */
export async function changePhone({ counter, payer, album = noPictures }: EPayScene) {
  const { teller, customer } = counter;
  const { phone: old } = await knownByHeart(customer, payer.customer);
  await comeByDocument(counter, payer);
  await openScreen(counter, "2004");
  await show(counter, payer.customer);
  await tabTo(teller, "新手机号");
  await counter.type(NEW_PHONE);
  await keyInCode(counter);
  await tick(counter, "客户已核对并签字");
  await toPreview(counter);
  await album.shoot(teller, "phone-change-warned");
  await authorise(counter, "2001", { album, name: "phone-change" });
  await posted(counter);
  await openMessages(customer, old);
  await album.shoot(customer, "phone-of-old-told");
}

/** While the new telephone cools, nothing is transferred by it; bought is as before (O09). */
export async function coolDown({ counter, payer, album = noPictures }: EPayScene): Promise<void> {
  const { customer } = counter;
  await goTo(customer, "checkout");
  await tabTo(customer, "小额转账");
  await customer.keyboard.press("Enter");
  await tabTo(customer, "填入演示收款人");
  await customer.keyboard.press("Enter");
  await customer.keyboard.type("200");
  await identify(customer, payer.name);
  await customer.keyboard.press("Enter");
  await customer.getByRole("heading", { name: "没有成功" }).waitFor();
  await album.shoot(customer, "transfer-cools");
  await counter.teller.bringToFront();
}

/** She comes with her document, and her page opens. */
export async function comeByDocument(counter: Counter, { customer }: Visitor): Promise<void> {
  await counter.teller.bringToFront();
  await goHome(counter);
  await counter.ask("demonstration.show-document", { customer });
  await counter.teller.locator("h1 .code", { hasText: "9002" }).waitFor();
}

/** From the form to its preview. */
export async function toPreview(counter: Counter): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
}

/** Ticks a box. */
export async function tick(counter: Counter, name: string): Promise<void> {
  await tabTo(counter.teller, name);
  await counter.press("Space");
}

async function leaveStep({ customer, teller }: Counter): Promise<void> {
  await tabTo(customer, "完成");
  await customer.keyboard.press("Enter");
  await teller.bringToFront();
}
