import { type CardFile, fileOfCase } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import { identify } from "#core/commands/identify.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Identity } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { atReportBranch, matured, withSlip } from "#core/loss/collection.ts";
import type { LossCase, LossCaseNumber, LossKind, Numbering } from "#core/loss/loss-case.ts";

/** What the holder must bring to end a case, and which kinds of case end in this way. */
export interface Collection {
  readonly lossCase: LossCaseNumber;
  readonly slip: string;
  readonly identity: Identity;
  readonly kinds: readonly LossKind[];
  /** Where the bank replaces before the term, the number decides whether it may (T17). */
  readonly sooner?: Numbering;
}

/** A case that its holder may end now, with everything a rule about its card needs to see. */
export interface Collected {
  readonly lossCase: LossCase;
  readonly file: CardFile;
  readonly due: "matured" | "same-day";
}

/**
 * The guards of every end that a matured case can have: card, cash or a new PIN (L11, L12).
 *
 * This is the branch of the report, the term is over, the slip bears the matching number, and the
 * holder is here in person with a valid document.
 */
export function holderCollects(
  { lossCase: number, slip, identity, kinds, sooner }: Collection,
  context: Context,
): Result<Collected, Refusal> {
  const { books, branch, today, parameters } = context;
  const here = atReportBranch(books.find("lossCase", number), branch.code);
  if (!here.ok) return here;
  const lossCase = here.value;
  if (!kinds.includes(lossCase.kind)) return refuse({ code: "loss.kind", kind: lossCase.kind });
  const due = matured(lossCase, today, sooner && { parameters, numbering: sooner });
  if (!due.ok) return due;
  const paper = withSlip(lossCase, slip);
  if (!paper.ok) return paper;

  const file = fileOfCase(lossCase, context);
  const identified = identify(file.customer, identity, context);
  return identified.ok ? accept({ lossCase, file, due: due.value }) : identified;
}
