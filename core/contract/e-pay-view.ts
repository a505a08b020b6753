import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CardId } from "#core/card/card.ts";
import { EPayId } from "#core/e-pay/e-pay.ts";
import { Fen } from "#core/money/fen.ts";

/**
 * An enrolment for e支付 as the counter sees it: alias, the last four of the card, a masked telephone. The
 * six digits that name it beside the telephone are not in it (K06).
 */
export const EPayView = z
  .object({
    id: EPayId,
    alias: z.string(),
    card: CardId,
    cardTail: z.string().regex(/^\d{4}$/),
    phone: z.string(),
    status: z.enum(["pending", "enrolled", "suspended", "cancelled"]),
    /** What holds now: never more than the bank's own limit (E15). */
    single: Fen,
    day: Fen,
    paidToday: Fen,
    paidThisMonth: Fen,
    agreement: z.object({ version: z.string(), acceptedAt: Instant }).readonly(),
    /** No transfer leaves before; absent once that is over (O09). */
    coolsUntil: Instant.optional(),
    /** What keeps an enrolment in use from paying anything now (5.5); absent where nothing does. */
    stopped: z.enum(["phone", "card"]).optional(),
  })
  .readonly();
export type EPayView = z.infer<typeof EPayView>;

/** e支付 on the customer's page: what the bank has laid down, and her enrolments. */
export const EPayOfCustomer = z
  .object({
    /** The version of the agreement that is accepted now (E07). */
    agreement: z.string(),
    /** 银行限额, in fen (E15). */
    ceiling: Fen,
    /** What may be paid in a month, in fen. */
    month: Fen,
    /** Those in use before those that have ended. */
    enrolments: z.array(EPayView).readonly(),
  })
  .readonly();
export type EPayOfCustomer = z.infer<typeof EPayOfCustomer>;
