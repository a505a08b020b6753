import { type BusinessDate, businessDate, daysBetween } from "#core/calendar/business-date.ts";
import { JRT_SCOPES } from "#core/card/service-code.ts";
import {
  type AccountUse,
  CycleBegin,
  type CycleLength,
  type InterchangeControl,
} from "#core/card/track-3-field.ts";
import { known } from "#core/kernel/assert.ts";

const ACCOUNTS = {
  "0": "not-encoded",
  "1": "savings",
  "2": "cash-or-cheque",
  "3": "credit",
  "4": "universal",
  "5": "interest-bearing-cheque",
  "9": "internal",
} as const;

const RESTRICTIONS = {
  "0": "none",
  "1": "no-cash",
  "2": "no-pos",
  "3": "no-cash-no-pos",
  "4": "positive-authorisation",
  "8": "internal",
  "9": "internal",
} as const;

/** Cycles that are not a number of days; 80 and 81, which are, stand as 7 and 14 days (M19). */
const NAMED_CYCLES: Readonly<Record<string, CycleSpan>> = {
  "00": { kind: "never-reset" },
  "80": { kind: "days", days: 7 },
  "81": { kind: "days", days: 14 },
  "82": { kind: "half-month" },
  "83": { kind: "months", months: 1 },
  "84": { kind: "months", months: 3 },
  "85": { kind: "months", months: 6 },
  "86": { kind: "months", months: 12 },
};

/** How long a cycle lasts until its amount is set anew; some cards' amount never is. */
export type CycleSpan =
  | { readonly kind: "never-reset" }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "half-month" }
  | { readonly kind: "months"; readonly months: 1 | 3 | 6 | 12 };

/** What may be done with an account of the card. */
export interface AccountService {
  readonly account: (typeof ACCOUNTS)[keyof typeof ACCOUNTS];
  readonly restriction: (typeof RESTRICTIONS)[keyof typeof RESTRICTIONS];
}

/** 周期长度 in words (M19). */
export function cycleSpan(length: CycleLength): CycleSpan {
  return NAMED_CYCLES[length] ?? { kind: "days", days: Number(length) };
}

/** 周期开始日期 of a cycle that begins on a day (M18). */
export function cycleBeginOn(date: BusinessDate): CycleBegin {
  const year = date.slice(0, 4);
  const day = daysBetween(businessDate(`${year}-01-01`), date) + 1;
  return CycleBegin.parse(`${year.slice(-1)}${String(day).padStart(3, "0")}`);
}

/** 账户类型和服务约束 in words (M23, M24). */
export function accountService(use: AccountUse): AccountService {
  const accounts: Readonly<Record<string, AccountService["account"]>> = ACCOUNTS;
  const restrictions: Readonly<Record<string, AccountService["restriction"]>> = RESTRICTIONS;
  return {
    account: known(accounts[use.slice(0, 1)], "an account use was checked when it was read"),
    restriction: known(restrictions[use.slice(1)], "an account use was checked when it was read"),
  };
}

/** 交换控制符 in words (M22). */
export function interchangeScope(control: InterchangeControl) {
  return control === "0" ? "unrestricted" : JRT_SCOPES[control];
}
