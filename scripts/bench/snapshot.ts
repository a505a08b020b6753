import { createDecipheriv } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { known } from "#core/kernel/assert.ts";
import { alignUp, BLOCK_BYTES, FRAME_ALIGNMENT_BYTES } from "#main/journal/bytes.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks, openBooks } from "#main/open-books.ts";
import { startSnapshotIn } from "#main/snapshot/snapshot-thread.ts";
import { projectFolder } from "../setup/places.mjs";
import { openBankingBooks } from "./banking-books.ts";
import { atMost, type Figure, median, msOf } from "./figure.ts";
import { customerBatch, grow, growth } from "./growth.ts";

/** What is posted between two snapshots, in batches. */
const BETWEEN = 2_000;
const ROUNDS = 3;
/** Of a frame, before and after its body, and of what a body is sealed with. */
const [HEADER_BYTES, HASH_BYTES, NONCE_BYTES, TAG_BYTES] = [64, 32, 12, 16];
const STOP_MS_MAX = 20;

/**
 * A snapshot of a large ledger: how long the main thread stands while another thread makes it, from
 * the snapshot before as it is every day; and opening books from it, against reading the bytes of
 * journal and snapshot and deciphering each frame and the image, and nothing else.
 */
export async function benchSnapshot(
  entries: number,
  built = join(projectFolder, "out/main/snapshot-worker.js"),
): Promise<readonly Figure[]> {
  const snapshotOf = snapshotsBy(built);
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const data = join(folder, "data");
  const { books } = await openBankingBooks(data);
  grow(books, growth(2, entries));
  await snapshotOf(books, data);
  const busy: number[] = [];
  const quiet: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    grow(books, between(books));
    const making = await watched(() => snapshotOf(books, data));
    busy.push(making.longestMs);
    // As long, because others on the machine stop the thread as well.
    quiet.push((await watched(() => pause(making.tookMs))).longestMs);
  }
  closeBooks(books);

  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareMs = msOf(() => decipherAll(join(data, "ledger"), books));
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
      median(busy),
      STOP_MS_MAX,
    ),
    inMs(
      "longest stop of the main thread while nothing is made, for as long",
      median(quiet),
      STOP_MS_MAX,
    ),
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

/** By the built thread: what runs the source would compile it meanwhile, which no branch does. */
function snapshotsBy(file: string) {
  return async ({ vault, journal }: OpenBooks, data: string): Promise<void> => {
    const folder = join(data, "ledger");
    const order = { folder, kind: vault.kind, keys: vault, until: journal.point() };
    await startSnapshotIn({ file, execArgv: [] }, order).made;
  };
}

/** The longest time that a clock of one millisecond stood still during some work. */
async function watched(work: () => Promise<unknown>) {
  let longestMs = 0;
  const start = performance.now();
  let since = start;
  const tick = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - since - 1);
    since = now;
  };
  const ticking = setInterval(tick, 1);
  await work();
  tick();
  clearInterval(ticking);
  return { longestMs, tookMs: since - start };
}

/** What whoever wants to read the books has to do at the least: no chain, no checksum, no tag. */
function decipherAll(ledger: string, { vault }: OpenBooks): void {
  for (const name of newestOf(readdirSync(ledger))) {
    const bytes = readFileSync(join(ledger, name));
    if (name.startsWith("seg-")) {
      const key = known(vault.bodyKeys.get(bytes.readUInt32LE(144)), "the segment's key is there");
      decipherFrames(bytes, key);
    } else {
      const key = known(vault.snapshotKeys.get(bytes.readUInt32LE(24)), "the image's key is there");
      decipher(bytes.subarray(BLOCK_BYTES, -TAG_BYTES), key, bytes.subarray(96, 108));
    }
  }
}

function decipherFrames(bytes: Buffer, key: Uint8Array): void {
  for (let at = BLOCK_BYTES; at + HEADER_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 8);
    if (length === 0) {
      if (at % BLOCK_BYTES === 0) return; // Nothing was written from here on.
      at = alignUp(at, BLOCK_BYTES);
      continue;
    }
    const body = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length);
    decipher(body.subarray(NONCE_BYTES, -TAG_BYTES), key, body.subarray(0, NONCE_BYTES));
    at = alignUp(at + HEADER_BYTES + length + HASH_BYTES, FRAME_ALIGNMENT_BYTES);
  }
}

function decipher(bytes: Buffer, key: Uint8Array, nonce: Buffer): void {
  createDecipheriv("aes-256-gcm", key, nonce).update(bytes);
}

/** Every segment, and the newest snapshot. */
function newestOf(names: readonly string[]): readonly string[] {
  const snapshots = names.filter((name) => name.startsWith("snap-")).sort();
  return [...names.filter((name) => name.startsWith("seg-")), ...snapshots.slice(-1)];
}
