import type { Books, Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { clockTime, instantAt } from "#core/calendar/instant.ts";
import { BinTable } from "#core/card/bin.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Grid } from "#core/password-card/grid.ts";
import { foundingBatches } from "#main/demonstration/founding.ts";
import binFile from "#resources/bin.json" with { type: "json" };
import freezeKindFile from "#resources/freeze-kinds.json" with { type: "json" };
import holidayFile from "#resources/holidays.json" with { type: "json" };

export const bins = BinTable.parse(binFile);
export const freezeKinds = FreezeKinds.parse(freezeKindFile);
export const holidays = holidaysOf(HolidayFile.parse(holidayFile));

/** A Wednesday in the middle of a working week: terms of five and seven days run out on it. */
export const TODAY = businessDate("2026-03-18");

/** The batches of a demonstration that begins on `date` at nine; PINs and passwords in clear. */
export function foundedOn(date: string, seed = 1, grid?: Grid): readonly Batch[] {
  const today = businessDate(date);
  return foundingBatches({
    today,
    now: instantAt(today, clockTime("09:00:00")),
    seed,
    grid,
    holidays,
    bins,
    freezeKinds,
    hashPassword: (password) => ({
      method: "scrypt",
      cost: 2,
      salt: "00".repeat(16),
      hash: Buffer.from(password).toString("hex").padEnd(64, "0"),
    }),
    pinVerifier: (account, pin) => `${account}:${pin}`,
    bankPasswordVerifier: (customer, digits) => `${customer}:${digits}`,
    walletPasswordVerifier: (customer, which, typed) => `${customer}:${which}:${typed}`,
  });
}

/** The books once all batches are posted, as the journal replays them. */
export function booksOf(batches: readonly Batch[]): Books {
  const records = new Map<string, Change>();
  for (const batch of batches) {
    for (const change of changesOfAll(booksAfter([...records.values()]), batch.entries, batch)) {
      records.set(`${change.shelf}:${change.key}`, change);
    }
  }
  return booksAfter([...records.values()]);
}
