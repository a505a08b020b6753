import { openScreen, post, preview } from "./acts.ts";
import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";

/** 9012, 9013: a chief looks at what the rules warned of, reviews one, and tries the rules out (1.6). */
export async function playRiskStory(counter: Counter, album: Album): Promise<void> {
  const { teller, press, type } = counter;
  await openScreen(counter, "9012");
  await teller.locator("tr[data-row]").first().waitFor();
  await album.shoot(teller, "risk-warnings");
  await tabTo(teller, "2004 预留手机号变更");
  await press("Enter");
  await teller.getByRole("heading", { name: /^预警/ }).waitFor();
  await choose(teller, "核查结论", "继续观察");
  await tabTo(teller, "核查说明");
  await type("本人持证件到柜面，手提包被盗属实");
  await album.shoot(teller, "risk-review");
  await preview(counter);
  await post(counter);

  await openScreen(counter, "9013");
  await teller.getByRole("heading", { name: "试算" }).waitFor();
  await tabTo(teller, "原因");
  await press("Shift+Tab"); // The rules are long; the way up from the reason is short.
  await teller.locator("button:focus", { hasText: "开始试算" }).waitFor();
  await press("Enter");
  await teller.getByText(/重看 \d+ 条流水/).waitFor();
  await album.shoot(teller, "risk-try-out");
  await press("Escape");
}
