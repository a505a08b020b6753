import { checkFacts } from "#core/commands/check-doubt.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { holderFacts, matchDocument } from "#core/commands/identify.ts";
import type { EvidenceRefusal, Refusal } from "#core/contract/refusal.ts";
import type { ShownDocument, TransactionInput } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { ForgeryId } from "#core/forgery/forgery.ts";
import { type DocumentKind, raisesDoubt } from "#core/identity/document.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import { atDesk, type Line, linesFor, onPaper } from "#core/slip/on-paper.ts";

type Act<F extends TransactionInput<"2002">["finding"]> = Extract<
  TransactionInput<"2002">,
  { readonly finding: F }
>;

/** 2002 联网核查: an answer that is kept with its customer, or the report of a false document (3.8). */
export const checkIdentity: Command<"2002"> = (input, context) =>
  input.finding === "checked" ? keepCheck(input, context) : reportForgery(input, context);

/**
 * The answer is kept with the customer, with when and who. A doubt is settled or not: here a customer
 * may leave, and that is what is kept.
 */
function keepCheck(input: Act<"checked">, context: Context): Result<Decision, Refusal> {
  const customer = context.books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const matched = matchDocument(customer, input.document, context);
  if (!matched.ok) return matched;
  const { check: result, resolution } = input;
  if (raisesDoubt(result) && !resolution) {
    return refuse({ code: "identity.doubt-unresolved", result });
  }

  const { now: checkedAt, teller } = context;
  const kept = { result, checkedAt, teller: teller.id, ...(resolution ? { resolution } : {}) };
  const facts = [
    ...holderFacts(customer),
    ...checkFacts(input),
    termFact("note", "note.check-kept"),
  ];
  return accept({
    level: "A0",
    entries: [{ type: "identity.checked", customer: customer.id, check: kept }],
    outcome: { facts, relations: [] },
  });
}

/**
 * 伪造证件报告: the business was refused, and the police are told what was seen ([29]). The paper bears
 * the number in full, because it is what they look for; screens never do. Whoever truly has the number
 * is blocked in nothing.
 */
function reportForgery(input: Act<"forged">, context: Context): Result<Decision, Refusal> {
  const document = asShown(input.document, context);
  if (!document.ok) return document;

  const { kind: documentKind, number: documentNumber } = document.value;
  const { nameOnDocument, check, sign, words, business, retained } = input;
  const { now: seenAt, teller, books } = context;
  const customer = bearerOf(document.value, context);
  const forgery = {
    id: ForgeryId.parse(`w-${books.count("forgery") + 1}`),
    documentKind,
    documentNumber,
    nameOnDocument,
    ...(customer ? { customer } : {}),
    ...(check ? { check } : {}),
    ...{ sign, words, business, retained, seenAt, teller: teller.id },
  };
  const lines: readonly Line[] = [
    termFact("documentKind", `document.${documentKind}`),
    atDesk(textFact("falseDocument", maskDocumentNumber(documentNumber))),
    onPaper(textFact("falseDocument", documentNumber)),
    textFact("nameOnDocument", nameOnDocument),
    ...(check ? [termFact("check", `check.${check}`)] : []),
    termFact("forgerySign", `forgery-sign.${sign}`),
    textFact("forgeryWords", words),
    textFact("business", business),
    termFact("retained", retained ? "retained.yes" : "retained.no"),
    instantFact("seenAt", seenAt),
    termFact("note", "note.forgery-police"),
    termFact("note", "note.forgery-blocks-nothing"),
  ];
  return accept({
    level: "A2",
    entries: [{ type: "identity.forged", forgery }],
    outcome: { facts: linesFor("desk", lines), relations: [] },
    slip: "forgery-report",
    paper: linesFor("paper", lines),
  });
}

interface Document {
  readonly kind: DocumentKind;
  readonly number: string;
}

/** A document as it was laid down, in the one form in which numbers are compared. */
export function asShown(
  shown: ShownDocument,
  context: Context,
): Result<
  Document,
  EvidenceRefusal | { readonly code: "identity.length"; readonly length: number }
> {
  const document = shown.by === "typed" ? shown : context.evidence(shown.ref);
  if (!document) return refuse({ code: "evidence.unknown" });
  if (!("number" in document)) return refuse({ code: "evidence.other-kind" });

  const number = document.number.trim().toUpperCase();
  // Shorter ones are none that anybody could be asked for.
  if (number.length < 5) return refuse({ code: "identity.length", length: number.length });
  return accept({ kind: document.kind, number });
}

function bearerOf({ kind, number }: Document, { books }: Context): CustomerId | undefined {
  const bearers = books.list("customer", "documentNumber", number);
  return bearers.find(({ documentKind }) => documentKind === kind)?.id;
}
