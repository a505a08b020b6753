import { addDays } from "#core/calendar/business-date.ts";
import { type Holidays, isCovered } from "#core/calendar/holidays.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { ComposeOptions } from "#main/config.ts";
import type { Desk } from "#main/desk.ts";
import type { JournalNotice } from "#main/journal/journal.ts";

/** How far ahead holidays must be known for every term that may begin today, in days. */
const HORIZON_DAYS = 30;

/**
 * What everybody at the counter should read once: what recovery found, a clock that was set back, an
 * old runtime, a calendar that ends soon.
 */
export function startupNotices(
  options: Pick<ComposeOptions, "runtime">,
  journal: readonly JournalNotice[],
  desk: Desk,
  holidays: Holidays,
): WorkstationView["notices"] {
  const { electron, outOfSupport } = options.runtime;
  return [
    ...journal.map(({ code, facts }) => ({ code, facts })),
    ...(desk.isClockBehind() ? [{ code: "clock.behind", facts: {} }] : []),
    ...(outOfSupport ? [{ code: "runtime.out-of-support", facts: { electron } }] : []),
    ...(isCovered(addDays(desk.today(), HORIZON_DAYS), holidays)
      ? []
      : [{ code: "holidays.not-covered", facts: {} }]),
  ];
}
