import { addDays } from "#core/calendar/business-date.ts";
import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";

/** A moment to the second, in China time. */
export function sayMoment(at: Instant): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}

/** The moment up to which something holds: the end of a day is its own 24:00 (民法典 203). */
export function sayEndMoment(at: Instant): string {
  return timeOf(at) === "00:00:00" ? `${addDays(dateOf(at), -1)} 24:00:00` : sayMoment(at);
}
