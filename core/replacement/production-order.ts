import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { TellerId } from "#core/teller/teller.ts";

/** 制卡申请 (8006): a card of the same number being made for one customer (L06, V10). */
export const ProductionOrder = z
  .object({
    id: z.string().regex(/^o-\d+$/),
    /** The card it will take the place of. */
    card: CardId,
    customer: CustomerId,
    purpose: z.discriminatedUnion("type", [
      z.object({ type: z.literal("loss"), lossCase: z.string() }).readonly(),
      z.object({ type: z.literal("exchange"), reason: z.string() }).readonly(),
    ]),
    orderedOn: BusinessDate,
    /** The day the customer was promised it (T31). */
    dueOn: BusinessDate,
    status: z.enum(["ordered", "arrived", "handed-over", "voided"]),
    /** The made card (待领卡), once it has arrived. */
    newCard: CardId.optional(),
    arrivedOn: BusinessDate.optional(),
    /** Two people keep a made card until its holder comes (V10). */
    custodians: z.array(TellerId).max(2).readonly(),
  })
  .readonly();
export type ProductionOrder = z.infer<typeof ProductionOrder>;

/** Whether the card is still to come, or waits for its holder. */
export function isPending({ status }: ProductionOrder): boolean {
  return status === "ordered" || status === "arrived";
}

/** Why an order cannot go on. */
export type ProductionRefusal =
  | { readonly code: "production.unknown" }
  | { readonly code: "production.already-ordered"; readonly order: string }
  | { readonly code: "production.not-arrived"; readonly dueOn: BusinessDate }
  | { readonly code: "production.custodian" }
  | { readonly code: "production.settled" };
