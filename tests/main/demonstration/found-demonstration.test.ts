import { expect, test } from "vitest";
import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { dateOf, instant } from "#core/calendar/instant.ts";
import { BinTable } from "#core/card/bin.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import {
  DEMONSTRATION_SEED,
  type FoundingParts,
  foundingBatches,
} from "#main/demonstration/founding.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import bins from "#resources/bin.json" with { type: "json" };
import freezeKinds from "#resources/freeze-kinds.json" with { type: "json" };
import holidays from "#resources/holidays.json" with { type: "json" };
import { openTestBooks } from "#tests/support/books.ts";
import { emptyPlace } from "#tests/support/workstation.ts";

const NOW = Date.UTC(2026, 2, 18, 2);
const DAY = 86_400_000;
const rules = {
  holidays: holidaysOf(HolidayFile.parse(holidays)),
  bins: BinTable.parse(bins),
  freezeKinds: FreezeKinds.parse(freezeKinds),
};

/** What another past is made from, without the keys of an installation. */
const others: Omit<FoundingParts, "seed"> = {
  ...rules,
  today: dateOf(instant(NOW)),
  now: instant(NOW),
  hashPassword: () => ({
    method: "scrypt",
    cost: 2,
    salt: "00".repeat(16),
    hash: "00".repeat(32),
  }),
  pinVerifier: (account, pin) => `${account}:${pin}`,
  bankPasswordVerifier: (customer, digits) => `${customer}:${digits}`,
  walletPasswordVerifier: (customer, which, typed) => `${customer}:${which}:${typed}`,
};

const bodies = ({ journal }: OpenBooks) => [...journal.frames()].map(({ body }) => body);

test("a first start that was cut short is finished at the next, as of the same day", async () => {
  const folder = emptyPlace();
  const whole = await openTestBooks(folder, "demonstration", realDisk);
  await foundDemonstration(whole, rules, () => NOW);
  const past = bodies(whole);
  // A crash keeps a prefix of what was being written: here a hundred batches of the past.
  const cut = await openTestBooks(emptyPlace(), "demonstration", realDisk);
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
  const books = await openTestBooks(emptyPlace(), "demonstration", realDisk);
  await foundDemonstration(books, rules, () => NOW);
  const { lastSequence } = books.journal;

  await foundDemonstration(books, rules, () => NOW + 3 * DAY);

  expect(books.journal.lastSequence).toBe(lastSequence);
  closeBooks(books);
});

test("P01: begun with one layout of password cards it goes on with it, whatever is asked later", async () => {
  const folder = emptyPlace();
  const grid = { columns: 6, rows: 6, cellDigits: 4, challengeSize: 3 };
  const whole = await openTestBooks(folder, "demonstration", realDisk);
  await foundDemonstration(whole, { ...rules, grid }, () => NOW);
  const past = bodies(whole);
  const cut = await openTestBooks(emptyPlace(), "demonstration", realDisk);
  cut.journal.append(past.slice(0, 3), NOW);
  for (const body of past.slice(0, 3)) cut.ledger.post(JSON.parse(body));

  await foundDemonstration({ ...cut, vault: whole.vault }, rules, () => NOW);

  expect(bodies(cut)).toEqual(past);
  expect(cut.ledger.books.all("passwordCard").map((card) => card.grid)).toContainEqual(grid);
  closeBooks(whole);
  closeBooks(cut);
});

test("a past that another program invented is left as it is, and can be opened again", async () => {
  const folder = emptyPlace();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const batches = foundingBatches({ ...others, seed: DEMONSTRATION_SEED + 1 }).slice(0, 100);
  const theirs = batches.map((batch) => JSON.stringify(batch));
  books.journal.append(theirs, NOW);
  for (const batch of batches) books.ledger.post(batch);

  await foundDemonstration(books, rules, () => NOW);

  expect(bodies(books)).toEqual(theirs);
  expect(books.ledger.lastSequence).toBe(100);
  closeBooks(books);
  const again = await openTestBooks(folder, "demonstration", realDisk);
  expect(again.ledger.lastSequence).toBe(100);
  closeBooks(again);
});

test("a past whose last frame alone is another is left as it is", async () => {
  const whole = await openTestBooks(emptyPlace(), "demonstration", realDisk);
  await foundDemonstration(whole, rules, () => NOW);
  const begun = bodies(whole).slice(0, 3);
  const third = Batch.parse(JSON.parse(begun[2] ?? ""));
  const changed = [...begun.slice(0, 2), JSON.stringify({ ...third, code: "4001" })];
  const cut = await openTestBooks(emptyPlace(), "demonstration", realDisk);
  cut.journal.append(changed, NOW);
  for (const body of changed) cut.ledger.post(JSON.parse(body));

  await foundDemonstration({ ...cut, vault: whole.vault }, rules, () => NOW);

  expect(bodies(cut)).toEqual(changed);
  closeBooks(whole);
  closeBooks(cut);
});

test("nothing of a past is on the disk that the books did not take", async () => {
  const books = await openTestBooks(emptyPlace(), "demonstration", realDisk);
  const post = (batch: Batch) => {
    if (batch.sequence === 3) throw new Fault("ledger.failed");
    return books.ledger.post(batch);
  };

  const founding = foundDemonstration(
    { ...books, ledger: { ...books.ledger, post } },
    rules,
    () => NOW,
  );

  await expect(founding).rejects.toThrow("ledger.failed");
  expect(bodies(books)).toEqual([]);
  closeBooks(books);
});
