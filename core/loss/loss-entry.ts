import { z } from "zod";
import { Agent } from "#core/agency/agent.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { LossCase, LossCaseNumber, LossKind, Numbering } from "#core/loss/loss-case.ts";

/** What can happen to a loss case, exactly as the journal stores it (5.2). */
export const LossEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("loss.reported"), lossCase: LossCase }).readonly(),
  z
    .object({
      type: z.literal("loss.upgraded"),
      lossCase: LossCaseNumber,
      kind: LossKind,
      formalOn: BusinessDate,
      maturesOn: BusinessDate,
      numbering: Numbering.optional(),
      agent: Agent.optional(),
      slip: z.string(),
    })
    .readonly(),
  z.object({ type: z.literal("loss.lapsed"), lossCase: LossCaseNumber }).readonly(),
  z.object({ type: z.literal("loss.matured"), lossCase: LossCaseNumber }).readonly(),
  z
    .object({
      type: z.literal("loss.slip-lost"),
      lossCase: LossCaseNumber,
      maturesOn: BusinessDate,
      slip: z.string(),
    })
    .readonly(),
  z
    .object({ type: z.literal("loss.card-ordered"), lossCase: LossCaseNumber, order: z.string() })
    .readonly(),
  z.object({ type: z.literal("loss.withdrawn"), lossCase: LossCaseNumber }).readonly(),
  z
    .object({
      type: z.literal("loss.closed"),
      lossCase: LossCaseNumber,
      outcome: z.enum(["closed-replaced", "closed-account", "closed-pin"]),
    })
    .readonly(),
]);
export type LossEntry = z.infer<typeof LossEntry>;

/** The case after `entry`. Nothing of the report itself ever changes, only what became of it. */
export function lossCaseAfter(
  lossCase: LossCase,
  entry: Exclude<LossEntry, { type: "loss.reported" }>,
): LossCase {
  switch (entry.type) {
    case "loss.upgraded": {
      const { type: _type, lossCase: _number, ...formal } = entry;
      return { ...lossCase, ...formal, status: "formal-waiting" };
    }
    case "loss.lapsed":
      return { ...lossCase, status: "lapsed" };
    case "loss.matured":
      return { ...lossCase, status: "matured" };
    case "loss.slip-lost":
      return {
        ...lossCase,
        status: "formal-waiting",
        maturesOn: entry.maturesOn,
        slip: entry.slip,
        slipLost: true,
      };
    case "loss.card-ordered":
      return { ...lossCase, order: entry.order };
    case "loss.withdrawn":
      return { ...lossCase, status: "withdrawn" };
    case "loss.closed":
      return { ...lossCase, status: entry.outcome };
    default:
      return unreachable(entry);
  }
}
