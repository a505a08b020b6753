import type { Books } from "#core/books/books.ts";
import { concernedBy } from "#core/books/concern.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { TellerId } from "#core/teller/teller.ts";

/**
 * In which way something came up: a transaction of the counter that would be posted, an answer that was
 * refused and counted, a number shown in full, or what a customer does by herself.
 */
export type DeedKind = "posted" | "refused" | "looked" | "own";

/** What rules judge: what would be posted, by whom, about whom, and the books before it. */
export interface Deed {
  readonly kind: DeedKind;
  readonly code: string;
  readonly teller: TellerId | "system";
  readonly at: Instant;
  readonly today: BusinessDate;
  readonly entries: readonly Entry[];
  readonly books: Books;
  /** Whom it concerns; worked out when the first rule asks, for most never do. */
  readonly customers: () => readonly CustomerId[];
}

/** A deed; what only goes along with it (slips, messages, words given, warnings) is left out. */
export function deedOf(asked: Omit<Deed, "customers">): Deed {
  const entries = asked.entries.filter(isOfItself);
  let customers: readonly CustomerId[] | undefined;
  return {
    ...asked,
    entries,
    customers() {
      const stamp = { recordedAt: asked.at, businessDate: asked.today };
      customers ??= [...concernedBy(asked.books, entries, stamp)].sort();
      return customers;
    },
  };
}

/**
 * The deed that a batch of the journal once was: rules judge it again as they did then, if it was
 * judged at all. Words given, sign-ons and what the clock brings about are no deeds.
 */
export function deedIn(batch: Batch, books: Books): Deed | undefined {
  const kind = kindOf(batch);
  if (!kind) return undefined;
  const { code, teller, recordedAt: at, businessDate: today, entries } = batch;
  return deedOf({ kind, code, teller, at, today, entries, books });
}

/** In which way a batch came up; undefined for what no rule judges. */
export function kindOf({
  entries,
  outcome,
  code,
  teller,
}: Pick<Batch, "entries" | "outcome" | "code" | "teller">): DeedKind | undefined {
  if (entries.some(({ type }) => type === "customer.revealed")) return "looked";
  if (entries.some(({ type }) => type === "request.refused")) return "refused";
  if (!outcome) return undefined;
  if (teller === "system") return "own";
  return codes.has(code) ? "posted" : undefined;
}

const codes: ReadonlySet<string> = new Set(TransactionCode.options);

/** What a posting carries along and no rule looks at, so that before and after it reads the same. */
function isOfItself({ type }: Entry): boolean {
  return !/^(risk|sms|slip|authorisation|request)\./.test(type);
}

/** The terminal something was keyed in at: this counter, or whatever the customers have at home. */
export function placeOf(teller: TellerId | "system"): "counter" | "home" {
  return teller === "system" ? "home" : "counter";
}

const wrongAnswers: ReadonlySet<Entry["type"]> = new Set<Entry["type"]>([
  "card.pin-failed",
  "sms-code.answered-wrong",
  "password-card.answered-wrong",
  "wallet.password-failed",
  "e-bank.login-failed",
]);

/** Whether an entry counts a wrong PIN, code, cells or password. */
export function isWrongAnswer({ type }: Entry): boolean {
  return wrongAnswers.has(type);
}

/** A payment out of an enrolment or a wallet, and by whom (W04). */
export interface OwnPayment {
  readonly customer: CustomerId;
  /** In fen. */
  readonly amount: number;
}

/** What a customer pays by herself with e支付 or e钱包; what stays her own is no payment. */
export function ownPaymentsIn(entries: readonly Entry[], books: Books): readonly OwnPayment[] {
  return entries.flatMap((entry): readonly OwnPayment[] => {
    if (entry.type === "e-pay.paid") {
      const enrolment = books.find("ePay", entry.enrolment);
      return enrolment ? [{ customer: enrolment.customer, amount: entry.amount }] : [];
    }
    return entry.type === "money.posted" ? walletPayment(entry.postings, books) : [];
  });
}

function walletPayment(
  postings: readonly { readonly account: string; readonly amount: number }[],
  books: Books,
): readonly OwnPayment[] {
  const out = postings.find(({ account, amount }) => account.startsWith("wa-") && amount < 0);
  const wallet = out && books.find("wallet", out.account);
  if (!out || !wallet) return [];
  const own = books.list("account", "customer", wallet.customer).map(({ id }): string => id);
  const isKept = postings.some(({ account, amount }) => amount > 0 && own.includes(account));
  return isKept ? [] : [{ customer: wallet.customer, amount: -out.amount }];
}
