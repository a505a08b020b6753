import { expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

test.each([
  ["no JSON", "{"],
  ["JSON of something else", '{"schema":1,"sequence":2}'],
  ["a batch of another place", "replay"],
])(
  "a frame that is %s is named, and the folder can be opened by others afterwards",
  async (_, body) => {
    const folder = await trialBranch();
    const books = await openTestBooks(folder, "live", realDisk);
    const first = JSON.stringify(books.ledger.batch(1));
    books.journal.append([body === "replay" ? first : body], 0);
    closeBooks(books);

    const damaged = { code: "journal.damaged", facts: { sequence: 2 } };
    await expect(openTestBooks(folder, "live", realDisk)).rejects.toMatchObject(damaged);
    await expect(openTestBooks(folder, "live", realDisk)).rejects.toMatchObject(damaged);
  },
);
