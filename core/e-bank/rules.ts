import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Fen, fen } from "#core/money/fen.ts";

const Limits = z.object({ single: Fen, day: Fen }).readonly();

/** A fee over time: it holds from its first day until the next one's, or its own last (P36). */
export const FeePeriod = z
  .object({
    from: BusinessDate,
    to: BusinessDate.optional(),
    amount: Fen,
    /** A dated promotion is said to be one on the slip. */
    promotion: z.boolean(),
  })
  .readonly();
export type FeePeriod = z.infer<typeof FeePeriod>;

/** The bank's own choices for electronic banking (5.0, 3.13). */
export const EBankRules = z
  .object({
    /** Limits in fen of customers with a login password only, and with a password card (P38, P40). */
    limits: z.object({ static: Limits, card: Limits }).readonly(),
    /** Wrong login passwords at one gate on one day that close it to the customer until the next. */
    loginTries: z.int().min(1).max(10),
    passwordCardFees: z.array(FeePeriod).max(100).readonly(),
    usbKeyFees: z.array(FeePeriod).max(100).readonly(),
  })
  .readonly()
  .refine(
    ({ limits }) =>
      limits.static.single < limits.card.single && limits.static.day < limits.card.day,
    "a static password is trusted with less than a card (P40); a U盾 has no limit (P39)",
  );
export type EBankRules = z.infer<typeof EBankRules>;

/** 1,000 a payment and 5,000 a day by card [40]; a U盾 has no limit (P39); the card is free (P37). */
export const defaultEBankRules: EBankRules = {
  limits: {
    static: { single: fen(300_00), day: fen(1_000_00) },
    card: { single: fen(1_000_00), day: fen(5_000_00) },
  },
  loginTries: 5,
  passwordCardFees: [
    {
      from: BusinessDate.parse("2006-08-10"),
      to: BusinessDate.parse("2007-01-31"),
      amount: fen(0),
      promotion: true,
    },
    { from: BusinessDate.parse("2007-02-01"), amount: fen(0), promotion: false },
  ],
  usbKeyFees: [{ from: BusinessDate.parse("2006-01-01"), amount: fen(60_00), promotion: false }],
};

/** The period of a fee table that holds on `today`; the one that began last where two do (P36). */
export function feeOn(fees: readonly FeePeriod[], today: BusinessDate): FeePeriod | undefined {
  return fees
    .filter(({ from, to }) => from <= today && (to === undefined || today <= to))
    .reduce<FeePeriod | undefined>(
      (latest, period) => (latest && latest.from >= period.from ? latest : period),
      undefined,
    );
}
