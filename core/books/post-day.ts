import type { Books, Change } from "#core/books/books.ts";
import { branchWith } from "#core/books/post-people.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { BranchDay, BranchDayEntry } from "#core/day/branch-day.ts";
import { known } from "#core/kernel/assert.ts";

/** The branch's day after `entry` (5.6). */
export function postDay(
  books: Books,
  entry: BranchDayEntry,
  recordedAt: Instant,
): readonly Change[] {
  const after = (day: BranchDay | undefined): BranchDay => {
    if (entry.type === "day.opened") {
      return { date: entry.date, status: "open", openedAt: recordedAt, reports: 0 };
    }
    const open = known(day, "only a day that was opened is reported or closed");
    return entry.type === "day.reported"
      ? { ...open, reports: open.reports + 1 }
      : { ...open, status: "closed" };
  };
  return [branchWith(books, (branch) => ({ ...branch, day: after(branch.day) }))];
}
