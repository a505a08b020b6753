import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { indexes, type Shelf } from "#core/books/books.ts";
import type { BackupMadeView } from "#core/contract/backup-view.ts";
import { Batch } from "#core/journal/batch.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { openLedger } from "#main/ledger/ledger.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { unpackFormat1 } from "#tests/support/journal-fixture.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { foundedFolder, openWorkstation } from "#tests/support/workstation.ts";
import { restoreBackup } from "../../../scripts/backup/restore-backup.mjs";

const shelves = Object.keys(indexes) as readonly Shelf[]; // Object.keys forgets the literal keys.

async function counterOver(folder: string, kind: "live" | "demonstration", teller = "2001") {
  const counter = await openWorkstation(folder, kind);
  onTestFinished(() => counter.close());
  const people = atCounter(counter);
  await people.sit(teller);
  return { ...counter, people };
}

async function openFolder(folder: string, kind: "live" | "demonstration"): Promise<OpenBooks> {
  const books = await openTestBooks(folder, kind);
  onTestFinished(() => closeBooks(books));
  return books;
}

const restored = ({ file, backup }: BackupMadeView): string => {
  const folder = join(emptyFolder(), "data");
  restoreBackup({ file, folder, expected: backup.manifest });
  return folder;
};

const everything = ({ books }: Ledger) =>
  shelves.map((shelf) => [
    shelf,
    [...books.all(shelf)].sort((one, other) =>
      JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
    ),
  ]);

/** The books of a folder as they were after one command, posted one by one from the journal. */
async function booksUpTo({ journal }: OpenBooks, sequence: number): Promise<Ledger> {
  const ledger = await openLedger();
  onTestFinished(() => ledger.close());
  for (const frame of journal.frames()) {
    if (frame.sequence <= sequence) ledger.post(Batch.parse(JSON.parse(frame.body)));
  }
  return ledger;
}

describe("a backup made while the counter works", () => {
  test("restores to the command at which it was begun: all before, none after, and goes on", async () => {
    const folder = await foundedFolder();
    const counter = await counterOver(folder, "demonstration");

    const making = counter.get("backup.make", {});
    await counter.get("session.lock", { idle: false });
    await counter.get("session.resume", { password: "Guitai-demo-2001" });
    const made = await making;
    await counter.close();
    const origin = await openFolder(folder, "demonstration");
    const copy = await openFolder(restored(made), "demonstration");

    const { sequence } = made.backup;
    expect(origin.journal.lastSequence).toBe(sequence + 3); // Lock, resumption, the backup's own.
    expect(copy.journal.lastSequence).toBe(sequence);
    expect([...copy.journal.frames()]).toEqual([...origin.journal.frames()].slice(0, sequence));
    expect(everything(copy.ledger)).toEqual(everything(await booksUpTo(origin, sequence)));
    expect(copy.journal.notices).toEqual([]);
    copy.journal.append([`{"next":${sequence + 1}}`], Date.now());
    expect(copy.journal.lastSequence).toBe(sequence + 1);
  });

  test("restores with the passphrase of the branch, and the branch works on", async () => {
    const folder = await trialBranch();
    const counter = await counterOver(folder, "live", "3001");
    const made = await counter.get("backup.make", {});
    await counter.close();

    const again = await counterOver(restored(made), "live", "2001");

    const { latest, commandsSince } = await again.get("backup.view", undefined);
    expect(latest).toBeUndefined(); // Its own entry came after the point that it holds.
    expect(commandsSince).toBeGreaterThan(made.backup.sequence);
    await again.get("backup.make", {});
    expect(await again.people.lastLine()).toMatchObject({ teller: "2001" });
  });

  test("carries over what an older program left in clear, and says that it is so", async () => {
    const { folder } = unpackFormat1("demonstration");
    const counter = await counterOver(folder, "demonstration");
    const asked = await counter.get("backup.view", undefined);
    const made = await counter.get("backup.make", {});
    await counter.close();

    const origin = await openFolder(folder, "demonstration");
    const copy = await openFolder(restored(made), "demonstration");

    expect(asked.clearSegments).toBeGreaterThan(0);
    expect(made.clearSegments).toBe(asked.clearSegments);
    expect([...copy.journal.frames()]).toEqual(
      [...origin.journal.frames()].slice(0, made.backup.sequence),
    );
  });

  test.skipIf(process.platform === "win32")("is opened by anybody's tar", async () => {
    const counter = await counterOver(await foundedFolder(), "demonstration");
    const made = await counter.get("backup.make", {});
    const into = emptyFolder();

    const listed = execFileSync("tar", ["-xvf", made.file, "-C", into], { encoding: "utf8" });

    expect(listed.split("\n").slice(0, 4)).toEqual([
      "manifest.json",
      "vault.json",
      "ledger/HEAD",
      "ledger/seg-00000001.wal",
    ]);
    expect(JSON.parse(readFileSync(join(into, "manifest.json"), "utf8"))).toMatchObject({
      format: "guitai.backup",
      kind: "demonstration",
      branch: "0101",
      journal: { sequence: made.backup.sequence },
    });
  });
});
