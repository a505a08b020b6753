import { createCipheriv, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks, openBooks } from "#main/open-books.ts";
import { startSnapshot } from "#main/snapshot/snapshot-thread.ts";
import { openBankingBooks } from "./banking-books.ts";
import { atMost, type Figure, median, msOf } from "./figure.ts";
import { customerBatch, grow, growth } from "./growth.ts";

const ENTRIES = 1_000_000;
/** What is posted between two snapshots, in batches. */
const BETWEEN = 2_000;
const ROUNDS = 3;
const STOP_MS_MAX = 20;
/** How long the main thread is watched while nothing else happens, in ms. */
const WATCHED_MS = 5_000;

/**
 * A snapshot of a large ledger: how long the main thread stands while another thread makes it, from
 * the snapshot before as it is every day; and opening books from it, against reading the bytes of
 * journal and snapshot and deciphering each file in one go.
 */
export async function benchSnapshot(entries = ENTRIES): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const data = join(folder, "data");
  const { books } = await openBankingBooks(data);
  grow(books, growth(2, entries));
  await snapshotOf(books, data);
  grow(books, between(books));

  const { longestMs: quietMs } = await watched(() => pause(WATCHED_MS));
  const { longestMs: busyMs } = await watched(() => snapshotOf(books, data));
  closeBooks(books);

  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareMs = msOf(() => decipherAll(join(data, "ledger")));
    const start = performance.now();
    const opened = await openBooks(data, books.vault, realDisk);
    ratios.push((performance.now() - start) / bareMs);
    if (opened.snapshotAt !== opened.ledger.lastSequence) throw new Error("frames were replayed");
    closeBooks(opened);
  }
  rmSync(folder, { recursive: true });
  return [
    atMost(
      `opening ${entries} entries from a snapshot against reading and deciphering the bytes`,
      median(ratios),
      2,
    ),
    inMs(
      `longest stop of the main thread while a snapshot of ${entries} entries is made`,
      busyMs,
      STOP_MS_MAX,
    ),
    inMs("longest stop of the main thread while nothing is made", quietMs, STOP_MS_MAX),
  ];
}

function inMs(name: string, value: number, limit: number): Figure {
  const rounded = Math.round(value * 10) / 10;
  return { name, value: rounded, unit: "ms", target: `≤ ${limit}`, holds: value <= limit };
}

function* between({ ledger }: OpenBooks) {
  const from = ledger.lastSequence + 1;
  const customers = ledger.books.count("customer");
  for (let at = 0; at < BETWEEN; at += 1) yield customerBatch(from + at, customers + at);
}

async function snapshotOf({ vault, journal }: OpenBooks, data: string): Promise<void> {
  const folder = join(data, "ledger");
  const until = journal.point();
  await startSnapshot({ folder, kind: vault.kind, keys: vault, until }).made;
}

/** The longest time that a clock of one millisecond stood still during some work. */
async function watched(work: () => Promise<unknown>): Promise<{ readonly longestMs: number }> {
  let longestMs = 0;
  let since = performance.now();
  const tick = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - since - 1);
    since = now;
  };
  const ticking = setInterval(tick, 1);
  await work();
  tick();
  clearInterval(ticking);
  return { longestMs };
}

/** Counter mode works the same both ways, and the tag is reckoned over as many bytes. */
function decipherAll(ledger: string): void {
  const key = randomBytes(32);
  for (const name of newestOf(readdirSync(ledger))) {
    const cipher = createCipheriv("aes-256-gcm", key, randomBytes(12));
    cipher.update(readFileSync(join(ledger, name)));
    cipher.final();
  }
}

/** Every segment, and the newest snapshot. */
function newestOf(names: readonly string[]): readonly string[] {
  const snapshots = names.filter((name) => name.startsWith("snap-")).sort();
  return [...names.filter((name) => name.startsWith("seg-")), ...snapshots.slice(-1)];
}
