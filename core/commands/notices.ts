import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { recordOf } from "#core/books/record-of.ts";
import { dateOf } from "#core/calendar/instant.ts";
import { lastFour } from "#core/card/pan.ts";
import { type SmsContext, tell } from "#core/commands/one-time-codes.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import type { EPayId } from "#core/e-pay/e-pay.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import { maskName, maskPhone } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { formatFen } from "#core/money/fen.ts";
import type { Message, MessageTemplate } from "#core/sms/message.ts";

/** What notices are made from: the books before the posting, and whether the branch sends any. */
export type NoticeRoom = Pick<SmsContext, "books" | "now" | "parameters">;

/** What one customer is told about one step of a posting. */
interface Notice {
  readonly customer: CustomerId;
  readonly template: MessageTemplate;
  readonly values: Message["values"];
}

/**
 * The entries of a posting with the messages to customers that they bring about (R17, R19, E14, 5.2):
 * they stand in the very same batch, so that nothing is acknowledged and not told, or told and not done.
 *
 * Whoever did it, the customer hears of it where the bank reached her *before*: an insider who changes
 * the telephone first would else be told himself (R17). Who has no reserved telephone is told nothing,
 * and nobody is ever told of orders of the state, whatever else their posting does (U07).
 */
export function withNotices(
  entries: readonly Entry[],
  code: string,
  room: NoticeRoom,
): readonly Entry[] {
  return [...entries, ...noticesOf(entries, code, room)];
}

/** The telephones that a posting with these entries writes to, as screens show them (K09). */
export function phonesTold(entries: readonly Entry[]): readonly string[] {
  const phones = entries.flatMap((entry) =>
    entry.type === "sms.queued" ? [maskPhone(entry.message.to)] : [],
  );
  return [...new Set(phones)];
}

/** The messages alone; most postings have none, and then the books after them are not asked for. */
export function noticesOf(
  entries: readonly Entry[],
  code: string,
  { books: before, now, parameters }: NoticeRoom,
): readonly Entry[] {
  if (!parameters.sms.notices || isOfOrders(code) || !entries.some(mayBeTold)) return [];

  const stamp = { recordedAt: now, businessDate: dateOf(now) };
  const changes = [...changesOfAll(before, entries, stamp)];
  const messages: Entry[] = [];
  for (const entry of entries) {
    const books = booksAfter(changes, before);
    const notice = noticeOf(entry, books);
    const to = notice && reachedAt(notice.customer, before, books);
    if (!notice || !to) continue;

    // Each is numbered after the one before, and after those that the transaction wrote itself.
    const message = tell(notice.template, { ...notice, to }, { books, now });
    messages.push(message);
    changes.push(...changesOfAll(books, [message], stamp));
  }
  return messages;
}

/** The reserved telephone as it was; of somebody who was not known before, as it is. */
function reachedAt(id: CustomerId, before: Books, after: Books): Customer["phone"] {
  return (before.find("customer", id) ?? after.find("customer", id))?.phone;
}

/** The steps that customers are told of: those of a channel, a loss, a card, e支付 and e钱包. */
type Told = Extract<
  Entry,
  {
    readonly type:
      | "e-bank.opened"
      | "e-bank.closed"
      | "e-bank.switched"
      | "e-bank.payee-agreed"
      | "e-bank.payee-ended"
      | "loss.reported"
      | "loss.lapsed"
      | "card.replaced"
      | "e-pay.enrolled"
      | "e-pay.limited"
      | "e-pay.renamed"
      | "e-pay.suspended"
      | "e-pay.resumed"
      | "e-pay.cancelled"
      | "wallet.registered"
      | "wallet.certified"
      | "wallet.frozen"
      | "wallet.unfrozen";
  }
>;

const told: Readonly<Record<Told["type"], MessageTemplate>> = {
  "e-bank.opened": "channel-opened",
  "e-bank.closed": "channel-closed",
  /** Opening lets money out; closing a switch protects, and needs no warning (P24, P25). */
  "e-bank.switched": "switch-opened",
  "e-bank.payee-agreed": "agreement-changed",
  "e-bank.payee-ended": "agreement-changed",
  /** A lost PIN too: that is how somebody begins who wants to choose a new one (T20). */
  "loss.reported": "loss-reported",
  "loss.lapsed": "loss-lapsed",
  /** A card that is handed over always replaces one. */
  "card.replaced": "card-replaced",
  "e-pay.enrolled": "e-pay.enrolled",
  "e-pay.limited": "e-pay.limits",
  "e-pay.renamed": "e-pay.renamed",
  "e-pay.suspended": "e-pay.suspended",
  "e-pay.resumed": "e-pay.resumed",
  "e-pay.cancelled": "e-pay.cancelled",
  "wallet.registered": "wallet.registered",
  "wallet.certified": "wallet.certified",
  "wallet.frozen": "wallet.frozen",
  "wallet.unfrozen": "wallet.unfrozen",
};

function mayBeTold(entry: Entry): entry is Told {
  return entry.type in told;
}

function noticeOf(entry: Entry, books: Books): Notice | undefined {
  if (!mayBeTold(entry)) return undefined;
  if (entry.type === "e-bank.switched" && !entry.on) return undefined;
  return { template: told[entry.type], ...whatIsSaid(entry, books) };
}

/** Whom it concerns, and what fills the text: words of the business, last four digits, no secret (K06). */
function whatIsSaid(entry: Told, books: Books): Pick<Notice, "customer" | "values"> {
  switch (entry.type) {
    case "e-bank.opened":
    case "e-bank.closed":
      return { customer: entry.customer, values: { channel: entry.channel } };
    case "e-bank.switched":
      return { customer: entry.customer, values: { switch: entry.which } };
    case "e-bank.payee-agreed": {
      const { name, account } = entry.payee;
      const values = { action: "agreed", payee: maskName(name), account: account.slice(-4) };
      return { customer: entry.customer, values };
    }
    case "e-bank.payee-ended":
      return {
        customer: entry.customer,
        values: { action: "ended", account: entry.account.slice(-4) },
      };
    case "loss.reported": {
      const { customer, kind, card, oralLastDay } = entry.lossCase;
      const until = oralLastDay ? { until: oralLastDay } : {};
      return { customer, values: { kind, card: lastFourOf(card, books), ...until } };
    }
    case "loss.lapsed": {
      const { customer, card } = recordOf(books, "lossCase", entry.lossCase);
      return { customer, values: { card: lastFourOf(card, books) } };
    }
    case "card.replaced": {
      const { customer, pan } = recordOf(books, "card", entry.card);
      const values = { card: lastFour(pan), newCard: lastFourOf(entry.by, books) };
      return { customer, values };
    }
    case "wallet.registered":
      return { customer: entry.registered.customer, values: {} };
    case "wallet.certified": {
      const account = recordOf(books, "account", entry.account).number.slice(-4);
      return { customer: recordOf(books, "wallet", entry.wallet).customer, values: { account } };
    }
    case "wallet.frozen":
    case "wallet.unfrozen": {
      const kind = entry.type === "wallet.frozen" ? entry.freeze.kind : entry.kind;
      return { customer: recordOf(books, "wallet", entry.wallet).customer, values: { kind } };
    }
    case "e-pay.limited": {
      const { single, day } = entry.limits;
      return ofEnrolment(entry.enrolment, books, {
        single: formatFen(single),
        day: formatFen(day),
      });
    }
    case "e-pay.enrolled":
    case "e-pay.renamed":
    case "e-pay.suspended":
    case "e-pay.resumed":
    case "e-pay.cancelled":
      return ofEnrolment(entry.enrolment, books, {});
  }
}

function ofEnrolment(
  id: EPayId,
  books: Books,
  values: Message["values"],
): Pick<Notice, "customer" | "values"> {
  const { customer, alias } = recordOf(books, "ePay", id);
  return { customer, values: { alias: withoutNumbers(alias), ...values } };
}

/** An alias may hold digits of a card; beside a telephone no more than four of a run are shown (K06). */
function withoutNumbers(alias: string): string {
  return alias.replace(/\d(?=\d{4})/g, "*");
}

function lastFourOf(card: string, books: Books): string {
  return lastFour(recordOf(books, "card", card).pan);
}
