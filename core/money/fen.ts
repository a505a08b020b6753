import { z } from "zod";

/** The largest amount the counter handles: 1e13 fen, one hundred thousand million yuan. */
export const FEN_MAX = 10_000_000_000_000;

/** An amount of money: a whole number of fen (0.01 CNY), never negative, never a fraction. */
export const Fen = z.int().nonnegative().max(FEN_MAX).brand<"Fen">();
export type Fen = z.infer<typeof Fen>;

/** A movement or a balance that may be below zero, in whole fen: one side of a posting. */
export const SignedFen = z.int().min(-FEN_MAX).max(FEN_MAX).brand<"SignedFen">();
export type SignedFen = z.infer<typeof SignedFen>;

// Every leg and balance of every batch comes by below: what a schema would take it is not asked.

/** An amount from a number known to be whole fen; throws on anything else, for that is our bug. */
export function fen(amount: number): Fen {
  return isWithin(amount) && amount >= 0 ? (amount as Fen) : Fen.parse(amount);
}

/** A signed amount from a number known to be whole fen; throws on anything else. */
export function signedFen(amount: number): SignedFen {
  return isWithin(amount) ? (amount as SignedFen) : SignedFen.parse(amount);
}

function isWithin(amount: number): boolean {
  return Number.isSafeInteger(amount) && Math.abs(amount) <= FEN_MAX;
}

/** The sum of two amounts; throws beyond `FEN_MAX`, so rules check limits first. */
export const plus = (left: Fen, right: Fen): Fen => fen(left + right);

/** What is left of `left`; throws below zero, so rules check that it suffices first. */
export const minus = (left: Fen, right: Fen): Fen => fen(left - right);

const AMOUNT = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount in yuan as a teller types it: "12" is 1200 fen, "1,234.5" is 123450 fen.
 *
 * Full-width digits, comma and point of a Chinese keyboard count as their half-width twins. Not
 * read, because they are likelier a slip than an amount: signs and currency marks, a third decimal,
 * a point without digits on both sides, a leading zero, commas that do not part thousands, and
 * anything beyond `FEN_MAX`. The answer is then undefined.
 */
export function fenFromText(text: string): Fen | undefined {
  const typed = AMOUNT.exec(halfWidth(text.trim()));
  if (!typed) return undefined;

  const [, yuan = "", decimals = ""] = typed;
  // Digits are joined, not multiplied: 0.29 * 100 is not 29 in floating point.
  const amount = Fen.safeParse(Number(yuan.replaceAll(",", "") + decimals.padEnd(2, "0")));
  return amount.data;
}

/** The amount in yuan as screens and slips show it: thousands parted, two decimals: "1,234.50". */
export function formatFen(amount: Fen | SignedFen): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}

function halfWidth(text: string): string {
  // Only digits, comma and point: a full normalisation would also turn ² and ② into 2.
  return text.replace(/[０-９，．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
