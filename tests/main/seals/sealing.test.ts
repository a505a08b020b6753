import { createHash } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { BranchCode } from "#core/branch/branch.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import type { DaySeal } from "#core/day/day-seal.ts";
import { Batch } from "#core/journal/batch.ts";
import { closeBooks } from "#main/open-books.ts";
import { sealFromCode } from "#main/seals/seal-code.ts";
import { sealingOf } from "#main/seals/sealing.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const SEALED_AT = Date.UTC(2026, 2, 18, 9);
const DATE = businessDate("2026-03-18");

/** The real books of a branch, whose days are sealed one after the other. */
async function branch() {
  const books = await openTestBooks(await trialBranch(), "live");
  onTestFinished(() => closeBooks(books));
  const sealing = sealingOf(books);

  function seal(): { readonly seal: DaySeal; readonly code: string } {
    const { install, signer, head, previous, figuresSince, sign } = sealing();
    const made: DaySeal = {
      version: 1,
      install,
      signer,
      branch: BranchCode.parse("0303"),
      date: DATE,
      sealedAt: instant(SEALED_AT),
      first: 1,
      last: head.sequence,
      hash: head.hash,
      figures: figuresSince(1),
      ...(previous === undefined ? {} : { previous }),
    };
    return { seal: made, code: sign(made) };
  }

  function commit(made: ReturnType<typeof seal>): void {
    const batch = Batch.parse({
      schema: 1,
      sequence: books.journal.lastSequence + 1,
      recordedAt: SEALED_AT,
      businessDate: DATE,
      branch: "0303",
      teller: "system",
      approvers: [],
      code: "1105",
      entries: [{ type: "day.sealed", ...made }],
    });
    books.journal.append([JSON.stringify(batch)], batch.recordedAt);
    books.ledger.post(batch);
  }
  return { books, seal, commit };
}

test("C03: the first seal names the last frame of the journal, and no seal before it", async () => {
  const { books, seal } = await branch();

  const first = seal();

  const { sequence, hash } = books.journal.point();
  expect(first.seal).toMatchObject({ last: sequence, hash: hash.toString("hex") });
  expect(first.seal).not.toHaveProperty("previous");
  expect(first.seal.figures).toEqual({ slips: 0, turnover: 0, deposits: 0 });
  expect(sealFromCode(first.code)).toEqual(first.seal);
});

test("C03: each later seal names the one before by the SHA-256 of its code", async () => {
  const { seal, commit } = await branch();
  const first = seal();
  commit(first);

  const second = seal();

  const before = createHash("sha256").update(first.code).digest("hex");
  expect(second.seal).toMatchObject({ previous: before, last: first.seal.last + 1 });
  expect(sealFromCode(second.code)).toEqual(second.seal);
});
