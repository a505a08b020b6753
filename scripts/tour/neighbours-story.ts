import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";
import { ePayScenes } from "./e-pay-story.ts";
import { playHotlineStory } from "./hotline-story.ts";
import { findByName } from "./visitor.ts";
import { walletScenes } from "./wallet-story.ts";

/** e支付, e钱包 and the hotline, from the enrolment to what the rules of risk warn of. */
export async function playNeighboursStory(
  counter: Counter,
  album: Album,
  onScene: () => Promise<void>,
): Promise<void> {
  const payer = await findByName(counter, "司马演一");
  for (const play of ePayScenes) {
    await play({ counter, payer, album });
    await onScene();
  }
  const owner = await findByName(counter, "李拟人");
  for (const play of walletScenes) {
    await play({ counter, owner, album });
    await onScene();
  }
  await playHotlineStory(counter, await findByName(counter, "张示"), album);
  await onScene();
}
