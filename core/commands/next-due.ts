import type { Books, Change } from "#core/books/books.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { freezeDueAt, freezesInForce } from "#core/commands/settle-freezes.ts";

/**
 * When the next order can come to its end by the clock alone; undefined while none has an end. With
 * the business date it is all that `settleFreezes` and `settleTerms` know of time.
 */
export function nextFreezeDue(books: Books): Instant | undefined {
  let next: Instant | undefined;
  for (const order of freezesInForce(books)) {
    const at = freezeDueAt(order);
    if (at !== undefined && (next === undefined || at < next)) next = at;
  }
  return next;
}

/**
 * Whether a change can make something due that was not: it leaves a record which the clock may end.
 * All others at most take one away from what the clock looks at.
 */
export function canFallDue({ shelf, record }: Change): boolean {
  switch (shelf) {
    case "lossCase":
      return record.status === "oral-active" || record.status === "formal-waiting";
    case "passwordCard":
      return record.lock === "day";
    case "freezeOrder":
      return record.status === "waiting" || record.status === "active";
    case "wallet":
      return record.bills.some(({ status }) => status === "open");
    default:
      return false;
  }
}
