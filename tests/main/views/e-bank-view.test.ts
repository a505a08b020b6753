import { describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { EBankView } from "#core/contract/password-card-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { defaultEBankRules } from "#core/e-bank/rules.ts";
import { eBankView } from "#main/views/e-bank-view.ts";
import { batchOf } from "../ledger/history.ts";
import {
  account,
  card,
  customer,
  passwordCard,
  type RawEntry,
  type RawRecord,
} from "../ledger/invented.ts";

const today = businessDate("2026-03-18");
type Kind = RawRecord<"relation.bound", "relation">["kind"];

/** The books of one customer with a card in use, and then `more`. */
function booksWith(...more: readonly RawEntry[]): Books {
  const batch = batchOf(1, [
    { type: "customer.registered", customer: customer(3) },
    { type: "account.opened", account: account(1, "c-3") },
    { type: "card.entered", card: card(2, { account: "a-1", customer: "c-3" }) },
    ...more,
  ]);
  return booksAfter(changesOfAll(booksAfter([]), batch.entries, batch));
}

const bound = (number: number, kind: Kind): RawEntry => ({
  type: "relation.bound",
  relation: {
    id: `r-${number}`,
    kind,
    customer: "c-3",
    account: "a-1",
    card: "k-2",
    label: kind,
    status: "active",
  },
});

const view = (books: Books, day = today) =>
  eBankView(books, CustomerId.parse("c-3"), { today: day, rules: defaultEBankRules });

describe("a customer's electronic banking as the teller sees it", () => {
  test("is there for everybody, with nothing open and nothing to pay with", () => {
    const shown = view(booksWith());

    expect(shown).toEqual({
      channels: [],
      switches: { "e-commerce": true, "outward-transfer": true },
      medium: "none",
      paidToday: 0,
      payees: [],
    });
    expect(EBankView.parse(shown)).toEqual(shown);
  });

  test("names the channels that are open, and not those that were closed", () => {
    const books = booksWith(
      bound(1, "internet-bank"),
      bound(2, "wap-bank"),
      bound(3, "phone-bank"),
      {
        type: "relations.closed",
        relations: ["r-2"],
      },
    );

    expect(view(books).channels).toEqual(["internet-bank", "phone-bank"]);
  });

  test("P38-P40: trusts a password with less than a card, and a U盾 with anything", () => {
    const withPassword = booksWith(bound(1, "internet-bank"));
    const withCard = booksWith(bound(1, "internet-bank"), {
      type: "password-card.entered",
      card: passwordCard(1, "c-3"),
    });
    const withKey = booksWith(bound(1, "internet-bank"), bound(2, "usb-key"));

    expect(view(withPassword)).toMatchObject({
      medium: "static",
      limits: { single: 300_00, day: 1_000_00 },
    });
    expect(view(withCard)).toMatchObject({
      medium: "card",
      limits: { single: 1_000_00, day: 5_000_00 },
    });
    expect(view(withKey).medium).toBe("usb-key");
    expect(view(withKey)).not.toHaveProperty("limits");
  });

  test("P24: shows a switch that was closed, and what was paid today and not yesterday", () => {
    const books = booksWith(
      { type: "e-bank.switched", customer: "c-3", which: "e-commerce", on: false },
      {
        type: "e-bank.paid",
        customer: "c-3",
        on: today,
        amount: 50_00,
        kind: "purchase",
        to: "样例书店",
      },
    );

    expect(view(books).switches).toEqual({ "e-commerce": false, "outward-transfer": true });
    expect(view(books).paidToday).toBe(50_00);
    expect(view(books, businessDate("2026-03-19")).paidToday).toBe(0);
  });

  test("K01: hides the middle of a payee's account number", () => {
    const books = booksWith({
      type: "e-bank.payee-agreed",
      customer: "c-3",
      payee: { name: "样例公司", account: "6228480000000000018" },
    });

    expect(view(books).payees).toEqual([{ name: "样例公司", account: "6228***********0018" }]);
  });
});
