import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import { known } from "#core/kernel/assert.ts";
import { realMachine } from "#main/machine.ts";
import { closeBooks } from "#main/open-books.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";
import { type AtFreezeDesk, atFreezeDesk, court } from "./at-freeze-desk.ts";

/** Rich and held by nobody when the demonstration begins. */
const CUSTOMER = "c-32";
const DOCUMENT = "（密）执字第0000301号";

let own: OwnMachine;
let counter: TestedWorkstation;
let desk: AtFreezeDesk;
let slip: string;
let order: string;

beforeEach(async () => {
  own = ownMachine();
  counter = await openWorkstation(await foundedFolder(), "demonstration", own);
  desk = atFreezeDesk(counter);
  await desk.sit("1002");
  const receipt = await desk.approved(await desk.order(CUSTOMER, DOCUMENT, 1_000_00), "the-order");
  slip = known(receipt.slip, "the organ gets a receipt");
  order = await desk.idOf(CUSTOMER, DOCUMENT);
  own.pass(60_000); // Whatever was looked at so far is another look by now.
});
afterEach(() => counter.close());

/** What the journal says of looks since, who and what; the program is closed for that. */
async function looksSince(sequence: number) {
  await counter.close();
  const books = await openTestBooks(counter.folder, "demonstration", realMachine.disk);
  const { rows } = books.ledger.journalPage({ code: "6011", page: 0 });
  closeBooks(books);
  return rows
    .filter((batch) => batch.sequence > sequence)
    .reverse()
    .flatMap(({ teller, entries }) =>
      entries
        .filter((entry): entry is FreezeEntry & { type: "freeze.looked-at" } => entry.type === LOOK)
        .map(({ type: _, ...look }) => ({ teller, ...look })),
    );
}
const LOOK = "freeze.looked-at";

describe("each look at an order outside the freeze desk is journalled (F19)", () => {
  test("a list of the journal that shows orders, with what was searched for", async () => {
    const before = await desk.sequence();
    await counter.get("journal.list", { code: "6001", teller: "1002", page: 0 });

    expect(await looksSince(before)).toEqual([
      { teller: "1002", what: "journal", filter: { code: "6001", teller: "1002", page: 0 } },
    ]);
  });

  test("a list of slips that shows receipts, with what was searched for and no long number", async () => {
    const before = await desk.sequence();
    await counter.get("slip.list", { text: court.organ.name, page: 0 });
    await counter.get("slip.list", { text: slip, page: 0 });

    const [organ, number] = await looksSince(before);
    expect(organ).toEqual({
      teller: "1002",
      what: "slips",
      filter: { text: court.organ.name, page: 0 },
    });
    expect(number?.what).toBe("slips");
    expect(number?.filter?.text).toMatch(/^\d{6}\*+\d{4}$/);
  });

  test("a receipt, a preview of what would be done to an order, and an answer given again", async () => {
    const papers = await desk.papers("（密）执字第0000302号");
    const release = { code: "6004", input: { order, papers } } as const;
    const asked = await desk.order(CUSTOMER, "（密）执字第0000303号", 1_00);
    const { id, grant } = { id: "again-0001", grant: await desk.grant(asked, "2001") };
    await desk.done(asked, { id, grant });
    const before = await desk.sequence();

    await counter.get("slip.view", { slip });
    await desk.preview(release);
    await desk.done(asked, { id, grant });

    const account = await desk.accountOf(CUSTOMER);
    expect(await looksSince(before)).toEqual([
      { teller: "1002", what: "slip", slip },
      { teller: "1002", what: "preview", code: "6004", order },
      { teller: "1002", what: "receipt", code: "6001", account },
    ]);
  });

  test("the audit's as anybody's", async () => {
    await desk.sit("4001");
    const before = await desk.sequence();
    await counter.get("slip.view", { slip });

    expect(await looksSince(before)).toEqual([{ teller: "4001", what: "slip", slip }]);
  });

  test("an answer without an order is none, nor is one to somebody who is shown none", async () => {
    const before = await desk.sequence();
    await counter.get("journal.list", { code: "no-such-code", page: 0 });
    await counter.get("journal.list", { code: "6011", page: 0 }); // Looks, and no order.
    await counter.get("slip.list", { text: "没有这样的回单", page: 0 });
    await desk.sit("1001");
    await counter.get("journal.list", { page: 0 });
    await counter.get("slip.list", { text: "", page: 0 });
    await counter.ask("slip.view", { slip });

    expect(await looksSince(before)).toEqual([]);
  });

  test("the same list of the same person is one look within a minute, and another one after it", async () => {
    const list = () => counter.get("journal.list", { code: "6001", page: 0 });
    const before = await desk.sequence();
    await list();
    own.pass(59_999);
    await list();
    expect(await desk.sequence()).toBe(before + 1);
    own.pass(1);
    await list();
    expect(await desk.sequence()).toBe(before + 2);

    await counter.get("journal.list", { code: "6001", page: 1 }); // Nothing is on it.
    await counter.get("journal.list", { page: 0 }); // Another list.
    expect(await desk.sequence()).toBe(before + 3);
    await desk.sit("2001");
    const seated = await desk.sequence();
    await list(); // Another person.
    expect(await desk.sequence()).toBe(seated + 1);
  });

  test("a window that asks again whenever the books have changed comes to rest", async () => {
    const before = await desk.sequence();
    for (let refreshed = 0; refreshed < 20; refreshed += 1) {
      await counter.get("journal.list", { page: 0 });
      own.pass(1_000);
    }
    expect(await desk.sequence()).toBe(before + 1);
  });
});
