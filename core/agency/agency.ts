import { z } from "zod";
import { AgentPerson } from "#core/agency/agent.ts";
import { addDays, addMonths, ageOn, BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { birthDateOnDocument } from "#core/identity/document-number.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** A registered agency is known by an opaque reference. */
export const AgencyId = z
  .string()
  .regex(/^d-\d+$/)
  .brand<"AgencyId">();
export type AgencyId = z.infer<typeof AgencyId>;

/**
 * On what an agency rests: 监护人, the guardian of a minor (民法典 23, 27), or 委托代理人, somebody with a
 * power of attorney that a notary or the counter has seen.
 */
export const AgencyBasis = z.enum(["guardian", "power-of-attorney"]);
export type AgencyBasis = z.infer<typeof AgencyBasis>;

/** As many transactions as one agency can name. */
export const SCOPE_MAX = 60;

/** 代理关系 (2005): who may act for a customer, for what and until when. */
export const Agency = z
  .object({
    id: AgencyId,
    customer: CustomerId,
    basis: AgencyBasis,
    agent: AgentPerson,
    /** The papers that were seen, in words. */
    papers: z.string().min(1).max(100),
    /** The codes of the transactions it covers. */
    scope: z
      .array(z.string().regex(/^\d{4}$/))
      .min(1)
      .max(SCOPE_MAX)
      .readonly(),
    registeredOn: BusinessDate,
    /** The last day on which it serves. */
    validTo: BusinessDate,
    status: z.enum(["active", "ended"]),
    endedOn: BusinessDate.optional(),
  })
  .readonly();
export type Agency = z.infer<typeof Agency>;

/** Why somebody may not act for somebody else. */
export type AgencyRefusal =
  /** Only the holder may do this; `rule` says which rule has it so. */
  | { readonly code: "agency.holder-only"; readonly rule: string }
  /** A reporter and somebody on the holder's behalf exclude each other. */
  | { readonly code: "agency.two-agents" }
  | { readonly code: "agency.pin-in-person" }
  | { readonly code: "agency.holder-of-age"; readonly age: number }
  | { readonly code: "agency.agent-under-age"; readonly age: number }
  | { readonly code: "agency.unknown" }
  | { readonly code: "agency.other-holder" }
  | { readonly code: "agency.ended"; readonly endedOn: BusinessDate }
  | { readonly code: "agency.expired"; readonly validTo: BusinessDate }
  | { readonly code: "agency.not-for-this"; readonly transaction: string }
  | { readonly code: "agency.already"; readonly agency: string; readonly validTo: BusinessDate }
  | { readonly code: "agency.term"; readonly latest: BusinessDate };

/** 民法典 17: somebody is of age, and may act for himself and for others, from this birthday on. */
export const MAJORITY = 18;

/** A power of attorney is registered for five years at most, and then shown again. */
const POWER_MONTHS = 60;

/** Whether an agency serves on a day, by the clock: through its last day and not after. */
export function standing(agency: Agency, today: BusinessDate): "serves" | "expired" | "ended" {
  if (agency.status === "ended") return "ended";
  return today <= agency.validTo ? "serves" : "expired";
}

/** Decides whether an agency serves this transaction today (2005). */
export function serves(
  agency: Agency | undefined,
  { code, today }: { readonly code: string; readonly today: BusinessDate },
): Result<Agency, AgencyRefusal> {
  if (!agency) return refuse({ code: "agency.unknown" });
  const { endedOn = today, validTo, scope } = agency;
  switch (standing(agency, today)) {
    case "ended":
      return refuse({ code: "agency.ended", endedOn });
    case "expired":
      return refuse({ code: "agency.expired", validTo });
    case "serves":
      return scope.includes(code)
        ? accept(agency)
        : refuse({ code: "agency.not-for-this", transaction: code });
  }
}

/** The last day until which an agency may be registered: a guardian's ends with the childhood. */
export function latestEnd(
  basis: AgencyBasis,
  { birthDate, today }: { readonly birthDate: BusinessDate; readonly today: BusinessDate },
): BusinessDate {
  return basis === "guardian"
    ? addDays(addMonths(birthDate, MAJORITY * 12), -1)
    : addMonths(today, POWER_MONTHS);
}

/**
 * Why somebody is no minor whom a guardian stands for (民法典 17, 27); undefined if he is one. An adult
 * who cannot act is visited at home.
 */
export function wardRefusal(
  { birthDate }: { readonly birthDate: BusinessDate },
  today: BusinessDate,
): AgencyRefusal | undefined {
  const age = ageOn(birthDate, today);
  return age < MAJORITY ? undefined : { code: "agency.holder-of-age", age };
}

/**
 * Why somebody is too young to act for another, by the birth date in his document's number; undefined
 * where he is of age, or where the number says nothing and the teller sees the document.
 */
export function youthRefusal(
  agent: { readonly documentKind: DocumentKind; readonly documentNumber: string },
  today: BusinessDate,
): AgencyRefusal | undefined {
  const number = agent.documentNumber.toUpperCase();
  const birthDate = birthDateOnDocument(agent.documentKind, number);
  if (birthDate === undefined) return undefined;
  const age = ageOn(birthDate, today);
  return age < MAJORITY ? { code: "agency.agent-under-age", age } : undefined;
}
