import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { z } from "zod";
import { approve, type Grant, RequestHash } from "#core/authorisation/grant.ts";
import type { Change, Shelf, Shelves } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { defaultParameters, type Parameters } from "#core/branch/parameters.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { addMinutes, clockTime, dateOf, instant, instantAt } from "#core/calendar/instant.ts";
import { BinTable } from "#core/card/bin.ts";
import type { Context, Decision, Evidence, Written } from "#core/commands/command.ts";
import { complete, decide } from "#core/commands/execute.ts";
import { settleFreezes } from "#core/commands/settle-freezes.ts";
import { settleTerms } from "#core/commands/settle-terms.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import {
  type TransactionCode,
  type TransactionRequest,
  transactions,
} from "#core/contract/transactions.ts";
import { businessDateOf } from "#core/day/branch-day.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { Batch } from "#core/journal/batch.ts";
import { assert, known } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { noSignals, type Signals } from "#core/risk/signals.ts";
import { nextSlipNumber } from "#core/slip/slip-number.ts";
import { maySeeOrders } from "#core/teller/teller.ts";
import { isOfOrdersAlone } from "#main/ledger/orders-alone.ts";
import { sha256 } from "#main/sha256.ts";
import bins from "#resources/bin.json" with { type: "json" };
import freezeKinds from "#resources/freeze-kinds.json" with { type: "json" };
import holidays from "#resources/holidays.json" with { type: "json" };
import type { RawEntry } from "#tests/main/ledger/invented.ts";
import { trialSealing } from "#tests/support/trial-sealing.ts";

const restDays = holidaysOf(HolidayFile.parse(holidays));
const kinds = FreezeKinds.parse(freezeKinds);
const binTable = BinTable.parse(bins);

/** What a transaction asks for, before any brand. */
export type RawInput<C extends TransactionCode> = z.input<(typeof transactions)[C]>;
export type RawRequest = {
  [C in TransactionCode]: { readonly code: C; readonly input: RawInput<C> };
}[TransactionCode];

/** What a request comes with besides itself: a grant's name and the name of a written card. */
export interface Brought {
  readonly grant?: string | undefined;
  readonly written?: string | undefined;
}

/** One accepted request: what was decided, and the batch it became. */
export interface Done {
  readonly decision: Decision;
  readonly batch: Batch;
}

/**
 * A counter in memory: the rules as they are, books kept by core, no disk and no machine. It does
 * with a request what the workstation does: settles the terms, decides, completes, posts.
 */
export function openCounter() {
  const batches: Batch[] = [];
  let changes: readonly Change[] = [];
  let books = booksAfter(changes);
  let now = instant(Date.UTC(2026, 2, 18, 1, 0, 0));
  let sitting = "0001";
  let signals: Signals = noSignals;
  const evidence = new Map<string, Evidence>();

  /** A day that was opened goes on until it is closed, as in a live branch. */
  const today = () => businessDateOf(books.find("branch", "branch")?.day, dateOf(now), "live");

  function post(entries: readonly RawEntry[], more: Partial<z.input<typeof Batch>> = {}): Batch {
    const batch = Batch.parse({
      schema: 1,
      sequence: batches.length + 1,
      recordedAt: now,
      businessDate: today(),
      branch: "0200",
      teller: "system",
      approvers: [],
      code: "system",
      entries: JSON.parse(JSON.stringify(entries)),
      ...more,
    });
    batches.push(batch);
    changes = [...changes, ...changesOfAll(books, batch.entries, batch)];
    books = booksAfter(changes);
    return batch;
  }

  function context(written?: string): Context {
    const record = known(books.find("branch", "branch"), "a branch is founded first");
    const wrote = written === undefined ? undefined : evidence.get(written);
    return {
      ...record,
      books,
      now,
      today: today(),
      teller: known(books.find("teller", sitting), "somebody sits at the counter"),
      holidays: restDays,
      bins: binTable,
      freezeKinds: kinds,
      evidence: (ref) => evidence.get(ref),
      posting: (sequence) => {
        const batch = batches[sequence - 1];
        const seesOrders = maySeeOrders(known(books.find("teller", sitting), "somebody sits"));
        return batch && isOfOrdersAlone(batch, books) && !seesOrders ? undefined : batch;
      },
      concerning: () => batches.filter((batch) => !isOfOrdersAlone(batch, books)),
      sealing: () => trialSealing(batches.length),
      written: wrote && isWritten(wrote) ? wrote : undefined,
      sequence: batches.length + 1,
      signals,
      slipNumber: nextSlipNumber(record.branch.code, today(), books.count("slip")),
      sha256,
    };
  }

  function decideOn({ code, input }: RawRequest, written?: string) {
    const due = settleTerms(context());
    if (due.length > 0) post(due);
    const ended = settleFreezes(context());
    if (ended.length > 0) post(ended);
    // The schema of the code made the input: the pair is a request again.
    const request = { code, input: transactions[code].parse(input) } as TransactionRequest;
    const decided = decide(request, context(written));
    if (!decided.ok && "entries" in decided) post(decided.entries ?? [], { teller: sitting, code });
    return { request, decided };
  }

  function run(raw: RawRequest, brought: Brought = {}): Result<Done, Refusal> {
    const { request, decided } = decideOn(raw, brought.written);
    if (!decided.ok) return { ok: false, refusal: decided.refusal };

    const hash = hashOf(request);
    const asked = { code: raw.code, hash, grant: brought.grant };
    const completed = complete(decided.value, asked, context(brought.written));
    if (!completed.ok) return completed;
    const { entries, approvers } = completed.value;
    return accept({
      decision: decided.value,
      batch: post(entries, { teller: sitting, code: raw.code, approvers: [...approvers] }),
    });
  }

  function ask(raw: RawRequest, approver: string): Result<Grant, Refusal> {
    const { request, decided } = decideOn(raw);
    if (!decided.ok) return { ok: false, refusal: decided.refusal };

    const { teller: maker, branch, parameters } = context();
    const hash = hashOf(request);
    const earlier = books.list("grant", "hash", hash).find(({ status }) => status === "half");
    const speaker = known(books.find("teller", approver), "the approver works here");
    const { level, notBy, onlyBy, concerned } = decided.value;
    const word = approve({ level, maker, earlier, notBy, onlyBy, concerned }, speaker);
    if (!word.ok) return word;

    const grant: Grant = {
      id: earlier?.id ?? `g-${batches.length + 1}`,
      hash,
      level,
      maker: maker.id,
      branch: branch.code,
      approvers: [...(earlier?.approvers ?? []), speaker.id],
      status: word.value,
      expiresAt: addMinutes(now, parameters.grantMinutes),
    };
    post([{ type: "authorisation.given", grant }]);
    return accept(grant);
  }

  /** Asks one after the other, until somebody may answer. */
  function askAny(
    raw: RawRequest,
    [first = "", ...others]: readonly string[],
  ): Result<Grant, Refusal> {
    const asked = ask(raw, first);
    return asked.ok || others.length === 0 ? asked : askAny(raw, others);
  }

  function keep(seen: Evidence): string {
    const ref = `e-${String(evidence.size + 1).padStart(8, "0")}`;
    evidence.set(ref, seen);
    return ref;
  }

  /** Writes or erases the card, or makes the batch, that a decision waits for. */
  function write({ write: card, erase, make }: Decision): string | undefined {
    if (card) return keep({ type: "written", ...card });
    if (erase) return keep({ type: "erased", card: erase.card });
    return make && keep({ type: "batch-file", batch: { ...make.batch, file: fileOf(make.batch) } });
  }

  return {
    post,
    run,
    ask,
    keep,
    write,
    context,
    batches: () => batches,
    books: () => books,
    /** Moves the clock: "2026-03-18 10:15:00" in China, on that day's first second without a time. */
    at(when: string): void {
      const [day = "", time = "00:00:00"] = when.split(" ");
      now = instantAt(businessDate(day), clockTime(time));
    },
    pass: (ms: number): void => {
      now = instant(now + ms);
    },
    /** What the rules of risk are to have counted. */
    counted: (next: Signals): void => {
      signals = next;
    },
    seat: (teller: string): void => {
      sitting = teller;
    },
    set: (changed: Partial<Parameters>): void => {
      const { parameters } = books.find("branch", "branch") ?? { parameters: defaultParameters };
      post([{ type: "parameters.set", parameters: { ...parameters, ...changed } }]);
    },
    /** Prints every slip that never came out of a printer. */
    print(): void {
      const waiting = books.all("slip").filter(({ prints }) => prints === 0);
      if (waiting.length > 0) {
        post(waiting.map(({ number }) => ({ type: "slip.printed", slip: number })));
      }
    },
    /** What a request would do: the preview. */
    preview: (raw: RawRequest): Result<Decision, Refusal> => {
      const { decided } = decideOn(raw);
      return decided.ok ? decided : { ok: false, refusal: decided.refusal };
    },
    /** Why a request is refused before anybody is asked; undefined if it is not. */
    refusal: (raw: RawRequest): Refusal | undefined => {
      const { decided } = decideOn(raw);
      return decided.ok ? undefined : decided.refusal;
    },
    /** Does a request as people do: asks whoever must be asked, writes the card, posts. */
    does(raw: RawRequest): Done {
      const { decided } = decideOn(raw);
      assert(decided.ok, `${raw.code} is accepted: ${JSON.stringify(decided)}`);
      const { level } = decided.value;
      const asked = level === "A0" ? undefined : askAny(raw, APPROVERS[level]);
      assert(asked === undefined || asked.ok, `somebody approves: ${JSON.stringify(asked)}`);
      const grant = asked?.ok ? asked.value.id : undefined;
      const done = run(raw, { grant, written: write(decided.value) });
      assert(done.ok, `${raw.code} is done: ${JSON.stringify(done)}`);
      return done.value;
    },
    /** A record as it stands; fails the test where there is none. */
    see: <S extends Shelf>(shelf: S, key: string): Shelves[S] =>
      known(books.find(shelf, key), `there is the ${shelf} ${key}`),
  };
}
export type Counter = ReturnType<typeof openCounter>;

/** Whom a request of a level is brought to, and then the next where the first may not answer. */
const APPROVERS = { A1: ["0002", "0001"], A2: ["0100", "0101"], A3: ["0900"] } as const;

function isWritten(seen: Evidence): seen is Written {
  return seen.type === "written" || seen.type === "batch-file" || seen.type === "erased";
}

/** A file for the printer's shop that lies ready, encrypted with a key that only it was given. */
function fileOf({ id }: { readonly id: string }) {
  return { name: `${id}.jwe`, sha256: "0".repeat(64), shopKey: id.padEnd(43, "k") };
}

/** SHA-256 over the request in canonical JSON, as the workstation reckons it. */
export function hashOf(request: TransactionRequest): RequestHash {
  const text = known(canonicalize(request), "a request is plain data");
  return RequestHash.parse(createHash("sha256").update(text).digest("hex"));
}
