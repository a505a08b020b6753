import type { Account, AccountId } from "#core/account/account.ts";
import type { Branch } from "#core/branch/branch.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { clockTime, type Instant, instantAt } from "#core/calendar/instant.ts";
import { type Card, isCurrent } from "#core/card/card.ts";
import type { Verdict } from "#core/card/verdict.ts";
import type { Evidence } from "#core/commands/command.ts";
import {
  EvidenceRef,
  type Identity,
  type TransactionRequest,
} from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { isOpen, type LossCase } from "#core/loss/loss-case.ts";
import { isLive, type PasswordCard } from "#core/password-card/password-card.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Serial, VoucherKind } from "#core/voucher/stock.ts";
import { customerId } from "#main/demonstration/cast.ts";
import type { Past } from "#main/demonstration/past.ts";
import { lowestPiece } from "#main/demonstration/pieces.ts";
import { staff } from "#main/demonstration/staff.ts";

/** Something that happens at a moment of the past. */
export interface Happening {
  readonly at: Instant;
  readonly happen: (past: Past) => void;
}

/** Who served the customers, and how their PINs look on the pad. */
export interface Counter {
  readonly teller: Teller;
  /** Where, if not here. */
  readonly branch?: Branch;
  readonly pinVerifier: (account: AccountId, customer: Customer) => string;
  /** How their login passwords for electronic banking look on the pad. */
  readonly bankPassword: (customer: Customer) => string;
}

/** What the customer at the counter can lay down, as the books of that moment have it. */
export interface Visitor {
  readonly customer: Customer;
  readonly account: Account;
  /** The card in use, the first one given of several. */
  readonly card: Card;
  readonly lossCase: () => LossCase;
  readonly order: () => ProductionOrder;
  readonly madeCard: () => Card;
  /** The password card that is not void, and what the box of the counter has next (V02). */
  readonly passwordCard: () => PasswordCard;
  readonly nextPiece: (kind: VoucherKind) => Serial;
  readonly identity: Identity;
  readonly pin: Evidence;
  readonly bankPassword: Evidence;
}

/** The references under which a visit lays its evidence down. */
export const shown = {
  swipe: EvidenceRef.parse("e-demo-swipe"),
  made: EvidenceRef.parse("e-demo-made-card"),
  pin: EvidenceRef.parse("e-demo-pin-pad"),
  bankPassword: EvidenceRef.parse("e-demo-bank-password"),
} as const;

/**
 * A visit of one customer, by number, on a day: one request, decided by the rules of the counter, or
 * none where the customer finds nothing to ask for.
 */
export function visit(
  { number, date, minute = 0 }: { number: number; date: BusinessDate; minute?: number },
  counter: Counter,
  ask: (visitor: Visitor) => TransactionRequest | undefined,
  evidence: (visitor: Visitor) => Readonly<Record<string, Evidence>> = () => ({}),
): Happening {
  const at = visitMoment(number, date, minute);
  return {
    at,
    happen(past) {
      const visitor = visitorOf(past, number, counter);
      const request = ask(visitor);
      if (!request) return;
      past.run({
        at,
        teller: counter.teller,
        approver: staff.supervisor,
        ...(counter.branch ? { branch: counter.branch } : {}),
        request,
        evidence: evidence(visitor),
      });
    },
  };
}

/** Customers come in the order of their numbers, ten minutes apart, so that no two collide. */
export function visitMoment(number: number, date: BusinessDate, minute: number): Instant {
  const minutes = 9 * 60 + number * 10 + minute;
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return instantAt(date, clockTime(`${hour}:${rest}:${30 + (number % 20)}`));
}

/** A customer as the books know them at this moment. */
export function visitorOf(past: Past, number: number, counter: Counter): Visitor {
  const books = past.books();
  const id = customerId(number);
  const customer = known(books.find("customer", id), "the visitor is a customer");
  const cards = books.list("card", "customer", id);
  const card = known(cards.find(isCurrent), "the visitor has a card");
  const order = () => known(books.list("order", "customer", id).at(-1), "a card was ordered");
  return {
    customer,
    account: known(books.find("account", card.account), "a card has an account"),
    card,
    lossCase: () =>
      known(books.list("lossCase", "customer", id).find(isOpen), "a loss was reported"),
    order,
    madeCard: () => known(books.find("card", order().newCard ?? ""), "the ordered card came"),
    passwordCard: () =>
      known(books.list("passwordCard", "customer", id).find(isLive), "a password card was issued"),
    nextPiece: (kind) => lowestPiece(books, kind, counter.teller.id),
    identity: {
      document: { by: "typed", kind: customer.documentKind, number: customer.documentNumber },
      check: "match-with-photo",
    },
    pin: {
      type: "pin",
      purpose: "verify",
      account: card.account,
      verifier: counter.pinVerifier(card.account, customer),
    },
    bankPassword: {
      type: "bank-password",
      customer: id,
      verifier: counter.bankPassword(customer),
    },
  };
}

/** The swipe of a card, read as genuine. */
export function swipeOf(card: Card, verdict: Verdict): Evidence {
  return { type: "swipe", card: card.id, verdict };
}
