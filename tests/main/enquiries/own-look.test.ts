import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const OWN = "c-36";
const STRANGER = "c-37";

let counter: TestedWorkstation;
let people: AtCounter;

beforeAll(async () => {
  const folder = await foundedFolder();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const customer = known(books.ledger.books.find("customer", OWN), "the customer banks here");
  const document = { kind: customer.documentKind, number: customer.documentNumber };
  closeBooks(books);

  counter = await openWorkstation(folder);
  people = atCounter(counter);
  await people.sit("5001");
  const link = { action: "link", teller: "1002", whose: "own", document, reason: "本人申报" };
  const request = { code: "9008", input: link } as const;
  await people.done(request, { grant: await people.grant(request, "3001") });
  await people.sit("1002");
});
afterAll(() => counter.close());

const lines = () => counter.get("journal.list", { page: 0, teller: "1002", code: "9002" });

describe("D08: somebody's own page", () => {
  test("is shown, and that it was is written down, once while nothing else happens", async () => {
    const before = await lines();

    await counter.get("customer.view", { customer: OWN });
    await counter.get("customer.view", { customer: OWN });

    const after = await lines();
    expect(after.total - before.total).toBe(1);
    expect(after.rows[0]).toMatchObject({ code: "9002", entries: ["customer.looked-up"] });
  });

  test("and a stranger's is not written down", async () => {
    const before = await lines();

    await counter.get("customer.view", { customer: STRANGER });

    expect((await lines()).total).toBe(before.total);
  });

  test("is not unmasked by its owner, but by anybody else", async () => {
    const asked = { customer: OWN, what: "document", reason: "核对" } as const;

    expect(await counter.ask("customer.reveal", asked)).toEqual({
      ...{ ok: false, refusal: { code: "teller.own-business", whose: "own" } },
    });
    expect(await people.lastLine()).toMatchObject({ code: "2001", entries: ["request.refused"] });
    await people.sit("1001");
    expect(await counter.ask("customer.reveal", asked)).toMatchObject({ ok: true });
  });
});
