import { type AuthorisationRefusal, honour, type RequestHash } from "#core/authorisation/grant.ts";
import type { Context, Decision, Refused } from "#core/commands/command.ts";
import { commands } from "#core/commands/commands.ts";
import { mayBeAsked, underProvisos } from "#core/commands/controls.ts";
import { withNotices } from "#core/commands/notices.ts";
import { withPromotions } from "#core/commands/promote.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type {
  TransactionCode,
  TransactionInput,
  TransactionRequest,
} from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Outcome } from "#core/slip/outcome.ts";
import type { Slip } from "#core/slip/slip.ts";
import type { TellerId } from "#core/teller/teller.ts";

/**
 * Decides on one request: what it would journal, show, print and need. Nothing is changed, so the
 * preview the teller confirms is this very decision (design rule 7). Whatever a posting makes room
 * for, be it money that comes in, is part of that posting (F09).
 */
export function decide(
  request: TransactionRequest,
  context: Context,
): Result<Decision, Refusal> | Refused {
  const asked = mayBeAsked(request, context);
  if (!asked.ok) return asked;
  const decided = run(request.code, request.input, context);
  if (!decided.ok) return decided;
  const entries = withPromotions(decided.value.entries, context);
  return underProvisos({ ...decided.value, entries }, request, context);
}

function run<C extends TransactionCode>(
  code: C,
  input: TransactionInput<TransactionCode>,
  context: Context,
): Result<Decision, Refusal> | Refused {
  // A request pairs its code with that code's input (TransactionRequest); indexing forgets it.
  return commands[code](input as TransactionInput<C>, context);
}

/** Everything an accepted request journals, and whose approval it used. */
export interface Accepted {
  readonly entries: readonly Entry[];
  readonly approvers: readonly TellerId[];
  readonly slip: Slip | undefined;
}

/**
 * Completes a decision into what is journalled: checks the second person's word for exactly this
 * request, that a card to be written or erased was, spends the grant, issues the slip, and queues the
 * messages to whoever is to hear of it.
 */
export function complete(
  decision: Decision,
  asked: {
    readonly code: TransactionCode;
    readonly hash: RequestHash;
    readonly grant?: string | undefined;
  },
  context: Context,
): Result<Accepted, Refusal> {
  const approved = approval(decision, asked, context);
  if (!approved.ok) return approved;
  if (!isWritten(decision, context)) return refuse({ code: "voucher.not-written" });
  if (!isErased(decision, context)) return refuse({ code: "card.not-erased" });
  if (!isMade(decision, context)) return refuse({ code: "batch.not-made" });

  const { approvers, spent } = approved.value;
  const slip = issueSlip(decision, asked.code, approvers, context);
  const entries = [...decision.entries, ...spent, ...(slip ? [issued(slip)] : [])];
  return accept({
    entries: withNotices(entries, asked.code, context),
    approvers,
    slip,
  });
}

/** What a decision has done once it is posted: all that the preview said, and what that kept back. */
export function outcomeOf({ outcome, afterwards = [] }: Decision): Outcome {
  return { ...outcome, facts: [...outcome.facts, ...afterwards] };
}

/** Whose word carries the request: nobody's at A0, else a grant for this hash (3.9). */
export function approval(
  decision: Decision,
  asked: { readonly hash: RequestHash; readonly grant?: string | undefined },
  context: Context,
): Result<
  { readonly approvers: readonly TellerId[]; readonly spent: readonly Entry[] },
  AuthorisationRefusal
> {
  const { level, notBy, onlyBy, concerned } = decision;
  if (level === "A0") return accept({ approvers: [], spent: [] });
  if (!asked.grant) return refuse({ code: "authorisation.needed", level, hash: asked.hash });

  const honoured = honour(context.books.find("grant", asked.grant), {
    level,
    hash: asked.hash,
    maker: context.teller.id,
    branch: context.branch.code,
    notBy,
    onlyBy,
    concerned,
    now: context.now,
  });
  if (!honoured.ok) return honoured;

  const { approvers, id } = honoured.value;
  return accept({ approvers, spent: [{ type: "authorisation.spent", grant: id }] });
}

function isMade({ make }: Decision, { written }: Context): boolean {
  if (!make) return true;
  if (written?.type !== "batch-file") return false;
  const { file, ...batch } = written.batch;
  return file !== undefined && JSON.stringify(batch) === JSON.stringify(make.batch);
}

function isWritten({ write }: Decision, { written }: Context): boolean {
  if (!write) return true;
  return (
    written?.type === "written" &&
    written.serial === write.serial &&
    written.pan === write.pan &&
    written.trackVersion === write.trackVersion &&
    written.issuedOn === write.issuedOn
  );
}

function isErased({ erase }: Decision, { written }: Context): boolean {
  return !erase || (written?.type === "erased" && written.card === erase.card);
}

function issued(slip: Slip): Entry {
  return { type: "slip.issued", slip };
}

function issueSlip(
  decision: Decision,
  code: TransactionCode,
  approvers: readonly TellerId[],
  context: Context,
): Slip | undefined {
  const { slip: kind, paper } = decision;
  if (!kind) return undefined;
  const outcome = outcomeOf(decision);
  return {
    number: context.slipNumber,
    kind,
    code,
    branch: context.branch.code,
    branchName: context.branch.name,
    teller: context.teller.id,
    approvers,
    issuedAt: context.now,
    sequence: context.sequence,
    facts: paper ?? outcome.facts,
    relations: outcome.relations,
    reprints: 0,
    prints: 0,
    status: "valid",
  };
}
