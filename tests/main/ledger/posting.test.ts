import { createHash } from "node:crypto";
import type { Database } from "sql.js";
import { describe, expect, test } from "vitest";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { type Batch, RequestId } from "#core/journal/batch.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { ledgerOver, openLedger } from "#main/ledger/ledger.ts";
import { batchOf, opening, play } from "./history.ts";
import { account, card, customer, passwordCard } from "./invented.ts";
import { hash } from "./scene.ts";

const founding = [
  { type: "customer.registered", customer: customer(1) },
  { type: "account.opened", account: account(1, "c-1") },
  { type: "card.entered", card: card(1, { account: "a-1", customer: "c-1" }) },
] as const;

const deposit = (amount: number) =>
  ({
    type: "money.posted",
    memo: "现金存款",
    postings: [
      { account: "cash:0001", amount: -amount },
      { account: "a-1", amount },
    ],
  }) as const;

/** All rows of all tables. */
function contentsOf(database: Database) {
  const names = database.exec("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  return (names[0]?.values ?? []).map(([name]) => [
    name,
    database.exec(`SELECT * FROM ${name}`)[0]?.values,
  ]);
}

/** SHA-256 of the database that a replay of these batches makes. */
async function imageOf(batches: readonly Batch[]): Promise<string> {
  const database = await openDatabase();
  const ledger = ledgerOver(database);
  for (const batch of batches) ledger.post(batch);
  ledger.catchUp();

  const image = createHash("sha256").update(database.export()).digest("hex");
  ledger.close();
  return image;
}

describe("posting a batch", () => {
  test("C05: answers the records that it changed, as core reckons them", async () => {
    const ledger = await openLedger();
    const batch = batchOf(1, [...founding, deposit(500_00)]);

    const changes = ledger.post(batch);

    expect(changes).toEqual(changesOfAll(booksAfter([]), batch.entries, batch));
    expect(ledger.lastSequence).toBe(1);
    expect(ledger.batch(1)).toEqual(batch);
    ledger.close();
  });

  test("lets every entry see what those before it in the batch did", async () => {
    const ledger = await openLedger();

    ledger.post(batchOf(1, [...founding, deposit(500_00), deposit(20_00)]));

    expect(ledger.books.find("account", "a-1")?.balance).toBe(520_00);
    expect(ledger.books.find("branchBalance", "cash:0001")?.balance).toBe(-520_00);
    ledger.close();
  });

  // A short batch is looked through for its last changes, a long one is not.
  test.each([1, 6, 7, 8, 9, 40])("and in a batch of %i deposits too", async (count) => {
    const ledger = await openLedger();

    ledger.post(batchOf(1, [...founding, ...Array.from({ length: count }, () => deposit(10_00))]));

    expect(ledger.books.find("account", "a-1")?.balance).toBe(count * 10_00);
    expect(ledger.books.find("branchBalance", "cash:0001")?.balance).toBe(-count * 10_00);
    ledger.close();
  });

  test("writes down every leg, so that balances are sums of postings", async () => {
    const database = await openDatabase();
    const ledger = ledgerOver(database);

    ledger.post(batchOf(1, [...founding, deposit(500_00), deposit(20_00)]));
    ledger.catchUp();

    expect(database.exec("SELECT line, account, amount FROM posting")[0]?.values).toEqual([
      [1, "cash:0001", -500_00],
      [2, "a-1", 500_00],
      [3, "cash:0001", -20_00],
      [4, "a-1", 20_00],
    ]);
    ledger.close();
  });

  test("remembers which batch answered which request", async () => {
    const ledger = await openLedger();
    const id = RequestId.parse("request-1");

    ledger.post(batchOf(1, founding, { request: { id, hash: hash(7) } }));

    expect(ledger.requestSeen(id)).toEqual({ hash: hash(7), sequence: 1 });
    expect(ledger.requestSeen(RequestId.parse("request-2"))).toBeUndefined();
    ledger.close();
  });

  // The largest batch the journal takes. Posting that is more than linear would not come back.
  test("takes a founding batch of twenty thousand entries", { timeout: 60_000 }, async () => {
    const ledger = await openLedger();
    const entries = Array.from({ length: 5_000 }, (_, index) => [
      { type: "customer.registered", customer: customer(index + 1) } as const,
      { type: "account.opened", account: account(index + 1, `c-${index + 1}`) } as const,
      {
        type: "card.entered",
        card: card(index + 1, { account: `a-${index + 1}`, customer: `c-${index + 1}` }),
      } as const,
      deposit(1_00),
    ]).flat();

    ledger.post(batchOf(1, entries));

    expect(ledger.books.count("card")).toBe(5_000);
    expect(ledger.books.find("account", "a-1")?.balance).toBe(5_000_00);
    ledger.close();
  });
});

describe("a batch that cannot be posted", () => {
  const spoiled: readonly (readonly [string, (next: number) => unknown])[] = [
    ["skips a number", (next) => batchOf(next + 1, founding)],
    ["comes a second time", (next) => batchOf(next - 1, founding)],
    [
      "names a card that is not there",
      (next) => batchOf(next, [deposit(1), { type: "card.activated", card: "k-404" }]),
    ],
    [
      "opens an account for nobody",
      (next) =>
        batchOf(next, [deposit(1), { type: "account.opened", account: account(99, "c-404") }]),
    ],
    [
      "answers a request a second time",
      (next) => batchOf(next, [deposit(1)], { request: { id: "request-1", hash: hash(2) } }),
    ],
    [
      "makes money",
      (next) => ({
        ...batchOf(next, [deposit(1)]),
        entries: [{ type: "money.posted", memo: "", postings: [{ account: "a-1", amount: 1 }] }],
      }),
    ],
    [
      "holds half a fen",
      (next) => ({
        ...batchOf(next, [deposit(1)]),
        entries: [
          {
            type: "money.posted",
            memo: "",
            postings: [
              { account: "a-1", amount: 0.5 },
              { account: "cash:0001", amount: -0.5 },
            ],
          },
        ],
      }),
    ],
    [
      "gives a password card's serial to a second one",
      (next) =>
        batchOf(next, [
          { type: "password-card.entered", card: passwordCard(1, "c-1") },
          {
            type: "password-card.entered",
            card: { ...passwordCard(2, "c-1"), serial: passwordCard(1, "c-1").serial },
          },
        ]),
    ],
    [
      "answers for a password card that is not there",
      (next) => batchOf(next, [{ type: "password-card.activated", passwordCard: "p-404" }]),
    ],
    [
      "uses a password card once more than it may be used",
      (next) =>
        batchOf(next, [
          { type: "password-card.entered", card: { ...passwordCard(1, "c-1"), used: 3 } },
          {
            type: "password-card.answered-right",
            passwordCard: "p-1",
            clearsRun: true,
            exhausts: true,
          },
        ]),
    ],
    [
      "opens a bank for nobody",
      (next) =>
        batchOf(next, [
          { type: "e-bank.opened", customer: "c-404", channel: "wap-bank", password: "v1" },
        ]),
    ],
    [
      "gives a card a life that no card has",
      (next) => ({
        ...batchOf(next, [deposit(1)]),
        entries: [
          deposit(1),
          {
            type: "card.entered",
            card: { ...card(9, { account: "a-1", customer: "c-1" }), life: "?" },
          },
        ],
      }),
    ],
  ];

  test.each(spoiled)("%s leaves the ledger as it was", async (_why, spoil) => {
    const database = await openDatabase();
    const ledger = ledgerOver(database);
    ledger.post(batchOf(1, founding, { request: { id: "request-1", hash: hash(1) } }));
    ledger.post(batchOf(2, [deposit(100_00)]));
    ledger.catchUp();
    const before = contentsOf(database);

    // The journal would never hold some of these: that is what the ledger is asked to refuse.
    expect(() => ledger.post(spoil(3) as Batch)).toThrow(
      /ledger.failed|Invariant broken|expected int/,
    );

    expect(ledger.lastSequence).toBe(2);
    ledger.catchUp();
    expect(contentsOf(database)).toEqual(before);
    ledger.post(batchOf(3, [deposit(1_00)]));
    expect(ledger.books.find("account", "a-1")?.balance).toBe(101_00);
    ledger.close();
  });
});

describe("replaying the journal", () => {
  test("gives the same image, byte for byte, every time", async () => {
    const { batches } = play([...opening, ...opening, ...opening]);

    const [one, other] = [await imageOf(batches), await imageOf(batches)];

    expect(one).toBe(other);
    expect(await imageOf(batches.slice(0, -1))).not.toBe(one);
  });
});
