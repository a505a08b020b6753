import type { CustomerId } from "#core/customer/customer.ts";
import type { Deed, DeedKind } from "#core/risk/deed.ts";
import type { RiskFlag, RiskRuleId } from "#core/risk/risk-flag.ts";
import type { RiskNumbers } from "#core/risk/settings.ts";
import type { Signals } from "#core/risk/signals.ts";

/** What a rule found: about whom, and the figures it counted. */
export interface Finding {
  readonly customer?: CustomerId;
  readonly facts: RiskFlag["facts"];
}

/** One rule of the eye (1.6): pure, so that it says of a past deed what it would have said then. */
export interface RiskRule<R extends RiskRuleId> {
  readonly id: R;
  /** The ways in which what it looks at comes up; in any other it is not asked. */
  readonly on: readonly DeedKind[];
  /** What it finds, with the branch's numbers; undefined where nothing is remarkable. */
  readonly find: (deed: Deed, signals: Signals, numbers: RiskNumbers<R>) => Finding | undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The beginning of a window that ends with the deed; what happened right then belongs to it. */
export const minutesBefore = ({ at }: Deed, minutes: number): number => at - minutes * MINUTE_MS;
export const daysBefore = ({ at }: Deed, days: number): number => at - days * DAY_MS;
