import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";

/** 关联 (T35): what hangs on a card and must follow it when it is replaced. */
export const RelationKind = z.enum([
  "internet-bank",
  "wap-bank",
  "phone-bank",
  "password-card",
  "usb-key",
  "e-pay",
  "sms-notice",
  "payroll",
  "standing-order",
  "housing-fund",
  "sub-account",
  "limit",
]);
export type RelationKind = z.infer<typeof RelationKind>;

/** One relation of a card: a registration, an agreement, a limit. */
export const Relation = z
  .object({
    id: z.string().regex(/^r-\d+$/),
    kind: RelationKind,
    customer: CustomerId,
    account: AccountId,
    card: CardId,
    /** What the customer knows it by; never a secret. */
    label: z.string().max(60),
    status: z.enum(["active", "closed"]),
  })
  .readonly();
export type Relation = z.infer<typeof Relation>;

/** What becomes of one relation: it follows unchanged, or is bound to the new number (T35, L16). */
export const RelationMove = z
  .object({
    relation: z.string(),
    kind: RelationKind,
    label: z.string(),
    how: z.enum(["carried", "re-bound", "tell-others"]),
  })
  .readonly();
export type RelationMove = z.infer<typeof RelationMove>;

/**
 * What must happen to each relation when a card is replaced.
 *
 * With the same number everything is carried. With a new number what is known by the number is
 * bound anew (e支付 by its last six digits), and who pays wages must be told (L18, L19).
 */
export function relationMoves(
  relations: readonly Relation[],
  numbering: "same" | "new",
): readonly RelationMove[] {
  return relations
    .filter((relation) => relation.status === "active")
    .map((relation) => ({
      relation: relation.id,
      kind: relation.kind,
      label: relation.label,
      how: howItMoves(relation.kind, numbering),
    }));
}

function howItMoves(kind: RelationKind, numbering: "same" | "new"): RelationMove["how"] {
  if (numbering === "same") return "carried";
  if (kind === "payroll") return "tell-others";
  return kind === "password-card" || kind === "usb-key" || kind === "limit"
    ? "carried"
    : "re-bound";
}
