import { randomBytes } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "#main/journal/journal.ts";
import { atMost, type Figure, median, msOf } from "./figure.ts";

const COMMITS = 400;
const ROUNDS = 5;
/** A usual batch of the counter as JSON. */
const BODY = JSON.stringify({ facts: "x".repeat(2_000) });
/** What one such batch and one HEAD slot are on disk. */
const BATCH_BYTES = 4096;

/** A durable commit against the bare writes and flushes of as many bytes, interleaved in one run. */
export async function benchJournal(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const keys = {
    installId: randomBytes(16).toString("hex"),
    journalMac: randomBytes(32),
    bodyKeys: new Map([[1, randomBytes(32)]]),
    bodyKeyId: 1,
  };
  const journal = await openJournal({ folder, kind: "demonstration", keys });
  const log = openSync(join(folder, "bare-log"), "w");
  const head = openSync(join(folder, "bare-head"), "w");
  const block = Buffer.alloc(BATCH_BYTES, 1);

  const ratios = Array.from({ length: ROUNDS }, (_, round) => {
    const bare = msOf(() => {
      for (let at = 0; at < COMMITS; at += 1) {
        writeSync(log, block, 0, BATCH_BYTES, (round * COMMITS + at) * BATCH_BYTES);
        fdatasyncSync(log);
        writeSync(head, block, 0, BATCH_BYTES, (at % 2) * BATCH_BYTES);
        fdatasyncSync(head);
      }
    });
    const durable = msOf(() => {
      for (let at = 0; at < COMMITS; at += 1) journal.append([BODY], Date.now());
    });
    return durable / bare;
  });

  closeSync(log);
  closeSync(head);
  journal.close();
  rmSync(folder, { recursive: true });
  return [atMost("durable commit against its bare writes and flushes", median(ratios), 1.5)];
}
