import { authorise, openScreen, post, posted, show } from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import { goTo, openPage } from "./at-home.ts";
import { knownByHeart } from "./by-telephone.ts";
import type { Counter } from "./counter.ts";
import { comeByDocument, tick, toPreview } from "./e-pay-story.ts";
import { choose, tabTo } from "./keys.ts";
import type { Visitor } from "./visitor.ts";

/** A part of the story: at which counter, whose wallet, and who takes pictures. */
export interface WalletScene {
  readonly counter: Counter;
  readonly owner: Visitor;
  readonly album?: Album;
}

/** The scenes in their order: a stolen wallet is stopped, pays nothing, and is let go again. */
export const walletScenes = [stop, payInVain, letGo] as const;

/** 7101: stolen; the number of the case and what she kept as evidence are taken down (W13, W14). */
export async function stop({ counter, owner, album = noPictures }: WalletScene): Promise<void> {
  const { teller } = counter;
  await comeByDocument(counter, owner);
  await openScreen(counter, "7101");
  await choose(teller, "冻结类别", "被盗");
  await show(counter, owner.customer);
  await tabTo(teller, "原因");
  await counter.type("收到两笔不是本人的付款通知");
  await tabTo(teller, "案件编号");
  await counter.type("（演）受案2026-0117");
  await tabTo(teller, "客户留存的证据");
  await counter.type("付款通知短信两条");
  await album.shoot(teller, "wallet-stolen");
  await toPreview(counter);
  await post(counter);
  await album.shoot(teller, "wallet-stolen-receipt");
}

/** In her own window: nothing goes out of it (W12). */
export async function payInVain({ counter, owner, album = noPictures }: WalletScene) {
  const { customer } = counter;
  await goTo(customer, "wallet");
  await tabTo(customer, "客户");
  // A list takes the first letters of a name; an invented name is chosen whole.
  await customer.locator("select:focus").selectOption({ label: owner.name });
  await tabTo(customer, "填入演示资料");
  await customer.keyboard.press("Enter");
  await tabTo(customer, "登录");
  await customer.keyboard.press("Enter");
  await customer.getByText(`${owner.name}，您好`).waitFor();
  await openPage(customer, "付款");
  await tabTo(customer, "付款方式"); // The way of paying is called as the field below it.
  await customer.keyboard.press("Tab");
  for (const [field, typed] of [
    ["商户号", "999290058120001"],
    ["商户名称", "虚构早餐铺"],
    ["金额（元）", "18.50"],
  ] as const) {
    await tabTo(customer, field);
    await customer.keyboard.type(typed);
  }
  await customer.keyboard.press("Enter");
  const { second } = await knownByHeart(customer, owner.customer);
  await customer.locator("h3:focus", { hasText: "支付密码" }).waitFor();
  await customer.keyboard.press("Tab");
  await customer.keyboard.type(second);
  await customer.keyboard.press("Enter");
  await customer.locator(".declined[role=alert]").waitFor();
  await album.shoot(customer, "wallet-pays-nothing");
}

/** 7101: looked into and found hers, it is let go on a supervisor's word (W15). */
export async function letGo({ counter, owner, album = noPictures }: WalletScene): Promise<void> {
  const { teller } = counter;
  await comeByDocument(counter, owner);
  await openScreen(counter, "7101");
  await choose(teller, "办理", "解除客户申请或被盗冻结");
  await choose(teller, "要解除的冻结", "被盗");
  await show(counter, owner.customer);
  await tabTo(teller, "调查结论");
  await counter.type("经核实，两笔均为家人代付");
  await tick(counter, "客户已核对并签字");
  await toPreview(counter);
  await album.shoot(teller, "wallet-let-go-preview");
  await authorise(counter, "2001");
  await posted(counter);
}
