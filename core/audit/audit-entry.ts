import { z } from "zod";

/** 审计留痕 (U08): whoever looks over everybody's shoulder is looked at as well. */
export const AuditEntry = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("audit.looked"),
      what: z.enum(["search", "export", "daily-list", "risk-list", "try-out"]),
      /** What was looked for, as it was asked. */
      filter: z.string().max(1000),
    })
    .readonly(),
]);
export type AuditEntry = z.infer<typeof AuditEntry>;
