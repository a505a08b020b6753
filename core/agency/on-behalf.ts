import { z } from "zod";
import { AgencyId } from "#core/agency/agency.ts";
import { Agent } from "#core/agency/agent.ts";
import { CheckResult } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Resolution } from "#core/identity/resolution.ts";

/** An agent of the register (2005): his data are there, his document is checked at every visit. */
export const RegisteredAgent = z
  .strictObject({
    agency: AgencyId,
    check: CheckResult,
    resolution: Resolution.optional(),
    reason: freeWords(100),
  })
  .readonly();
export type RegisteredAgent = z.infer<typeof RegisteredAgent>;

/**
 * Who stands here instead of a holder that cannot act (3.7): the guardian of a minor, or somebody for
 * an adult whom two of the branch have visited at home (上门核实). Papers say what was seen.
 */
export const OnBehalf = z.discriminatedUnion("basis", [
  z
    .strictObject({
      basis: z.enum(["guardian", "home-visit"]),
      agent: Agent,
      papers: freeWords(100),
    })
    .readonly(),
  z.strictObject({ basis: z.literal("registered"), agent: RegisteredAgent }).readonly(),
]);
export type OnBehalf = z.infer<typeof OnBehalf>;
