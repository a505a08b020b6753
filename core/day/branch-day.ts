import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import type { OpenItem } from "#core/day/open-item.ts";

/**
 * 营业日: the day that the branch is doing business for. It is not the calendar's: it begins when the
 * branch is opened and ends when it is closed, however late in the night that is (C03, 5.6).
 *
 * - `open`: business may be done.
 * - `balanced`: the Z report was made; whatever comes belongs to the next day.
 * - `closed`: nobody sits at a counter any more.
 */
export const BranchDay = z
  .object({
    date: BusinessDate,
    status: z.enum(["open", "balanced", "closed"]),
    openedAt: Instant,
    /** X reports made so far today. */
    reports: z.int().nonnegative(),
  })
  .readonly();
export type BranchDay = z.infer<typeof BranchDay>;

/** What begins and ends a day of the branch; the Z report itself is `day.sealed`. */
export const BranchDayEntry = z.discriminatedUnion("type", [
  /** 网点开机 (1004), or the first moment of a new day in a demonstration. */
  z.object({ type: z.literal("day.opened"), date: BusinessDate }).readonly(),
  /** X 报表: the day as it stood at a moment, printed; it changes nothing. */
  z.object({ type: z.literal("day.reported"), date: BusinessDate }).readonly(),
  /** 网点关机 (1004). */
  z.object({ type: z.literal("day.closed"), date: BusinessDate }).readonly(),
]);
export type BranchDayEntry = z.infer<typeof BranchDayEntry>;

/**
 * The date that business done now belongs to. A branch without days, such as one of an older program,
 * goes by the calendar; a day that is open or balanced keeps its date past midnight, and the calendar
 * set back brings no earlier day again. A demonstration's day follows its clock, which the presenter
 * moves.
 */
export function businessDateOf(
  day: BranchDay | undefined,
  calendar: BusinessDate,
  kind: "live" | "demonstration",
): BusinessDate {
  if (!day) return calendar;
  if (calendar < day.date) return day.date;
  const keepsDate = day.status !== "closed" && kind === "live";
  return keepsDate ? day.date : calendar;
}

/** Why a day cannot begin, end, or take what was asked. */
export type DayRefusal =
  | { readonly code: "day.not-open" }
  /** The Z report was made: what comes belongs to the next day. */
  | { readonly code: "day.balanced" }
  | { readonly code: "day.open-already"; readonly date: BusinessDate }
  /** The day before is not closed, or the calendar has no later day yet. */
  | { readonly code: "day.not-closed"; readonly date: BusinessDate }
  | { readonly code: "day.too-early"; readonly date: BusinessDate }
  | { readonly code: "day.not-balanced" }
  /** It was: a day has one seal, and what is done afterwards belongs to the next. */
  | { readonly code: "day.sealed-already"; readonly date: BusinessDate }
  | { readonly code: "day.not-settled"; readonly items: readonly OpenItem[] };

/** Why the branch is not open for business now; undefined where it is. */
export function whyNotOpen(
  day: BranchDay | undefined,
  today: BusinessDate,
): DayRefusal | undefined {
  if (!day || (day.status === "open" && day.date === today)) return undefined;
  const isBalanced = day.status === "balanced" && day.date === today;
  return { code: isBalanced ? "day.balanced" : "day.not-open" };
}
