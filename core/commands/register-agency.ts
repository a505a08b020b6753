import {
  type Agency,
  AgencyId,
  type AgencyRefusal,
  latestEnd,
  standing,
  wardRefusal,
  youthRefusal,
} from "#core/agency/agency.ts";
import { AgentPerson } from "#core/agency/agent.ts";
import { agentCheckFacts } from "#core/commands/check-doubt.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { agentPersonFacts, agentRefusal, bornOn } from "#core/commands/represent.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { codesFor } from "#core/contract/who-may-come.ts";
import type { Customer } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { dateFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

type Act<A extends TransactionInput<"2005">["action"]> = Extract<
  TransactionInput<"2005">,
  { readonly action: A }
>;

/** 2005 代理关系登记: somebody may act for a customer from now on, or no longer (3.7). */
export const registerAgency: Command<"2005"> = (input, context) =>
  input.action === "register" ? register(input, context) : end(input, context);

/**
 * Both are identified, the papers are seen, and the scope is what the basis allows: a power of attorney
 * covers what any agent may do and nothing of what is the holder's alone; a guardian's covers that too,
 * and ends with the childhood.
 */
function register(input: Act<"register">, context: Context): Result<Decision, Refusal> {
  const customer = context.books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const refusal =
    agentRefusal(customer, input.agent, context) ??
    youthRefusal(input.agent, context.today) ??
    scopeRefusal(input) ??
    termRefusal(input, customer, context) ??
    repeated(input, context);
  if (refusal) return refuse(refusal);

  const { check: _check, resolution: _resolution, ...agent } = input.agent;
  const agency: Agency = {
    id: AgencyId.parse(`d-${context.books.count("agency") + 1}`),
    customer: customer.id,
    basis: input.basis,
    agent: AgentPerson.parse({ ...agent, documentNumber: agent.documentNumber.toUpperCase() }),
    papers: input.papers,
    scope: [...new Set(input.scope)].sort(),
    registeredOn: context.today,
    validTo: input.validTo,
    status: "active",
  };
  const facts = [
    termFact("action", "action.register"),
    ...identityFacts(customer, input.identity),
    ...agencyFacts(agency),
    ...agentCheckFacts(input.agent),
    termFact("note", "note.agency-checked-each-time"),
  ];
  return accept(decided([{ type: "agency.registered", agency }], facts));
}

/** The holder takes the word back, or whoever stands for one that cannot act. */
function end(input: Act<"end">, context: Context): Result<Decision, Refusal> {
  const { books, today } = context;
  const agency = books.find("agency", input.agency);
  if (!agency) return refuse({ code: "agency.unknown" });
  if (agency.status === "ended") {
    return refuse({ code: "agency.ended", endedOn: agency.endedOn ?? today });
  }
  const customer = books.find("customer", agency.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;

  const { id, reason } = { id: agency.id, reason: input.reason };
  const facts = [
    termFact("action", "action.end"),
    ...identityFacts(customer, input.identity),
    ...agencyFacts(agency),
    textFact("reason", reason),
    termFact("note", "note.agency-ended"),
  ];
  return accept(decided([{ type: "agency.ended", agency: id, endedOn: today, reason }], facts));
}

function decided(entries: Decision["entries"], facts: readonly Fact[]): Decision {
  return { level: "A1", entries, outcome: { facts, relations: [] } };
}

function agencyFacts(agency: Agency): readonly Fact[] {
  return [
    textFact("agency", agency.id),
    termFact("agencyBasis", `agency-basis.${agency.basis}`),
    ...agentPersonFacts(agency.agent),
    textFact("agentPapers", agency.papers),
    textFact("agencyScope", scopeText(agency.scope)),
    dateFact("agencyEnds", agency.validTo),
  ];
}

/** The codes in one line; a guardian's long list stands shortened, the register has it whole. */
function scopeText(scope: readonly string[]): string {
  const SHOWN = 24;
  const more = scope.length > SHOWN ? ` … (${scope.length})` : "";
  return scope.slice(0, SHOWN).join(" ") + more;
}

function scopeRefusal({ basis, scope }: Act<"register">): AgencyRefusal | undefined {
  const allowed: readonly string[] =
    basis === "guardian" ? codesFor("holder", "agent") : codesFor("agent");
  const beyond = scope.find((code) => !allowed.includes(code));
  return beyond === undefined ? undefined : { code: "agency.not-for-this", transaction: beyond };
}

function termRefusal(
  { basis, validTo }: Act<"register">,
  customer: Customer,
  { today }: Context,
): AgencyRefusal | undefined {
  const birthDate = bornOn(customer);
  const grown = basis === "guardian" ? wardRefusal({ birthDate }, today) : undefined;
  if (grown) return grown;
  const latest = latestEnd(basis, { birthDate, today });
  return validTo >= today && validTo <= latest ? undefined : { code: "agency.term", latest };
}

/** One person is not registered twice on the same basis while the first word holds. */
function repeated(
  { customer, basis, agent }: Act<"register">,
  { books, today }: Context,
): AgencyRefusal | undefined {
  const number = agent.documentNumber.toUpperCase();
  const same = books
    .list("agency", "customer", customer)
    .find(
      (agency) =>
        standing(agency, today) === "serves" &&
        agency.basis === basis &&
        agency.agent.documentKind === agent.documentKind &&
        agency.agent.documentNumber === number,
    );
  return same && { code: "agency.already", agency: same.id, validTo: same.validTo };
}
