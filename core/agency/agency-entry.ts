import { z } from "zod";
import { Agency, AgencyId } from "#core/agency/agency.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";

/** What can happen to an agency: it is registered, and it is ended. Its last day passes by itself. */
export const AgencyEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("agency.registered"), agency: Agency }).readonly(),
  z
    .object({
      type: z.literal("agency.ended"),
      agency: AgencyId,
      endedOn: BusinessDate,
      reason: z.string().max(100),
    })
    .readonly(),
]);
export type AgencyEntry = z.infer<typeof AgencyEntry>;
