import type { Account } from "#core/account/account.ts";
import { transferOf } from "#core/account/posting.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { withPromotions } from "#core/commands/promote.ts";
import type { TransactionInput, TransactionRequest } from "#core/contract/transactions.ts";
import type { FreezeTerm } from "#core/freeze/freeze-kind.ts";
import type { FreezeOrder, FreezeScope } from "#core/freeze/freeze-order.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import { type OrganOfTheDemonstration, papersOf } from "#main/demonstration/organs.ts";
import { staff } from "#main/demonstration/staff.ts";
import {
  type Counter,
  type Happening,
  type Visitor,
  visitMoment,
  visitorOf,
} from "#main/demonstration/visit.ts";

/** An order as its organ lays it down. */
interface Ordered {
  readonly organ: OrganOfTheDemonstration;
  /** The running number of its document. */
  readonly document: number;
  readonly scope: FreezeScope | ((account: Account) => FreezeScope);
  readonly term: FreezeTerm;
  /** Minutes after the customer's own moment, where several orders are of one day. */
  readonly minute?: number;
}

/** 6001, or 6003 where it is to wait: an organ's order on a customer's account. */
export function register(
  { number, date }: When,
  counter: Counter,
  ordered: Ordered & { readonly code?: "6001" | "6003" },
): Happening {
  const { organ, document, scope, term, minute = 0, code = "6001" } = ordered;
  return carriedOut(visitMoment(number, date, minute), number, counter, (visitor, at) => {
    const { account, customer } = visitor;
    const laid = typeof scope === "function" ? scope(account) : scope;
    const input: TransactionInput<"6001"> = {
      account: account.id,
      nameOnNotice: customer.name,
      papers: papersOf(organ, document, at),
      scope: laid,
      coversInterest: false,
      term,
      isExtended: false,
    };
    return { code, input };
  });
}

/** 6002: the organ renews its order before the end. */
export function renew(
  { number, date }: When,
  counter: Counter,
  how: Pick<Ordered, "organ" | "document" | "term">,
): Happening {
  const { organ, document, term } = how;
  return carriedOut(visitMoment(number, date, 0), number, counter, (_visitor, at, order) => ({
    code: "6002",
    input: { order: order().id, papers: papersOf(organ, document, at), term, isExtended: false },
  }));
}

/** 6007: the police stop an account for 48 hours to the minute. */
export function stop({ number, date }: When, counter: Counter, document: number): Happening {
  return carriedOut(visitMoment(number, date, 0), number, counter, ({ account }, at) => ({
    code: "6007",
    input: {
      action: "stop",
      account: account.id,
      papers: papersOf("fraudCentre", document, at),
      block: "debit",
    },
  }));
}

/** 代发工资: an employer's salary comes in, and goes to whoever holds the account (F06). */
export function salary({ number, date }: When, counter: Counter, amount: number): Happening {
  const at = visitMoment(number, date, 0);
  return {
    at,
    happen(past) {
      const { account } = visitorOf(past, number, counter);
      const postings = transferOf(fen(amount), "clearing", account.id);
      const paid: Entry = { type: "money.posted", memo: "salary", postings };
      const room = { books: past.books(), now: at, parameters: defaultParameters };
      past.record({ at, teller: "system", code: "system", entries: withPromotions([paid], room) });
    },
  };
}

/** What somebody with the duty of assistance did for an organ; the whole account takes A3. */
function carriedOut(
  at: Instant,
  number: number,
  counter: Counter,
  ask: (visitor: Visitor, at: Instant, order: () => FreezeOrder) => TransactionRequest,
): Happening {
  return {
    at,
    happen(past) {
      const visitor = visitorOf(past, number, counter);
      const books = past.books();
      const order = () =>
        known(
          books.list("freezeOrder", "account", visitor.account.id)[0],
          "an order lies on the account",
        );
      past.run({
        at,
        teller: known(books.find("teller", staff.secondTeller), "the duty is somebody's"),
        approver: staff.branchHead,
        request: ask(visitor, at, order),
      });
    },
  };
}
