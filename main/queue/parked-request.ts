import type { Parked } from "#core/authorisation/parked.ts";
import { roleRefusal } from "#core/commands/rights.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import {
  TransactionCode,
  type TransactionRequest,
  transactions,
} from "#core/contract/transactions.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import { type EvidenceBox, refsIn } from "#main/evidence/evidence.ts";
import { type Decided, type DecideFor, recordRefusal } from "#main/transactions.ts";
import { isShownTo } from "#main/views/parked-view.ts";

/** The request that was parked, parsed anew: what an older program parked may not be one any more. */
export function requestOf({ code, input }: Parked): TransactionRequest | undefined {
  const known = TransactionCode.safeParse(code);
  if (!known.success) return undefined;
  const parsed = transactions[known.data].safeParse(JSON.parse(input));
  // The schema of the code made the input: the pair is a request again.
  return parsed.success
    ? ({ code: known.data, input: parsed.data } as TransactionRequest)
    : undefined;
}

/** What of a parked request nobody remembers any more and must be shown again. */
export function goneIn(parked: Parked, evidence: EvidenceBox): readonly string[] {
  return refsIn(JSON.parse(parked.input)).filter((ref) => evidence.look(ref) === undefined);
}

/** Whoever is at work and may use the queue at all (9004). */
export function atQueue(desk: Desk): Result<Teller, Refusal> {
  const teller = desk.atWork();
  if (!teller.ok) return teller;
  desk.settle();
  const { parameters } = known(desk.branch(), "nobody is at work before the branch is");
  const not = roleRefusal("9004", teller.value, parameters);
  return not ? refuse(not) : teller;
}

/** A parked request that this person is shown; for anybody else it is not there. */
export function parkedFor(desk: Desk, teller: Teller, id: string): Result<Parked, Refusal> {
  const parked = desk.books.find("parked", id);
  return parked && isShownTo(teller, parked, desk.books)
    ? accept(parked)
    : refuse({ code: "parked.unknown" });
}

/**
 * Decides on a parked request as its maker would ask it now. What devices saw must still be there: on
 * less than the customer showed nobody judges.
 */
export function decideParked(
  parked: Parked,
  parts: { readonly desk: Desk; readonly evidence: EvidenceBox; readonly decide: DecideFor },
): Result<Decided, Refusal> {
  const { desk, evidence, decide } = parts;
  const request = requestOf(parked);
  const maker = desk.books.find("teller", parked.maker);
  if (!request || !maker) return refuse({ code: "parked.unknown" });
  if (goneIn(parked, evidence).length === 0) return decide(maker, request);

  const refused = refuse({ code: "parked.shown-gone" });
  recordRefusal(desk, evidence, request, refused);
  return refused;
}
