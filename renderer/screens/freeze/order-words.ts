import { timeOf } from "#core/calendar/instant.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { lastDayOf } from "#core/freeze/term.ts";
import { formatFen } from "#core/money/fen.ts";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import type { Words } from "#renderer/wording/words.ts";

/** What an order is to hold: what is left of its amount, or the account. */
export function sayTarget(words: Words, { scope, rest }: FreezeOrderView): string {
  if (scope.type === "amount") return formatFen(rest);
  return words("freeze:target.account", { block: words(`freeze:block.${scope.block}`) });
}

/** The state of an order, with its place where it waits. */
export function sayStatus(words: Words, { status, queue }: FreezeOrderView): string {
  if (status === "waiting" && queue !== undefined) {
    return words("freeze:queue", { place: queue });
  }
  return words(`freeze:status.${status}`);
}

/** Until when an order holds: its last day, or to the second where it ends within a day. */
export function sayEnd(words: Words, order: FreezeOrderView): string {
  const { status, endsAt, daysLeft } = order;
  if (status === "waiting") return words("freeze:ends.waits");
  if (endsAt === undefined) return status === "active" ? words("freeze:ends.none") : "";

  const date = timeOf(endsAt) === "00:00:00" ? lastDayOf(endsAt) : sayMoment(endsAt);
  if (status !== "active" || daysLeft === undefined) return date;
  return daysLeft === 0
    ? words("freeze:ends.today", { date })
    : words("freeze:ends.days", { date, days: daysLeft });
}
