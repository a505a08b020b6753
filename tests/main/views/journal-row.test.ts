import { expect, test } from "vitest";
import { Batch } from "#core/journal/batch.ts";
import { journalRow } from "#main/views/journal-row.ts";

const line = (code: string, entries: readonly unknown[]) =>
  Batch.parse({
    schema: 1,
    sequence: 7,
    recordedAt: Date.UTC(2026, 4, 18, 2),
    businessDate: "2026-05-18",
    branch: "0001",
    teller: "2001",
    approvers: [],
    code,
    entries,
  });

test("9001: a backup is shown with its file and its manifest number, to compare on a day later", () => {
  const backup = {
    name: "guitai-0001-2026-05-18-6.tar",
    sequence: 6,
    bytes: 1024,
    madeAt: Date.UTC(2026, 4, 18, 2),
    manifest: "ab".repeat(32),
  };

  const { outcome } = journalRow(line("backup", [{ type: "backup.made", backup }]), false);

  expect(outcome?.facts).toEqual([
    { name: "file", kind: "text", text: "guitai-0001-2026-05-18-6.tar" },
    { name: "manifest", kind: "text", text: "abab ".repeat(16).trim() },
  ]);
});

test("9001: an evidence pack is shown with its case and its SHA-256", () => {
  const packed = {
    type: "evidence.packed",
    lossCase: "00012026051801",
    reason: "court",
    authorised: 5,
    sha256: "cd".repeat(32),
  };

  const { outcome } = journalRow(line("9005", [packed]), false);

  expect(outcome?.facts).toEqual([
    { name: "lossCase", kind: "text", text: "00012026051801" },
    { name: "sha256", kind: "text", text: "cdcd ".repeat(16).trim() },
  ]);
});

test("9001: what has no business content shows none", () => {
  const refused = line("3011", [{ type: "request.refused", refusal: "account.frozen" }]);

  expect(journalRow(refused, false).outcome).toBeUndefined();
});
