import { describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { addDays, businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { CustomerView } from "#core/contract/customer-view.ts";
import { JournalRow, SlipView } from "#core/contract/posting-view.ts";
import { masked } from "#core/identity/free-text.ts";
import { customerView } from "#main/views/customer-view.ts";
import { journalRow } from "#main/views/journal-row.ts";
import { slipView } from "#main/views/slip-view.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySteps, opening, play } from "../ledger/history.ts";
import { cardNumber, FIRST_INSTANT, phoneNumber } from "../ledger/invented.ts";

/** Every number in the books that no screen may show in full. */
function secretsOf(books: Books): readonly string[] {
  return [
    ...books.all("card").map(({ pan }) => pan),
    ...books.all("account").map(({ number }) => number),
    ...books.all("customer").flatMap(({ documentNumber, phone }) => [documentNumber, phone ?? []]),
    ...books.all("relation").map(({ id }) => phoneNumber(Number(id.slice(2)))),
  ].flat();
}

describe("what windows see", () => {
  // Goal: no view of any books holds an unmasked number, nor anything beside its schema.
  // Method: random histories whose people type numbers even into free text; every view searched.
  test("K01, K09: holds no card, account, document or phone number in full", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 0, max: 20 }), (steps, days) => {
        const { batches, books } = play([...opening, ...steps]);
        const today = addDays(businessDate("2026-03-18"), days);

        const customers = books.all("customer").map(({ id }) =>
          customerView(books, id, {
            today,
            now: instant(FIRST_INSTANT),
            seesOrders: true,
            erasureOf: () => undefined,
          }),
        );
        const rows = batches.map((batch) => journalRow(batch, true));
        const slips = books.all("slip").map((slip) => slipView(slip, "live"));

        const seen = JSON.stringify([customers, rows, slips]);
        expect(secretsOf(books).filter((secret) => seen.includes(secret))).toEqual([]);
        expect(customers.map((view) => CustomerView.parse(view))).toEqual(customers);
        expect(rows.map((row) => JournalRow.parse(row))).toEqual(rows);
        expect(slips.map((slip) => SlipView.parse(slip))).toEqual(slips);
      }),
      { numRuns: 60 },
    );
  });

  test("K01: masks a number typed into free text, however it is parted", () => {
    expect(masked(`卡号${cardNumber(1)}丢失`)).not.toContain(cardNumber(1));
    expect(masked("卡 6222 0200 0000 0000 017 丢失")).toBe("卡 622202*********0017 丢失");
    expect(masked("电话 139-0000-1234")).toBe("电话 139****1234");
    expect(masked("证件 11010519900307001x")).toBe("证件 110105********001x");
  });

  test("K01: leaves days, rooms and sums in free text as they are", () => {
    expect(masked("2026-03-18 在 1203 室")).toBe("2026-03-18 在 1203 室");
    expect(masked("第123456789号")).toBe("第123456789号");
  });
});
