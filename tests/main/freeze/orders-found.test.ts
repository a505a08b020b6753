import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { ordersFound } from "#main/freeze/orders-found.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import { order } from "#tests/core/freeze/orders.ts";
import { batchOf } from "#tests/main/ledger/history.ts";
import { account, customer } from "#tests/main/ledger/invented.ts";

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const filter = { show: "all", days: 0, text: "", today: businessDate("2026-03-18") } as const;

/** The register of five orders, of which the newest stands first and the third is over. */
function post(): void {
  const status = (number: number) => (number === 3 ? "released" : "active");
  ledger.post(
    batchOf(1, [
      { type: "customer.registered", customer: customer(1) },
      { type: "account.opened", account: account(1, "c-1") },
      ...[1, 2, 3, 4, 5].map((number) => ({
        type: "freeze.registered" as const,
        freeze: order(number, 100, { status: status(number) }),
      })),
    ]),
  );
}

const idsOf = (size: number, show: "all" | "in-force" = "all") => {
  const { total, orders } = ordersFound(ledger, { ...filter, show }, size);
  return { total, ids: [...orders].map(({ id }) => id) };
};

describe("all that a filter finds, for a file", () => {
  test.each([1, 2, 4, 5, 6])("is each order once, read %i at a time", (size) => {
    post();

    expect(idsOf(size)).toEqual({ total: 5, ids: ["f-5", "f-4", "f-3", "f-2", "f-1"] });
  });

  test("is of the filter alone, where the last page is full", () => {
    post();

    expect(idsOf(2, "in-force")).toEqual({ total: 4, ids: ["f-5", "f-4", "f-2", "f-1"] });
  });

  test("is nothing of an empty register", () => {
    expect(idsOf(2)).toEqual({ total: 0, ids: [] });
  });

  test("is more than a window's page without being asked for", () => {
    const many = Array.from({ length: 51 }, (_, index) => ({
      type: "freeze.registered" as const,
      freeze: order(index + 1, 100, { deliveredAt: "2026-03-18 09:00:00" }),
    }));
    ledger.post(
      batchOf(1, [
        { type: "customer.registered", customer: customer(1) },
        { type: "account.opened", account: account(1, "c-1") },
        ...many,
      ]),
    );

    expect([...ordersFound(ledger, filter).orders]).toHaveLength(51);
  });
});
