import { describe, expect, test } from "vitest";
import { indexes, put, type Shelf } from "#core/books/books.ts";
import { booksAfter, keyOf } from "#core/books/overlay.ts";
import { changesOf, changesOfAll } from "#core/books/post.ts";
import { recordOf } from "#core/books/record-of.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { Card } from "#core/card/card.ts";
import { card as invented } from "#tests/main/ledger/invented.ts";
import { fc } from "#tests/support/fast-check.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const stamp = { recordedAt: instant(0), businessDate: businessDate("2026-03-18") };
const card = (number: number, account = "a-1") =>
  Card.parse(invented(number, { account, customer: "c-1" }));

describe("books after some changes", () => {
  const base = booksAfter([put("card", "k-1", card(1)), put("card", "k-2", card(2))]);

  test("find what was changed before what stood there", () => {
    const lost = { ...card(1), loss: "oral" as const };
    const books = booksAfter([put("card", "k-1", lost)], base);

    expect(books.find("card", "k-1")).toEqual(lost);
    expect(books.find("card", "k-2")).toEqual(card(2));
    expect(books.find("card", "k-9")).toBeUndefined();
    expect(base.find("card", "k-1")).toEqual(card(1));
  });

  test("list a record under its new place and no longer under its old one", () => {
    const books = booksAfter([put("card", "k-1", card(1, "a-2"))], base);

    expect(books.list("card", "account", "a-1").map(({ id }) => id)).toEqual(["k-2"]);
    expect(books.list("card", "account", "a-2").map(({ id }) => id)).toEqual(["k-1"]);
  });

  test("count a record once, however often it was changed", () => {
    const books = booksAfter(
      [put("card", "k-1", card(1)), put("card", "k-3", card(3)), put("card", "k-3", card(3))],
      base,
    );

    expect(books.count("card")).toBe(3);
    expect(books.all("card").map(keyOf)).toEqual(["k-1", "k-2", "k-3"]);
    expect(books.count("hold")).toBe(0);
  });

  // Goal: an overlay over books is the same as books of all changes at once.
  // Method: random changes to few cards, cut at a random place into base and overlay.
  test("are the same in one layer or in two", () => {
    const change = fc
      .record({ number: fc.integer({ min: 1, max: 5 }), account: fc.constantFrom("a-1", "a-2") })
      .map(({ number, account }) => put("card", `k-${number}`, card(number, account)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(12), (changes, cut) => {
        const whole = booksAfter(changes);
        const layered = booksAfter(changes.slice(cut), booksAfter(changes.slice(0, cut)));
        const sorted = (books: typeof whole) =>
          [...books.list("card", "account", "a-1")].sort(byId);

        expect(layered.count("card")).toBe(whole.count("card"));
        expect([...layered.all("card")].sort(byId)).toEqual([...whole.all("card")].sort(byId));
        expect(sorted(layered)).toEqual(sorted(whole));
      }),
    );
  });
});

const byId = (one: Card, other: Card) => one.id.localeCompare(other.id);

describe("posting", () => {
  test("adds several legs on one account up, and keeps the branch's own accounts apart", () => {
    const desk = openLossDeskFor({ balance: 100 });
    const postings = [
      { account: "a-1", amount: 30 },
      { account: "a-1", amount: -10 },
      { account: "opening", amount: -20 },
    ];

    desk.post([{ type: "money.posted", memo: "test", postings }]);

    expect(desk.see("account", "a-1").balance).toBe(120);
    expect(desk.see("branchBalance", "opening").balance).toBe(100_000_00 - 100 - 20);
  });

  test("brings the interest of an account up to the day money moves", () => {
    const desk = openLossDeskFor({ balance: 1_000_00 });
    desk.at("2026-03-28");

    desk.does(desk.deposit({ amount: 5_00 }));

    expect(desk.see("account", "a-1")).toMatchObject({
      interestProduct: 1_000_00 * 10,
      lastMovedOn: "2026-03-28",
    });
  });

  test("lifts a hold at the moment it is recorded", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-1" });
    desk.at("2026-03-19 11:12:13");

    const batch = desk.post([{ type: "hold.lifted", hold: "h-1" }]);

    expect(desk.see("hold", "h-1")).toMatchObject({
      status: "lifted",
      liftedAt: batch.recordedAt,
    });
  });

  test("of several entries sees what the earlier ones changed", () => {
    const changes = changesOfAll(
      booksAfter([]),
      [
        { type: "card.entered", card: card(1) },
        { type: "card.loss-marked", card: card(1).id, loss: "oral" },
        { type: "card.pin-failed", card: card(1).id, locks: false },
      ],
      stamp,
    );

    expect(booksAfter(changes).find("card", "k-1")).toEqual({
      ...card(1),
      loss: "oral",
      pinFailures: 1,
    });
  });

  test("of an entry about nobody is our mistake, and stops", () => {
    const books = booksAfter([]);

    expect(() => recordOf(books, "card", "k-1")).toThrow("Invariant broken");
    expect(() => changesOf(books, { type: "card.activated", card: card(1).id }, stamp)).toThrow(
      "the journal names an existing card",
    );
  });

  test("changes nothing for what the journal alone remembers", () => {
    const books = booksAfter([]);

    expect(changesOf(books, { type: "request.refused", refusal: "loss.unknown" }, stamp)).toEqual(
      [],
    );
  });

  test("T34: keeps why a card was collected, but not of a good one, nor for a counterfeit of it", () => {
    const over = { ...card(2), life: "replaced" as const };
    const books = booksAfter([put("card", "k-1", card(1)), put("card", "k-2", over)]);
    const collected = { type: "piece.collected", card: over.id, reason: "换卡" } as const;

    expect(changesOf(books, collected, stamp)).toEqual([
      put("card", "k-2", { ...over, collected: "换卡" }),
    ]);
    expect(changesOf(books, { ...collected, counterfeit: true }, stamp)).toEqual([]);
    expect(changesOf(books, { ...collected, card: card(1).id }, stamp)).toEqual([]);
  });

  test("has an index only for what a record has", () => {
    const desk = openLossDeskFor();
    const empty = (Object.keys(indexes) as Shelf[]).flatMap((shelf) =>
      indexes[shelf].map((index) => desk.books().list(shelf, index as never, "nobody")),
    );

    expect(empty.flat()).toEqual([]);
  });
});

describe("the people of a branch", () => {
  test("D07: come, lock, resume and go as the entries say", () => {
    const desk = openLossDeskFor();
    const attendance = (...types: ("on" | "off" | "lock" | "resume")[]) => {
      for (const type of types) {
        if (type === "lock") desk.post([{ type: "teller.locked", teller: "0001", idle: true }]);
        if (type === "resume") desk.post([{ type: "teller.resumed", teller: "0001" }]);
        if (type === "on") desk.post([{ type: "teller.signed-on", teller: "0001" }]);
        if (type === "off") desk.post([{ type: "teller.signed-off", teller: "0001" }]);
      }
      return desk.see("teller", "0001").attendance;
    };

    expect(attendance()).toBe("off");
    expect(attendance("on")).toBe("on");
    expect(attendance("lock")).toBe("locked");
    expect(attendance("resume")).toBe("on");
    expect(attendance("off")).toBe("off");
  });

  test("8.3: wrong passwords are counted, and a lock-out begins the count anew", () => {
    const desk = openLossDeskFor();
    desk.post([{ type: "teller.password-failed", teller: "0001" }]);
    desk.post([{ type: "teller.password-failed", teller: "0001" }]);
    expect(desk.see("teller", "0001").failures).toBe(2);

    const lockedOutUntil = Date.UTC(2026, 2, 18, 4);
    desk.post([{ type: "teller.password-failed", teller: "0001", lockedOutUntil }]);
    expect(desk.see("teller", "0001")).toMatchObject({ failures: 0, lockedOutUntil });

    const password = {
      method: "scrypt",
      cost: 2,
      salt: "0".repeat(16),
      hash: "1".repeat(32),
    } as const;
    desk.post([{ type: "teller.password-failed", teller: "0001" }]);
    desk.post([{ type: "teller.password-set", teller: "0001", password }]);
    expect(desk.see("teller", "0001")).toMatchObject({ password, failures: 0 });
    desk.post([{ type: "teller.password-failed", teller: "0001" }]);
    desk.post([{ type: "teller.signed-on", teller: "0001" }]);
    expect(desk.see("teller", "0001").failures).toBe(0);
  });

  test("design 11: a demonstration's clock only goes forward, step by step", () => {
    const desk = openLossDeskFor();

    desk.post([{ type: "clock.moved", byMs: 1_000 }]);
    desk.post([{ type: "clock.moved", byMs: 500 }]);

    expect(desk.see("branch", "branch").clockOffsetMs).toBe(1_500);
    expect(() => desk.post([{ type: "clock.moved", byMs: 0 }])).toThrow();
  });
});
