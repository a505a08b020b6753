import { goHome, openScreen, post, preview } from "./acts.ts";
import { type Album, noPictures } from "./album.ts";
import { knownByHeart } from "./by-telephone.ts";
import type { Counter } from "./counter.ts";
import { toPreview } from "./e-pay-story.ts";
import { choose, tabTo } from "./keys.ts";
import type { Visitor } from "./visitor.ts";

/**
 * 7201, 7003: her telephone is lost, so she calls from another; she knows enough of her record to have
 * e支付 stopped, and nothing else is done for her on the line (O10, D07).
 */
export async function playHotlineStory(
  counter: Counter,
  caller: Visitor,
  album: Album = noPictures,
): Promise<void> {
  const { teller, press, type } = counter;
  const { documentNumber } = await knownByHeart(counter.customer, caller.customer);
  await findByNumber(counter, documentNumber);
  await openScreen(counter, "7201");
  await tabTo(teller, "来电人姓名");
  await type(caller.name);
  await tabTo(teller, "来电号码");
  await type("02158880000");
  await choose(teller, "证件号码", "一致");
  await choose(teller, "登记地址", "一致");
  await album.shoot(teller, "hotline-questions");
  await toPreview(counter);
  await press("Enter");
  await teller.getByRole("heading", { name: `通话中：${caller.name}` }).waitFor();
  await album.shoot(teller, "hotline-open");

  await press("ArrowRight", "ArrowRight");
  await teller.locator("button:focus", { hasText: "7003" }).waitFor();
  await press("Enter");
  await teller.locator("h1 .code", { hasText: "7003" }).waitFor();
  await tabTo(teller, "手工录入");
  await press("Enter");
  await teller.locator(".typed-document input:focus").waitFor();
  await type(documentNumber);
  await album.shoot(teller, "hotline-stops-e-pay");
  await toPreview(counter);
  await post(counter);

  await goHome(counter);
  await openScreen(counter, "7201");
  await tabTo(teller, "结束通话");
  await preview(counter);
  await post(counter);
  await tabTo(teller, "下一位客户");
  await press("Enter");
}

/** 2001: whoever calls says the number of the document, and nothing is laid on the reader. */
async function findByNumber(counter: Counter, number: string): Promise<void> {
  await counter.teller.bringToFront();
  await goHome(counter);
  await openScreen(counter, "2001");
  await tabTo(counter.teller, "证件号码");
  await counter.type(number);
  await counter.press("Enter");
  await counter.teller.locator("h1 .code", { hasText: "9002" }).waitFor();
}
