import { defaultParameters } from "#core/branch/parameters.ts";
import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import type { Holidays } from "#core/calendar/holidays.ts";
import { firstDayAfterTerm, termEnd } from "#core/calendar/term.ts";
import { known } from "#core/kernel/assert.ts";

const { lossOralDays, lossFormalDays } = defaultParameters;

/** How far back to look; holidays stretch a term by two weeks at the most. */
const LOOK_BACK_DAYS = 40;

/**
 * The day of an oral report that lapses on the evening of `today`, or, where no term can end on
 * `today` because it is a holiday, as soon after it as possible (T06).
 */
export function oralReportLapsing(today: BusinessDate, holidays: Holidays): BusinessDate {
  return known(
    daysBefore(today)
      .reverse()
      .find((start) => termEnd({ start, days: lossOralDays, holidays }) >= today),
    "an oral report of yesterday has not lapsed",
  );
}

/**
 * The day of a written report that can be collected from `today` on, or, where no term ends on the
 * day before, since as short a time as possible (T06).
 */
export function writtenReportMaturing(today: BusinessDate, holidays: Holidays): BusinessDate {
  return known(
    daysBefore(today).find(
      (start) => firstDayAfterTerm({ start, days: lossFormalDays, holidays }) <= today,
    ),
    "a written report of long ago has matured",
  );
}

/** Yesterday, the day before, and so on. */
function daysBefore(today: BusinessDate): BusinessDate[] {
  return Array.from({ length: LOOK_BACK_DAYS }, (_, index) => addDays(today, -1 - index));
}
