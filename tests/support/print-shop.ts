import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { onTestFinished } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { ShopKey } from "#core/contract/transactions.ts";
import { known } from "#core/kernel/assert.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import { defaultGrid, type Grid } from "#core/password-card/grid.ts";
import { Serial, serialAfter } from "#core/voucher/stock.ts";
import { realDisk } from "#main/journal/disk.ts";
import { type Cells, createCells } from "#main/password-card/cells.ts";
import { makeBatchFile } from "#main/password-card/make-batch-file.ts";
import { openShopFolder } from "#main/password-card/shop-folder.ts";
import { openShopKey } from "#main/password-card/shop-key.ts";
import { makeKeyPair } from "../../scripts/print-shop/shop-key.mjs";

const SCRIPT = resolve(import.meta.dirname, "../../scripts/print-shop.mjs");

/** How the shop's script ended, and what it said. */
export interface ShopsWord {
  readonly code: number;
  readonly said: string;
}

/** A key pair that the shop's own code made, in a folder that goes away with the test. */
export interface ShopKeyPair {
  readonly folder: string;
  readonly privatePath: string;
  readonly publicPath: string;
  /** What the teller enters. */
  readonly shopKey: ShopKey;
}

/** Runs the script of the printer's shop as the shop does: a process of its own. */
export function printShop(...words: readonly string[]): Promise<ShopsWord> {
  return new Promise((answer) => {
    execFile(process.execPath, [SCRIPT, ...words], (failure, stdout, stderr) => {
      const code = failure ? Number(failure.code) : 0;
      answer({ code, said: `${stdout}${stderr}` });
    });
  });
}

/** A place of the shop's own. */
export function shopFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guitai-shop-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The shop makes a key for one batch. */
export async function shopMakesKey(): Promise<ShopKeyPair> {
  const folder = shopFolder();
  const files = await makeKeyPair(folder);
  const { x, y } = JSON.parse(readFileSync(files.public, "utf8"));
  return {
    folder,
    privatePath: files.private,
    publicPath: files.public,
    shopKey: ShopKey.parse({ x, y }),
  };
}

/** What the bank sends: the file of a batch, made by the program's own code, and the cells in it. */
export async function bankSends(
  shopKey: ShopKey,
  count: number,
  grid: Grid = defaultGrid,
): Promise<{ readonly path: string; readonly batch: PasswordCardBatch; readonly cells: Cells }> {
  const first = Serial.parse("030000000001");
  const batch = {
    id: "b-1",
    first,
    last: serialAfter(first, count - 1),
    version: 1,
    grid,
    madeOn: businessDate("2026-11-22"),
    delivered: [],
  };
  const folder = openShopFolder(join(shopFolder(), "data"), realDisk);
  const key = await openShopKey(shopKey);
  if (!key.ok) throw new Error("the shop's key is a good one");
  const cells = createCells(randomBytes(32));
  const made = await makeBatchFile(batch, {
    cells,
    key: key.value,
    file: folder.begin(batch),
    now: () => 0,
    isCalledOff: () => false,
    onProgress: () => undefined,
  });
  const sent = known(made, "nobody called it off");
  folder.lay(sent);
  return { path: folder.pathOf(sent), batch: sent, cells };
}

/** A public key that nobody keeps the other half of. */
export async function anyShopKey(): Promise<ShopKey> {
  const { publicKey } = await generateKeyPair("ECDH-ES", { crv: "P-256" });
  const { x, y } = await exportJWK(publicKey);
  return ShopKey.parse({ x, y });
}
