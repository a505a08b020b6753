import { z } from "zod";
import { boxOwner, type Postings } from "#core/account/posting.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { SignedFen, signedFen } from "#core/money/fen.ts";

/**
 * The day of a box in fen, as its holder settles it (C02): what it began with, and what went in and
 * out since. Over and short stand in columns of their own, because one never pays for the other. What
 * is reversed is taken out of its own column, as red figures are (C06).
 */
export const CashDay = z
  .object({
    date: BusinessDate,
    opening: SignedFen,
    receipts: SignedFen,
    payments: SignedFen,
    transfersIn: SignedFen,
    transfersOut: SignedFen,
    over: SignedFen,
    short: SignedFen,
  })
  .readonly();
export type CashDay = z.infer<typeof CashDay>;
type Column = Exclude<keyof CashDay, "date" | "opening">;

/**
 * Opening and receipts less payments, with transfers: what should be counted, in fen, once over and
 * short are booked (C02).
 */
export function heldByDay(day: CashDay): SignedFen {
  const { opening, receipts, payments, transfersIn, transfersOut, over, short } = day;
  return signedFen(opening + receipts - payments + transfersIn - transfersOut + over - short);
}

/** A day of a box that begins with so much in it, in fen. */
export function cashDayBeginning(date: BusinessDate, opening: SignedFen): CashDay {
  const none = signedFen(0);
  return {
    ...{ date, opening, receipts: none, payments: none },
    ...{ transfersIn: none, transfersOut: none, over: none, short: none },
  };
}

/** The day of a box after one leg of a posting; `held` is what lay in it before that. */
export function cashDayAfter(
  before: CashDay | undefined,
  moved: {
    readonly date: BusinessDate;
    readonly held: SignedFen;
    /** The leg on the box's account: below zero is cash that came in. */
    readonly amount: SignedFen;
    readonly postings: Postings;
    readonly isReversal: boolean;
  },
): CashDay {
  const { date, held, amount, postings, isReversal } = moved;
  const day = before?.date === date ? before : cashDayBeginning(date, held);
  const original = isReversal ? -amount : amount;
  const column = columnOf(original < 0, postings);
  const more = isReversal ? -Math.abs(amount) : Math.abs(amount);
  return { ...day, [column]: signedFen(day[column] + more) };
}

/** Between boxes, from and to the central vault, and what a branch was founded with. */
const elsewhere: readonly string[] = ["cash-in-transit", "opening"];

function columnOf(isIn: boolean, postings: Postings): Column {
  const accounts = postings.map(({ account }) => account);
  if (accounts.includes("cash-over")) return "over";
  if (accounts.includes("cash-short")) return "short";
  const boxes = new Set(accounts.filter((account) => boxOwner(account) !== undefined));
  const isTransfer = boxes.size > 1 || accounts.some((account) => elsewhere.includes(account));
  if (isTransfer) return isIn ? "transfersIn" : "transfersOut";
  return isIn ? "receipts" : "payments";
}
