import type { Grant } from "#core/authorisation/grant.ts";
import type { Books, Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { Branch } from "#core/branch/branch.ts";
import { defaultParameters, type Parameters } from "#core/branch/parameters.ts";
import { addMinutes, dateOf, type Instant, instant } from "#core/calendar/instant.ts";
import type { Context, Decision, Evidence } from "#core/commands/command.ts";
import { complete, decide, outcomeOf } from "#core/commands/execute.ts";
import { withNotices } from "#core/commands/notices.ts";
import type { OnlineChannel, OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { Batch, RequestId } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { assert } from "#core/kernel/assert.ts";
import { noSignals } from "#core/risk/signals.ts";
import { nextSlipNumber } from "#core/slip/slip-number.ts";
import type { Teller, TellerId } from "#core/teller/teller.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import { onlineContext } from "#main/demonstration/past-online.ts";
import { demonstrationBranch } from "#main/demonstration/staff.ts";
import { sha256 } from "#main/sha256.ts";
import { hashOf } from "#main/transactions.ts";

/** Something that was done in the past and that no transaction of the workstation does yet. */
interface Doing {
  readonly at: Instant;
  readonly teller: TellerId | "system";
  readonly approvers?: readonly TellerId[];
  readonly code: string;
  readonly entries: readonly Entry[];
}

/** A transaction of the workstation that somebody ran in the past. */
interface Asking {
  readonly at: Instant;
  readonly teller: Teller;
  readonly approver: TellerId;
  readonly request: TransactionRequest;
  readonly evidence?: Readonly<Record<string, Evidence>>;
  /** Where it was run, if not here: the host then tells this branch what became of it. */
  readonly branch?: Branch;
}

/** Something a customer did by herself, at home. */
export interface Banking<Outcome> {
  readonly at: Instant;
  readonly channel: OnlineChannel;
  /** Another chance than that of everybody's cells. */
  readonly draw?: Draw;
  readonly ask: (context: OnlineContext) => OnlineResult<Outcome>;
}

/** The past of the branch as it is being made: batch upon batch, the books always up to date. */
export interface Past {
  readonly books: () => Books;
  readonly record: (doing: Doing) => void;
  readonly run: (asking: Asking) => void;
  /** What came of it; undefined where it was refused and counted, such as a wrong answer. */
  readonly bank: <Outcome>(banking: Banking<Outcome>) => Outcome | undefined;
  readonly batches: () => readonly Batch[];
}

/**
 * A past without anything in it yet.
 *
 * Transactions are decided by the very rules of the counter, so the demonstration cannot begin in a
 * state that the counter would never have made. What the rules refuse stops the program: our bug.
 */
export function createPast(
  table: Pick<Context, "holidays" | "bins" | "freezeKinds"> & {
    /** Chance for the cells that customers were asked for. */
    readonly draw: Draw;
  },
): Past {
  const batches: Batch[] = [];
  const records = new Map<string, Change>();
  let current: Books | undefined;
  const books = () => {
    current ??= booksAfter([...records.values()]);
    return current;
  };

  function append(batch: Omit<Batch, "schema" | "sequence" | "branch" | "businessDate">): void {
    const last = batches.at(-1);
    assert(!last || last.recordedAt <= batch.recordedAt, "the past is told in the order of time");

    const next = Batch.parse({
      ...batch,
      schema: 1,
      sequence: batches.length + 1,
      branch: demonstrationBranch.code,
      businessDate: dateOf(batch.recordedAt),
    });
    for (const change of changesOfAll(books(), next.entries, next)) {
      records.set(`${change.shelf}:${change.key}`, change);
    }
    current = undefined; // Put together anew when somebody looks.
    batches.push(next);
  }

  const record = ({ at, teller, approvers = [], code, entries }: Doing) =>
    append({ recordedAt: at, teller, approvers, code, entries: andSent(entries, at) });

  function contextOf(asking: Asking, write: Decision["write"]): Context {
    const { at, teller, evidence = {}, branch = demonstrationBranch } = asking;
    const sequence = batches.length + 1;
    return {
      books: books(),
      now: at,
      today: dateOf(at),
      teller,
      branch,
      parameters: parametersIn(books()),
      holidays: table.holidays,
      bins: table.bins,
      freezeKinds: table.freezeKinds,
      evidence: (ref) => evidence[ref],
      posting: (number) => batches[number - 1],
      concerning: () => [],
      sealing: () => {
        throw new Error("no day of the invented past is sealed");
      },
      written: write && { type: "written", ...write },
      sequence,
      signals: noSignals,
      slipNumber: nextSlipNumber(branch.code, dateOf(at), books().count("slip")),
      sha256,
    };
  }

  function run(asking: Asking): void {
    const { at, teller, approver, request, branch = demonstrationBranch } = asking;
    const hash = hashOf(request);
    const asked = decided(request, contextOf(asking, undefined));
    const by = branch === demonstrationBranch ? teller.id : "system";
    const grant = `g-demo-${batches.length + 1}`;
    if (asked.level !== "A0") {
      const givenAt = instant(at - 20_000);
      const given = wordOf(approver, { id: grant, hash, level: asked.level }, teller, givenAt);
      record({
        at: givenAt,
        teller: by,
        code: "authorise",
        entries: [{ type: "authorisation.given", grant: given }],
      });
    }

    const context = contextOf(asking, asked.write);
    const decision = decided(request, context);
    const done = complete(decision, { code: request.code, hash, grant }, context);
    if (!done.ok) throw refused(request, done.refusal);
    const { entries, approvers, slip } = done.value;
    append({
      recordedAt: at,
      teller: by,
      approvers,
      code: request.code,
      request: { id: RequestId.parse(`demo-past-${context.sequence}`), hash },
      outcome: outcomeOf(decision),
      ...(slip ? { slip: slip.number } : {}),
      entries: andSent(entries, at),
    });
  }

  function bank<Outcome>({
    at,
    channel,
    draw = table.draw,
    ask,
  }: Banking<Outcome>): Outcome | undefined {
    const stamp = { recordedAt: at, teller: "system", approvers: [], code: channel } as const;
    const sequence = batches.length + 1;
    const context = onlineContext({ books: books(), now: at, sequence, draw });
    const parameters = parametersIn(context.books);
    const done = ask({ ...context, parameters });
    if (done.ok) {
      const { facts, entries, outcome } = done.value;
      const noticed = withNotices(entries, channel, { ...context, parameters });
      append({ ...stamp, outcome: { facts, relations: [] }, entries: andSent(noticed, at) });
      return outcome;
    }
    const counted = "entries" in done ? (done.entries ?? []) : [];
    assert(counted.length > 0, `a customer of the past was refused as ${done.refusal.code}`);
    append({
      ...stamp,
      entries: [...counted, { type: "request.refused", refusal: done.refusal.code }],
    });
    return undefined;
  }

  return { books, record, run, bank, batches: () => batches };
}

/** What was queued in the past reached its telephone in the past: nothing of it goes out today. */
function andSent(entries: readonly Entry[], at: Instant): readonly Entry[] {
  const sent = entries.flatMap((entry) =>
    entry.type === "sms.queued"
      ? [{ type: "sms.sent", message: entry.message.id, at } as const]
      : [],
  );
  return [...entries, ...sent];
}

function parametersIn(books: Books): Parameters {
  return books.find("branch", "branch")?.parameters ?? defaultParameters;
}

function wordOf(
  approver: TellerId,
  asked: Pick<Grant, "id" | "hash" | "level">,
  maker: Teller,
  at: Instant,
): Grant {
  return {
    ...asked,
    maker: maker.id,
    branch: maker.branch,
    approvers: [approver],
    status: "whole",
    expiresAt: addMinutes(at, defaultParameters.grantMinutes),
  };
}

function decided(request: TransactionRequest, context: Context): Decision {
  const decision = decide(request, context);
  if (decision.ok) return decision.value;
  throw refused(request, decision.refusal);
}

/** The past was invented wrongly: an assertion of ours, and never anything a teller can cause. */
function refused({ code }: TransactionRequest, refusal: Refusal): Error {
  return new Error(`Invariant broken: ${code} in the past was refused as ${refusal.code}`);
}
