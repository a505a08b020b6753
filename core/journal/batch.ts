import { z } from "zod";
import { RequestHash } from "#core/authorisation/grant.ts";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { Entry } from "#core/journal/entry.ts";
import { Outcome } from "#core/slip/outcome.ts";
import { TellerId } from "#core/teller/teller.ts";

/** A request is known for ever by the id its window made for it. */
export const RequestId = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,40}$/)
  .brand<"RequestId">();
export type RequestId = z.infer<typeof RequestId>;

/** 流水: everything one accepted request changed; one batch is one frame of the journal (C05). */
export const Batch = z
  .object({
    schema: z.literal(1),
    sequence: z.int().positive(),
    recordedAt: Instant,
    businessDate: BusinessDate,
    branch: BranchCode,
    /** Who asked; `system` for what the clock alone brings about. */
    teller: z.union([TellerId, z.literal("system")]),
    approvers: z.array(TellerId).max(2).readonly(),
    /** The transaction code, or a word for what is none. */
    code: z.string().min(2).max(20),
    request: z.object({ id: RequestId, hash: RequestHash }).readonly().optional(),
    outcome: Outcome.optional(),
    /** The slip it issued; of a word for or against printing one again, that one. */
    slip: z.string().optional(),
    entries: z.array(Entry).min(1).max(20_000).readonly(),
  })
  .readonly();
export type Batch = z.infer<typeof Batch>;
