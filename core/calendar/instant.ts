import { z } from "zod";
import {
  addDays,
  type BusinessDate,
  businessDate,
  dateFromDayNumber,
  dayNumber,
} from "#core/calendar/business-date.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** China is eight hours ahead of UTC all year; summer time ended in 1991. */
const CHINA_MS = 8 * HOUR_MS;

const FIRST_MS = dayNumber(businessDate("1900-01-01")) * DAY_MS - CHINA_MS;
const LAST_MS = (dayNumber(businessDate("9999-12-31")) + 1) * DAY_MS - CHINA_MS - 1;

/** A moment, as whole milliseconds since 1970-01-01 00:00 UTC. Two moments compare as numbers. */
export const Instant = z.int().min(FIRST_MS).max(LAST_MS).brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** A time of day in China to the second, "HH:MM:SS", 00:00:00 to 23:59:59. */
export const ClockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
  .brand<"ClockTime">();
export type ClockTime = z.infer<typeof ClockTime>;

/** A moment from a number known to be one; throws on anything else, for that is our bug. */
export function instant(ms: number): Instant {
  // Every look at the clock comes by: what the schema would take is not asked of it.
  const isWithin = Number.isSafeInteger(ms) && FIRST_MS <= ms && ms <= LAST_MS;
  return isWithin ? (ms as Instant) : Instant.parse(ms);
}

/** A time of day from a text known to be one; throws on anything else. */
export const clockTime = (text: string): ClockTime => ClockTime.parse(text);

/** The date in China at a moment. */
export function dateOf(moment: Instant): BusinessDate {
  return dateFromDayNumber(Math.floor((moment + CHINA_MS) / DAY_MS));
}

/** The time of day in China at a moment, to the second begun: legal evidence of T04. */
export function timeOf(moment: Instant): ClockTime {
  const seconds = Math.floor((moment - startOfDay(dateOf(moment))) / SECOND_MS);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return clockTime(parts.map((part) => String(part).padStart(2, "0")).join(":"));
}

/** The moment of a date and a time in China. */
export function instantAt(date: BusinessDate, time: ClockTime): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return instant(startOfDay(date) + ((hours * 60 + minutes) * 60 + seconds) * SECOND_MS);
}

/** The first moment of a date, 00:00 in China. */
export function startOfDay(date: BusinessDate): Instant {
  return instant(dayNumber(date) * DAY_MS - CHINA_MS);
}

/** 24:00 of a date: the first moment at which that day is over (民法典 203). */
export function endOfDay(date: BusinessDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** So many hours later, counted from the very moment: the 48 hours of an urgent stop payment. */
export function addHours(moment: Instant, hours: number): Instant {
  return instant(moment + hours * HOUR_MS);
}

/** So many minutes later, counted from the very moment: the life of a challenge or a grant. */
export function addMinutes(moment: Instant, minutes: number): Instant {
  return instant(moment + minutes * MINUTE_MS);
}
