import { expect, test } from "vitest";
import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { BinTable } from "#core/card/bin.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks, openBooks } from "#main/open-books.ts";
import bins from "#resources/bin.json" with { type: "json" };
import freezeKinds from "#resources/freeze-kinds.json" with { type: "json" };
import holidays from "#resources/holidays.json" with { type: "json" };
import { emptyPlace } from "#tests/support/workstation.ts";

const NOW = Date.UTC(2026, 2, 18, 2);
const DAY = 86_400_000;
const rules = {
  holidays: holidaysOf(HolidayFile.parse(holidays)),
  bins: BinTable.parse(bins),
  freezeKinds: FreezeKinds.parse(freezeKinds),
};

const bodies = ({ journal }: OpenBooks) => [...journal.frames()].map(({ body }) => body);

test("a first start that was cut short is finished at the next, as of the same day", async () => {
  const folder = emptyPlace();
  const whole = await openBooks(folder, "demonstration", realDisk);
  await foundDemonstration(whole, rules, () => NOW);
  const past = bodies(whole);
  // A crash keeps a prefix of what was being written: here a hundred batches of the past.
  const cut = await openBooks(emptyPlace(), "demonstration", realDisk);
  cut.journal.append(past.slice(0, 100), NOW);
  for (const body of past.slice(0, 100)) cut.ledger.post(JSON.parse(body));
  const begun = { ...cut, vault: whole.vault }; // Of the same installation, with the same keys.

  await foundDemonstration(begun, rules, () => NOW + DAY);

  expect(bodies(begun)).toEqual(past);
  expect(begun.ledger.lastSequence).toBe(past.length);
  closeBooks(whole);
  closeBooks(cut);
});

test("a past that is there is left as it is, days later too", async () => {
  const books = await openBooks(emptyPlace(), "demonstration", realDisk);
  await foundDemonstration(books, rules, () => NOW);
  const { lastSequence } = books.journal;

  await foundDemonstration(books, rules, () => NOW + 3 * DAY);

  expect(books.journal.lastSequence).toBe(lastSequence);
  closeBooks(books);
});

test("P01: begun with one layout of password cards it goes on with it, whatever is asked later", async () => {
  const folder = emptyPlace();
  const grid = { columns: 6, rows: 6, cellDigits: 4, challengeSize: 3 };
  const whole = await openBooks(folder, "demonstration", realDisk);
  await foundDemonstration(whole, { ...rules, grid }, () => NOW);
  const past = bodies(whole);
  const cut = await openBooks(emptyPlace(), "demonstration", realDisk);
  cut.journal.append(past.slice(0, 3), NOW);
  for (const body of past.slice(0, 3)) cut.ledger.post(JSON.parse(body));

  await foundDemonstration({ ...cut, vault: whole.vault }, rules, () => NOW);

  expect(bodies(cut)).toEqual(past);
  expect(cut.ledger.books.all("passwordCard").map((card) => card.grid)).toContainEqual(grid);
  closeBooks(whole);
  closeBooks(cut);
});
