import { z } from "zod";
import { Parked, ParkedId } from "#core/authorisation/parked.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { TellerId } from "#core/teller/teller.ts";

const parked = ParkedId;

/** What can happen to a parked request, exactly as the journal stores it (9004). */
export const ParkedEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("request.parked"), request: Parked }).readonly(),
  /** Somebody compared papers and screen and said yes, half of a yes, or no (D04, D09). */
  z
    .object({
      type: z.literal("request.checked"),
      parked,
      by: TellerId,
      verdict: z.enum(["approved", "half", "declined"]),
      grant: z.string().max(40).optional(),
      why: z.string().max(100).optional(),
    })
    .readonly(),
  z.object({ type: z.literal("request.withdrawn"), parked }).readonly(),
  /** It was posted, in this very batch. */
  z.object({ type: z.literal("request.taken-up"), parked }).readonly(),
]);
export type ParkedEntry = z.infer<typeof ParkedEntry>;

/** The request after a step. */
export function parkedAfter(
  before: Parked,
  step: Exclude<ParkedEntry, { type: "request.parked" }>,
): Parked {
  switch (step.type) {
    case "request.checked":
      return checked(before, step);
    case "request.withdrawn":
      return { ...before, status: "withdrawn" };
    case "request.taken-up":
      return { ...before, status: "taken-up" };
    default:
      return unreachable(step);
  }
}

function checked(
  before: Parked,
  { by, verdict, grant, why = "" }: Extract<ParkedEntry, { type: "request.checked" }>,
): Parked {
  const { grant: _last, declined: _before, ...rest } = before;
  const word = grant === undefined ? {} : { grant };
  switch (verdict) {
    case "approved":
      return { ...rest, ...word, status: "approved" };
    case "half":
      return { ...rest, ...word, status: "waiting" };
    case "declined":
      return { ...rest, status: "declined", declined: { by, why } };
    default:
      return unreachable(verdict);
  }
}
