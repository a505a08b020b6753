import { join } from "node:path";
import { bring, openScreen } from "./acts.ts";
import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";
import { findVisitor } from "./visitor.ts";

/**
 * 3015: the reader is set up, tested and followed on its cable; then its port is one that is not
 * there, as with a cable that was pulled, and last it is the presenter's again. `empty` is a folder
 * that holds no port.
 */
export async function playReaderStory(
  counter: Counter,
  album: Album,
  empty: string,
): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "3015");
  await teller.getByRole("radiogroup", { name: "端口" }).waitFor();
  await album.shoot(teller, "reader");
  await tabTo(teller, "检测读卡器");
  await counter.press("Enter");
  await teller.getByRole("table", { name: "检测结果" }).waitFor();
  await album.shoot(teller, "reader-tested");

  await bring(counter, (await findVisitor(counter)).card);
  await openScreen(counter, "3015");
  await tabTo(teller, "线上的往来");
  await album.shoot(teller, "reader-trace");
  await counter.press("Control+Shift+L");
  await album.shoot(teller, "reader-trace-english");
  await counter.press("Control+Shift+L");

  await openScreen(counter, "3015");
  await choose(teller, "端口", "其他路径");
  await tabTo(teller, "端口路径");
  await counter.type(join(empty, "reader"));
  await counter.press("Control+Enter");
  await barSays(counter, "找不到读卡器端口");
  await album.shoot(teller, "reader-gone");
  await counter.press("Shift+Tab");
  await choose(teller, "端口", "演示台的模拟读卡器");
  await counter.press("Control+Enter");
  await barSays(counter, "读卡器就绪");
  await counter.press("Escape");
}

/** The reader along the lower edge of the window. */
function barSays({ teller }: Counter, said: string): Promise<void> {
  return teller.getByRole("status", { name: "读卡器" }).filter({ hasText: said }).waitFor();
}
