import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";
import { Role, TellerId } from "#core/teller/teller.ts";

/** A person of the branch as whoever keeps accounts sees them (9008): no secret, and no customer. */
export const PersonView = z
  .object({
    id: TellerId,
    name: z.string(),
    role: Role,
    assists: z.boolean(),
    attendance: z.enum(["off", "on", "locked"]),
    mustChangePassword: z.boolean(),
    hasCard: z.boolean(),
    /** Whether it is known which customer they are, and how many relatives are (D08). */
    isLinked: z.boolean(),
    relatives: z.int(),
    lockedOutUntil: Instant.optional(),
    lastSignedOnAt: Instant.optional(),
    leftAt: Instant.optional(),
  })
  .readonly();
export type PersonView = z.infer<typeof PersonView>;

/** The parameters as they are now, each value in the text in which 9006 asks for it. */
export const ParametersView = z
  .object({
    values: z.record(z.string(), z.string()),
    /** The line of each fee that was added last. */
    fees: z.record(z.string(), z.string()),
    rights: z.array(
      z
        .object({
          code: z.string(),
          may: z.array(Role).readonly(),
          /** Who could be given it at all (D06). */
          mayBe: z.array(Role).readonly(),
        })
        .readonly(),
    ),
  })
  .readonly();
export type ParametersView = z.infer<typeof ParametersView>;

/** A card that went through while nobody was signed on: whose operator card it is, if anybody's. */
export const OperatorCardView = z.discriminatedUnion("status", [
  z.object({ status: z.literal("known"), teller: TellerId, ref: EvidenceRef }).readonly(),
  z.object({ status: z.literal("unknown") }).readonly(),
]);
export type OperatorCardView = z.infer<typeof OperatorCardView>;
