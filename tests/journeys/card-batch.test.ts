import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Reply } from "#core/contract/contract.ts";
import { journeyPlace, verify } from "#tests/support/journey.ts";
import { anyShopKey, printShop, shopMakesKey } from "#tests/support/print-shop.ts";
import type { Counter } from "../../scripts/tour/counter.ts";

const place = journeyPlace("card-batch");
const folder = place.folder("branch");

/** More cards than go into one part of the file. */
const COUNT = 500;

let counter: Counter;

beforeAll(async () => {
  counter = await place.start("--demonstration", folder);
  await counter.ask("session.sign-on", { teller: "1001", password: "Guitai-demo-1001" });
});

const approvedFor = async (shopKey: { readonly x: string; readonly y: string }) => {
  const request = { code: "8007", input: { count: COUNT, shopKey } } as const;
  const word = { request, approver: "3001", password: "Guitai-demo-3001" };
  const { grant } = await counter.ask("authorisation.approve", word);
  return { request, grant };
};

/** Asks for what is to be refused. */
function refused(asked: unknown): Promise<Reply<"batch.make">> {
  return counter.teller.evaluate(
    (sent) => Reflect.get(window, "guitai").request("batch.make", sent),
    asked,
  );
}

test("Electron's own cryptography refuses a key that is no point of the curve", async () => {
  const { x } = await anyShopKey();

  expect(await refused(await approvedFor({ x, y: x }))).toEqual({
    ok: false,
    refusal: { code: "batch.shop-key-bad" },
  });
});

test("O03: a batch made in the program is opened by the shop with Node alone, once", async () => {
  const shop = await shopMakesKey();
  const { request, grant } = await approvedFor(shop.shopKey);
  const { ref: written, file } = await counter.ask("batch.make", { request, grant });
  await counter.ask("transaction.run", { id: randomUUID(), request, grant, written });
  const [made] = await counter.ask("batch.list", undefined);
  const out = join(shop.folder, "cards.csv");

  const opened = await printShop("open", file, "--key", shop.privatePath, "--out", out);

  expect(opened.code).toBe(0);
  expect(made).toMatchObject({ count: COUNT, file });
  const lines = readFileSync(out, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(1 + COUNT);
  expect(lines.at(-1)?.slice(0, 12)).toBe(made?.last);
  expect(readdirSync(`${folder}-for-the-shop`).filter((name) => name.endsWith(".part"))).toEqual(
    [],
  );
  await counter.close();
  expect(verify(folder).code).toBe(0);
});
