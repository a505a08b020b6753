import type { Context } from "#core/commands/command.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import { type DayRefusal, whyNotOpen } from "#core/day/branch-day.ts";

/**
 * What is no business of the day: the day itself, people and their rights, papers of before, and what
 * the audit takes away. All else is posted only while the branch is open (5.6).
 */
const outsideTheDay: readonly string[] = ["1004", "4011", "9003", "9005", "9006", "9008"];

/** Nothing is posted before the branch is opened, nor after its day was balanced (C03, 5.6). */
export function dayNotOpen(
  { code, input }: TransactionRequest,
  { books, today }: Context,
): DayRefusal | undefined {
  if (outsideTheDay.includes(code)) return undefined;
  // An X report only tells how things stand, whenever somebody asks.
  if (code === "1105" && input.report === "x") return undefined;
  return whyNotOpen(books.find("branch", "branch")?.day, today);
}
