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
  showAndSign,
} from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";
import { findVisitor, type Visitor } from "./visitor.ts";

/** A part of the story: at which counter, about whom, and who takes pictures. */
interface Scene {
  readonly counter: Counter;
  readonly visitor: Visitor;
  readonly album?: Album;
}

/** The scenes in their order: from the oral report to the old card kept at the counter, and erased. */
const scenes = [
  reportOrally,
  putIntoWriting,
  payIn,
  tryToDraw,
  waitForTerm,
  askForReplacement,
  writeAndVerify,
  activate,
  showOldCard,
  keepOldCard,
  eraseOldCard,
] as const;

/** The whole case, beginning with the first swipe; `onScene` is called as each scene ends. */
export async function playLossStory(
  counter: Counter,
  album: Album,
  onScene: () => Promise<void>,
): Promise<void> {
  const visitor = await findVisitor(counter);
  await bring(counter, visitor.card);
  await album.shoot(counter.teller, "customer-by-swipe");

  for (const play of scenes) {
    await play({ counter, visitor, album });
    await onScene();
  }
}

/** 4001: the loss is reported by word of mouth, and the card is stopped. */
export async function reportOrally({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "4001");
  await show(counter, visitor.customer);
  await tabTo(teller, "原因");
  await counter.type("出租车上遗失");
  await album.shoot(teller, "oral-loss");
  await preview(counter);
  await album.shoot(teller, "oral-loss-preview");
  await post(counter);
  await album.shoot(teller, "oral-loss-receipt");
}

/** 4003: the oral report is put into writing, with a supervisor's word. */
export async function putIntoWriting(
  { counter, visitor, album = noPictures }: Scene,
  numbering: "同号" | "异号" = "异号",
): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "4003");
  await choose(teller, "新卡卡号", numbering);
  await showAndSign(counter, visitor.customer);
  await album.shoot(teller, "upgrade");
  await preview(counter);
  await album.shoot(teller, "upgrade-preview");
  await authorise(counter, "2001", { album, name: "upgrade" });
  await posted(counter);
  await album.shoot(teller, "upgrade-receipt");
}

/** 3011: money comes in although the card is lost. */
export async function payIn({ counter, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "3011");
  await tabTo(teller, "金额");
  await counter.type("3000");
  await preview(counter);
  await post(counter);
  await album.shoot(teller, "deposit-accepted");
}

/** 3012: money does not go out, though whoever asks has the card and knows the PIN. */
export async function tryToDraw({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "3012");
  await counter.swipe(visitor.card);
  await tabTo(teller, "金额");
  await counter.type("100");
  await enterPin(counter, visitor.pin);
  await tabTo(teller, "下一步");
  await counter.press("Enter");
  await teller.locator(".refusal[role=alert]").waitFor();
  await album.shoot(teller, "withdrawal-refused");
}

/** F9: the presenter lets the days pass until the case is due. */
export async function waitForTerm({ counter, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await goHome(counter);
  await counter.press("F9");
  await tabTo(teller, "移到挂失到期日");
  await album.shoot(teller, "presenter");
  await counter.press("Enter");
  await teller.getByRole("button", { name: "移到挂失到期日" }).waitFor({ state: "detached" });
  await counter.press("F9");
}

/** 4007 with a new number, up to the blank card that is asked for. */
export async function askForReplacement({
  counter,
  visitor,
  album = noPictures,
}: Scene): Promise<void> {
  const { teller } = counter;
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  await openScreen(counter, "4007");
  await tabTo(teller, "挂失申请书编号");
  await counter.type(view.lossCases[0]?.slip ?? "");
  await showAndSign(counter, visitor.customer);
  await album.shoot(teller, "replacement");
  await preview(counter);
  await album.shoot(teller, "replacement-preview");
  await authorise(counter, "2001", { album, name: "replacement" });
  await teller.getByText("请刷空白卡写磁").waitFor();
}

/** The blank that is next is written, and read again. */
export async function writeAndVerify({ counter, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  const blank = await nextBlank(counter);
  await album.shoot(teller, "write-swipe");
  await counter.swipe(blank.id, { expects: "write-swipe" });
  await teller.getByText("请再刷一次核对").waitFor();
  await album.shoot(teller, "verify-swipe");
  await counter.swipe(blank.id);
  await posted(counter);
  await album.shoot(teller, "replacement-receipt");
}

/** The blank card that must be used next, as it lies on the tray. */
export async function nextBlank(
  counter: Counter,
): Promise<{ readonly id: string; readonly serial: string }> {
  const { cards } = await counter.ask("demonstration.tray", undefined);
  const blank = cards.find(({ kind }) => kind === "blank");
  if (!blank?.number) throw new Error("no blank card lies on the tray");
  return { id: blank.id, serial: blank.number };
}

/** 3002: the new card comes to life under the PIN of old. */
export async function activate({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  const view = await counter.ask("customer.view", { customer: visitor.customer });
  const fresh = view.cards.find(({ life }) => life === "issued-inactive")?.id ?? "";
  await openScreen(counter, "3002");
  await counter.swipe(fresh);
  await show(counter, visitor.customer);
  await enterPin(counter, visitor.pin);
  await album.shoot(teller, "activation");
  await tabTo(teller, "下一步");
  await preview(counter);
  await post(counter);
  await album.shoot(teller, "activation-receipt");
}

/** The old card turns up again: the window says at once that it is to be kept. */
export async function showOldCard({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await counter.press("Escape");
  await counter.swipe(visitor.card);
  await teller.getByRole("alert").filter({ hasText: "没收此卡" }).waitFor();
  await album.shoot(teller, "old-card-retain");
}

/** 3009: the old card stays at the counter. */
export async function keepOldCard({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "3009");
  await counter.swipe(visitor.card);
  await tabTo(teller, "原因");
  await counter.type("客户拾回已挂失的旧卡");
  await preview(counter);
  await album.shoot(teller, "retained-preview");
  await authorise(counter, "1002", { album, name: "retained" });
  await posted(counter);
  await album.shoot(teller, "retained-receipt");
}

/** 3014: the stripe of the old card is erased, and read back empty. */
export async function eraseOldCard({ counter, visitor, album = noPictures }: Scene): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "3014");
  await counter.swipe(visitor.card);
  await teller.getByRole("button", { name: "重新刷卡" }).waitFor();
  await tabTo(teller, "下一步");
  await preview(counter);
  await album.shoot(teller, "erase-preview");
  await authorise(counter, "1002", { album, name: "erase" });
  await teller.getByText("请刷刚才读过的那张旧卡消磁").waitFor();
  await album.shoot(teller, "erase-swipe");
  await counter.swipe(visitor.card, { expects: "erase-swipe" });
  await teller.getByText("请再刷一次复读").waitFor();
  await counter.swipe(visitor.card);
  await posted(counter);
  await album.shoot(teller, "erase-receipt");
}
