import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type FeePeriod, feeOn } from "#core/e-bank/rules.ts";
import type { FeeKind } from "#core/fee/fee-table.ts";
import { type Fen, fen } from "#core/money/fen.ts";

/** The line of the fee table that holds, in fen; one without a first day is the founding rate. */
export interface FeeLine {
  readonly kind: FeeKind;
  readonly amount: Fen;
  readonly from?: BusinessDate;
  readonly promotion: boolean;
}

type Rates = Pick<Parameters, "fees" | "lossReportFee" | "replacementFee" | "eBank">;

/**
 * What is charged on a day and by which line (P36, P37): the fee table's where it has the kind, else
 * the rate the branch was founded with. Between two lines of a table nothing is charged.
 */
export function feeLineOn(kind: FeeKind, rates: Rates, today: BusinessDate): FeeLine {
  const lines = rates.fees[kind] ?? dated(kind, rates);
  if (!lines) return { kind, amount: foundingRate(kind, rates), promotion: false };

  const line = feeOn(lines, today);
  if (!line) return { kind, amount: fen(0), promotion: false };
  const { amount, from, promotion } = line;
  return { kind, amount, from, promotion };
}

function dated(kind: FeeKind, { eBank }: Rates): readonly FeePeriod[] | undefined {
  if (kind === "password-card") return eBank.passwordCardFees;
  return kind === "usb-key" ? eBank.usbKeyFees : undefined;
}

function foundingRate(kind: FeeKind, { lossReportFee, replacementFee }: Rates): Fen {
  if (kind === "loss-report") return lossReportFee;
  return kind === "replacement" ? replacementFee : fen(0);
}
