import { timeOf } from "#core/calendar/instant.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { lastDayOf } from "#core/freeze/term.ts";
import { formatFen } from "#core/money/fen.ts";
import { sayEndMoment, sayMoment } from "#renderer/wording/say-moment.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import type { Words } from "#renderer/wording/words.ts";

/** Whether an order holds nothing any more and never will. */
export function isOver({ status }: FreezeOrderView): boolean {
  return status !== "active" && status !== "waiting";
}

/** What an order is to hold: what is left of its amount, all of it once it is over, or the account. */
export function sayTarget(words: Words, order: FreezeOrderView): string {
  const { scope, rest } = order;
  if (scope.type === "amount") return formatFen(isOver(order) ? scope.amount : rest);
  return words("freeze:target.account", { block: words(`freeze:block.${scope.block}`) });
}

/** The state of an order, with its place where it waits. */
export function sayStatus(words: Words, { status, queue }: FreezeOrderView): string {
  if (status === "waiting" && queue !== undefined) {
    return words("freeze:queue", { place: queue });
  }
  return words(`freeze:status.${status}`);
}

/** A moment at which an order ends or ended, and what is to be said of it. */
interface End {
  readonly at: string;
  readonly note: string;
}

/** Until when an order holds, by its last day or to the second; or when it did end. */
export function endOf(words: Words, order: FreezeOrderView): End {
  const { status, endsAt, daysLeft } = order;
  if (status === "waiting") return { at: words("freeze:ends.waits"), note: "" };
  if (isOver(order)) return { at: sayEnded(order), note: words("freeze:ends.over") };
  if (endsAt === undefined) return { at: words("freeze:ends.none"), note: "" };

  const at = timeOf(endsAt) === "00:00:00" ? lastDayOf(endsAt) : sayMoment(endsAt);
  return { at, note: daysLeft === undefined ? "" : sayDaysLeft(words, daysLeft) };
}

/** The same in one line. */
export function sayEnd(words: Words, order: FreezeOrderView): string {
  const { at, note } = endOf(words, order);
  return note === "" || at === "" ? at : words("freeze:ends.noted", { at, note });
}

/** When an order that is over ended: by the clock at its own end, else with the organ's paper. */
export function sayEnded({ status, endedAt }: FreezeOrderView): string {
  if (endedAt === undefined) return "";
  return status === "expired" ? sayEndMoment(endedAt) : sayMoment(endedAt);
}

/** Several names or papers in one line. */
export function sayList(words: Words, names: readonly string[]): string {
  return names.join(words("freeze:list"));
}

/** Why something cannot be done with an order now, in a word or two. */
export function sayWhyNot(
  words: Words,
  code: TransactionCode,
  { impossible }: FreezeOrderView,
): string {
  const refusal = impossible.find((one) => one.code === code)?.refusal ?? "";
  return wordOf(words, "freeze", `why.${refusal}`, words("freeze:why.other"));
}

function sayDaysLeft(words: Words, days: number): string {
  if (days === 0) return words("freeze:ends.today");
  return words(days === 1 ? "freeze:ends.day" : "freeze:ends.days", { days });
}
