import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { onTestFinished } from "vitest";
import { ShopKey } from "#core/contract/transactions.ts";

const SCRIPT = resolve(import.meta.dirname, "../../scripts/print-shop.mjs");

/** How the shop's script ended, and what it said. */
export interface ShopsWord {
  readonly code: number;
  readonly said: string;
}

/** A key pair that the shop's own script made, in a folder that goes away with the test. */
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
  const { code, said } = await printShop("key", "--out", folder);
  const privatePath = /Private +(\S+)/.exec(said)?.[1] ?? "";
  const publicPath = /For bank +(\S+)/.exec(said)?.[1] ?? "";
  if (code !== 0) throw new Error(said);
  const { x, y } = JSON.parse(readFileSync(publicPath, "utf8"));
  return { folder, privatePath, publicPath, shopKey: ShopKey.parse({ x, y }) };
}

/** A public key that nobody keeps the other half of. */
export async function anyShopKey(): Promise<ShopKey> {
  const { publicKey } = await generateKeyPair("ECDH-ES", { crv: "P-256" });
  const { x, y } = await exportJWK(publicKey);
  return ShopKey.parse({ x, y });
}
