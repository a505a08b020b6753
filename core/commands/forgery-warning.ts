import { asShown } from "#core/commands/check-identity.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import type {
  Identity,
  Reporter,
  ShownDocument,
  TransactionRequest,
} from "#core/contract/transactions.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * Says before anything is confirmed that a false document with the same number was shown here before:
 * the teller looks closer, and nothing is refused for it (3.8). No paper bears the line, because it is
 * no word about whoever truly has the number.
 */
export function warnOfForgery(
  decision: Decision,
  request: TransactionRequest,
  context: Context,
): Result<Decision, never> {
  if (request.code === "2002" && request.input.finding === "forged") return accept(decision);
  const wasFalse = numbersIn(request, context).some(
    (number) => context.books.list("forgery", "documentNumber", number).length > 0,
  );
  if (!wasFalse) return accept(decision);

  const { outcome, paper = outcome.facts } = decision;
  const warning = termFact("note", "note.false-document-seen");
  return accept({
    ...decision,
    outcome: { ...outcome, facts: [...outcome.facts, warning] },
    paper,
  });
}

/** The document of a transaction that asks for no check (4001, 5007, 6008). */
function shownIn(input: TransactionRequest["input"]): ShownDocument | undefined {
  return "document" in input && input.document && "by" in input.document
    ? input.document
    : undefined;
}

/** The numbers of the documents that were laid down for a request, the holder's and the agent's. */
function numbersIn({ input }: TransactionRequest, context: Context): readonly string[] {
  const { identity, reporter } = input as {
    readonly identity?: Identity | undefined;
    readonly reporter?: Reporter | undefined;
  }; // Where an input has these, they are of these types.
  const laid = identity?.document ?? shownIn(input);
  const document = laid && asShown(laid, context);
  const agents = [
    identity?.onBehalf?.agent,
    reporter?.by === "holder" ? undefined : reporter?.agent,
  ];
  return [
    ...(document?.ok ? [document.value.number] : []),
    ...agents.flatMap((agent) => {
      if (!agent) return [];
      if (!("agency" in agent)) return [agent.documentNumber.toUpperCase()];
      return context.books.find("agency", agent.agency)?.agent.documentNumber ?? [];
    }),
  ];
}
