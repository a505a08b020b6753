import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TellerBridge } from "#core/contract/bridge.ts";
import { signOn } from "../tour/acts.ts";
import { type Counter, openCounter } from "../tour/counter.ts";
import { findVisitors, type Visitor } from "../tour/visitor.ts";
import { atMost, type Figure, median } from "./figure.ts";

const VISITORS = 3;
const WARMING = 5;
const SWIPES = 40;
const BETWEEN_SWIPES_MS = 300;
/** One frame of a window that is drawn 60 times a second. */
const FRAME_MS = 1_000 / 60;

/**
 * How long a swipe takes to become a customer on screen, in the real Electron, in frames of its
 * window. Both ends are taken on the window's own clock, so the figure is more than is asked for:
 * it begins before the request that has the simulated reader send its bytes, all at once, and ends
 * when the frame with the customer's name has been drawn.
 */
export async function benchSwipe(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const words = ["--demonstration", join(folder, "data"), "--language", "zh-CN"];
  const counter = await openCounter(words);
  try {
    await signOn(counter, "1001");
    const tookMs = await swipeInTurn(counter, await findVisitors(counter, VISITORS));
    return [
      atMost(
        "a swipe, until its customer is drawn on screen, in frames of the window",
        median(tookMs) / FRAME_MS,
        4,
      ),
    ];
  } finally {
    await counter.close();
    rmSync(folder, { recursive: true });
  }
}

/** Each swipe finds the counter at its first page, and somebody else's card in the hand. */
async function swipeInTurn(
  counter: Counter,
  visitors: readonly Visitor[],
): Promise<readonly number[]> {
  const tookMs: number[] = [];
  for (let turn = 0; turn < WARMING + SWIPES; turn += 1) {
    const visitor = visitors[turn % visitors.length];
    if (!visitor) throw new Error("nobody came to the counter");
    const { card, name } = visitor;
    await counter.readerWaits("swipe");
    await counter.teller.waitForTimeout(BETWEEN_SWIPES_MS); // Nobody swipes the next card at once.
    tookMs.push(await counter.teller.evaluate(timeOfSwipe, { card, name }));
    await counter.press("Escape");
    await counter.teller.getByText("请刷卡，或输入交易码").waitFor();
  }
  return tookMs.slice(WARMING);
}

/**
 * Runs inside the page: milliseconds from before the swipe until the frame with this name has been
 * drawn. No function in it has a name, for tsx would call a helper that the page does not have.
 */
function timeOfSwipe({ card, name }: { card: string; name: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    let beganAt = Number.NaN;
    setTimeout(
      () => reject(new Error("a swiped customer was not drawn within ten seconds")),
      10_000,
    );
    new MutationObserver((_, observer) => {
      if (document.querySelector(".person-facts strong")?.textContent !== name) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A task behind the frame's callbacks runs once the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - beganAt);
        port2.postMessage(undefined);
      });
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    const guitai: TellerBridge = Reflect.get(window, "guitai");
    beganAt = performance.now();
    void guitai.request("demonstration.swipe", { card, badly: false });
  });
}
