import { authorise, bring, goHome, openScreen, post, posted, preview, show } from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo, walkTo } from "./keys.ts";
import { findVisitors, type Visitor } from "./visitor.ts";

/** A part of the story: at which counter, about whom, and who takes pictures. */
export interface FreezeScene {
  readonly counter: Counter;
  /** Whose account the organs freeze. */
  readonly debtor: Visitor;
  readonly album?: Album;
}

/** An organ as its paper names it. */
interface Organ {
  readonly kind: string;
  readonly name: string;
  readonly papers: readonly string[];
}

const court: Organ = {
  kind: "人民法院",
  name: "晴川区人民法院（演示）",
  papers: ["工作证", "执行公务证", "裁定书", "通知书"],
};
const police: Organ = {
  kind: "公安机关（刑事）",
  name: "晴川市公安局（演示）",
  papers: ["工作证", "通知书"],
};
const stop: Organ = {
  kind: "公安机关（紧急止付）",
  name: "晴川市反诈中心（演示）",
  papers: ["紧急止付申请"],
};

/** Six scenes on one account and one on another, by somebody with the duty of assistance. */
export async function playFreezeStory(
  counter: Counter,
  album: Album,
  onScene: () => Promise<void>,
): Promise<void> {
  const [debtor, victim] = await findVisitors(counter, 2);
  if (!debtor || !victim) throw new Error("the demonstration has too few people for the story");
  const scenes = [freezeByCourt, queueByPolice, paySalary, renew, lookAtStack, releaseAndPromote];
  for (const play of scenes) {
    await play({ counter, debtor, album });
    await onScene();
  }
  await stopPayment({ counter, debtor: victim, album });
  await onScene();
  await freezeForCustomer({ counter, debtor, album });
  await onScene();
}

/** 6001: a court's order of more than there is, so that it takes up what comes in (F06). */
export async function freezeByCourt({ counter, debtor, album = noPictures }: FreezeScene) {
  const { teller } = counter;
  await nextCustomer(counter, debtor);
  const held = await balanceOf(counter, debtor);
  await openScreen(counter, "6001");
  await fillPapers(counter, court, "（演）执字第2026号");
  await fillAccount(counter, debtor);
  await fillAmount(counter, String(held + 3000), "12");
  await album.shoot(teller, "freeze");
  await toPreview(counter);
  await album.shoot(teller, "freeze-preview");
  await authorise(counter, "2001");
  await posted(counter);
  await album.shoot(teller, "freeze-receipt");
}

/** 6003: the police come second and wait (F08, F10). */
export async function queueByPolice({ counter, debtor, album = noPictures }: FreezeScene) {
  await nextCustomer(counter, debtor);
  await openScreen(counter, "6003");
  await fillPapers(counter, police, "（演）冻字第88号");
  await fillAccount(counter, debtor);
  await fillAmount(counter, "5000", "6");
  await toPreview(counter);
  await album.shoot(counter.teller, "freeze-waiting-preview");
  await authorise(counter, "2001");
  await posted(counter);
}

/** 3011: a salary comes in and is taken up by the first order (F06). */
export async function paySalary({ counter, debtor }: FreezeScene) {
  await nextCustomer(counter, debtor);
  await openScreen(counter, "3011");
  await tabTo(counter.teller, "金额");
  await counter.type("2000");
  await preview(counter);
  await post(counter);
}

/** 6002: renewed before its end, the rank kept (F11, F12). */
export async function renew({ counter, album = noPictures }: FreezeScene) {
  await chooseOrder(counter, "6002", "（演）执字第2026号");
  await fillPapers(counter, court, "（演）执字第2026-续1号");
  await tabTo(counter.teller, "期限（");
  await counter.type("12");
  await toPreview(counter);
  await album.shoot(counter.teller, "freeze-renewal-preview");
  await authorise(counter, "2001");
  await posted(counter);
}

/** 6011: everything that holds the account, as a picture and as a table. */
export async function lookAtStack({ counter, debtor, album = noPictures }: FreezeScene) {
  const { teller } = counter;
  await goHome(counter);
  await openScreen(counter, "6011");
  await album.shoot(teller, "freeze-register");
  await walkTo(teller, debtor.name, "（演）执字第2026号");
  await counter.press("Enter");
  await teller.getByText("余额由谁控制").first().waitFor();
  await album.shoot(teller, "freeze-stack");
}

/** 6004: released by its own organ alone, and the next in the queue takes effect (F07, F09). */
export async function releaseAndPromote({ counter, album = noPictures }: FreezeScene) {
  await chooseOrder(counter, "6004", "（演）执字第2026号");
  await fillPapers(counter, court, "（演）执字第2026-解1号");
  await choose(counter.teller, "解除", "全部");
  await toPreview(counter);
  await album.shoot(counter.teller, "freeze-release-preview");
  await authorise(counter, "2001");
  await posted(counter);
  await album.shoot(counter.teller, "freeze-release-receipt");
}

/** 6007: forty-eight hours to the minute. */
export async function stopPayment({ counter, debtor, album = noPictures }: FreezeScene) {
  await nextCustomer(counter, debtor);
  await openScreen(counter, "6007");
  await fillPapers(counter, stop, "（演）止付第7号");
  await choose(counter.teller, "账户控制", "只收不付");
  await toPreview(counter);
  await album.shoot(counter.teller, "emergency-stop-preview");
  await authorise(counter, "2001");
  await posted(counter);
}

/** 6008: the holder asks for it herself, and only she can end it (W12). */
export async function freezeForCustomer({ counter, debtor, album = noPictures }: FreezeScene) {
  const { teller } = counter;
  await nextCustomer(counter, debtor);
  await openScreen(counter, "6008");
  await show(counter, debtor.customer);
  await choose(teller, "冻结原因", "客户申请");
  await toPreview(counter);
  await album.shoot(teller, "customer-freeze-preview");
  await post(counter);
}

async function nextCustomer(counter: Counter, visitor: Visitor): Promise<void> {
  await goHome(counter);
  await bring(counter, visitor.card);
}

/** Whole yuan on the account. */
async function balanceOf(counter: Counter, { customer }: Visitor): Promise<number> {
  const { accounts } = await counter.ask("customer.view", { customer });
  return Math.floor((accounts[0]?.balance ?? 0) / 100);
}

/** The organ, its paper, and the two officers who bring it. */
async function fillPapers(counter: Counter, organ: Organ, document: string): Promise<void> {
  const { teller } = counter;
  await tabTo(teller, "机关种类");
  await counter.type(organ.kind);
  await counter.press("Enter");
  await tabTo(teller, "机关名称");
  await counter.type(organ.name);
  await tabTo(teller, "文书号");
  await counter.type(document);
  for (const paper of organ.papers) {
    await tabTo(teller, paper);
    await counter.press("Space");
  }
  for (const [place, name] of ["沈演示", "韩演示"].entries()) {
    await tabTo(teller, `第 ${place + 1} 名：姓名`);
    await counter.type(name);
    await tabTo(teller, `第 ${place + 1} 名：证件号`);
    await counter.type(`演2026${place + 1}`);
    await tabTo(teller, `第 ${place + 1} 名：证件有效期至`);
    await counter.type("2028-12-31");
  }
}

async function fillAccount(counter: Counter, { name }: Visitor): Promise<void> {
  await tabTo(counter.teller, "文书所载户名");
  await counter.type(name);
}

/** An amount of so many yuan for so many months, interest not among it. */
async function fillAmount(counter: Counter, yuan: string, months: string): Promise<void> {
  const { teller } = counter;
  await choose(teller, "冻结范围", "金额");
  await tabTo(teller, "冻结金额");
  await counter.type(yuan);
  await choose(teller, "是否及于孳息", "不及于孳息");
  await tabTo(teller, "期限（");
  await counter.type(months);
}

/** Opens a transaction on one order of the register. */
async function chooseOrder(counter: Counter, code: string, document: string): Promise<void> {
  await goHome(counter);
  await openScreen(counter, code);
  await walkTo(counter.teller, "（演）", document);
  await counter.press("Enter");
}

async function toPreview(counter: Counter): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
}
