import { createHash, randomUUID } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ShopKey } from "#core/contract/transactions.ts";
import { realDisk } from "#main/journal/disk.ts";
import { realMachine } from "#main/machine.ts";
import { closeBooks } from "#main/open-books.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { type DiskEnd, dyingDisk } from "#tests/support/dying-disk.ts";
import { watchedDisk } from "#tests/support/journal-faulty-disk.ts";
import { anyShopKey } from "#tests/support/print-shop.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { emptyPlace, openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";
import { approved, forTheShop, make, sitDown } from "./making.ts";

let branch: string;
let shopKey: ShopKey;
beforeAll(async () => {
  branch = await trialBranch();
  shopKey = await anyShopKey();
});

/** A branch in which nothing was done yet. */
function freshBranch(): string {
  const folder = emptyPlace();
  cpSync(branch, folder, { recursive: true });
  return folder;
}

/** Makes and posts a batch, until the disk ends at this change of it. */
async function makeUntil(folder: string, step: number, end: DiskEnd): Promise<"ended" | "whole"> {
  const { disk, endAt, hasEnded } = dyingDisk();
  const machine = { ...realMachine, disk };
  const counter = await openWorkstation(folder, "live", { machine, onIncident: () => undefined });
  const people = atCounter(counter);
  await people.signOn();
  const { request, grant } = await approved(people, 3, shopKey);

  endAt(step, end);
  try {
    const { ref: written } = await counter.get("batch.make", { request, grant });
    await people.done(request, { id: randomUUID(), grant, written });
  } catch {
    // What is left of it is what the test looks at.
  }
  await counter.close();
  return hasEnded() ? "ended" : "whole";
}

/** The files that the journal names, each with the hash it bears. */
async function journalled(folder: string): Promise<readonly (readonly [string, string])[]> {
  const books = await openTestBooks(folder, "live", realDisk);
  const batches = books.ledger.books.all("passwordCardBatch");
  closeBooks(books);
  return batches.map(({ file }) => [file?.name ?? "", file?.sha256 ?? ""] as const);
}

/** The files that lie for the shop. */
function laid(folder: string): readonly (readonly [string, string])[] {
  return forTheShop(folder).map((name) => {
    const bytes = readFileSync(join(`${folder}-for-the-shop`, name));
    return [name, createHash("sha256").update(bytes).digest("hex")] as const;
  });
}

describe("a batch that is interrupted half way", () => {
  // Goal: after any end of the disk, at every single change it makes for a batch, the next start finds
  // nothing of that batch, or all of it; and a batch can be made again.
  // Method: end the disk at the first change, the second, and so on until the batch comes through.
  test.each<DiskEnd>(["dies", "EIO", "EIO-after", "half-written"])(
    "is not there, or whole, wherever the disk ends (%s)",
    { timeout: 120_000 },
    async (end) => {
      const found: number[] = [];
      for (let step = 1; ; step += 1) {
        const folder = freshBranch();
        const came = await makeUntil(folder, step, end);

        const reopened = await openWorkstation(folder, "live");
        const files = laid(folder);
        await reopened.close();

        expect(files).toEqual(await journalled(folder));
        found.push(files.length);
        if (came === "whole") break;
      }
      expect(found.length).toBeGreaterThan(8);
      expect(new Set(found)).toEqual(new Set([0, 1]));
    },
  );

  test("C05: is journalled where the disk failed it, and the failure is shown as one", async () => {
    const { disk, endAt } = dyingDisk();
    const { counter, people } = await sitDown(freshBranch(), { machine: { ...realMachine, disk } });
    const asked = await approved(people, 3, shopKey);
    const before = await people.sequence();
    endAt(4, "EIO");

    await expect(counter.get("batch.make", asked)).rejects.toThrow("batch.file-failed");

    expect(await people.sequence()).toBe(before + 1);
    expect(await people.lastLine()).toEqual({
      code: "8007",
      teller: "1001",
      entries: ["request.refused"],
    });
  });

  test("can be made again after the disk failed, without a start between", async () => {
    const folder = freshBranch();
    const { disk, endAt } = dyingDisk();
    const desk = await sitDown(folder, { machine: { ...realMachine, disk } });
    const asked = await approved(desk.people, 3, shopKey);
    endAt(4, "EIO");
    await expect(desk.counter.get("batch.make", asked)).rejects.toThrow("batch.file-failed");
    expect(forTheShop(folder)).toEqual([]);

    await make(desk, 3, shopKey);

    await desk.counter.close();
    expect(laid(folder)).toEqual(await journalled(folder));
  });

  test("reaches the disk before its posting, and has its name after it", async () => {
    const { disk, seen } = watchedDisk();
    const folder = freshBranch();
    const desk = await sitDown(folder, { machine: { ...realMachine, disk } });
    const { request, grant } = await approved(desk.people, 3, shopKey);
    const before = seen.length;
    const { ref: written } = await desk.counter.get("batch.make", { request, grant });
    await desk.people.done(request, { id: randomUUID(), grant, written });

    const [name = ""] = forTheShop(folder);
    const part = "b-1-030000000001-030000000003.jwe.part";
    expect(seen.slice(before)).toEqual([
      expect.stringMatching(/^flush folder guitai-/),
      `write ${part}`,
      `flush ${part}`,
      "flush folder data-for-the-shop",
      "write seg-00000001.wal",
      "flush seg-00000001.wal",
      "write HEAD",
      "flush HEAD",
      `rename to ${name}`,
      "flush folder data-for-the-shop",
    ]);
  });
});

/** What the clock and the starts brought about, by code. */
async function bySystem(counter: TestedWorkstation): Promise<readonly string[]> {
  const { rows } = await counter.get("journal.list", { teller: "system", page: 0 });
  return rows.map(({ code, entries }) => `${code} ${entries.join(" ")}`);
}

describe("what a start finds in the folder for the shop", () => {
  test("an unfinished file goes, and that is journalled; what is not ours stays", async () => {
    const folder = freshBranch();
    const first = await sitDown(folder);
    await make(first, 3, shopKey);
    await first.counter.close();
    const [whole = ""] = forTheShop(folder);
    const shop = `${folder}-for-the-shop`;
    writeFileSync(join(shop, "b-2-030000000004-030000000006.jwe.part"), "half a batch");
    writeFileSync(join(shop, "letter to the shop.part"), "Dear shop");

    const { counter } = await sitDown(folder);

    expect(forTheShop(folder)).toEqual([whole, "letter to the shop.part"].sort());
    expect(await bySystem(counter)).toContain("8007 request.refused");
  });

  test("nothing is journalled where nothing is left over", async () => {
    const folder = freshBranch();
    const first = await sitDown(folder);
    await make(first, 3, shopKey);
    await first.counter.close();

    const { counter } = await sitDown(folder);

    expect(await bySystem(counter)).not.toContain("8007 request.refused");
  });
});
