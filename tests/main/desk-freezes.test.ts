import { afterEach, beforeEach, expect, test } from "vitest";
import { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { type Batch, Batch as BatchSchema } from "#core/journal/batch.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { order } from "#tests/core/freeze/orders.ts";
import { account, customer } from "#tests/main/ledger/invented.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { moment } from "#tests/support/freeze-desk.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

let folder: string;
let books: OpenBooks;
let clock: number;

beforeEach(async () => {
  folder = await trialBranch();
  clock = moment("2026-03-18 10:15:00");
  books = await openTestBooks(folder, "live", realDisk);
});
afterEach(() => closeBooks(books));

function openDesk(): Desk {
  const ignored = () => {};
  return createDesk({
    kind: "live",
    ...books,
    clock: () => clock,
    onPosted: ignored,
    onSitting: ignored,
  });
}

/** A court's order on the whole balance until the end of June, and one of the police that waits. */
const court = order(1, 100_00, { endsAt: moment("2026-07-01") });
const police = order(2, 50_00, { kind: "police", status: "waiting" });

function layDown(desk: Desk): void {
  const raw = [
    { type: "customer.registered", customer: customer(1) },
    { type: "account.opened", account: { ...account(1, "c-1"), branch: "0303", balance: 100_00 } },
    { type: "freeze.registered", freeze: court },
    { type: "freeze.registered", freeze: police },
  ];
  const entries: Batch["entries"] = BatchSchema.unwrap().shape.entries.parse(raw);
  desk.commit({ teller: "system", code: "system", entries });
}

async function reopen(): Promise<Desk> {
  closeBooks(books);
  books = await openTestBooks(folder, "live", realDisk);
  return openDesk();
}

test("F09, F11: what ended while the program was closed is written down as of its end", async () => {
  layDown(openDesk());
  clock = moment("2026-08-15 09:00:00");
  const desk = await reopen();

  desk.settle();

  expect(desk.books.find("freezeOrder", "f-1")).toEqual({ ...court, status: "expired" });
  expect(desk.books.find("freezeOrder", "f-2")).toEqual(
    FreezeOrder.parse({
      ...police,
      status: "active",
      effectiveAt: moment("2026-07-01"),
      endsAt: moment("2027-01-02"),
    }),
  );
  expect(desk.books.find("hold", "h-f-1")).toMatchObject({ liftedAt: moment("2026-07-01") });
  expect(desk.books.find("hold", "h-f-2")).toMatchObject({ placedAt: moment("2026-07-01") });
});

test("F11: the order holds until the last second before its end, and settling twice is once", async () => {
  layDown(openDesk());
  clock = moment("2026-06-30 23:59:59");
  const desk = await reopen();
  desk.settle();
  expect(desk.books.find("freezeOrder", "f-1")?.status).toBe("active");
  clock = moment("2026-07-01 00:00:00");

  desk.settle();
  const { lastSequence } = books.journal;
  desk.settle();

  expect(desk.books.find("freezeOrder", "f-1")?.status).toBe("expired");
  expect(books.journal.lastSequence).toBe(lastSequence);
});

test("F11: a clock that is set back after the end brings no order to life", async () => {
  layDown(openDesk());
  clock = moment("2026-07-01 00:00:00");
  openDesk().settle();
  clock = moment("2026-06-01 00:00:00");
  const desk = await reopen();

  desk.settle();

  expect(desk.now()).toBe(moment("2026-07-01 00:00:00"));
  expect(desk.books.find("freezeOrder", "f-1")?.status).toBe("expired");
  expect(desk.books.find("freezeOrder", "f-2")?.status).toBe("active");
});
