import type { Decision } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { CardReader, VerifiedWriteOutcome } from "#main/card-reader/reader.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import { notReady } from "#main/reader-desk/not-ready.ts";
import { approvalOf, type Decide, type Decided, recordRefusal } from "#main/transactions.ts";

/** What is asked before a card is written or erased. */
export interface AtReader {
  readonly desk: Desk;
  readonly decideOn: Decide;
  readonly evidence: EvidenceBox;
  readonly reader: CardReader;
}

/**
 * Decides anew on a request that waits for a card to be changed, and makes sure of the second
 * person's word and of a reader, before any card goes through. `needs` is what the decision wants
 * done; a request that wants nothing of the kind is refused.
 */
export function approvedFor<Needed>(
  { desk, decideOn, evidence, reader }: AtReader,
  { request, grant }: { readonly request: TransactionRequest; readonly grant?: string | undefined },
  needs: (decision: Decision) => Needed | undefined,
): Result<{ readonly decided: Decided; readonly card: Needed }, Refusal> {
  const decided = decideOn(request);
  if (!decided.ok) return decided;
  const card = needs(decided.value.decision);
  if (!card) return refuse({ code: "request.unknown" });
  const approved = approvalOf(decided.value, grant);
  if (!approved.ok) {
    recordRefusal(desk, evidence, request, approved);
    return approved;
  }
  const { status } = reader.state();
  if (status === "absent" || status === "lost") return refuse(notReady(reader));
  return accept({ decided: decided.value, card });
}

/** Why no card was touched; undefined where one was, or may have been. */
export function untouched(
  ended: VerifiedWriteOutcome,
  { reader }: Pick<AtReader, "reader">,
): Refusal | undefined {
  switch (ended.outcome) {
    case "busy":
      return { code: "reader.busy" };
    case "not-ready":
      return notReady(reader, ended.status);
    case "not-supported":
      return { code: "reader.not-supported" };
    case "not-set":
      return { code: ended.complaint ? "reader.not-supported" : "reader.no-answer" };
    case "cancelled":
      return { code: "reader.cancelled" };
    case "lost":
      return notReady(reader, "lost");
    default:
      return undefined;
  }
}
