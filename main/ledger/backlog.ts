import type { RequestId } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { Posting, SeenRequest } from "./posting.ts";

/** Batches put into SQL in one transaction: as many as take a few milliseconds. */
const AT_A_TIME = 16;
/** What may wait at most; a replay without a pause gets as far in one transaction. */
const BATCHES_MAX = 8_192;
const CHANGES_MAX = 50_000;

/** The batches that are in the books but not in SQL yet, in their order. */
export interface Backlog {
  readonly add: (posting: Posting) => void;
  /** Puts all that waits into SQL. Throws `ledger.failed`, and again at every later call. */
  readonly catchUp: () => void;
  readonly posting: (sequence: number) => Posting | undefined;
  readonly seen: (id: RequestId) => SeenRequest | undefined;
  /** Calls back once, if ever a batch that the books have cannot be put into SQL. */
  readonly whenFailed: (callback: (failure: unknown) => void) => void;
  /** Forgets what waits; the journal has it. */
  readonly close: () => void;
}

/**
 * Puts batches into SQL behind the journal: when somebody asks SQL, and else in small transactions
 * whenever the program has nothing else to do. `put` takes a run of postings, all or none.
 */
export function backlogOf(put: (postings: readonly Posting[]) => void): Backlog {
  let waiting: Posting[] = [];
  let changes = 0;
  let idle: NodeJS.Immediate | undefined;
  let failure: { readonly cause: unknown } | undefined;
  const onFailure: ((failure: unknown) => void)[] = [];

  function putDown(count: number): void {
    if (failure) throw new Fault("ledger.failed", { reason: "behind" }, { cause: failure.cause });
    if (waiting.length === 0) return;
    const some = waiting.slice(0, count);
    try {
      put(some);
    } catch (cause) {
      // Memory has what SQL refuses: nobody can say any more which of the two is right.
      failure = { cause };
      for (const tell of onFailure) tell(cause);
      throw cause;
    }
    waiting = waiting.slice(count);
    changes = waiting.reduce((sum, posting) => sum + posting.changes.length, 0);
  }

  function whenIdle(): void {
    idle ??= setImmediate(() => {
      idle = undefined;
      try {
        putDown(AT_A_TIME);
      } catch {
        return; // Whoever must know was told, and every later question throws.
      }
      if (waiting.length > 0) whenIdle();
    }).unref();
  }

  return {
    add(posting) {
      waiting.push(posting);
      changes += posting.changes.length;
      if (waiting.length >= BATCHES_MAX || changes >= CHANGES_MAX) putDown(waiting.length);
      else whenIdle();
    },
    catchUp: () => putDown(waiting.length),
    posting: (sequence) => {
      const first = waiting[0]?.batch.sequence ?? 0;
      return waiting[sequence - first]; // Sequences have no gap.
    },
    seen(id) {
      const posting = waiting.find(({ batch }) => batch.request?.id === id);
      const { request, sequence } = posting?.batch ?? {};
      return request && sequence ? { hash: request.hash, sequence } : undefined;
    },
    whenFailed: (callback) => {
      onFailure.push(callback);
    },
    close() {
      if (idle) clearImmediate(idle);
      waiting = [];
    },
  };
}
