import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "#core/journal/entry.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { account, card, customer } from "#tests/main/ledger/invented.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks, TRIAL_PASSPHRASE } from "#tests/support/books.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import { type Readable, readableIn } from "#tests/support/readable.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation } from "#tests/support/workstation.ts";

/** Every byte of every file below a folder. */
function filesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return Buffer.concat(files);
}

/** Digits two a byte, after `before`; what is left of the last byte is filled up. */
function packed(digits: string, before: string): Buffer {
  const halves = `${before}${digits}f`;
  return Buffer.from(halves.slice(0, halves.length - (halves.length % 2)), "hex");
}

/** Whatever tells who a customer is or what she has: names, documents, phones, homes, numbers. */
async function personalDataOf(
  folder: string,
  kind: "live" | "demonstration",
): Promise<ReadonlySet<string>> {
  const books = await openTestBooks(folder, kind, realDisk);
  const { books: shelves } = books.ledger;
  const found = new Set<string>();
  for (const one of shelves.all("customer")) {
    for (const text of [one.name, one.latinName, one.documentNumber, one.phone, one.address]) {
      if (text) found.add(text);
    }
  }
  for (const { number } of shelves.all("account")) found.add(number);
  for (const { pan } of shelves.all("card")) found.add(pan);
  closeBooks(books);
  return found;
}

describe("a demonstration after some business", () => {
  let folder: string;
  let secrets: ReadonlySet<string>;

  beforeAll(async () => {
    const counter = await openWorkstation();
    const people = atCounter(counter);
    await people.signOn();
    const { accounts } = await people.seen("c-36");
    const { ref: swipe } = await people.swiped(await people.cardOf("c-36"));
    const drawn = accounts[0]?.id ?? "";
    const pin = await people.pin(drawn, await people.pinOf("c-36"));
    const input = { account: drawn, amount: 1_00, swipe, pin };
    await people.done({ code: "3012", input });
    await counter.close();
    folder = counter.folder;
    secrets = await personalDataOf(folder, "demonstration");
  });

  test("T2: holds personal data of all kinds, and its keys open them", async () => {
    const contents = Buffer.from(await contentsOf(folder, "demonstration"), "utf8");

    expect(secrets.size).toBeGreaterThan(150);
    const found = new Set(readableIn(contents, secrets).map(({ secret }) => secret));
    expect([...secrets].filter((secret) => !found.has(secret))).toEqual([]);
  });

  test("T2: shows none of them in any byte of its folder, however written", () => {
    expect(readableIn(filesOf(folder), secrets)).toEqual([]);
  });

  // The search above is worth something only if it finds what is there to be found.
  test.each<readonly [Readable["as"], (secret: string) => Buffer]>([
    ["utf-8", (secret) => Buffer.from(`…${secret}…`)],
    ["utf-16le", (secret) => Buffer.from(`x"${secret}"`, "utf16le")],
    ["bcd", (secret) => packed(secret, "f")],
    ["bcd", (secret) => packed(secret, "")],
    ["hex", (secret) => Buffer.from(Buffer.from(`a${secret}`).toString("hex").toUpperCase())],
    ["base64", (secret) => Buffer.from(Buffer.from(`ab${secret}`).toString("base64"))],
  ])("would be found out by a file that is planted in %s", (as, written) => {
    const [number = ""] = [...secrets].filter((secret) => /^\d{16,}$/.test(secret));

    writeFileSync(join(folder, "ledger", "planted"), written(number));

    expect(readableIn(filesOf(folder), [number])).toEqual([{ secret: number, as }]);
  });

  test("would be found out by a name of two characters", () => {
    const [name = ""] = [...secrets].filter((secret) => /^\p{Script=Han}{2}$/u.test(secret));
    const around = Buffer.from(`{"name":"${name}"}`);

    expect(name).not.toBe("");
    expect(readableIn(around, [name])).toEqual([{ secret: name, as: "utf-8" }]);
    expect(readableIn(Buffer.from(`{"name":"${name}"}`, "utf16le"), [name])).toEqual([
      { secret: name, as: "utf-16le" },
    ]);
    expect(readableIn(Buffer.from(around.toString("base64")), [name])).toEqual([
      { secret: name, as: "base64" },
    ]);
  });
});

describe("a live branch after some business", () => {
  test("T2: shows nobody and no number of anybody in its folder, nor its passphrase", async () => {
    const folder = await trialBranch([1, 2, 3].flatMap(entered));
    const counter = await openWorkstation(folder, "live");
    const people = atCounter(counter);
    await people.sit("1001");
    const { documentKind: kind, documentNumber: number } = customer(2);
    const [seen] = await counter.get("customer.find", { by: "document", kind, number });
    await counter.get("customer.reveal", {
      customer: seen?.id ?? "",
      what: "document",
      reason: "核对",
    });
    await counter.close();

    const secrets = await personalDataOf(folder, "live");

    expect(secrets.size).toBeGreaterThan(9);
    expect(await contentsOf(folder, "live")).toContain(number);
    const all = [...secrets, TRIAL_PASSPHRASE];
    expect(readableIn(filesOf(folder), all)).toEqual([]);
  });
});

/** Customer, account and card number n, as they came with the branch. */
function entered(number: number): readonly Entry[] {
  const [c, a] = [`c-${number}`, `a-${number}`];
  return JSON.parse(
    JSON.stringify([
      {
        type: "customer.registered",
        customer: { ...customer(number), latinName: "GU/XIAOHUA" },
      },
      { type: "account.opened", account: account(number, c) },
      { type: "card.entered", card: card(number, { account: a, customer: c }) },
    ]),
  );
}
