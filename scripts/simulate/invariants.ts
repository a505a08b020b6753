import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Batch } from "#core/journal/batch.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { joined, piecesIn, VoucherKind } from "#core/voucher/stock.ts";
import { isBalanced } from "#core/voucher/stock-day.ts";
import { realDisk } from "#main/journal/disk.ts";
import { openJournal } from "#main/journal/journal.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import { openVault } from "#main/vault/open-vault.ts";
import { verifyFolder } from "../verifier/folder.mjs";
import type { Sending } from "./acts.ts";

/** Every batch that a folder's journal holds, as text, and what the verifier says of the folder. */
export interface Found {
  readonly bodies: readonly string[];
  readonly chainHead: string;
  readonly pieces: Pieces;
}

/**
 * Opens a copy of the folder as a new start would, without any snapshot, and checks whatever must be
 * true of it: What was `before` is there unchanged and in order; every answer is there, once; the books are
 * those of a fresh replay; postings sum to zero and balances are their sums; no piece came or went;
 * and the verifier, which shares no code with the journal, accepts it.
 */
export async function checkFolder(
  folder: string,
  before: Pick<Found, "bodies"> & Partial<Found>,
  {
    sent,
    shown,
  }: {
    readonly sent: ReadonlyMap<string, Sending>;
    /** Balances as the counter showed them last, by account. */
    readonly shown: ReadonlyMap<string, number>;
  },
): Promise<Found> {
  const copy = join(mkdtempSync(join(tmpdir(), "guitai-simulated-")), "data");
  try {
    cpSync(folder, copy, { recursive: true });
    const bodies = await bodiesIn(copy);
    before.bodies.forEach((body, index) => {
      assert(bodies[index] === body, `batch ${index + 1} is as it was before the restart`);
    });
    const batches = bodies.map((body) => Batch.parse(JSON.parse(body)));
    checkAnswers(batches, sent);
    const pieces = await checkBooks(batches);
    const sums = sumsOf(batches);
    for (const [account, balance] of shown) {
      assert((sums.get(account) ?? 0) === balance, `the counter showed the balance of ${account}`);
    }
    const verified = verifyFolder(copy, { withKey: true });
    assert(verified.frames === bodies.length, "the verifier counts as many commands");
    checkSums(batches, verified.balances);
    const isConserved = !before.pieces || isDeepStrictEqual(pieces, before.pieces);
    assert(isConserved, "no blank piece came or went but by being taken");
    return { bodies, chainHead: verified.chainHead, pieces };
  } finally {
    rmSync(join(copy, ".."), { recursive: true, force: true });
  }
}

async function bodiesIn(folder: string): Promise<readonly string[]> {
  const place = { folder, kind: "demonstration", disk: realDisk, now: Date.now } as const;
  const vault = await openVault(place);
  assert(vault.ok, "a demonstration opens by itself");
  const journal = await openJournal({ ...place, keys: vault.value });
  try {
    return [...journal.frames()].map(({ body }) => body);
  } finally {
    journal.close();
  }
}

/** What was answered stands where its receipt says, once; what nobody knows of, once at most. */
function checkAnswers(batches: readonly Batch[], sent: ReadonlyMap<string, Sending>): void {
  const places = new Map<string, number>();
  for (const { sequence, request } of batches) {
    if (!request) continue;
    assert(!places.has(request.id), `${request.id} was carried out once`);
    places.set(request.id, sequence);
  }
  for (const { id, receipt } of sent.values()) {
    if (!receipt) continue;
    assert(places.get(id) === receipt.sequence, `${id} was answered, so it is in the journal`);
    const batch = known(batches[receipt.sequence - 1], "the sequence has no gap");
    assert(batch.recordedAt === receipt.recordedAt, `${id} was recorded when its receipt says`);
  }
}

/** Two replays make the same books, and these the balances that the postings add up to. */
async function checkBooks(batches: readonly Batch[]): Promise<Pieces> {
  const [first, second] = [await replayed(batches), await replayed(batches)];
  try {
    const [left, right] = [imageOf(first), imageOf(second)];
    assert(Buffer.compare(left, right) === 0, "two replays make the same books");
    for (const [account, amount] of sumsOf(batches)) {
      const record = first.books.find("account", account as never); // A brand of plain text.
      if (record) assert(record.balance === amount, `the balance of ${account} is its postings'`);
    }
    return countPieces(batches, first);
  } finally {
    first.close();
    second.close();
  }
}

async function replayed(batches: readonly Batch[]): Promise<Ledger> {
  const ledger = await openLedger();
  for (const batch of batches) ledger.post(batch);
  return ledger;
}

const imageOf = (ledger: Ledger): Uint8Array => ledger.image();

function sumsOf(batches: readonly Batch[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { sequence, entries } of batches) {
    let sum = 0;
    for (const entry of entries) {
      if (entry.type !== "money.posted") continue;
      for (const { account, amount } of entry.postings) {
        sum += amount;
        sums.set(account, (sums.get(account) ?? 0) + amount);
      }
    }
    assert(sum === 0, `the postings of batch ${sequence} sum to zero`);
  }
  return sums;
}

function checkSums(batches: readonly Batch[], balances: ReadonlyMap<string, number>): void {
  for (const [account, amount] of sumsOf(batches)) {
    assert(balances.get(account) === amount, `the verifier has the balance of ${account}`);
  }
}

/** Blank pieces by kind, in whatever hand: boxes, vault, used, void, lost, shipped or destroyed. */
export type Pieces = Readonly<Record<VoucherKind, number>>;

/** No piece is taken twice, each is in one hand, and the day of every hand adds up (V05). */
function countPieces(batches: readonly Batch[], { books }: Ledger): Pieces {
  const taken = new Set<string>();
  for (const entry of batches.flatMap(({ entries }) => entries)) {
    if (entry.type !== "piece.taken") continue;
    assert(!taken.has(entry.piece.id), `${entry.piece.id} is taken once`);
    taken.add(entry.piece.id);
  }
  const stocks = books.all("stock");
  for (const stock of stocks) assert(isBalanced(stock), `the day of ${stock.id} adds up`);
  const count = { card: 0, "password-card": 0, "usb-key": 0 };
  for (const kind of VoucherKind.options) {
    const hands = stocks.filter((stock) => stock.kind === kind);
    // What two hands had in common could not be put together.
    count[kind] = piecesIn(joined(hands.flatMap(({ ranges }) => ranges)));
  }
  return count;
}
