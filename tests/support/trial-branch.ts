import { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { hashPassword } from "#main/people/password.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { emptyPlace } from "#tests/support/workstation.ts";

/** Light, for these passwords guard nothing: a branch founded at the counter takes seconds. */
const COST = 2 ** 4;

const people = [
  { id: "1001", role: "teller" },
  { id: "1002", role: "teller" },
  { id: "2001", role: "supervisor" },
  { id: "3001", role: "branch-head" },
] as const;

/**
 * The data folder of a live branch with its people, `more` that was entered on its first day, and
 * nothing else, whose passwords are those of the demonstration.
 */
export async function trialBranch(more: readonly Entry[] = []): Promise<string> {
  const folder = emptyPlace();
  const books = await openTestBooks(folder, "live", realDisk);
  const registered = people.map(async ({ id, role }) => ({
    type: "teller.registered",
    teller: {
      id,
      name: id,
      role,
      branch: "0303",
      password: await hashPassword(`Guitai-demo-${id}`, COST),
      mustChangePassword: false,
      failures: 0,
      attendance: "off",
    },
  }));
  const branch = { code: "0303", name: "试验支行", englishName: "Trial Branch", kind: "live" };
  const batch = Batch.parse({
    schema: 1,
    sequence: 1,
    recordedAt: Date.UTC(2026, 0, 5, 1),
    businessDate: "2026-01-05",
    branch: "0303",
    teller: "system",
    approvers: [],
    code: "9008",
    entries: [
      { type: "branch.founded", branch },
      ...(await Promise.all(registered)),
      // Its tellers' boxes stand open, so that a test begins with what it is about (C01).
      { type: "box.opened", box: "1001", date: "2026-01-05" },
      { type: "box.opened", box: "1002", date: "2026-01-05" },
      ...more,
    ],
  });
  books.journal.append([JSON.stringify(batch)], batch.recordedAt);
  closeBooks(books);
  return folder;
}
