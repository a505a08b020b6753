import { addDays } from "#core/calendar/business-date.ts";
import { dateOf } from "#core/calendar/instant.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { kindOf } from "#core/risk/deed.ts";
import { RISK_DAYS_MAX } from "#core/risk/settings.ts";
import { type Sign, type Signals, type SignKind, signsOf } from "#core/risk/signals.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { everyRow } from "#main/ledger/page.ts";

/** Signs in memory, by kind and by whose doing they were; what no rule looks back to is dropped. */
export interface Trail {
  readonly signals: Signals;
  readonly add: (signs: readonly Sign[]) => void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rules that count in minutes look back a day at most; those that count in days, much longer. */
const KEPT_MS: Readonly<Record<SignKind, number>> = {
  "typed-card": DAY_MS,
  unmasked: DAY_MS,
  served: DAY_MS,
  "wrong-answer": DAY_MS,
  agent: RISK_DAYS_MAX * DAY_MS,
  paid: RISK_DAYS_MAX * DAY_MS,
};

/** An empty trail. Signs are added in the order of time, and asked for by a binary search. */
export function openTrail(): Trail {
  const kept = new Map<string, Sign[]>();
  const keyOf = (kind: SignKind, of: string) => `${kind} ${of}`;

  return {
    signals: {
      since(kind, of, from) {
        const signs = kept.get(keyOf(kind, of)) ?? [];
        return signs.slice(firstSince(signs, from));
      },
    },
    add(signs) {
      for (const sign of signs) {
        const key = keyOf(sign.kind, sign.of);
        const before = kept.get(key) ?? [];
        const old = firstSince(before, sign.at - KEPT_MS[sign.kind]);
        // Moved together only once half of it is old: adding stays cheap however long the day.
        const rest = old > before.length / 2 ? before.slice(old) : before;
        rest.push(sign);
        kept.set(key, rest);
      }
    },
  };
}

function firstSince(signs: readonly Sign[], from: number): number {
  let [low, high] = [0, signs.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const isBefore = (signs[middle]?.at ?? from) < from;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries that rules count over days; everything else is of the last day alone. */
const LONG: readonly Entry["type"][] = [
  "loss.reported",
  "loss.upgraded",
  "agency.registered",
  "e-bank.paid",
  "e-pay.paid",
];
const READ_AT_ONCE = 1_000;

/**
 * The trail of the branch's own journal: read back once as far as any rule looks, when a rule first
 * asks, and from then on told batch by batch. No request ever reads the journal for it again.
 */
export function trailOver(ledger: Ledger): {
  readonly signals: Signals;
  readonly after: (batch: Batch) => void;
} {
  let trail: Trail | undefined;

  function add(batch: Batch): void {
    trail?.add(signsIn(batch, ledger));
  }

  function filled(): Trail {
    if (trail) return trail;
    trail = openTrail();
    for (const batch of lately(ledger)) add(batch);
    return trail;
  }
  return {
    signals: { since: (kind, of, from) => filled().signals.since(kind, of, from) },
    after: add,
  };
}

function signsIn(batch: Batch, { books, concerned }: Ledger): readonly Sign[] {
  const { teller, recordedAt, entries, sequence } = batch;
  const customers = concerned(sequence);
  return signsOf({ kind: kindOf(batch), teller, recordedAt, entries, customers, books });
}

/** Whatever a rule may still count, oldest first. */
function lately(ledger: Ledger): readonly Batch[] {
  const last = ledger.batch(ledger.lastSequence);
  if (!last) return [];
  const today = dateOf(last.recordedAt);
  const read = (filter: Omit<Parameters<Ledger["journalPage"]>[0], "page">) => [
    ...everyRow((page) => ledger.journalPage({ ...filter, page, size: READ_AT_ONCE })),
  ];
  const wallets = ledger.books.count("wallet") > 0 ? (["money.posted"] as const) : [];
  const long = read({ types: [...LONG, ...wallets], from: addDays(today, -RISK_DAYS_MAX - 1) });
  // A day may have been open past midnight, so its date may lie one before.
  const short = read({ from: addDays(today, -2) });
  const both = new Map([...long, ...short].map((batch) => [batch.sequence, batch]));
  return [...both.values()].sort((left, right) => left.sequence - right.sequence);
}
