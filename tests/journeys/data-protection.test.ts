import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#tests/support/accessible.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import { authorise, openScreen, posted, preview, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";

const place = journeyPlace("data-protection");
const pictures = process.env.GUITAI_PICTURES;

let counter: Counter;

/** Looks at the page in both languages; leaves pictures where somebody asked for them. */
async function expectAccessible(name: string): Promise<void> {
  for (const _language of ["zh-CN", "en"]) {
    const lang = await counter.teller.evaluate(() => document.documentElement.lang);
    expect(await faultsOf(counter.teller)).toEqual([]);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await counter.teller.screenshot({
        path: join(pictures, `${name}-${lang}.png`),
        fullPage: true,
      });
    }
    await counter.press("Control+Shift+L");
  }
}

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "3001");
});

test("9009: a backup is made by keyboard alone, and its manifest number is there to write down", async () => {
  await openScreen(counter, "9009");
  await says(counter.teller, "立即备份");
  await tabTo(counter.teller, "开始备份");

  await counter.press("Enter");

  await says(counter.teller, "备份完成");
  await says(counter.teller, "请抄下清单号");
  await expectAccessible("9009");
});

test("9005: the evidence of a case is allowed by two, and written under a passphrase typed twice", async () => {
  const { rows } = await counter.ask("loss.register", { show: "all", text: "", page: 0 });
  await openScreen(counter, "9005");
  await counter.type(rows[0]?.number ?? "");
  await counter.press("Tab");
  await counter.type("法院调取");
  await preview(counter);
  await expectAccessible("9005-preview");
  await authorise(counter, "2001");
  await posted(counter);
  await says(counter.teller, "写出取证文件");
  await expectAccessible("9005-passphrase");

  await counter.type("told by telephone");
  await counter.press("Tab");
  await counter.type("told by telephone");
  await counter.press("Enter");

  await says(counter.teller, "文件已写出");
  await expectAccessible("9005-written");
});
