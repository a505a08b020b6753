import { timeOf } from "#core/calendar/instant.ts";
import type { ParkedView } from "#core/contract/queue-view.ts";
import type { Words } from "#renderer/wording/words.ts";

/** Where a parked request stands, in words: never as if it were done before it was posted. */
export function sayStanding(words: Words, parked: ParkedView): string {
  const { status, until, approvers, declined } = parked;
  const said = words(`queue:status.${status}`);
  if (status === "waiting" && approvers[0] !== undefined) {
    return words("queue:status.with-half", { approver: approvers[0] });
  }
  if (until !== undefined) {
    return words("queue:status.until", { status: said, time: timeOf(until).slice(0, 5) });
  }
  return declined ? words("queue:status.why", { status: said, ...declined }) : said;
}
