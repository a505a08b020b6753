import type { Batch } from "#core/journal/batch.ts";
import type { LossCaseNumber } from "#core/loss/loss-case.ts";

/** What leads from a loss case to batches that do not name it: each by its own number. */
export interface CaseStrands {
  readonly lossCase: LossCaseNumber;
  /** Journal numbers of the batches that name the case. */
  readonly postings: ReadonlySet<number>;
  /** Hashes of the requests that they carried out: a second person's word names that. */
  readonly requests: ReadonlySet<string>;
  /** Grants that were spent there. */
  readonly grants: ReadonlySet<string>;
  /** Slips that were issued there. */
  readonly slips: ReadonlySet<string>;
  /** Cards that were ordered for the case. */
  readonly orders: ReadonlySet<string>;
}

/** Why a batch belongs into the evidence of a case. */
export type CaseReason = "case" | "order" | "approval" | "declined" | "slip" | "reversal";

/** Whether a batch names the case: as a record, by its number, or on what it showed and printed. */
export function namesCase({ entries, outcome }: Batch, lossCase: LossCaseNumber): boolean {
  return names(entries, lossCase) || names(outcome, lossCase);
}

/** A number alone says nothing, for slips are numbered alike: it must stand where a case does. */
function names(value: unknown, lossCase: LossCaseNumber): boolean {
  if (Array.isArray(value)) return value.some((one) => names(one, lossCase));
  if (typeof value !== "object" || value === null) return false;
  const named = "lossCase" in value ? value.lossCase : undefined;
  const isRecord = typeof named === "object" && named !== null && "number" in named;
  if (named === lossCase || (isRecord && named.number === lossCase)) return true;
  const isFact = "name" in value && value.name === "lossCase" && "text" in value;
  if (isFact && value.text === lossCase) return true;
  return Object.values(value).some((one) => names(one, lossCase));
}

/** The strands of a case, from all batches that name it. */
export function strandsOf(lossCase: LossCaseNumber, naming: Iterable<Batch>): CaseStrands {
  const found = {
    postings: new Set<number>(),
    requests: new Set<string>(),
    grants: new Set<string>(),
    slips: new Set<string>(),
    orders: new Set<string>(),
  };
  for (const { sequence, request, entries } of naming) {
    found.postings.add(sequence);
    if (request) found.requests.add(request.hash);
    for (const entry of entries) {
      if (entry.type === "authorisation.spent") found.grants.add(entry.grant);
      if (entry.type === "slip.issued") found.slips.add(entry.slip.number);
      if (entry.type === "production.ordered") found.orders.add(entry.order.id);
    }
  }
  return { lossCase, ...found };
}

/** Why a batch belongs to the case; undefined where it does not. */
export function reasonOf(batch: Batch, strands: CaseStrands): CaseReason | undefined {
  if (namesCase(batch, strands.lossCase)) return "case";
  for (const entry of batch.entries) {
    switch (entry.type) {
      case "authorisation.given":
        if (strands.grants.has(entry.grant.id) || strands.requests.has(entry.grant.hash)) {
          return "approval";
        }
        break;
      case "authorisation.declined":
        if (strands.requests.has(entry.hash)) return "declined";
        break;
      case "slip.printed":
      case "slip.reprinted":
      case "slip.voided":
        if (strands.slips.has(entry.slip)) return "slip";
        break;
      case "production.ordered":
        if (strands.orders.has(entry.order.id)) return "order";
        break;
      case "production.arrived":
      case "production.settled":
        if (strands.orders.has(entry.order)) return "order";
        break;
      case "posting.reversed":
        if (strands.postings.has(entry.original)) return "reversal";
        break;
      default:
    }
  }
  // Words for and against printing a slip again, and refusals of it, name the slip on the batch.
  return batch.slip !== undefined && strands.slips.has(batch.slip) ? "slip" : undefined;
}

/**
 * The batch without anything of orders of the state: evidence goes to people who must not learn of
 * them (no tipping off). Where one took effect in the same posting, that is left out and not marked.
 */
export function withoutOrders(batch: Batch): Batch {
  const entries = batch.entries.filter(({ type }) => !type.startsWith("freeze."));
  return entries.length === batch.entries.length ? batch : { ...batch, entries };
}
