import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import {
  OperatorCardHash,
  PasswordVerifier,
  RELATIVES_MAX,
  Role,
  Teller,
  TellerId,
} from "#core/teller/teller.ts";

const teller = TellerId;
const reason = z.string().max(100);

/** What happens to the people of the branch: their accounts (9008) and their day (1001 to 1003). */
export const TellerEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("teller.registered"), teller: Teller }).readonly(),
  z
    .object({
      type: z.literal("teller.signed-on"),
      teller,
      /** The operator card was swiped besides the password. */
      byCard: z.literal(true).optional(),
    })
    .readonly(),
  z.object({ type: z.literal("teller.signed-off"), teller }).readonly(),
  z.object({ type: z.literal("teller.locked"), teller, idle: z.boolean() }).readonly(),
  z.object({ type: z.literal("teller.resumed"), teller }).readonly(),
  z
    .object({
      type: z.literal("teller.password-failed"),
      teller,
      lockedOutUntil: Instant.optional(),
    })
    .readonly(),
  z
    .object({ type: z.literal("teller.password-set"), teller, password: PasswordVerifier })
    .readonly(),
  /** 岗位、姓名、协助执行职责: as they are from now on. */
  z
    .object({
      type: z.literal("teller.changed"),
      teller,
      name: z.string().min(1).max(40),
      role: Role,
      assists: z.boolean(),
      reason,
    })
    .readonly(),
  /** The customers this person must not serve, as they are from now on (D08). */
  z
    .object({
      type: z.literal("teller.linked"),
      teller,
      customer: CustomerId.optional(),
      relatives: z.array(CustomerId).max(RELATIVES_MAX).readonly(),
      reason,
    })
    .readonly(),
  /** 密码重置: a first password, good for choosing another. */
  z
    .object({
      type: z.literal("teller.password-reset"),
      teller,
      password: PasswordVerifier,
      reason,
    })
    .readonly(),
  z.object({ type: z.literal("teller.unlocked"), teller, reason }).readonly(),
  /** 柜员卡; absent where it was taken away. */
  z
    .object({
      type: z.literal("teller.card-given"),
      teller,
      operatorCard: OperatorCardHash.optional(),
      reason,
    })
    .readonly(),
  z.object({ type: z.literal("teller.left"), teller, reason }).readonly(),
]);
export type TellerEntry = z.infer<typeof TellerEntry>;
