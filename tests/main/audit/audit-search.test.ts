import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import type { Sent } from "#core/contract/contract.ts";
import { known } from "#core/kernel/assert.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const CUSTOMER = "c-36";
const AMOUNT = 60_123_45;

let counter: TestedWorkstation;
let people: AtCounter;
let numbers: Record<"document" | "phone" | "account" | "card", string>;
/** The deposit that every search looks for, and the refused request beside it. */
let deposit: { readonly sequence: number; readonly slip: string };
let today: string;

beforeAll(async () => {
  const folder = await foundedFolder();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  numbers = numbersOf(books.ledger.books);
  closeBooks(books);
  counter = await openWorkstation(folder, "demonstration", ownMachine());
  people = atCounter(counter);

  await people.sit("1001");
  today = (await counter.get("workstation.view", undefined)).today;
  const { accounts } = await people.seen(CUSTOMER);
  const request = {
    code: "3011",
    input: { account: known(accounts[0], "she has an account").id, amount: AMOUNT },
  } as const;
  const { sequence, slip } = await people.done(request, {
    grant: await people.grant(request, "2001"),
  });
  deposit = { sequence, slip: known(slip, "a deposit has a slip") };
  await people.run({ ...request, input: { ...request.input, account: "a-99999" } });
});
beforeEach(() => people.sit("4001"));
afterAll(() => counter.close());

function numbersOf(books: Books) {
  const customer = known(books.find("customer", CUSTOMER), "the customer banks here");
  return {
    document: customer.documentNumber,
    phone: known(customer.phone, "she has a phone"),
    account: known(books.list("account", "customer", CUSTOMER)[0], "she has an account").number,
    card: known(books.list("card", "customer", CUSTOMER)[0], "she has a card").pan,
  };
}

type Filter = Sent<"audit.search">["filter"];
const search = async (filter: Filter, page = 0) => {
  const { rows, total } = await counter.get("audit.search", { filter, page });
  return { found: rows.map(({ sequence }) => sequence), rows, total };
};
const lastDigitChanged = (number: string) =>
  `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;

/** Each field, what of the deposit it finds, and what is another's. */
const fields: readonly [keyof Filter, () => string | number, () => string | number][] = [
  ["slip", () => deposit.slip, () => lastDigitChanged(deposit.slip)],
  ["amount", () => AMOUNT, () => AMOUNT + 1],
  ["approver", () => "2001", () => "2002"],
  ["teller", () => "1001", () => "1002"],
  ["code", () => "3011", () => "3012"],
  ["entry", () => "money.posted", () => "money.posting"],
  ["from", () => today, () => "2999-01-01"],
  ["to", () => today, () => "2000-01-01"],
];

describe("the audit's search (9005)", () => {
  test("U08: by sequence finds that line alone, as the journal has it", async () => {
    const { rows } = await search({ sequence: deposit.sequence });

    expect(rows).toMatchObject([
      { ...deposit, code: "3011", teller: "1001", approvers: ["2001"], businessDate: today },
    ]);
    expect(rows[0]?.entries).toContain("money.posted");
    expect((await search({ sequence: 999_999_999 })).total).toBe(0);
  });

  test.each(fields)(
    "U08: by %s finds the deposit, and not by another",
    async (field, its, other) => {
      const near = { code: "3011" };

      expect((await search({ ...near, [field]: its() })).found).toContain(deposit.sequence);
      expect((await search({ ...near, [field]: other() })).found).not.toContain(deposit.sequence);
    },
  );

  test.each(["document", "phone", "account", "card"] as const)(
    "U08: by her whole %s number finds what concerns her, and by another nothing of hers",
    async (which) => {
      const number = numbers[which];

      expect((await search({ who: number, code: "3011" })).found).toContain(deposit.sequence);
      const grouped = number.replace(/(.{4})/g, "$1 ").trim();
      expect((await search({ who: grouped, code: "3011" })).found).toContain(deposit.sequence);
      expect((await search({ who: number.slice(0, -1) })).total).toBe(0);
    },
  );

  test("C05: what was refused is found alone, and the deposit is not among it", async () => {
    const { rows, found } = await search({ isRefused: true, from: today });

    expect(found).not.toContain(deposit.sequence);
    expect(rows).toContainEqual(
      expect.objectContaining({ code: "3011", teller: "1001", entries: ["request.refused"] }),
    );
    for (const { entries } of rows) {
      expect(entries.join()).toMatch(/request\.refused|authorisation\.declined/);
    }
  });

  test("U08: fields count together", async () => {
    const all = { from: today, to: today, code: "3011", teller: "1001", approver: "2001" };

    expect((await search({ ...all, amount: AMOUNT, who: numbers.card })).found).toEqual([
      deposit.sequence,
    ]);
    expect((await search({ ...all, amount: AMOUNT, isRefused: true })).total).toBe(0);
  });
});

describe("a look of the audit (U08)", () => {
  const looks = async () => (await search({ entry: "audit.looked" })).total;

  test("is a line of the journal, once, however many pages are turned", async () => {
    const before = await looks();

    const { total } = await search({ from: "2000-01-01" });
    expect(total).toBeGreaterThan(100);
    await search({ from: "2000-01-01" }, 1);
    await search({ from: "2000-01-01" }, 2);

    // The count itself is a look as well: that one, and the search.
    expect(await looks()).toBe(before + 2);
    expect(await people.lastLine()).toEqual({
      code: "9005",
      teller: "4001",
      entries: ["audit.looked"],
    });
  });

  test("is written down too where it begins with a later page", async () => {
    const before = await looks();

    await search({ from: "2000-01-02" }, 2);
    await search({ from: "2000-01-02" }, 3);

    expect(await looks()).toBe(before + 2);
  });

  test.each([
    ["a teller", "1001"],
    ["the administrator", "5001"],
  ])("D02: is refused to %s, and that is written down", async (_who, teller) => {
    await people.sit(teller);
    const refused = { ok: false, refusal: { code: "teller.role" } };

    expect(await counter.ask("audit.search", { filter: {}, page: 0 })).toMatchObject(refused);
    const passphrase = "told by telephone, not by post";
    expect(await counter.ask("audit.export", { filter: {}, as: "csv", passphrase })).toMatchObject(
      refused,
    );
    expect(await counter.ask("daily.list", { date: today })).toMatchObject(refused);

    await people.sit("4001");
    const { rows } = await search({ teller, isRefused: true });
    expect(rows.slice(0, 3).map(({ code }) => code)).toEqual(["9010", "9005", "9005"]);
  });

  test.each(["2001", "3001", "4001"])("U08: is %s's to take", async (teller) => {
    await people.sit(teller);

    expect((await search({ sequence: deposit.sequence })).total).toBe(1);
  });
});
