import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ShopKey } from "#core/contract/transactions.ts";
import { readStockFile } from "#core/password-card/stock-file.ts";
import {
  bankSends,
  printShop,
  type ShopKeyPair,
  shopFolder,
  shopMakesKey,
} from "#tests/support/print-shop.ts";

/** More cards than go into one part of a file. */
const TWO_PARTS = 400;

function opening(shop: ShopKeyPair, path: string, ...more: readonly string[]) {
  const out = join(shop.folder, "cards.csv");
  return {
    out,
    open: () => printShop("open", path, "--key", shop.privatePath, "--out", out, ...more),
  };
}

/** Nothing was written, and the key is as it was. */
function untouched(shop: ShopKeyPair): readonly string[] {
  const keys = [basename(shop.privatePath), basename(shop.publicPath)];
  return readdirSync(shop.folder)
    .filter((name) => !keys.includes(name))
    .sort();
}

/**
 * A script that has written the first part of a file into its list and waits for the rest: `path`
 * comes through a pipe. `words` are the ones that follow the key and the list.
 */
async function halfOpened(shop: ShopKeyPair, path: string, ...more: readonly string[]) {
  const pipe = join(shopFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  const writer = openSync(pipe, "r+");
  const [first = "", ...rest] = readFileSync(path, "latin1").split("\n");
  const out = join(shop.folder, "cards.csv");
  const script = resolve(import.meta.dirname, "../../../scripts/print-shop.mjs");
  const words = [script, "open", pipe, "--key", shop.privatePath, "--out", out, ...more];
  const program = spawn(process.execPath, words);
  const ended = new Promise<number | null>((answer) => program.once("exit", answer));
  writeSync(writer, `${first}\n`); // Waits for the program where a pipe is full.
  const part = `${out}.print-shop.part`;
  await vi.waitFor(() => expect(statSync(part).size).toBeGreaterThan(0), 20_000);
  return {
    out,
    part,
    program,
    /** Lets the pipe end here, as the file would. */
    close: () => closeSync(writer),
    /** Sends the rest, and answers how the script ended. */
    goOn() {
      writeSync(writer, rest.join("\n"));
      closeSync(writer);
      return ended;
    },
    ended,
  };
}

describe("a key of the printer's shop", () => {
  test("is a private file for its owner alone and a public one without the secret", async () => {
    const folder = shopFolder();

    const { code, said } = await printShop("key", "--out", join(folder, "keys"));

    const [privatePath = "", publicPath = ""] = readdirSync(join(folder, "keys")).map((name) =>
      join(folder, "keys", name),
    );
    expect(code).toBe(0);
    expect(said).toContain(privatePath);
    expect(said).toContain(publicPath);
    expect(statSync(privatePath).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "keys")).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(privatePath, "utf8"))).toHaveProperty("d");
    const { x, y, ...others } = JSON.parse(readFileSync(publicPath, "utf8"));
    expect(ShopKey.safeParse({ x, y }).success).toBe(true);
    expect(others).toEqual({ kty: "EC", crv: "P-256" });
  });

  test("is another one each time", async () => {
    const [one, other] = [await shopMakesKey(), await shopMakesKey()];

    expect(one.shopKey).not.toEqual(other.shopKey);
  });
});

describe("opening the file of a batch", () => {
  test("writes every card for its owner alone, and the key is gone", async () => {
    const shop = await shopMakesKey();
    const { path, batch, cells } = await bankSends(shop.shopKey, TWO_PARTS);
    const { out, open } = opening(shop, path);

    const { code, said } = await open();

    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines).toHaveLength(1 + TWO_PARTS);
    expect(lines[1]?.split(",").slice(1).join("")).toBe(
      cells.allOf({ serial: batch.first, version: 1, grid: batch.grid }),
    );
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(existsSync(shop.privatePath)).toBe(false);
    expect(said).toContain(`SHA-256   ${batch.file?.sha256} (compare it with what the bank says`);
    expect(untouched(shop)).toEqual(["cards.csv", `${basename(shop.privatePath)}.used`]);
  });

  test("happens once: the second time there is no key, and the words say so", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    await opening(shop, path).open();
    const again = join(shop.folder, "again.csv");

    const { code, said } = await printShop("open", path, "--key", shop.privatePath, "--out", again);

    expect(code).toBe(1);
    expect(said).toContain("a key opens one file, once");
    expect(existsSync(again)).toBe(false);
  });

  test("is not made twice by putting the key back where it was, only by copying it away", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const elsewhere = join(shopFolder(), "copy.json");
    copyFileSync(shop.privatePath, elsewhere);
    await opening(shop, path).open();
    copyFileSync(elsewhere, shop.privatePath);
    const again = join(shop.folder, "again.csv");

    const back = await printShop("open", path, "--key", shop.privatePath, "--out", again);
    expect(back).toMatchObject({ code: 1, said: expect.stringContaining("once") });
    expect(existsSync(shop.privatePath)).toBe(false);

    // What the words on the screen admit: a copy that nobody knows of is out of reach.
    expect(await printShop("open", path, "--key", elsewhere, "--out", again)).toMatchObject({
      code: 0,
    });
    expect((await printShop()).said).toContain("Whoever has a copy of the key");
  });

  test("writes the stock file that the bank takes in", async () => {
    const shop = await shopMakesKey();
    const { path, batch } = await bankSends(shop.shopKey, 5);
    const stock = join(shop.folder, "stock.csv");
    await opening(shop, path, "--stock", stock).open();

    const all = readFileSync(stock, "utf8");
    const spoiled = all.replace("030000000004,good", "030000000004,spoiled");

    expect(readStockFile(all, [batch])).toEqual({
      ok: true,
      value: { batch: "b-1", good: [{ first: batch.first, last: batch.last }], spoiled: [] },
    });
    expect(readStockFile(spoiled, [batch])).toMatchObject({
      ok: true,
      value: { spoiled: ["030000000004"] },
    });
  });

  test("goes on after an opening that was cut off by a power failure", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const { out, open } = opening(shop, path);
    writeFileSync(`${out}.print-shop.part`, "serial,A1\n030000000001,136");

    expect(await open()).toMatchObject({ code: 0 });
    expect(readdirSync(shop.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  // Windows has neither such pipes nor such signals.
  test.skipIf(process.platform === "win32").each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "ended by %s leaves no card in clear",
    { timeout: 60_000 },
    async (signal) => {
      const shop = await shopMakesKey();
      const { path } = await bankSends(shop.shopKey, TWO_PARTS);
      const { program, part, close, ended } = await halfOpened(shop, path);

      program.kill(signal);
      await vi.waitFor(() => expect(existsSync(part)).toBe(false), 20_000);
      close();
      await ended;

      expect(untouched(shop)).toEqual([]);
    },
  );
});

describe("a file that cannot be opened", () => {
  async function refusedWith(change: (lines: string[]) => string[], words: RegExp) {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, TWO_PARTS);
    const lines = readFileSync(path, "latin1").split("\n");
    writeFileSync(path, change(lines).join("\n"), "latin1");

    const { code, said } = await opening(shop, path).open();

    expect(said).toMatch(words);
    expect(said).not.toMatch(/ {4}at /); // No trace of the program: plain words.
    expect(code).toBe(1);
    expect(untouched(shop)).toEqual([]);
    expect(existsSync(shop.privatePath)).toBe(true);
  }

  test("is one whose last part is missing", async () => {
    await refusedWith(([one = "", , end = ""]) => [one, end], /it ends early/);
  });

  test("is one whose end is cut off", async () => {
    await refusedWith(([one = "", two = ""]) => [one, two.slice(0, -9)], /damaged or was changed/);
  });

  test("is one whose parts are not in order", async () => {
    await refusedWith(
      ([one = "", two = "", end = ""]) => [two, one, end],
      /part 1 does not belong there/,
    );
  });

  test("is one with a part twice", async () => {
    await refusedWith(
      ([one = "", two = "", end = ""]) => [one, one, two, end],
      /part 2 does not belong there/,
    );
  });

  test("is one with a byte changed", async () => {
    await refusedWith(
      ([one = "", two = "", end = ""]) => [
        one,
        `${two.slice(0, 5000)}${two[5000] === "A" ? "B" : "A"}${two.slice(5001)}`,
        end,
      ],
      /part 2 cannot be decrypted/,
    );
  });

  test("is one that goes on after its last part", async () => {
    await refusedWith(([one = "", two = ""]) => [one, two, "Dear shop"], /last line has no end/);
    await refusedWith(([one = "", two = ""]) => [one, two, "Dear shop", ""], /part 3/);
    await refusedWith(([one = "", two = ""]) => [one, two, "\n"], /part 3/);
  });

  test("is an empty one, and one that is no file of a bank at all", async () => {
    await refusedWith(() => [], /it ends early/);
    await refusedWith(() => ["Dear shop", ""], /part 1/);
  });

  test("is one for another key: the key is kept", async () => {
    const [shop, other] = [await shopMakesKey(), await shopMakesKey()];
    const { path } = await bankSends(other.shopKey, 3);

    const { code, said } = await opening(shop, path).open();

    expect(code).toBe(1);
    expect(said).toContain("made for another key");
    expect(untouched(shop)).toEqual([]);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test("is another one than the bank means, by the hash the bank says", async () => {
    const shop = await shopMakesKey();
    const { path, batch } = await bankSends(shop.shopKey, 3);

    const wrong = await opening(shop, path, "--sha256", "0".repeat(64)).open();
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining("The key is kept") });
    expect(untouched(shop)).toEqual([]);

    const right = await opening(shop, path, "--sha256", batch.file?.sha256 ?? "").open();
    expect(right.code).toBe(0);
    expect(right.said).toContain(`SHA-256   ${batch.file?.sha256} (the bank says the same)`);
  });

  test("is one that is not there", async () => {
    const shop = await shopMakesKey();

    const { code, said } = await opening(shop, join(shop.folder, "none.jwe")).open();

    expect(code).toBe(1);
    expect(said).toContain("cannot be read: ENOENT");
    expect(untouched(shop)).toEqual([]);
  });
});

describe("an opening that would write over something", () => {
  test("is refused where the list is there already, and the key is kept", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const { out, open } = opening(shop, path);
    writeFileSync(out, "mine");

    const { code, said } = await open();

    expect(code).toBe(1);
    expect(said).toContain("is there already");
    expect(readFileSync(out, "utf8")).toBe("mine");
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test("is refused where the stock file is there already, before anything is opened", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const stock = join(shop.folder, "stock.csv");
    writeFileSync(stock, "mine");
    const { out, open } = opening(shop, path, "--stock", stock);

    expect(await open()).toMatchObject({ code: 1 });
    expect(existsSync(out)).toBe(false);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test("is refused where the list's folder is not there", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const out = join(shop.folder, "nowhere", "cards.csv");

    const { code, said } = await printShop("open", path, "--key", shop.privatePath, "--out", out);

    expect(code).toBe(1);
    expect(said).toContain("cannot be written: ENOENT");
    expect(existsSync(shop.privatePath)).toBe(true);
  });
});

describe("the key is gone whenever the list has its name, and kept whenever it has not", () => {
  test.each([
    ["the list and the stock file", "cards.csv", "cards.csv"],
    ["the same, spelt differently", "cards.csv", "./Cards.csv"],
    ["the list and what the stock file is written to at first", "s.csv.print-shop.part", "s.csv"],
    ["the stock file and what the list is written to at first", "c.csv", "c.csv.print-shop.part"],
  ])("one name for %s is refused", async (_what, out, stock) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const words = ["--key", shop.privatePath, "--out", `${shop.folder}/${out}`];

    const { code, said } = await printShop(
      "open",
      path,
      ...words,
      "--stock",
      `${shop.folder}/${stock}`,
    );

    expect(code).toBe(1);
    expect(said).toContain("is named twice");
    expect(untouched(shop)).toEqual([]);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test.each(["--out", "--stock"])("%s cannot be the note that the key was used", async (option) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const note = `${shop.privatePath}.used`;
    const lists = { "--out": join(shop.folder, "cards.csv"), [option]: note };

    const { code, said } = await printShop(
      "open",
      path,
      "--key",
      shop.privatePath,
      ...Object.entries(lists).flat(),
    );

    expect(code).toBe(1);
    expect(said).toContain("is named twice");
    expect(untouched(shop)).toEqual([]);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test("a stock file that would take the bank's file for its own rest is refused", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const sent = join(shop.folder, "stock.csv.print-shop.part");
    copyFileSync(path, sent);
    const { open } = opening(shop, sent, "--stock", join(shop.folder, "stock.csv"));

    expect(await open()).toMatchObject({ code: 1, said: expect.stringContaining("named twice") });
    expect(readFileSync(sent)).toEqual(readFileSync(path));
  });

  test("a stock file whose folder is not there is refused before anything is opened", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const stock = join(shop.folder, "nowhere", "stock.csv");

    const { code, said } = await opening(shop, path, "--stock", stock).open();

    expect(code).toBe(1);
    expect(said).toContain("cannot be written: ENOENT. The key is kept.");
    expect(untouched(shop)).toEqual([]);
    expect(await opening(shop, path).open()).toMatchObject({ code: 0 });
  });

  test.skipIf(process.platform === "win32")(
    "a stock file that somebody else put there meanwhile leaves no list",
    { timeout: 60_000 },
    async () => {
      const shop = await shopMakesKey();
      const { path } = await bankSends(shop.shopKey, TWO_PARTS);
      const stock = join(shop.folder, "stock.csv");
      const { goOn } = await halfOpened(shop, path, "--stock", stock);
      writeFileSync(stock, "mine");

      expect(await goOn()).toBe(1);

      expect(untouched(shop)).toEqual(["stock.csv"]);
      expect(readFileSync(stock, "utf8")).toBe("mine");
      expect(existsSync(shop.privatePath)).toBe(true);
    },
  );

  test.skipIf(process.platform === "win32")(
    "a note that cannot be left any more does not keep the key alive",
    { timeout: 60_000 },
    async () => {
      const shop = await shopMakesKey();
      const { path } = await bankSends(shop.shopKey, TWO_PARTS);
      const { goOn, out } = await halfOpened(shop, path);
      writeFileSync(`${shop.privatePath}.used`, "mine");

      expect(await goOn()).toBe(1);

      expect(existsSync(out)).toBe(true);
      expect(existsSync(shop.privatePath)).toBe(false);
    },
  );

  test("an option without a word is refused, not looked past", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);

    const { code, said } = await opening(shop, path, "--sha256", "").open();

    expect(code).toBe(1);
    expect(said).toContain("open FILE");
    expect(existsSync(shop.privatePath)).toBe(true);
  });
});

// What links lead to on Windows only an administrator may say.
describe.skipIf(process.platform === "win32")("what is not a plain file of its own", () => {
  test.each([
    ["a link by name", symlinkSync],
    ["a second name", linkSync],
  ])("is not wiped as the rest of an opening: %s of a stranger's file", async (_what, lead) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const { out, open } = opening(shop, path);
    const precious = join(shopFolder(), "precious.txt");
    writeFileSync(precious, "precious");
    lead(precious, `${out}.print-shop.part`);

    const { code, said } = await open();

    expect(code).toBe(1);
    expect(said).toContain("is not a plain file under one name");
    expect(readFileSync(precious, "utf8")).toBe("precious");
    expect(untouched(shop)).toEqual(["cards.csv.print-shop.part"]);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test("is not written over where a link leads nowhere", async () => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const { out, open } = opening(shop, path);
    symlinkSync(join(shop.folder, "nowhere"), out);

    expect(await open()).toMatchObject({ code: 1, said: expect.stringContaining("there already") });
    expect(untouched(shop)).toEqual(["cards.csv"]);
    expect(existsSync(shop.privatePath)).toBe(true);
  });

  test.each([
    ["a link by name", symlinkSync],
    ["a second name", linkSync],
  ])("is no key, for it could not be ended: %s", async (_what, lead) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const key = join(shop.folder, "key.json");
    lead(shop.privatePath, key);
    const out = join(shop.folder, "cards.csv");

    const { code, said } = await printShop("open", path, "--key", key, "--out", out);

    expect(code).toBe(1);
    expect(said).toContain("is not a plain file under one name");
    expect(untouched(shop)).toEqual(["key.json"]);
  });

  test.each([
    ["a link by name", symlinkSync],
    ["a second name", linkSync],
  ])("a list that somebody gave %s meanwhile is wiped all the same", async (_what, lead) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, TWO_PARTS);
    const { program, part, close, ended } = await halfOpened(shop, path);
    const other = join(shopFolder(), "other.csv");
    lead(part, other);

    program.kill("SIGTERM");
    await vi.waitFor(() => expect(existsSync(part)).toBe(false), 20_000);
    close();
    await ended;

    expect(existsSync(other) ? readFileSync(other, "latin1") : "").not.toMatch(/\d/);
  });
});

describe("a key that cannot be used", () => {
  test.each([
    ["is a damaged one", "{"],
    ["is a public one", undefined],
    ["is something else", '"key"'],
  ])("%s", async (_what, text) => {
    const shop = await shopMakesKey();
    const { path } = await bankSends(shop.shopKey, 3);
    const key = join(shopFolder(), "key.json");
    writeFileSync(key, text ?? readFileSync(shop.publicPath));
    const out = join(shop.folder, "cards.csv");

    const { code, said } = await printShop("open", path, "--key", key, "--out", out);

    expect(code).toBe(1);
    expect(said).toContain("is no private key of a shop, or it is damaged");
    expect(existsSync(out)).toBe(false);
  });

  test("is one that is not there", async () => {
    const { code, said } = await printShop("open", "f", "--key", "/none", "--out", "o");

    expect(code).toBe(1);
    expect(said).toContain("The key /none cannot be read: ENOENT");
  });
});

test("whoever asks for nothing, or for too much, is told how to ask", async () => {
  expect(await printShop()).toMatchObject({ code: 1, said: expect.stringContaining("key --out") });
  expect(await printShop("open", "--wrong")).toMatchObject({
    code: 1,
    said: expect.stringContaining("open FILE"),
  });
  expect(await printShop("key")).toMatchObject({ code: 1 });
});
