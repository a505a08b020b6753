import { createHash, randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Coordinate, coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import { Serial } from "#core/voucher/stock.ts";
import { createCells } from "#main/password-card/cells.ts";
import { openTestVault } from "#tests/support/books.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { anyShopKey, printShop, shopMakesKey } from "#tests/support/print-shop.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import {
  approved,
  branchWithGrid,
  findableGrid,
  forTheShop,
  LONG_BATCH,
  make,
  sitDown,
} from "./making.ts";

const cancelled = { ok: false, refusal: { code: "batch.cancelled" } };
const busy = { ok: false, refusal: { code: "batch.busy" } };

/** More cards than go into one part of a file. */
const TWO_PARTS = 400;

describe("a batch from the bank to the printer's shop", () => {
  test("P03: says for every card what a customer's right answer is made of", async () => {
    const shop = await shopMakesKey();
    const folder = await trialBranch();
    const desk = await sitDown(folder);
    const { file } = await make(desk, TWO_PARTS, shop.shopKey);
    const out = join(shop.folder, "cards.csv");

    expect(await printShop("open", file, "--key", shop.privatePath, "--out", out)).toMatchObject({
      code: 0,
    });

    const cells = createCells((await openTestVault(folder, "live")).passwordCard);
    const [heading, ...lines] = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(heading).toBe(`serial,${coordinatesOf(defaultGrid).join(",")}`);
    expect(lines).toHaveLength(TWO_PARTS);
    expect(lines[0]).toMatch(/^030000000001(,\d{3}){80}$/);
    for (const line of lines) {
      const [serial = "", ...printed] = line.split(",");
      const card = { serial: Serial.parse(serial), version: 1, grid: defaultGrid };
      expect(printed.join("")).toBe(cells.allOf(card));
    }
    const [serial = "", ...printed] = lines.at(-1)?.split(",") ?? [];
    const card = { serial: Serial.parse(serial), version: 1, grid: defaultGrid };
    const [a3, b2] = [Coordinate.parse("A3"), Coordinate.parse("B2")];
    expect(cells.isRight(card, [a3, b2], `${printed[16]}${printed[9]}`)).toBe(true);
    expect(cells.isRight(card, [b2, a3], `${printed[16]}${printed[9]}`)).toBe(
      printed[16] === printed[9],
    );
  });

  test("lies beside the data folder, for its owner alone, under the name the journal has", async () => {
    const folder = await trialBranch();
    const desk = await sitDown(folder);

    const { file } = await make(desk, 3, await anyShopKey());

    const [name = ""] = forTheShop(folder);
    expect(file).toBe(join(`${folder}-for-the-shop`, name));
    expect(name).toMatch(/^b-1-030000000001-030000000003-[0-9a-f]{8}\.jwe$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${folder}-for-the-shop`).mode & 0o777).toBe(0o700);
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(await desk.counter.get("batch.list", undefined)).toMatchObject([
      { id: "b-1", first: "030000000001", last: "030000000003", count: 3, file, sha256 },
    ]);
  });

  test("design rule 10: leaves no cell in clear in any file, notice or line of the log", async () => {
    const folder = await branchWithGrid(findableGrid);
    const desk = await sitDown(folder);
    const { file } = await make(desk, 50, await anyShopKey());
    await desk.counter.close();

    const cells = createCells((await openTestVault(folder, "live")).passwordCard);
    const card = { serial: Serial.parse("030000000007"), version: 1, grid: findableGrid };
    const written = [
      readFileSync(file, "latin1"),
      await contentsOf(folder, "live"),
      JSON.stringify(desk.counter.notices),
      ...desk.counter.noted,
    ].join("\n");
    const secrets = coordinatesOf(findableGrid).map((place) => cells.cellAt(card, place));
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
    expect(written).toContain("030000000050");
  });

  test("is named in the list no longer as a file once the shop has fetched it", async () => {
    const desk = await sitDown(await trialBranch());
    const { file } = await make(desk, 3, await anyShopKey());
    rmSync(file);

    const [batch] = await desk.counter.get("batch.list", undefined);
    expect(batch).not.toHaveProperty("file");
    expect(batch).toHaveProperty("sha256");
  });

  test("begins where the last one ended", async () => {
    const desk = await sitDown(await trialBranch());
    await make(desk, 3, await anyShopKey());
    await make(desk, 2, await anyShopKey());

    expect(await desk.counter.get("batch.list", undefined)).toMatchObject([
      { id: "b-2", first: "030000000004", last: "030000000005" },
      { id: "b-1", first: "030000000001", last: "030000000003" },
    ]);
  });

  test("is told of hundredth by hundredth, from nothing to the end", async () => {
    const desk = await sitDown(await trialBranch());
    await make(desk, TWO_PARTS, await anyShopKey());

    const told = desk.counter.notices.filter(({ channel }) => channel === "batch.progress");
    expect(told[0]?.notice).toEqual({ done: 0, total: TWO_PARTS });
    expect(told.at(-1)?.notice).toEqual({ done: TWO_PARTS, total: TWO_PARTS });
  });

  test("lets everybody else at the counter have their turn meanwhile", async () => {
    const { counter, people } = await sitDown(await trialBranch());
    const progress = counter.told("batch.progress");
    const making = counter.ask(
      "batch.make",
      await approved(people, LONG_BATCH, await anyShopKey()),
    );
    await progress;

    expect(await counter.ask("batch.list", undefined)).toEqual({ ok: true, value: [] });

    await counter.get("batch.cancel", undefined);
    expect(await making).toEqual(cancelled);
  });
});

describe("A3: a batch that nobody may make", () => {
  test("is not made without a second person's word, and that is journalled", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const request = { code: "8007", input: { count: 3, shopKey: await anyShopKey() } } as const;

    expect(await counter.ask("batch.make", { request })).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A3" },
    });
    expect(forTheShop(folder)).toEqual([]);
    expect(await people.lastLine()).toMatchObject({ code: "8007", entries: ["request.refused"] });
  });

  test("is not made on the word for another count or another key", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const { request, grant } = await approved(people, 3, await anyShopKey());
    const { shopKey } = request.input;

    const more = { code: "8007", input: { count: 4, shopKey } } as const;
    const other = { code: "8007", input: { count: 3, shopKey: await anyShopKey() } } as const;
    const refused = { refusal: { code: "authorisation.other-request" } };

    expect(await counter.ask("batch.make", { request: more, grant })).toMatchObject(refused);
    expect(await counter.ask("batch.make", { request: other, grant })).toMatchObject(refused);
    expect(forTheShop(folder)).toEqual([]);
  });

  test("is not made on one supervisor's word", async () => {
    const { counter, people } = await sitDown(await trialBranch());
    const request = { code: "8007", input: { count: 3, shopKey: await anyShopKey() } } as const;
    const grant = await people.grant(request, "2001");

    expect(await counter.ask("batch.make", { request, grant })).toMatchObject({
      refusal: { code: "authorisation.second-supervisor" },
    });
  });

  test("is not posted under a request it was not made for", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const asked = await approved(people, 3, await anyShopKey());
    const { ref } = await counter.get("batch.make", asked);
    const more = await approved(people, 4, asked.request.input.shopKey);

    expect(await people.run(more.request, { grant: more.grant, written: ref })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
    expect(await people.run(asked.request, { grant: asked.grant })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
    expect(await counter.get("batch.list", undefined)).toEqual([]);
  });

  test("is not made for another transaction", async () => {
    const { counter } = await sitDown(await trialBranch());
    const request = { code: "8001", input: { kind: "password-card", count: 1 } } as const;

    expect(await counter.ask("batch.make", { request })).toMatchObject({ ok: false });
    expect(counter.notices.filter(({ channel }) => channel === "batch.progress")).toEqual([]);
  });
});

describe("a key of the printer's shop", () => {
  test("serves one batch and no second, and that is journalled", async () => {
    const folder = await trialBranch();
    const desk = await sitDown(folder);
    const shopKey = await anyShopKey();
    await make(desk, 3, shopKey);

    expect(await desk.counter.ask("batch.make", await approved(desk.people, 2, shopKey))).toEqual({
      ok: false,
      refusal: { code: "batch.shop-key-used", batch: "b-1" },
    });
    expect(forTheShop(folder)).toHaveLength(1);
    expect(await desk.people.lastLine()).toMatchObject({ entries: ["request.refused"] });
  });

  test("is refused where it is no point of the curve", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const { x } = await anyShopKey();
    const { y } = await anyShopKey();

    expect(await counter.ask("batch.make", await approved(people, 2, { x, y }))).toEqual({
      ok: false,
      refusal: { code: "batch.shop-key-bad" },
    });
    expect(forTheShop(folder)).toEqual([]);
  });

  test("may be used again where nothing was posted with it", async () => {
    const desk = await sitDown(await trialBranch());
    const shopKey = await anyShopKey();
    await desk.counter.get("batch.make", await approved(desk.people, 3, shopKey));
    await desk.counter.get("batch.cancel", undefined);

    expect((await make(desk, 3, shopKey)).count).toBe(3);
  });
});

describe("a batch that is not wanted any more", () => {
  test("is called off while it is made: nothing is left, and that is journalled", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const progress = counter.told("batch.progress");
    const making = counter.ask(
      "batch.make",
      await approved(people, LONG_BATCH, await anyShopKey()),
    );
    await progress;
    expect(forTheShop(folder)).toEqual([expect.stringMatching(/\.part$/)]);

    await counter.get("batch.cancel", undefined);

    expect(forTheShop(folder)).toEqual([]);
    expect(await making).toEqual(cancelled);
    expect(await people.lastLine()).toEqual({
      code: "8007",
      teller: "1001",
      entries: ["request.refused"],
    });
  });

  test("is put away once it was made: it cannot be posted any more", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const asked = await approved(people, 3, await anyShopKey());
    const { ref: written } = await counter.get("batch.make", asked);

    await counter.get("batch.cancel", undefined);

    expect(forTheShop(folder)).toEqual([]);
    expect(await people.run(asked.request, { grant: asked.grant, written })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
  });

  test("ends when its teller signs off, made or half made", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    await counter.get("batch.make", await approved(people, 3, await anyShopKey()));
    await counter.get("session.sign-off", undefined);
    expect(forTheShop(folder)).toEqual([]);

    await people.signOn();
    const progress = counter.told("batch.progress");
    const making = counter.ask(
      "batch.make",
      await approved(people, LONG_BATCH, await anyShopKey()),
    );
    await progress;
    await counter.get("session.sign-off", undefined);

    expect(await making).toEqual(cancelled);
    expect(forTheShop(folder)).toEqual([]);
  });

  test("ends when the program is closed", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const progress = counter.told("batch.progress");
    const making = counter.ask(
      "batch.make",
      await approved(people, LONG_BATCH, await anyShopKey()),
    );
    await progress;

    await counter.close();

    expect(await making).toEqual(cancelled);
    expect(forTheShop(folder)).toEqual([]);
  });

  test("gives way to another one", async () => {
    const folder = await trialBranch();
    const desk = await sitDown(folder);
    const first = await approved(desk.people, 3, await anyShopKey());
    const { ref: written } = await desk.counter.get("batch.make", first);

    await make(desk, 5, await anyShopKey());

    expect(forTheShop(folder)).toEqual([expect.stringContaining("b-1-030000000001-030000000005")]);
    expect(await desk.people.run(first.request, { grant: first.grant, written })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
  });

  test("cannot be posted once its file gave way, although the other one is not posted either", async () => {
    const { counter, people } = await sitDown(await trialBranch());
    const first = await approved(people, 3, await anyShopKey());
    const { ref: written } = await counter.get("batch.make", first);
    await counter.get("batch.make", await approved(people, 5, await anyShopKey()));

    expect(await people.run(first.request, { grant: first.grant, written })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
  });

  test("nothing is called off where nothing is made", async () => {
    const { counter, people } = await sitDown(await trialBranch());
    const before = await people.sequence();

    expect(await counter.ask("batch.cancel", undefined)).toEqual({ ok: true, value: "done" });
    expect(await people.sequence()).toBe(before);
  });
});

describe("rule 6: one request makes one batch", () => {
  test("two at once: the second is told to wait", async () => {
    const { counter, people } = await sitDown(await trialBranch());
    const asked = await approved(people, LONG_BATCH, await anyShopKey());
    const making = counter.ask("batch.make", asked);

    expect(await counter.ask("batch.make", asked)).toEqual(busy);

    await counter.get("batch.cancel", undefined);
    expect(await making).toEqual(cancelled);
  });

  test("asked again for the same request it names the same file", async () => {
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder);
    const asked = await approved(people, 3, await anyShopKey());
    const first = await counter.get("batch.make", asked);

    expect(await counter.get("batch.make", asked)).toEqual(first);
    expect(forTheShop(folder)).toHaveLength(1);
  });

  test("whose approval ran out while it was made is posted on a new one, without another making", async () => {
    const own = ownMachine();
    const { counter, people } = await sitDown(await trialBranch(), { machine: own.machine });
    const { request, grant } = await approved(people, 3, await anyShopKey());
    const made = await counter.get("batch.make", { request, grant });
    own.pass(6 * 60_000);

    expect(await people.run(request, { grant, written: made.ref })).toMatchObject({
      refusal: { code: "authorisation.expired" },
    });
    const anew = await people.grant(request, "3001");
    expect(await counter.get("batch.make", { request, grant: anew })).toEqual(made);
    await people.done(request, { grant: anew, written: made.ref });
    expect(await counter.get("batch.list", undefined)).toMatchObject([{ file: made.file }]);
  });

  test("that waited longer than evidence serves is made again", async () => {
    const own = ownMachine();
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder, { machine: own.machine });
    const shopKey = await anyShopKey();
    const first = await approved(people, 3, shopKey);
    const made = await counter.get("batch.make", first);
    own.pass(16 * 60_000);

    const again = await approved(people, 3, shopKey);
    expect((await counter.get("batch.make", again)).ref).not.toBe(made.ref);
    expect(forTheShop(folder)).toHaveLength(1);
  });

  test("5.6: made before midnight it is posted after it, for the day goes on until it is closed", async () => {
    const own = ownMachine();
    const folder = await trialBranch();
    const { counter, people } = await sitDown(folder, { machine: own.machine });
    const { now, today } = await counter.get("workstation.view", undefined);
    const dayMs = 24 * 3_600_000;
    own.pass(dayMs - ((now + 8 * 3_600_000) % dayMs) - 60_000); // One minute to midnight in Beijing.
    const { request, grant } = await approved(people, 3, await anyShopKey());
    const made = await counter.get("batch.make", { request, grant });
    own.pass(2 * 60_000);

    await people.done(request, { grant, written: made.ref });
    expect((await counter.get("workstation.view", undefined)).today).toBe(today);
    expect(await counter.get("batch.list", undefined)).toMatchObject([
      { file: made.file, madeOn: today },
    ]);
    expect(forTheShop(folder)).toHaveLength(1);
  });

  test("posted twice by a double click it is one batch", async () => {
    const desk = await sitDown(await trialBranch());
    const { request, grant } = await approved(desk.people, 3, await anyShopKey());
    const { ref: written } = await desk.counter.get("batch.make", { request, grant });
    const id = randomUUID();

    const first = await desk.people.done(request, { id, grant, written });

    expect(await desk.people.done(request, { id, grant, written })).toEqual(first);
    expect(await desk.counter.get("batch.list", undefined)).toHaveLength(1);
  });
});
