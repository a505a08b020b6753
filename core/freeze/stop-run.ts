import { addHours, type Instant } from "#core/calendar/instant.ts";

/** A stop that begins so soon after the end of another goes on with it (F-STOP). */
const GOES_ON_WITHIN_HOURS = 48;

/** How long one stop of hours held, and how many terms that were: its own and its renewals. */
export interface StopTime {
  readonly from: Instant;
  readonly to: Instant;
  readonly terms: number;
}

/**
 * How many terms are used up already by the run of stops that a stop at `now` would go on with.
 *
 * A new number does not make a new stop: else an account is stopped without end, 48 hours at a time
 * (F-STOP). A run ends when 48 hours have passed in which nothing of it held.
 */
export function termsInRun(now: Instant, stops: readonly StopTime[]): number {
  let [begun, terms] = [now, 0];
  for (const stop of [...stops].sort((one, other) => other.to - one.to)) {
    if (begun > addHours(stop.to, GOES_ON_WITHIN_HOURS)) break;
    terms += stop.terms;
    if (stop.from < begun) begun = stop.from;
  }
  return terms;
}
