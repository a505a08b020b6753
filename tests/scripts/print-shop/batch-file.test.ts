import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flip } from "#tests/support/journal-folder.ts";
import { bankSends, shopFolder, shopMakesKey } from "#tests/support/print-shop.ts";
import { partsIn } from "../../../scripts/print-shop/batch-file.mjs";
import { cardList } from "../../../scripts/print-shop/card-list.mjs";
import { openKey } from "../../../scripts/print-shop/shop-key.mjs";

const smallGrid = { columns: 2, rows: 2, cellDigits: 3, challengeSize: 2 } as const;

async function readAll(path: string, key: Parameters<typeof partsIn>[1]): Promise<string> {
  const parts = partsIn(path, key);
  for (;;) {
    const next = await parts.next();
    if (next.done) return next.value;
  }
}

describe("a damaged file for the printer's shop", () => {
  // Goal: no byte of a file can change without its being refused.
  // Method: change every byte of a small one, one after the other, and open it each time.
  test("is refused whichever of its bytes was changed", { timeout: 60_000 }, async () => {
    const shop = await shopMakesKey();
    const key = await openKey(shop.privatePath);
    const { path } = await bankSends(shop.shopKey, 1, smallGrid);
    const bytes = readFileSync(path);
    expect(await readAll(path, key)).toBe(createHash("sha256").update(bytes).digest("hex"));

    for (let offset = 0; offset < bytes.length; offset += 1) {
      flip(path, offset);
      await expect(readAll(path, key)).rejects.toThrow(/damaged or was changed|another key/);
      writeFileSync(path, bytes);
    }
  });

  test("is refused where one of its texts is spelt in a second way", async () => {
    const shop = await shopMakesKey();
    const key = await openKey(shop.privatePath);
    const { path } = await bankSends(shop.shopKey, 1, smallGrid);
    const [line = ""] = readFileSync(path, "latin1").split("\n");
    const tag = line.slice(line.lastIndexOf(".") + 1);
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const respelt = `${line.slice(0, -1)}${letters[letters.indexOf(line.slice(-1)) + 1]}`;
    writeFileSync(path, `${respelt}\n`);

    const tagAgain = Buffer.from(respelt.slice(-tag.length), "base64url");
    expect(tagAgain).toEqual(Buffer.from(tag, "base64url"));
    await expect(readAll(path, key)).rejects.toThrow("damaged or was changed");
  });

  test("is refused cut off at whatever length", { timeout: 60_000 }, async () => {
    const shop = await shopMakesKey();
    const key = await openKey(shop.privatePath);
    const { path } = await bankSends(shop.shopKey, 1, smallGrid);
    const bytes = readFileSync(path);

    for (let length = 0; length < bytes.length; length += 1) {
      writeFileSync(path, bytes.subarray(0, length));
      await expect(readAll(path, key)).rejects.toThrow(/damaged or was changed/);
    }
  });

  test("is refused where a part is of another making of the same batch", async () => {
    const shop = await shopMakesKey();
    const key = await openKey(shop.privatePath);
    const one = await bankSends(shop.shopKey, 400);
    const other = await bankSends(shop.shopKey, 400);
    const [first = ""] = readFileSync(one.path, "latin1").split("\n");
    const [, second = ""] = readFileSync(other.path, "latin1").split("\n");
    const mixed = join(shopFolder(), "mixed.jwe");
    writeFileSync(mixed, `${first}\n${second}\n`);

    await expect(readAll(mixed, key)).rejects.toThrow("part 2 does not belong there");
  });
});

describe("the list of cards in a file", () => {
  const run = { first: "030000000001", last: "030000000002" };
  const follow = (...lines: readonly string[]) => {
    const list = cardList(run);
    list.follow(Buffer.from(`${lines.join("\n")}\n`));
    return list.end();
  };

  test("has each card of the batch once, in order", () => {
    expect(follow("serial,A1,B1", "030000000001,136,135", "030000000002,007,999")).toBe(2);
  });

  test.each([
    ["no heading", ["030000000001,136,135", "030000000002,136,135"]],
    ["a card left out", ["serial,A1,B1", "030000000002,136,135"]],
    ["a card twice", ["serial,A1,B1", "030000000001,136,135", "030000000001,136,135"]],
    ["too few cards", ["serial,A1,B1", "030000000001,136,135"]],
    ["a cell missing", ["serial,A1,B1", "030000000001,136,135", "030000000002,136"]],
    ["a cell too short", ["serial,A1,B1", "030000000001,136,135", "030000000002,13,135"]],
    ["a cell of letters", ["serial,A1,B1", "030000000001,136,135", "030000000002,13A,135"]],
  ])("is no list with %s", (_what, lines) => {
    expect(() => follow(...lines)).toThrow("is not what a bank sends");
  });
});
