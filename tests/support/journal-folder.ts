import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { Fault } from "#core/kernel/fault.ts";
import { encodeFrame } from "#main/journal/frame.ts";
import {
  type Journal,
  type JournalKeys,
  type JournalOptions,
  openJournal,
} from "#main/journal/journal.ts";
import { bodyKeyOf } from "#main/journal/owner.ts";

/** Small segments, so that a few commands already fill one. */
const SMALL_SEGMENT_BYTES = 16 * 1024;

/** A clerk's watch that stands still. */
export const RECORDED_AT = Date.UTC(2026, 2, 2, 9, 30);

/** Keys of an install that exists only in tests. */
export const testKeys: JournalKeys = {
  installId: "00112233445566778899aabbccddeeff",
  journalMac: new Uint8Array(32).fill(7),
  bodyKeys: new Map([[1, new Uint8Array(32).fill(5)]]),
  bodyKeyId: 1,
};

/** A new, empty data folder that goes away with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guitai-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a journal of small segments in `folder`; it is closed with the test at the latest. */
export async function openTestJournal(
  folder: string,
  options: Partial<JournalOptions> = {},
): Promise<Journal> {
  const journal = await openJournal({
    folder,
    kind: "demonstration",
    keys: testKeys,
    segmentBytes: SMALL_SEGMENT_BYTES,
    ...options,
  });
  onTestFinished(() => journal.close());
  return journal;
}

/** Records one command per body, each answered before the next. */
export function record(journal: Journal, ...bodies: readonly string[]): void {
  for (const body of bodies) journal.append([body], RECORDED_AT);
}

/** The bodies of everything acknowledged. */
export function bodiesOf(journal: Journal): readonly string[] {
  return [...journal.frames()].map((frame) => frame.body);
}

/** The path of a segment's file. */
export function segmentPath(folder: string, number: number): string {
  return join(folder, "ledger", `seg-${String(number).padStart(8, "0")}.wal`);
}

/** The path of HEAD. */
export function headPath(folder: string): string {
  return join(folder, "ledger", "HEAD");
}

/** Names in the ledger folder. */
export function ledgerNames(folder: string): readonly string[] {
  return readdirSync(join(folder, "ledger")).sort();
}

/** Changes the bytes of a file in place. */
export function rewrite(path: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(path);
  writeFileSync(path, change(bytes) ?? bytes);
}

/** Inverts one bit of one byte. */
export function flip(path: string, offset: number, mask = 0x01): void {
  rewrite(path, (bytes) => {
    bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
    return bytes;
  });
}

/** The fault that some work ends in; undefined if it succeeds. Anything else goes through. */
export async function faultOf(work: () => unknown): Promise<Fault | undefined> {
  try {
    await work();
    return undefined;
  } catch (failure) {
    if (failure instanceof Fault) return failure;
    throw failure;
  }
}

/** Offsets of the first frames where each command was a batch, so each has its own block. */
export const FRAME_AT = { first: 4096, second: 2 * 4096, third: 3 * 4096 };

/** What somebody has who can write the folder but does not have the vault's key. */
export const strangerKeys: JournalKeys = {
  ...testKeys,
  journalMac: new Uint8Array(32).fill(9),
  bodyKeys: new Map([[1, new Uint8Array(32).fill(9)]]),
};

/**
 * Adds commands of a block at most behind the end that HEAD acknowledged, each a batch of its own,
 * with every sum made to fit. All but the key stands in the folder in clear.
 */
export function appendBehindHead(
  folder: string,
  keys: JournalKeys,
  ...bodies: readonly string[]
): void {
  const file = readFileSync(headPath(folder));
  const [even, odd] = [file.subarray(0, 4096), file.subarray(4096)];
  const head = even.readBigUInt64LE(8) > odd.readBigUInt64LE(8) ? even : odd;
  let sequence = Number(head.readBigUInt64LE(16));
  let previousHash: Buffer = head.subarray(24, 56);
  let offset = Number(head.readBigUInt64LE(64));

  rewrite(segmentPath(folder, Number(head.readBigUInt64LE(56))), (bytes) => {
    const salt = bytes.subarray(48, 64);
    for (const text of bodies) {
      sequence += 1;
      offset = Math.ceil(offset / 4096) * 4096;
      const place = { sequence, batchFirst: sequence, recordedAt: RECORDED_AT };
      const key = bodyKeyOf(keys, keys.bodyKeyId);
      const frame = encodeFrame({ ...place, text: Buffer.from(text), salt, previousHash, key });
      frame.bytes.copy(bytes, offset);
      previousHash = frame.hash;
      offset += frame.bytes.length;
    }
    return bytes;
  });
}

/** A closed journal of some commands, in segments of three commands each. */
export async function journalOf(...bodies: readonly string[]): Promise<string> {
  const folder = emptyFolder();
  const journal = await openTestJournal(folder);
  record(journal, ...bodies);
  journal.close();
  return folder;
}

/** A journal whose third command reached the segment but was never acknowledged by HEAD. */
export async function journalWithUnansweredThird(
  ...[first, second, third]: readonly [string, string, string]
): Promise<string> {
  const folder = await journalOf(first, second);
  const head = readFileSync(headPath(folder));
  const journal = await openTestJournal(folder);
  record(journal, third);
  journal.close();
  writeFileSync(headPath(folder), head);
  return folder;
}
