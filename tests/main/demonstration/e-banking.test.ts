import { describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { addDays } from "#core/calendar/business-date.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { EBankChannel } from "#core/e-bank/e-bank.ts";
import { batchOf } from "#core/password-card/batch.ts";
import { exposure } from "#core/password-card/exposure.ts";
import { defaultGrid } from "#core/password-card/grid.ts";
import { isLive } from "#core/password-card/password-card.ts";
import { defaultPasswordCardRules } from "#core/password-card/rules.ts";
import { cast, customerId } from "#main/demonstration/cast.ts";
import { demonstrationBankPassword, demonstrationPin } from "#main/demonstration/pin.ts";
import { booksOf, foundedOn, TODAY } from "./founded.ts";

const batches = foundedOn(TODAY);
const books = booksOf(batches);
const GRID = { columns: 8, rows: 10, cellDigits: 12, challengeSize: 2 };
const SEED_OF_DEMONSTRATIONS = 20260318;

const customers = (of: Books) => of.all("customer").map(({ id }) => id);
const kindsOf = (of: Books, id: string) =>
  of
    .list("relation", "customer", id)
    .filter(({ status }) => status === "active")
    .map(({ kind }) => kind);

describe.each([1, 2, SEED_OF_DEMONSTRATIONS])("banking at home, drawn from %i", (seed) => {
  const told = seed === 1 ? books : booksOf(foundedOn(TODAY, seed));

  test("P31: nobody has both means, and nobody has one without an open internet bank", () => {
    const means = customers(told)
      .map((id) => kindsOf(told, id))
      .filter((kinds) => kinds.includes("password-card") || kinds.includes("usb-key"));

    expect(means.length).toBeGreaterThan(12);
    expect(means.filter((kinds) => !kinds.includes("internet-bank"))).toEqual([]);
    expect(
      means.filter((kinds) => kinds.includes("password-card") && kinds.includes("usb-key")),
    ).toEqual([]);
  });

  test("P09: whoever has the relation has the card of that serial, and one at the most", () => {
    for (const id of customers(told)) {
      const live = told.list("passwordCard", "customer", id).filter(isLive);
      const labels = told
        .list("relation", "customer", id)
        .filter(({ kind, status }) => kind === "password-card" && status === "active")
        .map(({ label }) => label);

      expect(live.map(({ serial }) => serial)).toEqual(labels);
      expect(live.length).toBeLessThanOrEqual(1);
    }
  });

  test("R17: a channel is open with a login password, the first of its owner", () => {
    for (const customer of told.all("customer")) {
      const { bank, open } = eBankFileOf(customer.id, told);
      const first = `${customer.id}:${demonstrationBankPassword(customer)}`;

      for (const channel of EBankChannel.options) {
        expect(bank.passwords[channel]).toBe(open[channel] ? first : undefined);
      }
    }
  });

  test("V01: every card and every U盾 came out of a box, and is of our own making", () => {
    const cards = told.all("passwordCard");
    const taken = told.all("piece").filter(({ kind }) => kind === "password-card");
    const keys = told.all("relation").filter(({ kind }) => kind === "usb-key");

    expect(cards.length).toBeGreaterThan(15);
    expect(taken.map(({ serial, customer }) => [serial, customer]).sort()).toEqual(
      cards.map(({ serial, customer }) => [serial, customer]).sort(),
    );
    expect(keys.every(({ label }) => told.find("piece", `usb-key:${label}`) !== undefined)).toBe(
      true,
    );
    const made = told.all("passwordCardBatch");
    expect(cards.every(({ serial }) => batchOf(made, serial)?.id === "b-1")).toBe(true);
  });
});

describe("the password cards of the demonstration", () => {
  test("5.0: are of the usual layout", () => {
    expect(books.find("passwordCardBatch", "b-1")?.grid).toEqual(defaultGrid);
    expect(books.all("passwordCard").every(({ grid }) => grid.cellDigits === 3)).toBe(true);
  });

  test("V01: came from the shop to the last one, and none lies in two hands", () => {
    const batch = books.find("passwordCardBatch", "b-1");

    expect(batch?.delivered).toEqual([{ first: batch?.first, last: batch?.last }]);
    expect(batch?.file).toBeUndefined();
  });

  test("5.0: and those made later are of the layout that was asked for", () => {
    const asked = booksOf(foundedOn(TODAY, 1, GRID));

    expect(asked.find("passwordCardBatch", "b-1")?.grid).toEqual(GRID);
    expect(asked.all("passwordCard").every(({ grid }) => grid.cellDigits === 12)).toBe(true);
    expect(asked.find("branch", "branch")?.parameters.passwordCard.grid).toEqual(GRID);
  });

  test("K01: leave no answer in the journal of the past", () => {
    const answers = /"answer"|"typed"|"cells"/;

    expect(JSON.stringify(batches)).not.toMatch(answers);
  });

  test("R16: have owners whose login password is not the PIN of their bank card", () => {
    const same = books
      .all("customer")
      .filter((customer) => demonstrationPin(customer) === demonstrationBankPassword(customer));

    expect(same).toEqual([]);
  });
});

function cardsOf(number: number) {
  return books.list("passwordCard", "customer", customerId(number));
}
const fileOf = (number: number) => eBankFileOf(customerId(number), books);
const codesOf = (number: number) =>
  batches
    .filter(({ entries }) => JSON.stringify(entries).includes(`"${customerId(number)}"`))
    .map(({ code }) => code);

describe("the people who show banking at home", () => {
  test("P32: one has no internet bank yet, so that it opens with the card in one visit", () => {
    expect(fileOf(cast.withoutInternetBank)).toMatchObject({ medium: "none", open: {} });
  });

  test("P40: one has nothing but a login password", () => {
    expect(fileOf(cast.staticPasswordOnly)).toMatchObject({ medium: "static" });
    expect(Object.keys(fileOf(cast.staticPasswordOnly).open)).toEqual([
      "internet-bank",
      "wap-bank",
    ]);
  });

  test("P29, P30: one got a card yesterday and has not logged in since", () => {
    expect(cardsOf(cast.issuedYesterday)).toMatchObject([
      { life: "issued-inactive", issuedOn: addDays(TODAY, -1), used: 0 },
    ]);
    expect(codesOf(cast.issuedYesterday)).toContain("5001");
  });

  test("P09, P16: one used the card 23 times, through internet and WAP bank", () => {
    const [card] = cardsOf(cast.wellUsed);
    const paid = batches.filter(({ entries }) =>
      entries.some(
        (entry) => entry.type === "e-bank.paid" && entry.customer === customerId(cast.wellUsed),
      ),
    );

    expect(card).toMatchObject({ life: "active", used: 23, answered: 23, lock: "none" });
    expect(paid.map(({ code }) => code).sort()).toEqual([
      ...Array.from({ length: 16 }, () => "internet-bank"),
      ...Array.from({ length: 7 }, () => "wap-bank"),
    ]);
    expect(codesOf(cast.wellUsed)).toContain("5010");
  });

  test("P14: one has 49 uses left", () => {
    expect(cardsOf(cast.nearlyUsedUp)).toMatchObject([{ life: "active", used: 951, uses: 1000 }]);
  });

  test("P15: one used the card up last week, with the thousandth payment", () => {
    expect(cardsOf(cast.exhausted)).toMatchObject([{ life: "exhausted", used: 1000 }]);
    expect(fileOf(cast.exhausted).bank.paidOn).toBe(addDays(TODAY, -6));
  });

  test("O05: one paid sixty times in sight of others", () => {
    const [card] = cardsOf(cast.exposed);

    const [wellUsed] = cardsOf(cast.wellUsed);
    const { exposureAdvicePermille } = defaultPasswordCardRules;
    const permille = (of: typeof card) => (of ? exposure(of.grid, of.answered) * 1000 : 0);

    expect(card).toMatchObject({ life: "active", answered: 60 });
    expect(card?.cellsSeen.length).toBeGreaterThan(50);
    expect(permille(card)).toBeGreaterThan(exposureAdvicePermille);
    expect(permille(wellUsed)).toBeLessThan(exposureAdvicePermille);
  });

  test("P17, P18: one was wrong six times, three on each of two days, and pays again today", () => {
    expect(cardsOf(cast.sixWrong)).toMatchObject([
      { life: "active", lock: "none", wrongRun: 6, wrongToday: 0, wrongOn: addDays(TODAY, -1) },
    ]);
  });

  test("P18: one was wrong ten times and is locked for good", () => {
    expect(cardsOf(cast.hardLocked)).toMatchObject([
      { life: "active", lock: "hard", wrongRun: 10, used: 0 },
    ]);
  });

  test("P17: each day's lock was written off in the first second of the next day", () => {
    const ended = batches.flatMap(({ businessDate, teller, entries }) =>
      entries
        .filter(({ type }) => type === "password-card.day-lock-ended")
        .map(() => [teller, businessDate]),
    );

    expect(ended).toEqual([
      ["system", addDays(TODAY, -11)],
      ["system", addDays(TODAY, -10)],
      ["system", addDays(TODAY, -9)],
      ["system", addDays(TODAY, -1)],
      ["system", TODAY],
    ]);
  });

  test("P20: one got a new card last month, and the old one is void", () => {
    const [old, now] = cardsOf(cast.reissued);

    expect(old).toMatchObject({ life: "void", voidReason: "lost", replacedBy: now?.id });
    expect(now).toMatchObject({ life: "active", used: 0, issuedOn: addDays(TODAY, -30) });
  });

  test("P31, P39: one has a U盾, which ended the password card", () => {
    expect(fileOf(cast.usbKey)).toMatchObject({ medium: "usb-key", passwordCard: undefined });
    expect(cardsOf(cast.usbKey)).toMatchObject([{ life: "void", voidReason: "usb-key" }]);
  });

  test("P24: one has closed 对外转账", () => {
    expect(fileOf(cast.switchClosed).bank.switches).toEqual({
      "e-commerce": true,
      "outward-transfer": false,
    });
  });

  test("P07: one has a time deposit that runs and one that has matured, and an active card", () => {
    const deposits = books
      .list("account", "customer", customerId(cast.timeDeposits))
      .filter(({ product }) => product === "time-deposit");

    expect(deposits.map(({ balance }) => balance)).toEqual([5_000_00, 20_000_00]);
    expect(deposits.map(({ maturesOn = "" }) => maturesOn > TODAY)).toEqual([false, true]);
    expect(deposits.flatMap(({ id }) => books.list("card", "account", id))).toEqual([]);
    expect(fileOf(cast.timeDeposits)).toMatchObject({ medium: "card", passwordCard: { used: 0 } });
    expect(fileOf(cast.timeDeposits).passwordCard?.life).toBe("active");
  });

  test("P06: whoever is to pay has money to pay with, by the seed of every demonstration", () => {
    const real = booksOf(foundedOn(TODAY, SEED_OF_DEMONSTRATIONS));
    const paying = Object.values(cast).filter((number) => number >= cast.wellUsed);

    for (const number of paying) {
      const id = customerId(number);
      const [first] = real.list("account", "customer", id);
      expect(first?.balance).toBeGreaterThan(1_000_00);
    }
  });
});
