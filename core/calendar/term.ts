import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import { type Holidays, isHoliday } from "#core/calendar/holidays.ts";
import { assert } from "#core/kernel/assert.ts";

/** A term counted in days from something that happened on `start`. */
export interface Term {
  readonly start: BusinessDate;
  /** Whole calendar days, at least one. */
  readonly days: number;
  readonly holidays: Holidays;
}

/**
 * The last day of a term; it ends at 24:00 of that day (T06).
 *
 * The start day does not count (民法典 201), and a term that would end on a holiday ends on the day
 * after it (民法典 203): an oral report of 18 March 2026 with 5 days lasts through 23 March.
 */
export function termEnd({ start, days, holidays }: Term): BusinessDate {
  assert(Number.isInteger(days) && days >= 1, "a term has at least one whole day");

  let last = addDays(start, days);
  while (isHoliday(last, holidays)) last = addDays(last, 1);
  return last;
}

/**
 * The first day on which the term is over: D+8 for the 7 days of a formal report (T06).
 *
 * It is not moved past holidays: what the term held back may be asked for on any open day.
 */
export function firstDayAfterTerm(term: Term): BusinessDate {
  return addDays(termEnd(term), 1);
}
