import type { Context } from "#core/commands/command.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import type { Identity, Reporter, ShownDocument } from "#core/contract/transactions.ts";
import { type Customer, documentOf } from "#core/customer/customer.ts";
import { admitDocument } from "#core/identity/document.ts";
import { documentNumberRefusal } from "#core/identity/document-number.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import { phoneFromText } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { LossRefusal } from "#core/loss/loss-case.ts";
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
 * Other answers of 联网核查 are advice: the teller looks closer and the answer is kept (3.8).
 */
export function identify(
  customer: Customer,
  identity: Identity,
  context: Context,
): Result<Customer, EvidenceRefusal | IdentityRefusal> {
  if (identity.check === "document-invalid") {
    return refuse({ code: "identity.check-failed", result: identity.check });
  }
  return matchDocument(customer, identity.document, context);
}

/**
 * Whoever reports: the holder, or an agent whose own document is as good as the holder's (T09).
 *
 * Refuses an agent who shows the holder's document, and a number its kind cannot bear.
 */
export function identifyReporter(
  customer: Customer,
  reporter: Reporter,
): Result<Reporter, EvidenceRefusal | IdentityRefusal | LossRefusal> {
  if (reporter.by === "holder") return accept(reporter);

  const { agent } = reporter;
  if (agent.documentNumber.toUpperCase() === customer.documentNumber.toUpperCase()) {
    return refuse({ code: "identity.mismatch" });
  }
  if (agent.check === "document-invalid") {
    return refuse({ code: "identity.check-failed", result: agent.check });
  }
  const damaged = documentNumberRefusal(agent.documentKind, agent.documentNumber);
  return damaged ? refuse(damaged) : accept(reporter);
}

/** The lines about the person on a slip: name, masked document and what the check said. */
export function identityFacts(customer: Customer, identity: Identity): readonly Fact[] {
  return [...holderFacts(customer), termFact("check", `check.${identity.check}`)];
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

/** The lines about who reported: the holder, or the agent with everything 3.7 wants recorded. */
export function reporterFacts(reporter: Reporter): readonly Fact[] {
  if (reporter.by === "holder") return [termFact("reporter", "reporter.holder")];

  const { agent } = reporter;
  return [
    termFact("reporter", "reporter.agent"),
    textFact("agentName", agent.name),
    textFact("agentDocument", maskDocumentNumber(agent.documentNumber)),
    textFact("agentPhone", maskTypedPhone(agent.phone)),
    textFact("agentRelation", agent.relation),
    textFact("agentReason", agent.reason),
  ];
}

/** A phone somebody gave: masked where it is a mobile number, else not shown at all. */
export function maskTypedPhone(text: string): string {
  const phone = phoneFromText(text);
  return phone ? maskPhone(phone) : "•••";
}
