import { setImmediate as giveWay } from "node:timers/promises";
import type { Change } from "#core/books/books.ts";
import { customersOf } from "#core/books/concern.ts";
import { changesOf } from "#core/books/post.ts";
import type { RiskTally, TriedCase, TryOutView } from "#core/contract/risk-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { deedIn, kindOf } from "#core/risk/deed.ts";
import type { RiskFlag } from "#core/risk/risk-flag.ts";
import { spokenOver } from "#core/risk/rules.ts";
import type { RiskSettings } from "#core/risk/settings.ts";
import { signsOf } from "#core/risk/signals.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { type MemoryBooks, memoryBooks } from "#main/risk/memory-books.ts";
import { openTrail, type Trail } from "#main/risk/trail.ts";

/** So many lines of the journal are judged before the counter gets its turn. */
const SLICE = 50;
const CASES_SHOWN = 50;

/** One thing that the rules as asked for would have spoken up over. */
export type Tried = Omit<TriedCase, "customer"> & { readonly customer?: CustomerId };

/** What may be asked while the past is played again. */
export interface TryOutWatch {
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * 试算: plays the journal again into books in memory, and asks the rules of every deed in it what they
 * would have said then, by the very function that judges now. The ledger is only read, in slices.
 *
 * What a rule refused, or the customer was asked about, was never posted and cannot be judged anew: it
 * stands as its warning says, where that rule would look. Undefined where it was called off.
 */
export async function tryOut(
  ledger: Pick<Ledger, "batch" | "lastSequence">,
  settings: RiskSettings,
  { isCancelled, onProgress }: TryOutWatch,
): Promise<readonly Tried[] | undefined> {
  const total = ledger.lastSequence; // What is posted meanwhile is not of the past yet.
  const past: Past = { memory: memoryBooks(), trail: openTrail(), settings };
  const found: Tried[] = [];
  for (let sequence = 1; sequence <= total; sequence += 1) {
    const batch = known(ledger.batch(sequence), "the journal has no gap");
    found.push(...judged(batch, past));
    if (sequence % SLICE !== 0) continue;
    onProgress(sequence, total);
    await giveWay();
    if (isCancelled()) return undefined;
  }
  onProgress(total, total);
  return found;
}

interface Past {
  readonly memory: MemoryBooks;
  readonly trail: Trail;
  readonly settings: RiskSettings;
}

/** What the rules say of a batch on the books before it; afterwards the books are those after it. */
function judged(batch: Batch, { memory, trail, settings }: Past): readonly Tried[] {
  const deed = deedIn(batch, memory.books);
  const spoken = deed ? spokenOver(deed, trail.signals, settings) : [];
  const stopped = batch.entries.flatMap((entry) =>
    entry.type === "risk.flagged" ? entry.flagged : [],
  );
  const asked = batch.entries.some(({ type }) => type === "risk.used");
  const { sequence, recordedAt: at, businessDate: on, code, teller } = batch;
  const now = { sequence, at, on, code, teller };

  const customers = played(batch, memory);
  const { books } = memory;
  trail.add(
    signsOf({
      kind: kindOf(batch),
      teller,
      recordedAt: at,
      entries: batch.entries,
      customers,
      books,
    }),
  );

  // A payment that she said yes to was found when she was asked.
  const found = asked ? [] : spoken;
  return [
    ...found.map(({ rule, customer, facts }) => ({
      ...{ ...now, rule, facts, wasStopped: false },
      ...(customer ? { customer } : {}),
    })),
    ...stopped
      .filter((flag) => wasNeverPosted(flag) && settings[flag.rule].on)
      .filter(({ rule }) => !found.some((one) => one.rule === rule))
      .map(({ rule, customer, facts }) => ({
        ...{ ...now, rule, facts, wasStopped: true },
        ...(customer ? { customer } : {}),
      })),
  ];
}

function wasNeverPosted({ decision }: RiskFlag): boolean {
  return decision === "stopped" || decision === "waiting";
}

/** Takes a batch into the books, and answers whose business it was. */
function played(batch: Batch, { books, take }: MemoryBooks): readonly CustomerId[] {
  const customers = new Set<CustomerId>();
  for (const entry of batch.entries) {
    const made: readonly Change[] = changesOf(books, entry, batch);
    take(made);
    for (const customer of customersOf(books, entry, made)) customers.add(customer);
  }
  return [...customers].sort();
}

/** What the page shows of it: bars by day and rule, and the first cases. */
export function tryOutView(
  found: readonly Tried[],
  batches: number,
  nameOf: (customer: CustomerId) => string,
): TryOutView {
  const tallies = new Map<string, RiskTally>();
  for (const { on, rule } of found) {
    const key = `${on} ${rule}`;
    tallies.set(key, { on, rule, count: (tallies.get(key)?.count ?? 0) + 1 });
  }
  return {
    batches,
    total: found.length,
    tallies: [...tallies.values()].slice(-5_000),
    cases: found.slice(0, CASES_SHOWN).map(({ customer, ...one }) => ({
      ...one,
      ...(customer ? { customer: nameOf(customer) } : {}),
    })),
  };
}
