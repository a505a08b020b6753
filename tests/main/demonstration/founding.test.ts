import { describe, expect, test } from "vitest";
import { addDays, ageOn, businessDate } from "#core/calendar/business-date.ts";
import { isCurrent } from "#core/card/card.ts";
import { HolderName } from "#core/card/holder-name.ts";
import { documentOf } from "#core/customer/customer.ts";
import { DocumentKind } from "#core/identity/document.ts";
import { birthDateOnDocument } from "#core/identity/document-number.ts";
import { weakPin } from "#core/identity/weak-pin.ts";
import { Batch } from "#core/journal/batch.ts";
import { isOpen } from "#core/loss/loss-case.ts";
import { RelationKind } from "#core/replacement/relation.ts";
import { piecesLeft } from "#core/voucher/stock.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { demonstrationPassword, staff } from "#main/demonstration/staff.ts";
import { openLedger } from "#main/ledger/ledger.ts";
import { goodPassword } from "#main/people/password.ts";
import { fc } from "#tests/support/fast-check.ts";
import { booksOf, foundedOn, TODAY } from "./founded.ts";

const batches = foundedOn(TODAY);
const books = booksOf(batches);
const customers = books.all("customer");
const cards = books.all("card");

describe("the invented past as a journal", () => {
  test("C05: is made of sound batches, numbered without gaps, in the order of time", () => {
    expect(batches.map((batch) => Batch.parse(batch))).toEqual(batches);
    expect(batches.map(({ sequence }) => sequence)).toEqual(batches.map((_, index) => index + 1));
    expect(batches.map(({ recordedAt }) => recordedAt)).toEqual(
      batches.map(({ recordedAt }) => recordedAt).sort((one, other) => one - other),
    );
    expect(batches.at(-1)?.businessDate).toBe(TODAY);
  });

  test("is the same for the same seed, and another for another seed", () => {
    expect(foundedOn(TODAY, 1)).toEqual(batches);
    expect(booksOf(foundedOn(TODAY, 2)).all("customer")[0]).not.toEqual(customers[0]);
  });

  test("fills a real ledger to the same books", async () => {
    const ledger = await openLedger();
    for (const batch of batches) ledger.post(batch);

    expect(ledger.books.all("card")).toEqual(expect.arrayContaining([...cards]));
    expect(ledger.books.count("card")).toBe(cards.length);
    expect(ledger.books.find("account", "a-1")).toEqual(books.find("account", "a-1"));
    ledger.close();
  });

  // Goal: whatever day a demonstration is first opened on, its past can be told and binds the right
  // cards. Method: draw days and seeds, weekends and holidays among them.
  test("can be told on any day", { timeout: 60_000 }, () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => addDays(businessDate("2025-06-01"), days));
    fc.assert(
      fc.property(day, fc.nat(), (date, seed) => {
        const told = booksOf(foundedOn(date, seed));

        expect(told.all("lossCase").filter(isOpen)).toHaveLength(12);
        expect(openHolds(told)).toEqual(openCases(told));
      }),
      { numRuns: 40 },
    );
  });
});

describe("invented customers", () => {
  test("are at least 48, each known by another document and another phone", () => {
    const phones = customers.flatMap(({ phone }) => phone ?? []);

    expect(customers.length).toBeGreaterThanOrEqual(48);
    expect(new Set(customers.map(({ documentNumber }) => documentNumber)).size).toBe(
      customers.length,
    );
    expect(new Set(customers.map(({ name }) => name)).size).toBe(customers.length);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones).toHaveLength(customers.length - 1);
  });

  test("3.8: show every kind of document, with the birth date that its number states", () => {
    expect(new Set(customers.map(({ documentKind }) => documentKind))).toEqual(
      new Set(DocumentKind.options),
    );
    for (const customer of customers) {
      const { kind, number } = documentOf(customer);
      expect(birthDateOnDocument(kind, number) ?? customer.birthDate).toBe(customer.birthDate);
      expect(HolderName.safeParse(customer.latinName).success).toBe(true);
    }
  });

  test("cannot be mistaken for anybody: no such county, no such telephone", () => {
    const citizens = customers.filter(({ documentKind }) => documentKind === "resident-id");

    expect(citizens.every(({ documentNumber }) => documentNumber.slice(2, 6) === "9999")).toBe(
      true,
    );
    expect(customers.every(({ phone }) => phone?.startsWith("1540000") ?? true)).toBe(true);
  });

  test("3.8: one is a child with the household register and no telephone", () => {
    const children = customers.filter(({ documentKind }) => documentKind === "household-register");

    expect(children.map(({ birthDate }) => ageOn(birthDate, TODAY))).toEqual([9]);
    expect(children[0]?.phone).toBeUndefined();
  });

  test("T24: have a PIN that is not weak, and it is the one on their cards", () => {
    for (const customer of customers) {
      const pin = demonstrationPin(customer);
      const { birthDate, phone, documentNumber: identityNumber } = customer;

      expect(weakPin(pin, { birthDate, phone, identityNumber })).toBeUndefined();
      for (const card of books.list("card", "customer", customer.id)) {
        expect(card.pinVerifier).toBe(`${card.account}:${pin}`);
      }
    }
  });

  test("T35: between them have every kind of relation", () => {
    const relations = books.all("relation");

    expect(new Set(relations.map(({ kind }) => kind))).toEqual(new Set(RelationKind.options));
  });
});

describe("e支付 in the invented past", () => {
  const enrolments = books.all("ePay");

  test("E01, 5.1: every relation has its enrolment, on a card that was put into use", () => {
    const relations = books.all("relation").filter(({ kind }) => kind === "e-pay");
    expect(relations.map(({ id }) => id)).toEqual(enrolments.map(({ relation }) => relation));
    expect(enrolments.length).toBeGreaterThan(3);
    const successors = cards.flatMap(({ replacedBy }) => (replacedBy ? [replacedBy] : []));
    const unused = cards.filter(
      ({ id, life }) => life === "issued-inactive" && !successors.includes(id),
    );
    expect(unused.length).toBeGreaterThan(0);
    expect(relations.filter(({ card }) => unused.some(({ id }) => id === card))).toEqual([]);
  });

  test("5.5: each telephone is one customer's, and one of the cast with a card in use has none", () => {
    const phones = enrolments.map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    expect(enrolments.map(({ customer }) => customer)).toContain("c-34");
    expect(enrolments.map(({ customer }) => customer)).not.toContain("c-42");
  });
});

describe("the money of the invented branch", () => {
  const posted = batches
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.type === "money.posted" ? entry.postings : []));

  test("5.1: sums to zero over all accounts", () => {
    const balances = [
      ...books.all("account"),
      ...books.all("wallet"),
      ...books.all("branchBalance"),
    ];

    expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
  });

  test("5.1: of each account is what was posted to it, and of no customer below zero", () => {
    for (const { id, balance } of books.all("account")) {
      const legs = posted.filter(({ account }) => account === id);

      expect(legs.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
      expect(balance).toBeGreaterThanOrEqual(0);
    }
    expect(books.all("account").some(({ balance }) => balance === 0)).toBe(true);
  });

  test("W09: a wallet has what was topped up and not yet paid, and a bill that waits", () => {
    const [wallet] = books.all("wallet");
    const legs = posted.filter(({ account }) => account === wallet?.id);

    expect(legs.map(({ amount }) => amount)).toEqual([600_00, -18_50]);
    expect(wallet).toMatchObject({ life: "active", balance: 581_50, freezes: [] });
    expect(wallet?.bills).toMatchObject([{ dueOn: "2026-03-21", status: "open" }]);
  });

  test("C01: leaves cash in both boxes", () => {
    // Cash in a box stands there as a negative balance: the branch owes it to its customers.
    expect(books.find("branchBalance", "cash:1001")?.balance).toBeLessThan(0);
    expect(books.find("branchBalance", "cash:1002")?.balance).toBeLessThan(0);
  });
});

describe("invented cards", () => {
  test("5.1: no number is on two cards in use", () => {
    const numbers = cards.filter(isCurrent).map(({ pan }) => pan);

    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("L13: a number on two cards differs in the version of its stripe", () => {
    const stripes = cards.map(({ pan, trackVersion }) => `${pan}/${trackVersion}`);

    expect(new Set(stripes).size).toBe(stripes.length);
    expect(new Set(cards.map(({ pan }) => pan)).size).toBeLessThan(cards.length);
  });

  test("V02: leave fifty blank pieces of each kind in each box and five hundred in the vault", () => {
    const hands = books.all("stock").filter(({ holder }) => !["used", "voided"].includes(holder));
    expect(hands.map((stock) => [stock.id, piecesLeft(stock)])).toEqual([
      ["card:1001", 50],
      ["card:1002", 50],
      ["card:vault", 500],
      ["password-card:vault", 500],
      ["password-card:1001", 50],
      ["password-card:1002", 50],
      ["usb-key:1001", 50],
      ["usb-key:1002", 50],
      ["usb-key:vault", 500],
    ]);
  });

  test("are numbered as the counter would, so that the next one gets a free reference", () => {
    expect(cards.map(({ id }) => id)).toEqual(cards.map((_, index) => `k-${index + 1}`));
    expect(books.all("account").map(({ id }) => id)).toEqual(
      books.all("account").map((_, index) => `a-${index + 1}`),
    );
    expect(books.all("relation").map(({ id }) => id)).toEqual(
      books.all("relation").map((_, index) => `r-${index + 1}`),
    );
  });
});

describe("the people of the invented branch", () => {
  test("D02, D03: are two tellers, two supervisors, head, auditor and administrator, none at work", () => {
    expect(books.all("teller").map(({ id, role, attendance }) => [id, role, attendance])).toEqual([
      ["1001", "teller", "off"],
      ["1002", "teller", "off"],
      ["2001", "supervisor", "off"],
      ["2002", "supervisor", "off"],
      ["3001", "branch-head", "off"],
      ["4001", "auditor", "off"],
      ["5001", "administrator", "off"],
    ]);
  });

  test("PCI DSS 8.3.6: sign on with a password that the rules would let them choose", () => {
    expect(demonstrationPassword(staff.teller)).toBe("Guitai-demo-1001");
    for (const id of Object.values(staff)) {
      expect(goodPassword(demonstrationPassword(id)).ok).toBe(true);
    }
  });

  test("design 11: work at a branch that is marked as a demonstration", () => {
    expect(books.find("branch", "branch")?.branch).toMatchObject({
      code: "0101",
      kind: "demonstration",
    });
  });
});

function openCases(of: typeof books): readonly string[] {
  return of
    .all("lossCase")
    .filter(isOpen)
    .map(({ hold }) => hold)
    .sort();
}

function openHolds(of: typeof books): readonly string[] {
  return of
    .all("hold")
    .filter(({ status, source }) => status === "active" && source.type === "loss")
    .map(({ id }) => id)
    .sort();
}
