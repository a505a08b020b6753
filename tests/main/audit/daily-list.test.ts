import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, BusinessDate } from "#core/calendar/business-date.ts";
import type { DailyList, DailyWatch } from "#core/contract/audit-view.ts";
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
const word = (approver: string) => ({ approver, password: `Guitai-demo-${approver}` });

let counter: TestedWorkstation;
let people: AtCounter;
let today: BusinessDate;
let before: DailyList;
let after: DailyList;

// A teller does once what a supervisor should look at; the list is read before and after.
beforeAll(async () => {
  const folder = await foundedFolder();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const her = known(books.ledger.books.find("customer", CUSTOMER), "the customer banks here");
  const [card] = books.ledger.books.list("card", "customer", CUSTOMER);
  const pan = known(card, "she has a card").pan;
  closeBooks(books);
  counter = await openWorkstation(folder, "demonstration", ownMachine());
  people = atCounter(counter);

  await people.sit("2001");
  today = BusinessDate.parse((await counter.get("workstation.view", undefined)).today);
  before = await counter.get("daily.list", { date: today });

  await people.sit("1001");
  await doAll(pan);
  await people.sit("5001");
  const { documentKind: kind, documentNumber: number } = her;
  const link = {
    code: "9008",
    input: {
      ...{ action: "link", teller: "1001", whose: "own", document: { kind, number } },
      reason: "本人申报",
    },
  } as const;
  await people.done(link, { grant: await people.grant(link, "3001") });
  await people.sit("1001");
  await counter.ask("customer.reveal", { customer: CUSTOMER, what: "phone", reason: "好奇" });

  await people.sit("2001");
  after = await counter.get("daily.list", { date: today });
});
afterAll(() => counter.close());

async function doAll(pan: string): Promise<void> {
  const reason = "客户要求核对";
  await counter.get("customer.reveal", { customer: CUSTOMER, what: "phone", reason });
  await counter.get("customer.find", { by: "card-number", number: pan, again: pan, reason });

  const { accounts } = await people.seen(CUSTOMER);
  const account = known(accounts[0], "she has an account").id;
  const { sequence, slip } = await people.done({ code: "3011", input: { account, amount: 100 } });
  await counter.get("slip.print", { slip: slip ?? "", to: "pdf", language: "zh-CN" });
  const reprint = { code: "9003", input: { slip, reason: "原件破损" } } as const;
  await people.done(reprint, { grant: await people.grant(reprint, "2001") });
  const undo = {
    code: "1106",
    input: { sequence, part: "whole", reason: "amount-wrong", words: "多打一个零" },
  } as const;
  await people.done(undo, { grant: await people.grant(undo, "2001") });
  const large = { code: "3011", input: { account, amount: 60_000_00 } } as const;
  await counter.get("authorisation.decline", {
    request: large as never,
    ...word("2001"),
    reason: "金额与单据不符",
  });
}

const groupIn = (list: DailyList, watch: DailyWatch) =>
  known(
    list.groups.find((group) => group.watch === watch),
    "the list has every group",
  );

describe("the supervisor's daily list (9010)", () => {
  test.each([
    ["R23", "revealed", "customer.revealed"],
    ["R07", "typed-card", "customer.looked-up"],
    ["R23", "reprinted", "slip.reprinted"],
    ["R08", "reversed", "posting.reversed"],
    ["D09", "declined", "authorisation.declined"],
    ["R19", "refused-own", "request.refused"],
  ] as const)("%s: what was %s today is there once more, and newest first", (_id, watch, entry) => {
    const group = groupIn(after, watch);

    expect(group.total).toBe(groupIn(before, watch).total + 1);
    expect(group.rows[0]?.entries).toContain(entry);
    expect(group.rows[0]).toMatchObject({ teller: "1001", businessDate: today });
  });

  test("R17, R19: channels that were opened stand on the list of their own day", async () => {
    const filter = { entry: "e-bank.opened" } as const;
    const { rows } = await counter.get("audit.search", { filter, page: 0 });
    const opened = known(rows[0], "somebody has electronic banking");

    const list = await counter.get("daily.list", { date: opened.businessDate });

    const sequences = groupIn(list, "channel-opened").rows.map(({ sequence }) => sequence);
    expect(sequences).toContain(opened.sequence);
    const next = await counter.get("daily.list", { date: addDays(opened.businessDate, 1) });
    expect(groupIn(next, "channel-opened").rows.map(({ sequence }) => sequence)).not.toContain(
      opened.sequence,
    );
  });

  test("an ordinary deposit stands on none of its groups", () => {
    const codes = after.groups.flatMap(({ rows }) =>
      rows.filter(({ entries }) => entries.join() === "money.posted,slip.issued"),
    );

    expect(codes).toEqual([]);
  });

  test("U08: that somebody looked is a line of the journal", async () => {
    await counter.get("daily.list", { date: today });

    expect(await people.lastLine()).toEqual({
      code: "9010",
      teller: "2001",
      entries: ["audit.looked"],
    });
  });
});
