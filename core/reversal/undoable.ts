import { TransactionCode } from "#core/contract/transactions.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { ReversalPart } from "#core/reversal/reversal.ts";
import { type Standing, undoings } from "#core/reversal/undoing.ts";

const attempts: readonly Entry["type"][] = [
  "request.refused",
  "authorisation.given",
  "authorisation.declined",
];

/** Whether a batch posted anything: an attempt that was refused, or a word for one, did not (C05). */
export function wasPosted({ entries }: Pick<Batch, "entries">): boolean {
  return !entries.some(({ type }) => attempts.includes(type));
}

/** The fees that a posting took or booked as owed, whatever else it did (C07). */
export function feesIn({ entries }: Pick<Batch, "entries">): readonly Entry[] {
  return entries.filter(
    (entry) => entry.type === "fee.owed" || (entry.type === "money.posted" && entry.memo === "fee"),
  );
}

/**
 * Why this posting stands although others of its transaction come back: a box was opened, counted or
 * closed, or a carrier had the cash (1101); undefined where it does not.
 */
export function whyItStands({ entries }: Pick<Batch, "entries">): Standing | undefined {
  if (entries.some(({ type }) => stepsOfBoxes.includes(type))) return "box-counted";
  const legs = entries.flatMap((entry) => (entry.type === "money.posted" ? entry.postings : []));
  return legs.some(({ account }) => account === "cash-in-transit") ? "cash-delivered" : undefined;
}

const stepsOfBoxes: readonly Entry["type"][] = ["box.opened", "box.closed", "cash.counted"];

/** What of a posting 1106 could undo on its day, before anybody looks at what has followed (C06). */
export function undoableParts(batch: Pick<Batch, "code" | "entries">): readonly ReversalPart[] {
  const code = TransactionCode.safeParse(batch.code);
  if (!code.success || code.data === "1106" || !wasPosted(batch)) return [];

  const isWhole = undoings[code.data].by === "reversal" && !whyItStands(batch);
  return [
    ...(isWhole ? (["whole"] as const) : []),
    ...(feesIn(batch).length > 0 ? (["fee"] as const) : []),
  ];
}
