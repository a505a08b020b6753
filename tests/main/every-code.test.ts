import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Grant } from "#core/authorisation/grant.ts";
import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { addMinutes } from "#core/calendar/instant.ts";
import { BinTable } from "#core/card/bin.ts";
import { TransactionCode, type TransactionRequest } from "#core/contract/transactions.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { RequestId } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { accept } from "#core/kernel/result.ts";
import { TellerId } from "#core/teller/teller.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { createEvidenceBox } from "#main/evidence/evidence.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { contextOf, type Decide, hashOf, transactionHandlers } from "#main/transactions.ts";
import bins from "#resources/bin.json" with { type: "json" };
import freezeKinds from "#resources/freeze-kinds.json" with { type: "json" };
import holidays from "#resources/holidays.json" with { type: "json" };
import { openTestBooks } from "#tests/support/books.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { trialSealing } from "#tests/support/trial-sealing.ts";

const NOW = Date.UTC(2026, 2, 18, 2);
const MAKER = TellerId.parse("1001");
const CHECKER = TellerId.parse("2001");

let books: OpenBooks;
let desk: Desk;
let run: ReturnType<typeof transactionHandlers>["transaction.run"];

// A rule book that says yes to everything at A2: what is left is whether a word carries it.
beforeAll(async () => {
  books = await openTestBooks(await trialBranch(), "live", realDisk);
  desk = createDesk({
    ...{ kind: "live", ...books, clock: () => NOW, onPosted: () => {}, onSitting: () => {} },
  });
  desk.sit({ teller: MAKER, status: "signed-on" });
  const evidence = createEvidenceBox(() => 0);
  const sources = {
    holidays: holidaysOf(HolidayFile.parse(holidays)),
    bins: BinTable.parse(bins),
    freezeKinds: FreezeKinds.parse(freezeKinds),
    evidence,
    sealing: () => trialSealing(1),
  };
  const decideOn: Decide = (request) => {
    const maker = known(desk.books.find("teller", MAKER), "the maker works here");
    return accept({
      ...{ request, hash: hashOf(request), context: contextOf(desk, sources, maker, undefined) },
      decision: {
        level: "A2",
        entries: [{ type: "vault.passphrase-changed" }],
        outcome: { facts: [], relations: [] },
      },
    });
  };
  const looks = { record: () => {} };
  const handlers = transactionHandlers(desk, decideOn, { evidence, looks, mayErase: () => true });
  run = handlers["transaction.run"];
});
afterAll(() => closeBooks(books));

/** A word in the books for this request, right but for what is changed. */
function wordFor(request: TransactionRequest, id: string, changed: Partial<Grant> = {}): string {
  const grant: Grant = {
    ...{ id, hash: hashOf(request), level: "A2", maker: MAKER, branch: "0303" as Grant["branch"] },
    ...{ approvers: [CHECKER], status: "whole", expiresAt: addMinutes(desk.now(), 5) },
    ...changed,
  };
  const entries = [{ type: "authorisation.given", grant }] as const;
  desk.commit({ teller: MAKER, code: request.code, entries });
  return grant.id;
}

/** Runs the request; its refusal, or "posted", and whether anything but the refusal was written. */
async function tried(request: TransactionRequest, id: string, grant?: string) {
  const before = desk.ledger.lastSequence;
  const more = grant === undefined ? {} : { grant };
  const reply = await run({ id: RequestId.parse(id), request, ...more });
  const written = desk.ledger.lastSequence - before;
  const last = desk.ledger.batch(desk.ledger.lastSequence)?.entries.map(({ type }) => type);
  return { said: reply.ok ? "posted" : reply.refusal.code, written, last };
}

const refused = (said: string) => ({ said, written: 1, last: ["request.refused"] });

describe.each(TransactionCode.options)("D03: %s at the counter itself", (code) => {
  // The rule book above asks for no input: an empty one is as good as any.
  const request = { code, input: {} } as unknown as TransactionRequest;
  const other = { code, input: { other: true } } as unknown as TransactionRequest;

  test("posts with a right word, once, and nothing but its refusal with any other", async () => {
    const id = (which: string) => `every-${code}-${which}`;
    expect(await tried(request, id("none"))).toEqual(refused("authorisation.needed"));
    expect(await tried(request, id("forged"), "g-0")).toEqual(refused("authorisation.unknown"));
    const elsewhere = wordFor(other, `g-${code}-other`);
    expect(await tried(request, id("other"), elsewhere)).toEqual(
      refused("authorisation.other-request"),
    );
    const self = wordFor(request, `g-${code}-self`, { approvers: [MAKER] });
    expect(await tried(request, id("self"), self)).toEqual(refused("authorisation.self"));
    const low = wordFor(request, `g-${code}-low`, { level: "A1" });
    expect(await tried(request, id("low"), low)).toEqual(refused("authorisation.level"));

    const right = wordFor(request, `g-${code}`);
    expect(await tried(request, id("right"), right)).toEqual({
      ...{ said: "posted", written: 1 },
      last: ["vault.passphrase-changed", "authorisation.spent"],
    });
    expect(await tried(request, id("again"), right)).toEqual(refused("authorisation.used"));
  });
});
