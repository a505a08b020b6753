import { beforeEach, describe, expect, test } from "vitest";
import { BATCH_MAX } from "#core/password-card/batch.ts";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { anyShopKey } from "#tests/support/print-shop.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";
import { make, sitDown } from "./making.ts";

let counter: TestedWorkstation;
let people: AtCounter;

beforeEach(async () => {
  const desk = await sitDown(await trialBranch());
  counter = desk.counter;
  people = desk.people;
  await make(desk, 10, await anyShopKey());
});

/** What the shop sends back, a line for each run of cards. */
const stock = (...lines: readonly string[]) => ["first,last,state", ...lines, ""].join("\n");

const ALL = stock("030000000001,030000000010,good");

/** Takes a delivery in, which a second teller has counted too. */
async function takeIn(text: string) {
  const { ref: delivery } = await counter.get("delivery.read", { text });
  const request = { code: "8008", input: { delivery } } as const;
  return people.run(request, { grant: await people.grant(request, "1002") });
}

async function delivered() {
  const [batch] = await counter.get("batch.list", undefined);
  return batch?.delivered;
}

/** So many cards out of the vault into the teller's own box. */
const fromVault = (count: number) =>
  ({ code: "8001", input: { kind: "password-card", count } }) as const;

describe("a delivery from the printer's shop", () => {
  test("is shown before it is taken in, and changes nothing by being read", async () => {
    const before = await people.sequence();

    const view = await counter.get("delivery.read", {
      text: stock("030000000001,030000000008,good", "030000000009,030000000009,spoiled"),
    });

    expect(view).toMatchObject({
      batch: "b-1",
      good: 8,
      spoiled: ["030000000009"],
      ranges: [{ first: "030000000001", last: "030000000008" }],
    });
    expect(await people.sequence()).toBe(before);
    expect(await delivered()).toBe(0);
  });

  test("V03, V04: puts good cards into the vault, counted by two, and spoiled ones nowhere", async () => {
    const taken = await takeIn(
      stock("030000000001,030000000008,good", "030000000009,030000000010,spoiled"),
    );

    expect(taken).toMatchObject({ ok: true });
    expect(await delivered()).toBe(10);
    expect(await people.preview(fromVault(9))).toMatchObject({
      refusal: { code: "voucher.vault-short", left: 8 },
    });
    expect(await people.preview(fromVault(8))).toMatchObject({ ok: true });
  });

  test("V03: is not taken in by one person alone", async () => {
    const { ref: delivery } = await counter.get("delivery.read", { text: ALL });

    expect(await people.run({ code: "8008", input: { delivery } })).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A1" },
    });
    expect(await delivered()).toBe(0);
  });

  test("may come in two parts", async () => {
    await takeIn(stock("030000000001,030000000004,good"));
    await takeIn(stock("030000000005,030000000010,good"));

    expect(await delivered()).toBe(10);
  });
});

describe("V05: a stock file with a card that must not be there", () => {
  test("is refused where a card stands in it twice", async () => {
    const text = stock("030000000001,030000000005,good", "030000000005,030000000005,spoiled");

    expect(await counter.ask("delivery.read", { text })).toEqual({
      ok: false,
      refusal: { code: "delivery.duplicate", serial: "030000000005" },
    });
  });

  test("is refused where a card came with an earlier delivery", async () => {
    await takeIn(stock("030000000001,030000000004,good"));

    expect(await counter.ask("delivery.read", { text: ALL })).toEqual({
      ok: false,
      refusal: { code: "delivery.duplicate", serial: "030000000001" },
    });
  });

  test("is refused at its posting where it was read twice before", async () => {
    const { ref: second } = await counter.get("delivery.read", { text: ALL });
    await takeIn(ALL);

    expect(await people.preview({ code: "8008", input: { delivery: second } })).toMatchObject({
      refusal: { code: "delivery.duplicate", serial: "030000000001" },
    });
    expect(await delivered()).toBe(10);
  });

  test("is refused where a card is of no batch of ours, one card beyond it", async () => {
    const text = stock("030000000001,030000000011,good");

    expect(await counter.ask("delivery.read", { text })).toEqual({
      ok: false,
      refusal: { code: "delivery.foreign", serial: "030000000011" },
    });
  });

  test("is refused where it cannot be read, with the line", async () => {
    const text = stock("030000000001,030000000003,good", "０３００,good");

    expect(await counter.ask("delivery.read", { text })).toEqual({
      ok: false,
      refusal: { code: "delivery.damaged", line: 3 },
    });
    expect(await counter.ask("delivery.read", { text: "" })).toEqual({
      ok: false,
      refusal: { code: "delivery.empty" },
    });
  });

  test("serves one posting: its name is nobody's afterwards", async () => {
    const { ref: delivery } = await counter.get("delivery.read", { text: ALL });
    const request = { code: "8008", input: { delivery } } as const;
    const grant = await people.grant(request, "1002");
    await people.done(request, { grant });

    expect(await people.preview(request)).toMatchObject({
      refusal: { code: "evidence.unknown" },
    });
  });

  test("is not read where nobody sits, or for a name that is no delivery's", async () => {
    const { ref } = await counter.get("batch.make", await anotherBatch());
    expect(await people.preview({ code: "8008", input: { delivery: ref } })).toMatchObject({
      refusal: { code: "evidence.other-kind" },
    });

    await people.signOff();
    expect(await counter.ask("delivery.read", { text: ALL })).toMatchObject({
      refusal: { code: "teller.not-signed-on" },
    });
  });

  test("may have a line for each card of the largest batch", async () => {
    const lines = Array.from(
      { length: BATCH_MAX },
      (_, index) => `${String(30_000_000_001 + index).padStart(12, "0")},good,2031-12-31`,
    );

    expect(await counter.ask("delivery.read", { text: lines.join("\n") })).toEqual({
      ok: false,
      refusal: { code: "delivery.foreign", serial: "030000000011" },
    });
  });
});

async function anotherBatch() {
  const request = { code: "8007", input: { count: 3, shopKey: await anyShopKey() } } as const;
  return { request, grant: await people.grant(request, "3001") };
}
