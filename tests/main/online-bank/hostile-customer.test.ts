import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CustomerRequestChannel } from "#core/contract/channels.ts";
import { FEN_MAX } from "#core/money/fen.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtHome, purchase, transfer } from "#tests/support/at-home.ts";
import { CLIENT, CLIENT_CARD, KEY_HOLDER } from "#tests/support/banking-branch.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { customerGate, keepingIncidents, type Send } from "#tests/support/customer-gate.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type Banking, openBanking } from "#tests/support/online-counter.ts";

let banking: Banking;
let home: AtHome;
let incidents: unknown[];
let send: Send;

beforeEach(async () => {
  banking = await openBanking();
  ({ home } = banking);
  incidents = [];
  send = customerGate(banking.counter.handlers, keepingIncidents(incidents));
});
afterEach(() => banking.counter.close());

/** Every balance of the branch, once it has closed: customers' accounts, and its own. */
async function balances() {
  const { folder, close } = banking.counter;
  await close();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const accounts = books.ledger.books.all("account");
  const own = books.ledger.books.all("branchBalance");
  closeBooks(books);
  return {
    customers: Object.fromEntries(accounts.map(({ id, balance }) => [id, balance])),
    sum: [...accounts, ...own].reduce((total, { balance }) => total + balance, 0),
  };
}

const words = fc.oneof(
  fc.constantFrom("样例书店", "<img src=x onerror=1>", "' OR 1=1 --", "\u202e店书", "　", "a\0b"),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);
const amounts = fc.constantFrom(
  0,
  1,
  1_000_00,
  1_000_01,
  5_000_00,
  8_000_00,
  FEN_MAX,
  -1,
  0.5,
  1e21,
);
const orders = fc.oneof(
  fc.record({ kind: fc.constant("purchase"), merchant: words, amount: amounts }),
  fc.record({
    kind: fc.constant("bill"),
    biller: words,
    reference: fc.constantFrom("SH-1", "1".repeat(30), "1".repeat(31), "a b", ""),
    amount: amounts,
  }),
  fc.record({
    kind: fc.constant("transfer"),
    payeeName: fc.oneof(words, fc.constantFrom("顾客2", "顾客3")),
    payeeAccount: fc.constantFrom(
      "6228480000000000018",
      "02000004000000002",
      "02000004000000003",
      "02000004000000004",
      "0".repeat(21),
      "１２３４５６７８９０１２",
    ),
    amount: amounts,
  }),
  fc.record({
    kind: fc.constant("early-withdrawal"),
    deposit: fc.constantFrom("a-1", "a-2", "a-4", "a-99", "cash:1001", "opening"),
  }),
);
const answers = fc.oneof(
  fc.constantFrom("", " ", "0".repeat(24), "0".repeat(200), "０".repeat(24), "\0".repeat(24)),
  fc.string({ unit: "grapheme", maxLength: 210 }),
);
const challenges = fc.constantFrom("ch-1", "ch-7", "ch-8", "ch-99", "", "__proto__");
const ids = fc.constantFrom("payment-1", "payment-2", "payment-3", "short", "x".repeat(41));

/** What a customer's window that wishes the bank ill may send. */
const blows: fc.Arbitrary<readonly [CustomerRequestChannel, unknown]> = fc.oneof(
  fc
    .record({ id: ids, order: orders, confirmed: fc.boolean() })
    .map((payload) => ["bank.pay", payload] as const),
  fc
    .record({ challenge: challenges, order: orders, answer: answers })
    .map((payload) => ["bank.answer", payload] as const),
  fc
    .record({
      customer: fc.constantFrom(CLIENT, KEY_HOLDER, "c-99", "c-01"),
      channel: fc.constantFrom("internet-bank", "wap-bank", "shop", "phone-bank"),
      password: fc.string({ maxLength: 22 }),
    })
    .map((payload) => ["bank.log-in", payload] as const),
  fc
    .record({
      card: fc.constantFrom(CLIENT_CARD, "p-2", "p-0", "k-1"),
      coordinate: fc.constantFrom("A1", "H10", "I1", "A11", "Z99", "A0", "AA1", "a1"),
    })
    .map((payload) => ["card.scratch", payload] as const),
);

describe("a customer's window that is not what it should be", () => {
  /** Days on which whoever is logged in sends all sorts of things. */
  async function sendAllSorts(customer: string): Promise<void> {
    const runs = fc.array(blows, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(runs, async (sent) => {
        await home.logIn(customer);
        for (const [channel, payload] of sent) {
          expect(await send(channel, payload)).toMatchObject({ ok: expect.any(Boolean) });
          expect(incidents).toEqual([]);
        }
        banking.own.pass(24 * 60 * 60 * 1000);
      }),
      { numRuns: 40 },
    );
  }

  // Goal: nothing it sends is a fault, or moves a fen that no card has confirmed.
  // Method: runs of requests whose shape is right and whose content is not, through the real gate.
  test("T1a: without the card's cells moves no money at all", async () => {
    await sendAllSorts(CLIENT);

    const { customers, sum } = await balances();
    expect(customers).toEqual({
      "a-1": 8_000_00,
      "a-2": 8_000_00,
      "a-3": 8_000_00,
      "a-4": 10_000_00,
    });
    expect(sum).toBe(0);
  });

  // Goal and method as above, of somebody whose U盾 confirms whatever she asks for.
  test("T1a: with a U盾 draws no account below nothing, and makes and loses no money", async () => {
    await sendAllSorts(KEY_HOLDER);

    const { customers, sum } = await balances();
    expect(Math.min(...Object.values(customers))).toBeGreaterThanOrEqual(0);
    expect(customers).toMatchObject({ "a-1": 8_000_00 });
    expect(customers["a-3"]).not.toBe(8_000_00);
    expect(sum).toBe(0);
  });

  test("P10: may replay a whole conversation, and pays once", async () => {
    await home.logIn(CLIENT);
    const asking = { id: "payment-1", order: transfer, confirmed: false };
    await send("bank.pay", asking);
    const asked = await home.challenged(transfer);
    const answer = await home.rightTo(asked);
    const said = [
      ["bank.pay", asking],
      ["bank.answer", { challenge: asked.challenge.id, order: transfer, answer }],
    ] as const;

    const replies: unknown[] = [];
    for (const [channel, payload] of [...said, ...said, ...said]) {
      replies.push(await send(channel, payload));
    }

    expect(replies[1]).toMatchObject({ ok: true, value: { status: "paid" } });
    for (const at of [3, 5]) {
      expect(replies[at]).toMatchObject({ ok: false, refusal: { code: "challenge.answered" } });
    }
    expect((await home.session()).paidToday).toBe(100_00);
  });

  test("4.1: cannot shop for cells it knows: only so many challenges a day are left unanswered", async () => {
    await home.logIn(CLIENT);
    const replies = [];
    for (let fen = 1; fen <= 13; fen += 1) {
      replies.push(await home.pay({ ...purchase, amount: fen }));
    }

    expect(replies.map(({ ok }) => ok)).toEqual([
      ...new Array(11).fill(true),
      ...new Array(2).fill(false),
    ]);
    expect(replies.at(-1)).toEqual({
      ok: false,
      refusal: { code: "challenge.too-many-unanswered" },
    });
    expect(await home.pay({ ...purchase, amount: 11 })).toMatchObject({ ok: true });
  });

  test("4.2: cannot name a payee by a number that would be masked: two would read the same", async () => {
    await home.logIn(CLIENT);
    const paying = (order: object) =>
      send("bank.pay", { id: "payment-number", confirmed: false, order: { ...order, amount: 1 } });
    const malformed = { ok: false, refusal: { code: "request.malformed" } };

    expect(await paying({ kind: "purchase", merchant: "网店 8800001111110001" })).toMatchObject(
      malformed,
    );
    expect(await paying({ ...transfer, payeeName: "网店８８０００００００１" })).toMatchObject(
      malformed,
    );
    expect(
      await paying({ kind: "bill", biller: "水务 8800 0000 01", reference: "SH-1" }),
    ).toMatchObject(malformed);
    expect(await paying({ kind: "purchase", merchant: "网店 880000001" })).toMatchObject({
      value: { status: "challenged", payee: "网店 880000001" },
    });
  });

  test("gets no answer longer than any answer, and no half of a character, as far as the rules", async () => {
    await home.logIn(CLIENT);
    const { challenge } = await home.challenged();

    for (const answer of ["1".repeat(201), "\ud800", 136135, null]) {
      expect(
        await send("bank.answer", { challenge: challenge.id, order: purchase, answer }),
      ).toMatchObject({ ok: false, refusal: { code: "request.malformed" } });
    }
    expect(incidents).toEqual([]);
  });
});
