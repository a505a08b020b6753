import type { BranchCode } from "#core/branch/branch.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";

/**
 * The number of the next slip: branch 4, YYYYMMDD, serial 6. Characters 5 to 12 are its day (3.1).
 *
 * `issued` is how many slips there are already, of whatever day.
 */
export function nextSlipNumber(branch: BranchCode, today: BusinessDate, issued: number): string {
  return `${branch}${today.replaceAll("-", "")}${String(issued + 1).padStart(6, "0")}`;
}
