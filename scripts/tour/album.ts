import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { say } from "../setup/telling.mjs";

/** Takes the pictures of the tour, numbered in the order of the story. */
export interface Album {
  readonly folder: string;
  readonly shoot: (page: Page, name: string, take?: () => Promise<Buffer>) => Promise<void>;
}

/** Long enough for a transition to end; a picture only, nothing waits on it. */
const SETTLE_MS = 350;

/** An album in a folder of its own. */
export function openAlbum(folder: string): Album {
  mkdirSync(folder, { recursive: true });
  let count = 0;

  return {
    folder,
    async shoot(page, name, take = () => page.screenshot()) {
      count += 1;
      const file = `${String(count).padStart(3, "0")}-${name}.png`;
      await page.waitForTimeout(SETTLE_MS);
      writeFileSync(join(folder, file), await take());
      say(`  ${file}`);
    },
  };
}

/** For whoever plays a story without wanting pictures of it. */
export const noPictures: Album = { folder: "", shoot: async () => {} };
