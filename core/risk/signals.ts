import type { Books } from "#core/books/books.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { type DeedKind, isWrongAnswer, ownPaymentsIn, placeOf } from "#core/risk/deed.ts";
import type { TellerId } from "#core/teller/teller.ts";

/**
 * Something of the past that rules count (1.6):
 *
 * - `typed-card`: a teller looked a customer up by a card number that was typed (R07).
 * - `unmasked`: a teller saw a number of hers in full (R23).
 * - `served`: a teller posted a transaction of hers.
 * - `wrong-answer`: a PIN, a code, cells or a password of hers was answered wrong, at one terminal.
 * - `agent`: a person acted for her; by the number of that person's document (R02).
 * - `paid`: she paid by herself, so many fen (W04).
 */
export type SignKind = "typed-card" | "unmasked" | "served" | "wrong-answer" | "agent" | "paid";

/** One sign, about one customer. `of` is whose doing it was, as the kind has it. */
export interface Sign {
  readonly kind: SignKind;
  readonly of: string;
  readonly customer: CustomerId;
  readonly at: Instant;
  /** In fen, of a payment. */
  readonly amount?: number;
}

/** What was counted from the journal so far; asked by kind, by whose doing, and from when on. */
export interface Signals {
  readonly since: (kind: SignKind, of: string, from: number) => readonly Sign[];
}

/** Where nothing was ever counted: the past that a demonstration invents, and tests of other rules. */
export const noSignals: Signals = { since: () => [] };

/** A posted batch, as far as signs are read from it. */
export interface Seen {
  readonly kind: DeedKind | undefined;
  readonly teller: TellerId | "system";
  readonly recordedAt: Instant;
  readonly entries: readonly Entry[];
  /** Whose business it was. */
  readonly customers: readonly CustomerId[];
  /** The books, before or after: who owns what never changes. */
  readonly books: Books;
}

/** The signs that a batch leaves for whatever comes later. */
export function signsOf(seen: Seen): readonly Sign[] {
  const { kind, teller, recordedAt: at, entries, customers, books } = seen;
  const signs: Sign[] = [];
  if (kind === "posted") {
    for (const customer of customers) signs.push({ kind: "served", of: teller, customer, at });
  }
  for (const entry of entries) {
    if (entry.type === "customer.looked-up" && entry.by === "card-number") {
      signs.push({ kind: "typed-card", of: teller, customer: entry.customer, at });
    }
    if (entry.type === "customer.revealed") {
      signs.push({ kind: "unmasked", of: teller, customer: entry.customer, at });
    }
    const wrong = isWrongAnswer(entry) ? whoseAnswer(entry, books) : undefined;
    if (wrong) {
      signs.push({ kind: "wrong-answer", of: placeOf(teller), customer: wrong, at });
    }
    const agent = agentIn(entry, books);
    if (agent) signs.push({ kind: "agent", of: agent.number, customer: agent.customer, at });
  }
  for (const { customer, amount } of paidIn(entries, books)) {
    signs.push({ kind: "paid", of: customer, customer, at, amount });
  }
  return signs;
}

/** Whose PIN, code, cells or password was answered wrong. */
export function whoseAnswer(entry: Entry, books: Books): CustomerId | undefined {
  switch (entry.type) {
    case "card.pin-failed":
      return books.find("card", entry.card)?.customer;
    case "sms-code.answered-wrong":
      return books.find("oneTimeCode", entry.code)?.customer;
    case "password-card.answered-wrong":
      return books.find("passwordCard", entry.passwordCard)?.customer;
    case "wallet.password-failed":
      return books.find("wallet", entry.wallet)?.customer;
    case "e-bank.login-failed":
      return entry.customer;
    default:
      return undefined;
  }
}

/** Who acted for whom, where an entry says so: a report of loss, or the register (T09, 2005). */
export function agentIn(
  entry: Entry,
  books: Books,
): { readonly number: string; readonly customer: CustomerId } | undefined {
  if (entry.type === "loss.reported" && entry.lossCase.agent) {
    const { agent, customer } = entry.lossCase;
    return { number: agent.documentNumber.toUpperCase(), customer };
  }
  if (entry.type === "loss.upgraded" && entry.agent) {
    const lossCase = books.find("lossCase", entry.lossCase);
    const number = entry.agent.documentNumber.toUpperCase();
    return lossCase && { number, customer: lossCase.customer };
  }
  if (entry.type === "agency.registered") {
    const { agent, customer } = entry.agency;
    return { number: agent.documentNumber.toUpperCase(), customer };
  }
  return undefined;
}

/** What customers paid by themselves, by whichever channel: it all makes what is usual. */
function paidIn(entries: readonly Entry[], books: Books) {
  const byBank = entries.flatMap((entry) =>
    entry.type === "e-bank.paid" ? [{ customer: entry.customer, amount: entry.amount }] : [],
  );
  return [...byBank, ...ownPaymentsIn(entries, books)];
}
