import { checkFacts, checkRefusal } from "#core/commands/check-doubt.ts";
import type { Context } from "#core/commands/command.ts";
import { type IdentifyRefusal, identifyRepresentative } from "#core/commands/represent.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import type { Identity, ShownDocument } from "#core/contract/transactions.ts";
import { type Customer, documentOf } from "#core/customer/customer.ts";
import { admitDocument } from "#core/identity/document.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * Whether the document on the counter is the customer's own and still valid (L11, 3.8).
 *
 * Refuses `identity.mismatch` and what `admitDocument` refuses.
 */
export function matchDocument(
  customer: Customer,
  shown: ShownDocument,
  context: Context,
): Result<Customer, EvidenceRefusal | IdentityRefusal> {
  const document = shown.by === "typed" ? shown : context.evidence(shown.ref);
  if (!document) return refuse({ code: "evidence.unknown" });
  if (!("number" in document)) return refuse({ code: "evidence.other-kind" });

  const isOwn =
    document.kind === customer.documentKind &&
    document.number.toUpperCase() === customer.documentNumber.toUpperCase();
  if (!isOwn) return refuse({ code: "identity.mismatch" });

  const admitted = admitDocument(documentOf(customer), context.today);
  return admitted.ok ? accept(customer) : admitted;
}

/**
 * The holder in person, with a document that the ID check does not call invalid.
 *
 * Other answers of 联网核查 are advice: the teller looks closer and says how the doubt was settled
 * (3.8). Whoever stands for a holder that cannot act is identified as well (3.7).
 */
export function identify(
  customer: Customer,
  identity: Identity,
  context: Context,
): Result<Customer, IdentifyRefusal> {
  const unsettled = checkRefusal(identity);
  if (unsettled) return refuse(unsettled);
  const matched = matchDocument(customer, identity.document, context);
  if (!matched.ok || !identity.onBehalf) return matched;

  const represented = identifyRepresentative(customer, identity.onBehalf, context);
  return represented.ok ? matched : represented;
}

/** The lines about the person on a slip: name, masked document and what the check said. */
export function identityFacts(customer: Customer, identity: Identity): readonly Fact[] {
  return [...holderFacts(customer), ...checkFacts(identity)];
}

/** The same lines where the document alone was asked for. */
export function holderFacts(customer: Customer): readonly Fact[] {
  return [
    textFact("customer", customer.name),
    termFact("documentKind", `document.${customer.documentKind}`),
    textFact("document", maskDocumentNumber(customer.documentNumber)),
    ...(customer.phone ? [textFact("phone", maskPhone(customer.phone))] : []),
  ];
}
