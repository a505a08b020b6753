import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account } from "#tests/main/ledger/invented.ts";
import type { AtCounter } from "#tests/support/at-counter.ts";
import { type AtHome, transfer } from "#tests/support/at-home.ts";
import { CLIENT, KEY_HOLDER, OPENING } from "#tests/support/banking-branch.ts";
import { orderOf, papersOf } from "#tests/support/freeze-desk.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let home: AtHome;
let people: AtCounter;

beforeEach(async () => {
  ({ counter, home, people } = await openBanking());
  await people.sit();
});
afterEach(() => counter.close());

/** Serves an order of a court on a-3, delivered a quarter of an hour ago. */
async function serve(amount: number): Promise<void> {
  const papers = papersOf("court", { deliveredAt: Date.UTC(2026, 2, 18, 2) });
  const input = orderOf(amount, { account: "a-3", nameOnNotice: "顾客3", papers });
  const request = { code: "6001", input } as const;
  await people.done(request, { grant: await people.grant(request, "2002") });
}

/** The orders on a-3 as the desk shows them, and what the customer may draw. */
async function stack() {
  const { orders, available } = await counter.get("freeze.stack", { account: "a-3" });
  return { available, orders: orders.map(({ status, controlled }) => [status, controlled]) };
}

const newest = async () => (await counter.get("journal.list", { page: 0 })).rows[0];

describe("F09: money that comes online to an account on which an order waits", () => {
  beforeEach(async () => {
    await serve(OPENING);
    await serve(5_000_00);
    expect((await stack()).orders).toEqual([
      ["active", OPENING],
      ["waiting", 0],
    ]);
  });

  test("from another customer lets the order take effect in the same posting", async () => {
    const { number: payeeAccount } = account(3, KEY_HOLDER);
    await home.logIn(CLIENT);

    const paid = await home.spends({ ...transfer, payeeName: "顾客3", payeeAccount });

    expect(paid).toMatchObject({ ok: true, value: { status: "paid" } });
    expect((await newest())?.entries).toEqual([
      "password-card.answered-right",
      "money.posted",
      "e-bank.paid",
      "freeze.took-effect",
    ]);
    expect(await stack()).toEqual({
      available: 0,
      orders: [
        ["active", OPENING],
        ["active", transfer.amount],
      ],
    });
  });

  test("out of her own deposit does so too, and is hers beyond what the order is for", async () => {
    await home.logIn(KEY_HOLDER);

    const order = { kind: "early-withdrawal", deposit: "a-4" } as const;
    const paid = await home.pay(order, { confirmed: true });

    expect(paid).toMatchObject({ ok: true, value: { status: "paid" } });
    const { code, entries } = (await newest()) ?? {};
    expect(code).toBe("internet-bank");
    expect(entries).toContain("money.posted");
    expect(entries?.at(-1)).toBe("freeze.took-effect");
    expect(await stack()).toEqual({
      available: 10_000_00 - 5_000_00,
      orders: [
        ["active", OPENING],
        ["active", 5_000_00],
      ],
    });
  });

  test("to another account leaves the order waiting", async () => {
    await home.logIn(CLIENT);

    expect(await home.spends(transfer)).toMatchObject({ ok: true, value: { status: "paid" } });

    expect((await newest())?.entries).not.toContain("freeze.took-effect");
    expect((await stack()).orders[1]).toEqual(["waiting", 0]);
  });
});
