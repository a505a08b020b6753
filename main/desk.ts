import type { Books, BranchRecord, Change } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { dateOf, type Instant, instant } from "#core/calendar/instant.ts";
import { canFallDue, nextFreezeDue } from "#core/commands/next-due.ts";
import { settleBills } from "#core/commands/settle-bills.ts";
import { settleFreezes } from "#core/commands/settle-freezes.ts";
import { settleTerms } from "#core/commands/settle-terms.ts";
import type { RequestRefusal } from "#core/contract/refusal.ts";
import { businessDateOf } from "#core/day/branch-day.ts";
import { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Signals } from "#core/risk/signals.ts";
import type { Teller, TellerId, TellerRefusal } from "#core/teller/teller.ts";
import type { Journal } from "#main/journal/journal.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { plainRecord } from "#main/ledger/plain-record.ts";
import { trailOver } from "#main/risk/trail.ts";
import { isBatchAsWritten } from "#main/snapshot/batch-as-written.ts";

/** A batch as its maker knows it; sequence, time and branch are the desk's to say. */
export type Draft = Omit<
  Batch,
  "schema" | "sequence" | "recordedAt" | "businessDate" | "branch" | "approvers"
> & { readonly approvers?: Batch["approvers"] };

/** Who sits at the counter, in memory only: a restart signs everybody off. */
export interface Sitting {
  readonly teller: TellerId;
  readonly status: "signed-on" | "locked" | "must-change-password";
}

/** The books, the clock, who sits there, and the one way to change any of it. */
export interface Desk {
  readonly kind: "live" | "demonstration";
  readonly ledger: Ledger;
  readonly books: Books;
  /** The moment by the branch's clock, which a presenter may have moved forward; never backward. */
  readonly now: () => Instant;
  /** Whether the machine's clock lies behind what the journal has, by more than it may drift. */
  readonly isClockBehind: () => boolean;
  /** 营业日: the date of business done now; past midnight it is still the day that was opened. */
  readonly today: () => BusinessDate;
  readonly branch: () => BranchRecord | undefined;
  readonly sitting: () => Sitting | undefined;
  readonly sit: (sitting: Sitting | undefined) => void;
  /** The teller at work now, or why nobody is. */
  readonly atWork: () => Result<Teller, TellerRefusal | RequestRefusal>;
  readonly nextSequence: () => number;
  /** What the rules of risk have counted from the journal (1.6). */
  readonly signals: Signals;
  /** Makes a batch durable, posts it, and tells. The only code that changes the workstation. */
  readonly commit: (draft: Draft) => Batch;
  /**
   * False from a commit that failed until the books are opened again: nobody knows any more whether
   * the journal holds what the ledger shows. Then every request faults (style rule 21).
   */
  readonly isInService: () => boolean;
  /** Writes down what the clock alone has brought about; before every request. */
  readonly settle: () => void;
}

/** What a desk stands on. */
export interface DeskParts {
  readonly kind: "live" | "demonstration";
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly clock: () => number;
  readonly onPosted: (batch: Batch) => void;
  readonly onSitting: () => void;
  /** A commit failed, whatever it was for. What it would have ended must not go on. */
  readonly onCommitFailed?: () => void;
  /** Told when what was acknowledged cannot be put into SQL; the desk is then out of service. */
  readonly onLedgerFailed?: (failure: unknown) => void;
}

/** How far clocks may drift before somebody should look at them, in ms. */
const CLOCK_DRIFT_MS = 5 * 60 * 1000;

/** Sets the desk up over a journal whose frames the ledger has already been given. */
export function createDesk(parts: DeskParts): Desk {
  const { journal, ledger } = parts;
  const { books } = ledger;
  const trail = trailOver(ledger);
  let sitting: Sitting | undefined;
  let isInService = true;
  let hasLedgerFailed = false;
  ledger.whenFailed((failure) => {
    hasLedgerFailed = true;
    isInService = false;
    parts.onLedgerFailed?.(failure);
  });
  // With the books as of `sequence` the clock brings nothing about on this day before `freezeAt`.
  let quiet:
    | { readonly sequence: number; readonly today: BusinessDate; readonly freezeAt: number }
    | undefined;

  // Asked several times a request, and by every look at the clock: read once for each batch.
  let branchAsOf: { readonly sequence: number; readonly record: BranchRecord | undefined } = {
    sequence: -1,
    record: undefined,
  };
  function branch(): BranchRecord | undefined {
    const sequence = journal.lastSequence;
    if (branchAsOf.sequence !== sequence) {
      branchAsOf = { sequence, record: books.find("branch", "branch") };
    }
    return branchAsOf.record;
  }
  let latest = ledger.batch(ledger.lastSequence)?.recordedAt ?? 0;
  const byTheClock = () => parts.clock() + (branch()?.clockOffsetMs ?? 0);
  // A clock that was set back stands still instead: no term begins twice and nothing is reordered.
  const now = () => instant(Math.max(latest, byTheClock()));

  function commit(draft: Draft): Batch {
    try {
      return post(draft);
    } catch (failure) {
      parts.onCommitFailed?.();
      throw failure;
    }
  }

  function post(draft: Draft): Batch {
    if (!isInService) throw new Fault("workstation.out-of-service");

    const recordedAt = now();
    const founded = draft.entries.find((entry) => entry.type === "branch.founded");
    const { teller, approvers = [], ...rest } = draft; // Below in the order of the schema.
    const batch = batchFrom({
      schema: 1,
      sequence: journal.lastSequence + 1,
      recordedAt,
      businessDate: dateAt(recordedAt, draft.entries),
      branch: founded?.branch.code ?? branch()?.branch.code,
      teller,
      approvers,
      ...rest,
    });

    // Reckoned and checked in full first: a batch that the books cannot take never reaches the disk,
    // where it would stop every later start. Nobody sees it before the journal has it.
    const prepared = ledger.prepare(batch);
    isInService = false; // Until disk and books both have it; after a failure nobody knows which do.
    journal.append([prepared.body], recordedAt);
    const changes = prepared.post();
    isInService = !hasLedgerFailed;
    staysQuiet(batch, changes);
    latest = recordedAt;
    trail.after(batch);

    parts.onPosted(batch);
    return batch;
  }

  /** Most batches leave nothing that the clock can end, so what was found quiet stays so. */
  function staysQuiet({ sequence }: Batch, changes: readonly Change[]): void {
    const isNext = quiet?.sequence === sequence - 1; // Else somebody else posted meanwhile.
    quiet = quiet && isNext && !changes.some(canFallDue) ? { ...quiet, sequence } : undefined;
  }

  const today = () => businessDateOf(branch()?.day, dateOf(now()), parts.kind);

  /** What opens a day belongs to it already. */
  function dateAt(moment: Instant, entries: readonly Entry[]): BusinessDate {
    const opened = entries.find((entry) => entry.type === "day.opened");
    return opened?.date ?? businessDateOf(branch()?.day, dateOf(moment), parts.kind);
  }

  /** A demonstration's day follows its clock, unless somebody closed the branch; else people open it. */
  function rollDay(): void {
    const day = branch()?.day;
    const follows = parts.kind === "demonstration" && day && day.status !== "closed";
    const date = dateOf(now());
    if (follows && date > day.date) {
      commit({ teller: "system", code: "1004", entries: [{ type: "day.opened", date }] });
    }
  }

  function settle(): void {
    rollDay();
    const date = today();
    const isSettled = quiet?.sequence === ledger.lastSequence && quiet.today === date;
    if (quiet && isSettled && now() < quiet.freezeAt) return;

    const { lastSequence } = ledger;
    const record = (entries: readonly Entry[]) => {
      if (entries.length > 0) commit({ teller: "system", code: "system", entries });
    };
    const parameters = branch()?.parameters;
    if (!parameters) return;
    record(settleTerms({ books, now: now(), today: date, parameters }));
    record(settleFreezes({ books, now: now(), parameters }));
    record(settleBills({ books, now: now(), today: date }));
    if (ledger.lastSequence !== lastSequence) return; // Quiet is only what was looked at in vain.
    const freezeAt = nextFreezeDue(books) ?? Number.POSITIVE_INFINITY;
    quiet = { sequence: lastSequence, today: date, freezeAt };
  }

  return {
    kind: parts.kind,
    ledger,
    books,
    now,
    isClockBehind: () => byTheClock() < latest - CLOCK_DRIFT_MS,
    today,
    branch,
    sitting: () => sitting,
    sit(next) {
      sitting = next;
      parts.onSitting();
    },
    atWork() {
      if (!branch()) return refuse({ code: "workstation.set-up-first" });
      if (!sitting) return refuse({ code: "teller.not-signed-on" });
      if (sitting.status === "locked") return refuse({ code: "teller.locked" });
      if (sitting.status === "must-change-password") {
        return refuse({ code: "teller.password-must-change" });
      }
      const teller = books.find("teller", sitting.teller);
      return teller ? accept(teller) : refuse({ code: "teller.not-signed-on" });
    },
    nextSequence: () => journal.lastSequence + 1,
    signals: trail.signals,
    commit,
    isInService: () => isInService,
    settle,
  };
}

/** The batch in what a desk puts together; throws for what is none. */
function batchFrom(content: unknown): Batch {
  // Nearly every draft is what parsing would make of it, which takes four times as long to say so.
  return isBatchAsWritten(content) ? plainRecord(content) : Batch.parse(content);
}
