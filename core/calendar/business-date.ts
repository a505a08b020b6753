import { z } from "zod";

/** The days of the week as the calendar names them, Monday first (GB/T 7408, ISO 8601). */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A day in the books of the bank, "YYYY-MM-DD" in China time: a real day of the Gregorian calendar
 * from 1900-01-01 to 9999-12-31. Two dates compare as their texts do.
 */
export const BusinessDate = z
  .string()
  .regex(/^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/)
  .refine(isRealDay)
  .brand<"BusinessDate">();
export type BusinessDate = z.infer<typeof BusinessDate>;

/** A date from a text known to be one; throws on anything else, for that is our bug. */
export const businessDate = (text: string): BusinessDate => BusinessDate.parse(text);

/** The date so many days later, or earlier where `days` is negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/**
 * The corresponding day so many months later; where that month has no such day, its last one:
 * 31 August and 6 months is 28 February (民法典 202).
 */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const { year, month, day } = civil(date);
  const monthsSinceZero = year * 12 + (month - 1) + months;
  const endYear = Math.floor(monthsSinceZero / 12);
  const endMonth = monthsSinceZero - endYear * 12 + 1;
  return written({
    year: endYear,
    month: endMonth,
    day: Math.min(day, daysInMonth(endYear, endMonth)),
  });
}

/** How many days lie from one date to the other; negative where `to` is the earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week of a date. */
export function dayOfWeek(date: BusinessDate): Weekday {
  // Day 0, 1 January 1970, was a Thursday; the double remainder serves the days before it.
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? "monday";
}

/** Whole years of age on a day; a birthday is lived through before the year counts. */
export function ageOn(birthDate: BusinessDate, today: BusinessDate): number {
  const years = civil(today).year - civil(birthDate).year;
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Days since 1970-01-01, after Howard Hinnant's days_from_civil: years that begin in March. */
export function dayNumber(date: BusinessDate): number {
  const { year, month, day } = civil(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number, the inverse of `dayNumber`; throws outside the calendar. */
export function dateFromDayNumber(number: number): BusinessDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function civil(text: string): Civil {
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  };
}

function written({ year, month, day }: Civil): BusinessDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  // What was worked out is a real day: all that is left to say no to is a year beyond the calendar.
  const isInCalendar = 1900 <= year && year <= 9999;
  return isInCalendar ? (text as BusinessDate) : businessDate(text);
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function isRealDay(text: string): boolean {
  const { year, month, day } = civil(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
