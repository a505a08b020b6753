import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CryptoKey, compactDecrypt, exportJWK, generateKeyPair } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import type { BatchToMake } from "#core/commands/command.ts";
import { ShopKey } from "#core/contract/transactions.ts";
import { defaultGrid, type Grid } from "#core/password-card/grid.ts";
import { Serial, serialAfter } from "#core/voucher/stock.ts";
import { realDisk } from "#main/journal/disk.ts";
import { partsOf, rowBytes } from "#main/password-card/batch-part.ts";
import { createCells } from "#main/password-card/cells.ts";
import { type MakingParts, makeBatchFile } from "#main/password-card/make-batch-file.ts";
import { openShopFolder } from "#main/password-card/shop-folder.ts";
import { type OpenShopKey, openShopKey } from "#main/password-card/shop-key.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";

const first = Serial.parse("030000000001");
const cells = createCells(randomBytes(32));

let shopKey: OpenShopKey;
let privateKey: CryptoKey;
beforeAll(async () => {
  const pair = await generateKeyPair("ECDH-ES", { crv: "P-256" });
  privateKey = pair.privateKey;
  const { x, y } = await exportJWK(pair.publicKey);
  const opened = await openShopKey(ShopKey.parse({ x, y }));
  if (!opened.ok) throw new Error("a new key is a good one");
  shopKey = opened.value;
});

function batchOf(count: number, grid: Grid = defaultGrid): BatchToMake["batch"] {
  return {
    id: "b-1",
    first,
    last: serialAfter(first, count - 1),
    version: 1,
    grid,
    madeOn: businessDate("2026-11-22"),
    delivered: [],
  };
}

async function makeInto(folder: string, count: number, more: Partial<MakingParts> = {}) {
  const batch = batchOf(count);
  const made = await makeBatchFile(batch, {
    cells,
    key: shopKey,
    file: openShopFolder(join(folder, "data"), realDisk).begin(batch),
    now: () => 0,
    isCalledOff: () => false,
    onProgress: () => undefined,
    ...more,
  });
  const shop = join(folder, "data-for-the-shop");
  const [name = ""] = readdirSync(shop);
  const text = readFileSync(join(shop, name), "latin1");
  return { made, text, lines: text.split("\n").slice(0, -1) };
}

/** Of which making a part says it is. */
async function markOf(line: string): Promise<string> {
  const { guitai } = (await opened(line)).protectedHeader;
  return (guitai as { readonly making: string }).making; // Anybody's header: the test reads ours.
}

const opened = (line: string) => compactDecrypt(line, privateKey);

describe("the parts of a batch", () => {
  test("share its cards without a gap, and one card more makes one part more", () => {
    const perPart = partsOf(batchOf(1_000))[0]?.cards ?? 0;

    expect(partsOf(batchOf(perPart))).toEqual([{ number: 1, of: 1, first, cards: perPart }]);
    expect(partsOf(batchOf(perPart + 1))).toEqual([
      { number: 1, of: 2, first, cards: perPart },
      { number: 2, of: 2, first: serialAfter(first, perPart), cards: 1 },
    ]);
  });

  test("hold at least a card, however large a layout is", () => {
    const grid: Grid = { columns: 26, rows: 99, cellDigits: 12, challengeSize: 8 };

    expect(rowBytes(grid)).toBe(12 + 2574 * 13 + 1);
    expect(partsOf(batchOf(8, grid)).reduce((sum, { cards }) => sum + cards, 0)).toBe(8);
    expect(partsOf(batchOf(200_000)).every(({ cards }) => cards > 0)).toBe(true);
  });
});

describe("the file for the printer's shop", () => {
  test("RFC 7516: is a line of JWE for each part, which any JOSE library opens", async () => {
    const { made, text, lines } = await makeInto(emptyFolder(), 400);

    const parts = await Promise.all(lines.map(opened));
    expect(parts.map(({ protectedHeader }) => protectedHeader)).toMatchObject([
      { alg: "ECDH-ES", enc: "A256GCM", cty: "text/csv", kid: shopKey.thumbprint },
      { alg: "ECDH-ES", enc: "A256GCM", guitai: { batch: "b-1", part: 2, parts: 2 } },
    ]);
    expect(made?.file).toEqual({
      name: expect.stringMatching(/^b-1-030000000001-030000000400-[0-9a-f]{8}\.jwe$/),
      sha256: createHash("sha256").update(text, "latin1").digest("hex"),
      shopKey: shopKey.thumbprint,
    });
  });

  test("reads, part after part, as one list of cards", async () => {
    const { lines } = await makeInto(emptyFolder(), 400);

    const parts = await Promise.all(lines.map(opened));
    const list = parts.map(({ plaintext }) => Buffer.from(plaintext).toString("latin1")).join("");
    const rows = list.split("\n");
    expect(rows).toHaveLength(402);
    expect(rows[1]?.length).toBe(rowBytes(defaultGrid) - 1);
    expect(rows[400]).toMatch(/^030000000400,/);
    expect(rows[401]).toBe("");
    const card = { serial: serialAfter(first, 399), version: 1, grid: defaultGrid };
    expect(rows[400]?.split(",").slice(1).join("")).toBe(cells.allOf(card));
  });

  test("tells two makings of the same cards apart, in every part", async () => {
    const one = await makeInto(emptyFolder(), 400);
    const other = await makeInto(emptyFolder(), 400);

    const marks = await Promise.all([...one.lines, ...other.lines].map(markOf));
    expect(marks[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(marks[1]).toBe(marks[0]);
    expect(marks[2]).not.toBe(marks[0]);
    expect(marks[3]).toBe(marks[2]);
  });

  test("lets others have their turn within one part, after every ten milliseconds", async () => {
    let ms = 0;
    let isCalledOff = false;
    setImmediate(() => {
      isCalledOff = true;
    });
    const now = () => {
      ms += 4;
      return ms;
    };

    const { made, text } = await makeInto(emptyFolder(), 100, {
      now,
      isCalledOff: () => isCalledOff,
    });

    expect(made).toBeUndefined();
    expect(text).toBe("");
  });

  test("is not finished when it is called off at its last card", async () => {
    let asked = 0;
    const isCalledOff = () => {
      asked += 1;
      return asked > 3;
    };

    const { made } = await makeInto(emptyFolder(), 3, { isCalledOff });

    expect(made).toBeUndefined();
  });
});
