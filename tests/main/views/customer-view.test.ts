import { describe, expect, test } from "vitest";
import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { type BusinessDate, businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { AccountView } from "#core/contract/customer-view.ts";
import { known } from "#core/kernel/assert.ts";
import { customerView } from "#main/views/customer-view.ts";
import { journalRow } from "#main/views/journal-row.ts";
import { slipView } from "#main/views/slip-view.ts";
import { batchOf } from "../ledger/history.ts";
import {
  account,
  card,
  customer,
  FIRST_INSTANT,
  lossCase,
  type RawEntry,
  slip,
} from "../ledger/invented.ts";

const today = businessDate("2026-03-18");

/** The books of one customer with 1,000 yuan on the account of one card, and then `more`. */
function booksWith(...more: readonly RawEntry[]): Books {
  const batch = batchOf(1, [
    { type: "customer.registered", customer: customer(3) },
    { type: "account.opened", account: { ...account(1, "c-3"), balance: 1_000_00 } },
    { type: "card.entered", card: card(2, { account: "a-1", customer: "c-3" }) },
    ...more,
  ]);
  return booksAfter(changesOfAll(booksAfter([]), batch.entries, batch));
}

const hold = (id: string, more: object): RawEntry =>
  ({
    type: "hold.placed",
    hold: {
      id,
      account: "a-1",
      kind: "amount",
      source: { type: "customer" },
      target: 300_00,
      placedAt: FIRST_INSTANT,
      status: "active",
      ...more,
    },
  }) as RawEntry; // `more` widens the union; the journal's schema checks it again.

const noErasure = () => undefined;

const view = (books: Books, day: BusinessDate = today) =>
  customerView(books, "c-3", {
    today: day,
    now: instant(FIRST_INSTANT),
    seesOrders: true,
    erasureOf: noErasure,
  });

/** What somebody without the duty of assistance is shown of the account. */
const restrictedView = (books: Books) =>
  known(
    customerView(books, "c-3", {
      today,
      now: instant(FIRST_INSTANT),
      seesOrders: false,
      erasureOf: noErasure,
    }).accounts[0],
    "she has one",
  );

describe("a customer's page", () => {
  test("R28: shows one customer over everything, numbers masked", () => {
    const shown = view(
      booksWith({
        type: "relation.bound",
        relation: {
          id: "r-1",
          kind: "sms-notice",
          customer: "c-3",
          account: "a-1",
          card: "k-2",
          label: "余额变动提醒",
          status: "active",
        },
      }),
    );

    expect(shown).toMatchObject({
      name: "顾客3",
      documentNumber: "110105********0033",
      phone: "139****3757",
      accounts: [{ number: "0200*********0001", balance: 1_000_00, available: 1_000_00 }],
      cards: [{ id: "k-2", number: "622202*********0026", life: "active", loss: "none" }],
      relations: [{ label: "余额变动提醒", cardNumber: "622202*********0026" }],
    });
  });

  test("3.6: shows an account that sleeps, by its years or by the bank's hold, with nothing to draw", () => {
    const silent = { ...account(7, "c-3"), lastMovedOn: "2021-03-18", balance: 100_00 };
    const books = booksWith(
      { type: "account.opened", account: silent },
      hold("h-1", {
        kind: "debit-block",
        source: { type: "bank", reason: "dormant" },
        target: undefined,
      }),
    );
    const seen = (day: string) =>
      view(books, businessDate(day)).accounts.map(({ id, dormant, available }) => ({
        id,
        dormant,
        available,
      }));

    expect(seen("2026-03-18")).toEqual([
      { id: "a-1", dormant: true, available: 0 },
      { id: "a-7", dormant: false, available: 100_00 },
    ]);
    expect(seen("2026-03-19")).toEqual([
      { id: "a-1", dormant: true, available: 0 },
      { id: "a-7", dormant: true, available: 0 },
    ]);
  });

  test("3.8: says from the day after its last that a document has run out", () => {
    expect(view(booksWith(), businessDate("2026-03-19")).documentExpired).toBe(false);
    expect(view(booksWith(), businessDate("2026-03-20")).documentExpired).toBe(true);
  });

  test("leaves out relations that were closed", () => {
    const relation = {
      id: "r-1",
      kind: "e-pay",
      customer: "c-3",
      account: "a-1",
      card: "k-2",
      label: "e支付",
      status: "active",
    } as const;

    const books = booksWith(
      { type: "relation.bound", relation },
      { type: "relations.closed", relations: ["r-1"] },
    );

    expect(view(books).relations).toEqual([]);
  });
});

describe("an account", () => {
  test("hides at least six digits of its number", () => {
    expect(maskAccountNumber("123456789012")).toBe("12******9012");
    expect(maskAccountNumber("1234567890123")).toBe("123******0123");
    expect(maskAccountNumber("12345678901234")).toBe("1234******1234");
    expect(maskAccountNumber("123456789012345678901")).toBe("1234*************8901");
  });

  test("3.5: shows its active holds and what they leave", () => {
    const [shown] = view(
      booksWith(hold("h-1", {}), hold("h-2", {}), { type: "hold.lifted", hold: "h-2" }),
    ).accounts;

    expect(shown?.available).toBe(700_00);
    expect(shown?.holds).toEqual([
      {
        id: "h-1",
        kind: "amount",
        source: "customer",
        amount: 300_00,
        placedAt: FIRST_INSTANT,
      },
    ]);
  });

  test("U07: tells of a judicial hold that it is there, and no order, organ or sum", () => {
    const source = { type: "judicial", order: "(2026)京执字第1号", organ: "朝阳区人民法院" };

    const shown = view(booksWith(hold("h-(2026)京执字第1号", { source }))).accounts[0];

    expect(shown?.holds).toEqual([
      { id: "judicial-1", kind: "amount", source: "judicial", placedAt: FIRST_INSTANT },
    ]);
    expect(shown?.available).toBe(700_00);
  });

  // Goal: without the duty one order looks like any other, and like two.
  // Method: an amount, the whole account, another moment and both are shown; all must be the same.
  test("U07: tells somebody without the duty one line of orders, with no kind, time, count or sum", () => {
    const source = { type: "judicial", order: "f-1", organ: "朝阳区人民法院" };
    const amount = hold("h-f-1", { source });
    const whole = hold("h-f-2", {
      source: { ...source, order: "f-2" },
      kind: "full-block",
      target: undefined,
      placedAt: FIRST_INSTANT + 60_000,
    });
    const shown = [[amount], [whole], [amount, whole], [whole, amount]].map((holds) =>
      restrictedView(booksWith(...holds)),
    );

    expect(shown[0]).not.toHaveProperty("available");
    expect(shown[0]).toMatchObject({ balance: 1_000_00, holds: [{ source: "restricted" }] });
    expect(shown.map((one) => JSON.stringify(one))).toEqual(
      shown.map(() => JSON.stringify(shown[0])),
    );
    expect(shown.map((one) => AccountView.parse(one))).toEqual(shown);
  });

  test("U07: keeps the own words of what customer and bank have placed beside an order", () => {
    const source = { type: "judicial", order: "f-1", organ: "朝阳区人民法院" };
    const own = booksWith(hold("h-1", {}));

    expect(restrictedView(own)).toEqual(view(own).accounts[0]);
    expect(
      restrictedView(booksWith(hold("h-f-1", { source }), hold("h-1", {}))).holds,
    ).toMatchObject([{ id: "h-1", source: "customer", amount: 300_00 }, { source: "restricted" }]);
  });

  test("U07: says what is available again once no order is felt", () => {
    const source = { type: "judicial", order: "f-1", organ: "朝阳区人民法院" };
    const over = booksWith(hold("h-f-1", { source }), { type: "hold.lifted", hold: "h-f-1" });

    expect(restrictedView(over)).toEqual(view(over).accounts[0]);
  });
});

describe("an oral report", () => {
  const reported = booksWith(
    hold("h-1", {
      kind: "debit-block",
      target: undefined,
      source: { type: "loss", lossCase: "02002603180001" },
    }),
    {
      type: "loss.reported",
      lossCase: lossCase(1, { card: "k-2", account: "a-1", customer: "c-3" }),
    },
    { type: "card.loss-marked", card: "k-2", loss: "oral" },
  );

  test("T06: blocks card and account through its last day", () => {
    const shown = view(reported, businessDate("2026-03-23"));

    expect(shown.cards[0]?.loss).toBe("oral");
    expect(shown.accounts[0]?.available).toBe(0);
    expect(shown.accounts[0]?.holds).toHaveLength(1);
    expect(shown.lossCases[0]?.status).toBe("oral-active");
  });

  test("T06: is gone at 24:00 of that day, whether or not a timer fired", () => {
    const shown = view(reported, businessDate("2026-03-24"));

    expect(shown.cards[0]?.loss).toBe("none");
    expect(shown.accounts[0]?.available).toBe(1_000_00);
    expect(shown.accounts[0]?.holds).toEqual([]);
    expect(shown.lossCases[0]?.status).toBe("lapsed");
  });
});

describe("a card", () => {
  const shown = (day: string, ...more: readonly RawEntry[]) =>
    view(booksWith(...more), businessDate(day)).cards[0];

  test("M11: is expired from the first day after its month", () => {
    expect(shown("2036-03-31")?.expired).toBe(false);
    expect(shown("2036-04-01")?.expired).toBe(true);
  });

  test("M11: without an expiry never is", () => {
    const other = card(3, { account: "a-1", customer: "c-3" });
    const books = booksWith({ type: "card.entered", card: other });

    expect(view(books, businessDate("2099-12-31")).cards[1]?.expired).toBe(false);
  });

  test("T25: says what there is to say of its PIN, and never the PIN's hash", () => {
    const set = { type: "card.pin-set", card: "k-2", verifier: "hash-of-a-pin" } as const;

    expect(shown("2026-03-18")?.pin).toBe("unset");
    expect(shown("2026-03-18", set)?.pin).toBe("ok");
    expect(shown("2026-03-18", { type: "card.pin-lost", card: "k-2" })?.pin).toBe("lost");
    expect(JSON.stringify(shown("2026-03-18", set))).not.toContain("hash-of-a-pin");
  });

  test("5.1: that was replaced names the card in its place", () => {
    expect(shown("2026-03-18", { type: "card.replaced", card: "k-2", by: "k-9" })).toMatchObject({
      life: "replaced",
      replacedBy: "k-9",
    });
  });
});

describe("a slip", () => {
  test("rule 11: of a demonstration says so, and one of a live branch does not", () => {
    const [issued] = booksWith({ type: "slip.issued", slip: slip(1, "顾客3") }).all("slip");

    expect(issued && slipView(issued, "demonstration").demonstration).toBe(true);
    expect(issued && slipView(issued, "live").demonstration).toBe(false);
  });
});

describe("a line of the journal", () => {
  test("9001: names each kind of entry once, in the order in which they came", () => {
    const batch = batchOf(7, [
      { type: "card.pin-passed", card: "k-1" },
      { type: "request.refused", refusal: "account.short" },
      { type: "card.pin-passed", card: "k-2" },
    ]);

    expect(journalRow(batch, true)).toEqual({
      sequence: 7,
      recordedAt: FIRST_INSTANT + 7000,
      businessDate: "2026-03-18",
      teller: "0001",
      approvers: [],
      code: "4001",
      entries: ["card.pin-passed", "request.refused"],
    });
  });
});
