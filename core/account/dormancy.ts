import type { Account, AccountRefusal } from "#core/account/account.ts";
import { availableBalance, type Hold } from "#core/account/hold.ts";
import { mayDebit } from "#core/account/posting.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import { addMonths, type BusinessDate } from "#core/calendar/business-date.ts";
import { type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen } from "#core/money/fen.ts";

/** After how long, and up to which balance, an account sleeps. */
export type DormancyRules = Pick<Parameters, "dormantYears" | "dormantMaxBalance">;

/** What dormancy is judged by: the day, and the bank's own choices. */
export interface DormancyDay {
  readonly today: BusinessDate;
  readonly parameters: DormancyRules;
}

/**
 * 睡眠户 (3.6, B-DORM): no movement for the years the bank has set, and no more on it than the bank
 * has set. The years are lived through before they count (民法典 203), and a time deposit is silent
 * by its nature until it matures.
 *
 * Money that reaches a sleeping account does not wake it: only its holder does (6010).
 */
export function isDormant(
  { life, asleep, balance, lastMovedOn, maturesOn = lastMovedOn }: Account,
  today: BusinessDate,
  { dormantYears, dormantMaxBalance }: DormancyRules,
): boolean {
  if (life === "closed") return false;
  if (asleep) return true;

  const silentFrom = maturesOn > lastMovedOn ? maturesOn : lastMovedOn;
  return balance <= dormantMaxBalance && today > addMonths(silentFrom, dormantYears * 12);
}

/** The holds that the bank has laid on the account because it sleeps; 6010 alone lifts them. */
export function dormantHolds(holds: readonly Hold[]): readonly Hold[] {
  return holds.filter((hold) => hold.status === "active" && isOfDormancy(hold));
}

/** Whether the bank placed this hold because the account sleeps. */
export function isOfDormancy({ source }: Hold): boolean {
  return source.type === "bank" && source.reason === "dormant";
}

/** Whether the account sleeps, by the bank's own hold or by the calendar. */
export function sleeps(
  account: Account,
  holds: readonly Hold[],
  { today, parameters }: DormancyDay,
): boolean {
  return dormantHolds(holds).length > 0 || isDormant(account, today, parameters);
}

/** 可用余额 today: nothing while the account sleeps, else what its holds leave (3.5, 3.6). */
export function availableToday(account: Account, holds: readonly Hold[], on: DormancyDay): Fen {
  return sleeps(account, holds, on) ? fen(0) : availableBalance(account, holds);
}

/**
 * Whether the customer may draw `amount` today. Of several reasons the strongest is named: a full
 * block before a debit block, these before sleep, for waking up would not help there, and the
 * amount last (3.5).
 */
export function mayDraw(
  account: Account,
  holds: readonly Hold[],
  amount: Fen,
  on: DormancyDay,
): Result<Account, AccountRefusal> {
  const others = holds.filter((hold) => !isOfDormancy(hold));
  // Nothing at all is refused for a block and never for the amount.
  const unblocked = mayDebit(account, others, fen(0));
  if (!unblocked.ok) return unblocked;

  return sleeps(account, holds, on)
    ? refuse({ code: "account.dormant" })
    : mayDebit(account, holds, amount);
}
