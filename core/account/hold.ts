import { z } from "zod";
import type { Account } from "#core/account/account.ts";
import { AccountId } from "#core/account/account.ts";
import { Instant } from "#core/calendar/instant.ts";
import { type Fen, Fen as FenSchema, fen } from "#core/money/fen.ts";

/** 控制方式 (3.5): what a hold forbids. `stop-voucher` stops one medium and not the account. */
export const HoldKind = z.enum([
  "amount",
  "debit-block",
  "full-block",
  "credit-block",
  "non-counter",
  "stop-voucher",
]);
export type HoldKind = z.infer<typeof HoldKind>;

/** Who placed a hold, and so who alone may lift it. */
export const HoldSource = z.discriminatedUnion("type", [
  z.object({ type: z.literal("loss"), lossCase: z.string() }).readonly(),
  z.object({ type: z.literal("judicial"), order: z.string(), organ: z.string() }).readonly(),
  z
    .object({
      type: z.literal("customer"),
      /** 短期冻结 by request, or because the account was stolen (W12, W13). */
      why: z.enum(["request", "stolen"]).optional(),
      /** The police's number, and what the customer keeps as evidence (W13, W14). */
      policeCase: z.string().max(60).optional(),
      evidence: z.array(z.string().max(100)).max(20).readonly().optional(),
    })
    .readonly(),
  z
    .object({
      type: z.literal("bank"),
      reason: z.string(),
      /** What the teller wrote when it was placed; whoever lifts it must see it. */
      words: z.string().max(200).optional(),
    })
    .readonly(),
]);
export type HoldSource = z.infer<typeof HoldSource>;

/** 冻结/止付: one hold on one account. Holds are stacked; lifting one never lifts another. */
export const Hold = z
  .object({
    id: z.string().min(1).max(40),
    account: AccountId,
    kind: HoldKind,
    source: HoldSource,
    /** For `amount` holds: how much is to be held. */
    target: FenSchema.optional(),
    placedAt: Instant,
    status: z.enum(["active", "lifted"]),
    liftedAt: Instant.optional(),
  })
  .readonly();
export type Hold = z.infer<typeof Hold>;

function active(holds: readonly Hold[], ...kinds: readonly HoldKind[]): readonly Hold[] {
  return holds.filter((hold) => hold.status === "active" && kinds.includes(hold.kind));
}

/** Whether money may leave the account at all (只收不付 and 不收不付 forbid it). */
export function isDebitBlocked(holds: readonly Hold[]): boolean {
  return active(holds, "debit-block", "full-block").length > 0;
}

/** Whether money may neither leave the account nor reach it (不收不付). */
export function isFullyBlocked(holds: readonly Hold[]): boolean {
  return active(holds, "full-block").length > 0;
}

/** Whether money may reach the account. A loss never stops a credit (L10). */
export function isCreditBlocked(holds: readonly Hold[]): boolean {
  return active(holds, "credit-block", "full-block").length > 0;
}

/** Whether an organ of the state holds the account or a part of it. */
export function isJudiciallyFrozen(holds: readonly Hold[]): boolean {
  return holds.some((hold) => hold.status === "active" && hold.source.type === "judicial");
}

/** Whether money may leave the account at the counter only (暂停非柜面业务, 反电诈法 31). */
export function isCounterOnly(holds: readonly Hold[]): boolean {
  return active(holds, "non-counter").length > 0;
}

/** 可用余额 (3.5): what the customer may draw now, after every hold. */
export function availableBalance(account: Account, holds: readonly Hold[]): Fen {
  if (account.life === "closed" || isDebitBlocked(holds)) return fen(0);

  const held = active(holds, "amount").reduce((sum, hold) => sum + (hold.target ?? 0), 0);
  return fen(Math.max(0, account.balance - held));
}
