import { describe, expect, test } from "vitest";
import { Batch } from "#core/journal/batch.ts";
import { booksOver } from "#main/ledger/books.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { type Ledger, ledgerOver, openLedger } from "#main/ledger/ledger.ts";
import { statementsOver } from "#main/ledger/statements.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySteps, batchOf, opening, play } from "./history.ts";
import { everything, type Questions } from "./questions.ts";
import { hash } from "./scene.ts";

type Batches = ReturnType<typeof play>["batches"];

/** What a teller does between two batches: nothing, ask everything, or leave the program idle. */
const anyPauses = fc.array(fc.constantFrom("none", "none", "none", "ask", "idle", "page"), {
  minLength: 200,
  maxLength: 200,
});

/** Everything there is to know of single batches, and the first page of every list. */
function history(ledger: Ledger, batches: Batches) {
  const today = batches[0]?.businessDate;
  return {
    last: ledger.lastSequence,
    batches: batches.map(({ sequence }) => ({
      batch: ledger.batch(sequence),
      concerned: ledger.concerned(sequence),
      isOfOrdersAlone: ledger.isOfOrdersAlone(sequence),
    })),
    seen: batches.map(({ request }) => request && ledger.requestSeen(request.id)),
    pages: [
      ledger.journalPage({ page: 0 }),
      ledger.slipPage({ text: "", page: 0 }),
      today && ledger.lossPage({ show: "all", text: "", page: 0, today }),
      today && ledger.freezePage({ show: "all", text: "", days: 7, page: 0, today }),
    ],
  };
}

/** The same batches, each in answer to a request. */
const asked = (batches: Batches): Batches =>
  batches.map((batch) =>
    Batch.parse({
      ...batch,
      request: { id: `request-${batch.sequence}`, hash: hash(batch.sequence) },
    }),
  );

describe("a ledger that is written behind", () => {
  // Goal: whoever asks cannot tell whether SQL already has what was posted.
  // Method: random histories with random questions and pauses in between, against SQL alone after
  // each batch was put into it at once; compared strictly, as to absent fields too.
  test("answers every question as one that is written at once", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, anyPauses, async (steps, pauses) => {
        const batches = asked(play([...opening, ...opening, ...steps]).batches);
        const database = await openDatabase();
        const atOnce = ledgerOver(database);
        const sql = booksOver(statementsOver(database));
        const behind = await openLedger();
        const questions: Questions = new Map();

        for (const [index, batch] of batches.entries()) {
          atOnce.post(batch);
          atOnce.catchUp();
          behind.post(batch);
          const pause = pauses[index % pauses.length];
          if (pause === "ask") {
            const answers = everything(behind.books, sql, questions);
            expect(answers).toStrictEqual(everything(sql, sql, questions));
          }
          if (pause === "page") behind.journalPage({ page: 0 });
          if (pause === "idle") await new Promise((resolve) => setImmediate(resolve));
        }

        const before = batches.slice(-20);
        expect(history(behind, before)).toStrictEqual(history(atOnce, before));
        expect(everything(behind.books, sql)).toStrictEqual(everything(sql));
        behind.close();
        atOnce.close();
      }),
      { numRuns: 25 },
    );
  });

  test("writes by itself when the program has nothing else to do", async () => {
    const database = await openDatabase();
    const ledger = ledgerOver(database);
    const rows = () => database.exec("SELECT count(*) FROM batch")[0]?.values[0]?.[0];
    for (const batch of play(opening).batches) ledger.post(batch);

    // A question that only SQL could answer may have brought some of it level on the way.
    expect(rows()).toBeLessThan(ledger.lastSequence);
    while (rows() !== ledger.lastSequence) {
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(ledger.books.count("card")).toBe(2);
    ledger.close();
  });

  test("writes in time what would else wait for ever, in a replay without a pause", async () => {
    const database = await openDatabase();
    const ledger = ledgerOver(database);
    const refused = { type: "request.refused", refusal: "account.short" } as const;

    for (let sequence = 1; sequence <= 8_192; sequence += 1) {
      ledger.post(batchOf(sequence, [refused]));
    }

    expect(database.exec("SELECT count(*) FROM batch")[0]?.values).toEqual([[8_192]]);
    ledger.close();
  });

  test("forgets what still waits when it is closed, and nothing happens later", async () => {
    const ledger = await openLedger();
    const failures: unknown[] = [];
    ledger.whenFailed((failure) => failures.push(failure));
    ledger.post(batchOf(1, [{ type: "request.refused", refusal: "account.short" }]));

    ledger.close();
    await new Promise((resolve) => setImmediate(resolve));

    expect(failures).toEqual([]);
  });
});

describe("a batch that SQL does not take although the books did", () => {
  async function failing() {
    const database = await openDatabase();
    const ledger = ledgerOver(database);
    const failures: unknown[] = [];
    ledger.whenFailed((failure) => failures.push(failure));
    database.run(
      "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    ledger.post(batchOf(1, [{ type: "request.refused", refusal: "account.short" }]));
    return { ledger, database, failures };
  }

  test("is told once, and every later question that SQL must answer is a fault", async () => {
    const { ledger, database, failures } = await failing();

    expect(() => ledger.journalPage({ page: 0 })).toThrow("ledger.failed");
    expect(() => ledger.journalPage({ page: 0 })).toThrow("behind");
    expect(() => ledger.image()).toThrow("behind");

    expect(failures).toHaveLength(1);
    expect(database.exec("SELECT count(*) FROM batch")[0]?.values).toEqual([[0]]);
    ledger.close();
  });

  test("is told as well when nobody asks", async () => {
    const { ledger, failures } = await failing();

    await new Promise((resolve) => setImmediate(resolve));

    expect(failures).toHaveLength(1);
    ledger.close();
  });
});

describe("a prepared batch", () => {
  test("is seen by nobody before it is posted", async () => {
    const ledger = await openLedger();
    const [batch] = play(opening).batches;
    if (!batch) throw new Error("a history begins with a batch");

    const prepared = ledger.prepare(batch);
    expect([ledger.lastSequence, ledger.batch(1), ledger.books.find("branch", "branch")]).toEqual([
      0,
      undefined,
      undefined,
    ]);

    prepared.post();
    expect(JSON.parse(prepared.body)).toEqual(ledger.batch(1));
    expect(ledger.lastSequence).toBe(1);
    ledger.close();
  });

  test("is not posted a second time, nor when another came before it", async () => {
    const ledger = await openLedger();
    const [first] = play(opening).batches;
    if (!first) throw new Error("a history begins with a batch");
    const [one, other] = [ledger.prepare(first), ledger.prepare(first)];

    one.post();

    expect(() => one.post()).toThrow("no gap");
    expect(() => other.post()).toThrow("no gap");
    ledger.close();
  });
});
