import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { startSnapshot } from "#main/snapshot/snapshot-thread.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { FRAME_AT, flip, segmentPath } from "#tests/support/journal-folder.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

test("a thread of its own makes a snapshot that the next start uses", async () => {
  const folder = await trialBranch();
  const books = await openTestBooks(folder, "live", realDisk);
  const { vault, journal } = books;

  const { made } = startSnapshot({
    folder: join(folder, "ledger"),
    kind: "live",
    keys: vault,
    until: journal.point(),
  });

  expect(await made).toMatchObject({ sequence: 1, frames: 1, notes: [] });
  closeBooks(books);
  const again = await openTestBooks(folder, "live", realDisk);
  expect(again.snapshotAt).toBe(1);
  closeBooks(again);
});

test("a thread that fails or is stopped says so, and leaves nothing that passes for a snapshot", async () => {
  const folder = await trialBranch();
  const books = await openTestBooks(folder, "live", realDisk);
  const { vault, journal } = books;
  flip(segmentPath(folder, 1), FRAME_AT.first + 100);
  const place = join(folder, "ledger");
  const order = { folder: place, kind: "live", keys: vault, until: journal.point() } as const;

  const failing = startSnapshot(order);
  await expect(failing.made).rejects.toThrow('"stop":"ACKED_DAMAGED"');
  const stopped = startSnapshot(order);
  await stopped.stop();
  await expect(stopped.made).rejects.toThrow("snapshot.failed");

  expect(readdirSync(place).filter((name) => name.startsWith("snap"))).toEqual([]);
  closeBooks(books);
});
