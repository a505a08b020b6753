import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { businessDate } from "#core/calendar/business-date.ts";
import type { BatchToMake } from "#core/commands/command.ts";
import { ShopKey } from "#core/contract/transactions.ts";
import { coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import { Serial, serialAfter } from "#core/voucher/stock.ts";
import { realDisk } from "#main/journal/disk.ts";
import { createCells } from "#main/password-card/cells.ts";
import { makeBatchFile } from "#main/password-card/make-batch-file.ts";
import { openShopFolder } from "#main/password-card/shop-folder.ts";
import { openShopKey } from "#main/password-card/shop-key.ts";
import { atLeast, type Figure, median, msOf } from "./figure.ts";

const CARDS = 2_000;
const ROUNDS = 5;

/**
 * Making cards whole (cells, lines, encryption, a durable file) against the bare keyed hashes that
 * their cells need: one for the card and one for each cell.
 */
export async function benchBatch(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const key = randomBytes(32);
  const first = Serial.parse("030000000001");
  const batch: BatchToMake["batch"] = {
    id: "b-1",
    first,
    last: serialAfter(first, CARDS - 1),
    version: 1,
    grid: defaultGrid,
    madeOn: businessDate("2026-11-22"),
    delivered: [],
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareMs = msOf(() => hashAll(key));
    const start = performance.now();
    await make(join(folder, String(round)), batch, key);
    ratios.push(bareMs / (performance.now() - start));
  }
  rmSync(folder, { recursive: true });
  return [atLeast("making cards against the bare HMACs they need", median(ratios), 0.5)];
}

/** As many keyed hashes as the cards need, of texts as long as theirs, and nothing else. */
function hashAll(key: Uint8Array): void {
  const texts = coordinatesOf(defaultGrid).map((place) => `030000000001|1|${place}|0`);
  for (let card = 0; card < CARDS; card += 1) {
    const cardKey = createHmac("sha256", key).update("card|030000000001|1").digest();
    for (const text of texts) createHmac("sha256", cardKey).update(text).digest();
  }
}

async function make(folder: string, batch: BatchToMake["batch"], key: Uint8Array): Promise<void> {
  const { publicKey } = await generateKeyPair("ECDH-ES", { crv: "P-256" });
  const { x, y } = await exportJWK(publicKey);
  const shopKey = await openShopKey(ShopKey.parse({ x, y }));
  if (!shopKey.ok) throw new Error("a new key is a good one");
  const made = await makeBatchFile(batch, {
    cells: createCells(key),
    key: shopKey.value,
    file: openShopFolder(folder, realDisk).begin(batch),
    now: () => performance.now(),
    isCalledOff: () => false,
    onProgress: () => undefined,
  });
  if (!made) throw new Error("nobody called it off");
}
