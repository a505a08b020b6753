import { z } from "zod";
import { addDays, BusinessDate, dayOfWeek } from "#core/calendar/business-date.ts";

/** Days on which China rests or, against the week, works: handed to every rule that counts days. */
export interface Holidays {
  /** Days off by the State Council's notices, weekends among them included. */
  readonly holidays: readonly BusinessDate[];
  /** Saturdays and Sundays worked in exchange (调休上班). */
  readonly workdays: readonly BusinessDate[];
}

const Break = z
  .object({ name: z.string().min(1).max(40), first: BusinessDate, last: BusinessDate })
  .refine(({ first, last }) => first <= last)
  .readonly();

/** One year's notice on holidays, written down as the State Council publishes it. */
const HolidayNotice = z
  .object({
    year: z.int().min(1949).max(9999),
    document: z.string().min(1).max(80),
    breaks: z.array(Break).min(1).max(20).readonly(),
    workdays: z.array(BusinessDate).max(20).readonly(),
  })
  .refine(({ workdays }) => workdays.every(isWeekend))
  .readonly();

/** The holiday file of the workstation (`resources/holidays.json`): one notice a year. */
export const HolidayFile = z
  .object({ source: z.string().min(1), notices: z.array(HolidayNotice).max(200).readonly() })
  .readonly();
export type HolidayFile = z.infer<typeof HolidayFile>;

/** The days off and the worked weekends of all notices of a holiday file. */
export function holidaysOf({ notices }: HolidayFile): Holidays {
  return {
    holidays: notices.flatMap(({ breaks }) => breaks.flatMap(daysOf)),
    workdays: notices.flatMap(({ workdays }) => workdays),
  };
}

/** New Year, Labour Day and National Day by 全国年节及纪念日放假办法 of 2025, any year. */
const FIXED_HOLIDAYS = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"] as const;

/**
 * Whether a day is 法定休假日 in the sense of 民法典 203.
 *
 * Weekends count as well as festivals: they are the weekly rest days of 国务院关于职工工作时间的规定,
 * and the old reading (民通意见 198) names Sunday and, where rest is shifted, the day really rested.
 * So a weekend worked in exchange is no holiday, and a weekday taken off for it is one.
 *
 * Beyond the years of the notices only weekends and the fixed festivals are known, not the lunar
 * ones nor any exchange; `isCovered` tells, and the holiday file must then be brought up to date.
 */
export function isHoliday(date: BusinessDate, { holidays, workdays }: Holidays): boolean {
  if (holidays.includes(date)) return true;
  if (workdays.includes(date)) return false;
  return isWeekend(date) || FIXED_HOLIDAYS.some((fixed) => date.endsWith(fixed));
}

/** Whether the notice for a date's year is known; every notice names New Year's Day. */
export function isCovered(date: BusinessDate, { holidays }: Holidays): boolean {
  return holidays.some((holiday) => holiday === `${date.slice(0, 4)}-01-01`);
}

function isWeekend(date: BusinessDate): boolean {
  const weekday = dayOfWeek(date);
  return weekday === "saturday" || weekday === "sunday";
}

function daysOf({ first, last }: z.infer<typeof Break>): readonly BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
