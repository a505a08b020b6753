import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import initSqlJs from "sql.js";
import { openLedger } from "#main/ledger/ledger.ts";
import { migrations } from "#main/ledger/migrate.ts";
import { putDown } from "#main/ledger/put-down.ts";
import { reckon } from "#main/ledger/reckon.ts";
import { say } from "../setup/telling.mjs";
import { nativeStatements, openNative } from "./better-sqlite3.ts";
import { atLeast, atMost, type Figure, median, msOf } from "./figure.ts";
import { customerBatch, grow, growth } from "./growth.ts";
import { bareWriter, medianStages, openWatched, type Stages, type Watched } from "./stages.ts";

/** Commands on each side until the runtime has compiled what they run; as many as a day or two has. */
const WARMING = 1_000;
const TURNS = 300;
const FEW = 1_000;
const EXPORTED_ROWS = 100_000;
const EXPORTS = 7;
const A_ROUND = 40;
const NATIVE_COMMITS = 300;

/** One command made durable: what it costs, what of it each stage costs, and at what size. */
export async function benchLedger(many: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const few = await openWatched(join(folder, "few", "data"));
  const all = await openWatched(join(folder, "many", "data"));
  grow(few.books, growth(2, FEW));
  grow(all.books, growth(2, many));
  const { turns, manyTurns } = interleaved(few, all);
  const [one, other] = [medianStages(turns), medianStages(manyTurns)];
  tell("a command, at the median of each stage", one);
  const figures = [
    atMost(
      "a command, durable and visible, against its bare writes and flushes",
      one.whole / one.bare,
      1.5,
    ),
    atMost(
      `a command with ${many} entries in the ledger against ${FEW}`,
      other.whole / one.whole,
      1.1,
    ),
    ...(await againstExports(folder, few)),
    ...(await againstNative(folder, few)),
  ];
  few.close();
  all.close();
  rmSync(folder, { recursive: true });
  return figures;
}

/** Turn by turn, so that whatever else the machine does meets both alike. */
function interleaved(few: Watched, all: Watched) {
  for (let turn = 0; turn < WARMING; turn += 1) for (const side of [few, all]) side.turn();
  const pairs = Array.from({ length: TURNS }, () => [few.turn(), all.turn()] as const);
  return { turns: pairs.map(([turn]) => turn), manyTurns: pairs.map(([, turn]) => turn) };
}

function tell(what: string, medians: Readonly<Record<string, number>> | Stages): void {
  say(`Milliseconds of ${what}:`);
  for (const [name, ms] of Object.entries(medians)) say(`  ${ms.toFixed(3).padStart(9)}  ${name}`);
}

/**
 * Commits a second against a database exported each time: of commands that leave SQL to the pauses
 * between them, and of batches without a pause, until SQL has them all.
 */
async function againstExports(folder: string, watched: Watched): Promise<readonly Figure[]> {
  const { ledger } = watched.books;
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run("CREATE TABLE command (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
  const insert = database.prepare("INSERT INTO command VALUES (?1, ?2)");
  const body = JSON.stringify(ledger.batch(ledger.lastSequence));
  database.run("BEGIN");
  for (let row = 1; row <= EXPORTED_ROWS; row += 1) insert.run([row, body]);
  database.run("COMMIT");
  const rounds = Array.from({ length: EXPORTS }, (_, round) => {
    const exportedMs = msOf(() => {
      insert.run([EXPORTED_ROWS + 1 + round, body]);
      layAside(folder, database.export());
    });
    const turns = Array.from({ length: A_ROUND }, () => watched.turn());
    const { whole } = medianStages(turns);
    return { one: exportedMs / whole, burst: exportedMs / burstOf(watched, round) };
  });
  database.close();
  return [
    atLeast(
      `commands a second, durable and visible, against sql.js exported at ${EXPORTED_ROWS} rows`,
      median(rounds.map(({ one }) => one)),
      300,
    ),
    atLeast(
      "batches a second without a pause, SQL level at the end, against the same exports",
      median(rounds.map(({ burst }) => burst)),
      300,
    ),
  ];
}

/** Milliseconds of each of many batches committed without a pause, SQL brought level at the end. */
function burstOf({ books }: Watched, round: number): number {
  const { journal, ledger } = books;
  const first = ledger.lastSequence + 1;
  const number = 1_000_000 + round * A_ROUND;
  const batches = Array.from({ length: A_ROUND }, (_, at) =>
    customerBatch(first + at, number + at),
  );
  const ms = msOf(() => {
    for (const batch of batches) {
      const prepared = ledger.prepare(batch);
      journal.append([prepared.body], batch.recordedAt);
      prepared.post();
    }
    ledger.catchUp();
  });
  return ms / A_ROUND;
}

function layAside(folder: string, bytes: Uint8Array): void {
  const path = join(folder, "exported");
  const file = openSync(`${path}.tmp`, "w");
  writeSync(file, bytes);
  fdatasyncSync(file);
  closeSync(file);
  renameSync(`${path}.tmp`, path);
  const names = openSync(folder, "r");
  fsyncSync(names);
  closeSync(names);
}

/** A commit with the rows it makes in SQL against the same rows in one transaction of a file. */
async function againstNative(folder: string, watched: Watched): Promise<readonly Figure[]> {
  const native = openNative(join(folder, "native.db"));
  if (!native) return [];
  native.pragma("journal_mode = WAL");
  native.pragma("synchronous = FULL");
  native.pragma("foreign_keys = ON");
  for (const { sql } of migrations) native.exec(sql);
  const statements = nativeStatements(native);
  const twin = await openLedger();
  const bare = bareWriter(folder);
  const block = Buffer.alloc(4096, 1);
  const { journal, ledger } = watched.books;

  const turns = Array.from({ length: NATIVE_COMMITS }, (_, at) => {
    const number = 2_000_000 + at;
    const posting = reckon(twin.books, customerBatch(at + 1, number));
    const nativeMs = msOf(() => {
      native.exec("BEGIN");
      putDown(statements, [posting]);
      native.exec("COMMIT");
    });
    const batch = customerBatch(ledger.lastSequence + 1, number);
    const prepared = ledger.prepare(batch); // As reckoned as theirs: from here on it is made durable.
    const oursMs = msOf(() => {
      journal.append([prepared.body], batch.recordedAt);
      prepared.post();
    });
    const behindMs = msOf(ledger.catchUp);
    const oneFlushMs = msOf(() => bare.writeLog(block));
    const twoFlushesMs = msOf(() => bare.write([block, block]));
    return { nativeMs, oursMs, behindMs, oneFlushMs, twoFlushesMs };
  });
  native.close();
  bare.close();
  twin.close();
  const of = (side: keyof (typeof turns)[number]) => median(turns.map((turn) => turn[side]));
  tell("the same rows made durable by better-sqlite3 and by the journal, and bare flushes", {
    "better-sqlite3, which flushes once": of("nativeMs"),
    "the journal, which flushes twice": of("oursMs"),
    "one bare write and flush": of("oneFlushMs"),
    "two of them": of("twoFlushesMs"),
  });
  return [
    atLeast(
      "better-sqlite3 (WAL, FULL) against the journal, the same rows reckoned, both visible",
      of("nativeMs") / of("oursMs"),
      1,
    ),
    atLeast(
      "the same, each against as many bare writes and flushes as it makes",
      of("nativeMs") / of("oneFlushMs") / (of("oursMs") / of("twoFlushesMs")),
      1,
    ),
    atLeast(
      "the same with what we put into SQL behind it",
      of("nativeMs") / (of("oursMs") + of("behindMs")),
      1,
    ),
  ];
}
