import { addDays, addMonths, type BusinessDate } from "#core/calendar/business-date.ts";
import { addHours, dateOf, endOfDay, type Instant, instant } from "#core/calendar/instant.ts";
import type { FreezeTerm } from "#core/freeze/freeze-kind.ts";
import type { FreezeRefusal } from "#core/freeze/freeze-order.ts";

const MINUTE_MS = 60_000;

/**
 * The first moment at which a measure that began at `from` holds no more.
 *
 * Months go to the corresponding day, or to the last one of a shorter month (民法典 202), days are
 * counted without the first (201), and both end at 24:00 of their last day. Hours are counted to the
 * minute and never come out shorter: 10:15:00 and 48 hours is 10:15, a second later it is 10:16.
 * Absent for a measure without an end.
 */
export function endOfTerm(from: Instant, term: FreezeTerm): Instant | undefined {
  switch (term.unit) {
    case "months":
      return endOfDay(addMonths(dateOf(from), term.count));
    case "days":
      return endOfDay(addDays(dateOf(from), term.count));
    case "hours":
      return addHours(instant(Math.ceil(from / MINUTE_MS) * MINUTE_MS), term.count);
    case "open":
      return undefined;
  }
}

/**
 * The end after a renewal: the term is counted from the last day it had, so that nothing is lost or
 * gained by renewing early (F11, F12).
 */
export function renewedEnd(endsAt: Instant, term: FreezeTerm): Instant | undefined {
  // An end at 24:00 belongs to the day before; an hour's end is a moment of its own.
  return term.unit === "hours" ? endOfTerm(endsAt, term) : endOfTerm(instant(endsAt - 1), term);
}

/** The last day on which the measure holds. */
export function lastDayOf(endsAt: Instant): BusinessDate {
  return dateOf(instant(endsAt - 1));
}

/** Why a term is not allowed: another unit than the law counts in, or longer; undefined if it is. */
export function overlong(term: FreezeTerm, longest: FreezeTerm): FreezeRefusal | undefined {
  if (longest.unit === "open") return undefined;
  const { unit, count } = longest;
  if (term.unit !== unit) return { code: "freeze.term-unit", unit };
  return term.count <= count ? undefined : { code: "freeze.term-too-long", unit, count };
}
