import { type AgencyRefusal, wardRefusal, youthRefusal } from "#core/agency/agency.ts";
import type { Agent, AgentPerson } from "#core/agency/agent.ts";
import type { OnBehalf, RegisteredAgent } from "#core/agency/on-behalf.ts";
import { agentCheckFacts, checkRefusal } from "#core/commands/check-doubt.ts";
import type { Context } from "#core/commands/command.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import type { Reporter } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import { birthDateOnDocument, documentNumberFromText } from "#core/identity/document-number.ts";
import type { IdentityRefusal } from "#core/identity/identity-refusal.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import { phoneFromText } from "#core/identity/phone.ts";
import type { DoubtRefusal } from "#core/identity/resolution.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** Why the people at the counter are not who they must be. */
export type IdentifyRefusal = EvidenceRefusal | IdentityRefusal | DoubtRefusal | AgencyRefusal;

/**
 * Whoever reports: the holder, or an agent whose own document is as good as the holder's (T09); the
 * value is that agent, with what the register knows of him.
 *
 * Refuses an agent who shows the holder's document, and a number its kind cannot bear.
 */
export function identifyReporter(
  customer: Customer,
  reporter: Reporter,
  context: Context,
): Result<Agent | undefined, IdentifyRefusal> {
  return reporter.by === "holder"
    ? accept(undefined)
    : identifyAgent(customer, reporter.agent, context);
}

/**
 * Whoever stands for a holder that cannot act (3.7): of age, and a guardian only for a minor, by the
 * birth date in the number of the holder's document.
 */
export function identifyRepresentative(
  customer: Customer,
  onBehalf: OnBehalf,
  context: Context,
): Result<Agent, IdentifyRefusal> {
  const identified = identifyAgent(customer, onBehalf.agent, context);
  if (!identified.ok) return identified;
  const young = youthRefusal(identified.value, context.today);
  if (young) return refuse(young);

  const isGuardian = onBehalf.basis !== "home-visit"; // Of the register only guardians come so far.
  const grown = isGuardian
    ? wardRefusal({ birthDate: bornOn(customer) }, context.today)
    : undefined;
  return grown ? refuse(grown) : identified;
}

/** The birth date that the document's number states, or the one that was written down beside it. */
export function bornOn({ documentKind, documentNumber, birthDate }: Customer) {
  return birthDateOnDocument(documentKind, documentNumber) ?? birthDate;
}

/** Whether a person's own document serves beside the holder's. */
export function agentRefusal(
  customer: Customer,
  agent: Pick<Agent, "documentKind" | "documentNumber" | "check" | "resolution">,
  context: Context,
): IdentifyRefusal | undefined {
  if (agent.documentNumber.toUpperCase() === customer.documentNumber.toUpperCase()) {
    return { code: "identity.mismatch" };
  }
  const unsettled = checkRefusal(agent);
  if (unsettled) return unsettled;
  const number = documentNumberFromText(agent.documentKind, agent.documentNumber, context.today);
  return number.ok ? undefined : number.refusal;
}

function identifyAgent(
  customer: Customer,
  brought: Agent | RegisteredAgent,
  context: Context,
): Result<Agent, IdentifyRefusal> {
  if ("agency" in brought) {
    const agency = context.books.find("agency", brought.agency);
    if (!agency) return refuse({ code: "agency.unknown" });
    if (agency.customer !== customer.id) return refuse({ code: "agency.other-holder" });
  }
  const agent = agentOf(brought, context);
  const refusal = agentRefusal(customer, agent, context);
  return refusal ? refuse(refusal) : accept(agent);
}

/** An agent as he is recorded; the register lends what was not asked for again. */
function agentOf(brought: Agent | RegisteredAgent, { books }: Context): Agent {
  if (!("agency" in brought)) return brought;
  const { agency, ...today } = brought;
  return { ...known(books.find("agency", agency), "the agency was looked for").agent, ...today };
}

/** The lines about who reported: the holder, or the agent with everything 3.7 wants recorded. */
export function reporterFacts(reporter: Reporter, context: Context): readonly Fact[] {
  if (reporter.by === "holder") return [termFact("reporter", "reporter.holder")];
  return [termFact("reporter", "reporter.agent"), ...agentFacts(reporter.agent, context)];
}

/** The lines about who stood for the holder, and why. */
export function onBehalfFacts(onBehalf: OnBehalf, context: Context): readonly Fact[] {
  const basis = onBehalf.basis === "home-visit" ? "home-visit" : "guardian";
  return [
    termFact("onBehalf", `on-behalf.${basis}`),
    ...agentFacts(onBehalf.agent, context),
    ...("papers" in onBehalf ? [textFact("agentPapers", onBehalf.papers)] : []),
  ];
}

function agentFacts(brought: Agent | RegisteredAgent, context: Context): readonly Fact[] {
  const agent = agentOf(brought, context);
  return [
    ...("agency" in brought ? [textFact("agency", brought.agency)] : []),
    ...agentPersonFacts(agent),
    textFact("agentReason", agent.reason),
    ...agentCheckFacts(agent),
  ];
}

/** Who an agent is, on paper: numbers masked. */
export function agentPersonFacts(agent: AgentPerson): readonly Fact[] {
  return [
    textFact("agentName", agent.name),
    textFact("agentDocument", maskDocumentNumber(agent.documentNumber)),
    textFact("agentPhone", maskTypedPhone(agent.phone)),
    textFact("agentRelation", agent.relation),
  ];
}

/** A phone somebody gave: masked where it is a mobile number, else not shown at all. */
export function maskTypedPhone(text: string): string {
  const phone = phoneFromText(text);
  return phone ? maskPhone(phone) : "•••";
}
