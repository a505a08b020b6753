import { afterEach, beforeEach, expect, test } from "vitest";
import { HolidayFile, type Holidays, holidaysOf } from "#core/calendar/holidays.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { startupNotices } from "#main/startup-notices.ts";
import file from "#resources/holidays.json" with { type: "json" };
import { openTestBooks } from "#tests/support/books.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const holidays: Holidays = holidaysOf(HolidayFile.parse(file));
const supported = { runtime: { electron: "45.0.0", outOfSupport: false } };

let books: OpenBooks;
let now: number;
let desk: Desk;

beforeEach(async () => {
  books = await openTestBooks(await trialBranch(), "live", realDisk);
  now = Date.UTC(2026, 2, 18, 2);
  const silent = { onPosted: () => {}, onSitting: () => {} };
  desk = createDesk({ kind: "live", ...books, clock: () => now, ...silent });
});
afterEach(() => closeBooks(books));

const codes = (options: typeof supported = supported) =>
  startupNotices(options, [], desk, holidays).map(({ code }) => code);

test("nothing is said where nothing is the matter", () => {
  expect(codes()).toEqual([]);
});

test("what recovery put right is said with its facts", () => {
  const notice = { code: "journal.head-slot-renewed", facts: { slot: 1 } } as const;

  expect(startupNotices(supported, [notice], desk, holidays)).toEqual([notice]);
});

test("an Electron that nobody mends any more is named", () => {
  const old = { runtime: { electron: "25.1.1", outOfSupport: true } };

  expect(startupNotices(old, [], desk, holidays)).toEqual([
    { code: "runtime.out-of-support", facts: { electron: "25.1.1" } },
  ]);
});

test("T02: a holiday table that ends within thirty days is said, one that does not is not", () => {
  const last = `${Math.max(...file.notices.map(({ year }) => year))}-12-31`;

  now = Date.parse(`${last}T02:00:00Z`) - 30 * 86_400_000;
  expect(codes()).toEqual([]);
  now += 86_400_000;
  expect(codes()).toEqual(["holidays.not-covered"]);
});
