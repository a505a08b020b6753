import { accountAfterMoney } from "#core/account/interest.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { postCash } from "#core/books/post-cash.ts";
import { postDay } from "#core/books/post-day.ts";
import { postEBank } from "#core/books/post-e-bank.ts";
import { postFee } from "#core/books/post-fee.ts";
import { postFreeze } from "#core/books/post-freeze.ts";
import { postIdentity } from "#core/books/post-identity.ts";
import { postMoney } from "#core/books/post-money.ts";
import {
  postCall,
  postEPay,
  postRisk,
  postWallet,
  walletsReachedAt,
} from "#core/books/post-neighbours.ts";
import { postParked } from "#core/books/post-parked.ts";
import { postPasswordCard } from "#core/books/post-password-card.ts";
import { postPeople } from "#core/books/post-people.ts";
import { postPiece } from "#core/books/post-piece.ts";
import { postSms } from "#core/books/post-sms.ts";
import { postStock } from "#core/books/post-stock.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { cardAfter } from "#core/card/card-entry.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { lossCaseAfter } from "#core/loss/loss-entry.ts";
import { signedFen } from "#core/money/fen.ts";

/** When and on which business date a batch was recorded: all that posting knows of time. */
export type Stamp = Pick<Batch, "recordedAt" | "businessDate">;

/** The records as they are after `entry`: the one place where entries become state. */
export function changesOf(books: Books, entry: Entry, stamp: Stamp): readonly Change[] {
  switch (entry.type) {
    case "customer.registered":
      return [put("customer", entry.customer.id, entry.customer)];
    case "customer.phone-changed": {
      const customer = recordOf(books, "customer", entry.customer);
      return [
        put("customer", customer.id, {
          ...{ ...customer, phone: entry.phone },
          ...(customer.phone ? { phoneSince: entry.at } : {}),
        }),
        ...walletsReachedAt(books, entry),
      ];
    }
    case "account.opened":
      return [put("account", entry.account.id, entry.account)];
    case "account.closed": {
      const account = recordOf(books, "account", entry.account);
      return [put("account", account.id, { ...account, life: "closed" })];
    }
    case "account.activated": {
      const { asleep: _asleep, ...account } = recordOf(books, "account", entry.account);
      return [
        put("account", account.id, accountAfterMoney(account, signedFen(0), stamp.businessDate)),
      ];
    }
    case "money.posted":
      return postMoney(books, entry, stamp.businessDate);
    case "hold.placed":
      return [put("hold", entry.hold.id, entry.hold)];
    case "hold.lifted":
      return [liftHold(books, entry.hold, stamp.recordedAt)];
    case "card.entered":
      return [put("card", entry.card.id, entry.card)];
    case "loss.reported":
      return [put("lossCase", entry.lossCase.number, entry.lossCase)];
    case "relation.bound":
      return [put("relation", entry.relation.id, entry.relation)];
    case "relations.moved":
      return entry.moves.map(({ relation }) =>
        put("relation", relation, { ...recordOf(books, "relation", relation), card: entry.to }),
      );
    case "relations.closed":
      return entry.relations.map((relation) =>
        put("relation", relation, { ...recordOf(books, "relation", relation), status: "closed" }),
      );
    case "production.ordered":
      return [put("order", entry.order.id, entry.order)];
    case "production.arrived": {
      const { type: _type, order, ...arrival } = entry;
      return [
        put("order", order, { ...recordOf(books, "order", order), ...arrival, status: "arrived" }),
      ];
    }
    case "production.settled": {
      const order = recordOf(books, "order", entry.order);
      return [put("order", order.id, { ...order, status: entry.status })];
    }
    case "slip.issued":
      return [put("slip", entry.slip.number, entry.slip)];
    case "slip.printed": {
      const slip = recordOf(books, "slip", entry.slip);
      return [put("slip", slip.number, { ...slip, prints: slip.prints + 1 })];
    }
    case "slip.reprinted": {
      const slip = recordOf(books, "slip", entry.slip);
      return [put("slip", slip.number, { ...slip, reprints: slip.reprints + 1 })];
    }
    case "posting.reversed": {
      const slip = recordOf(books, "slip", entry.slip);
      const { by, part } = entry;
      // The paper of what was undone proves nothing any more; of a fee alone the rest goes on.
      const status = part === "whole" ? "void" : slip.status;
      return [put("slip", slip.number, { ...slip, status, reversed: { by, part } })];
    }
    case "slip.voided":
      return [put("slip", entry.slip, { ...recordOf(books, "slip", entry.slip), status: "void" })];
    case "stock.placed":
    case "piece.taken":
    case "piece.collected":
    case "pieces.allotted":
    case "pieces.returned":
    case "batch.made":
    case "batch.delivered":
      return postPiece(books, entry, stamp.businessDate);
    case "pieces.received":
    case "pieces.transferred":
    case "pieces.voided":
    case "pieces.lost":
    case "pieces.found":
    case "pieces.shipped":
    case "pieces.destroyed":
    case "stock.counted":
      return postStock(books, entry, stamp.businessDate);
    case "password-card.entered":
    case "password-card.activated":
    case "password-card.challenged":
    case "password-card.asked-again":
    case "password-card.answered-right":
    case "password-card.answered-wrong":
    case "password-card.day-lock-ended":
    case "password-card.voided":
      return postPasswordCard(books, entry);
    case "freeze.registered":
    case "freeze.took-effect":
    case "freeze.renewed":
    case "freeze.released":
    case "freeze.deducted":
    case "freeze.expired":
    case "freeze.cancelled":
    case "freeze.looked-at":
    case "freeze.assisted":
      return postFreeze(books, entry, stamp.recordedAt);
    case "agency.registered":
    case "agency.ended":
    case "identity.checked":
    case "identity.forged":
      return postIdentity(books, entry);
    case "e-bank.opened":
    case "e-bank.closed":
    case "e-bank.switched":
    case "e-bank.logged-in":
    case "e-bank.login-failed":
    case "e-bank.paid":
    case "e-bank.payee-agreed":
    case "e-bank.payee-ended":
      return postEBank(books, entry);
    case "day.opened":
    case "day.reported":
    case "day.closed":
      return postDay(books, entry, stamp.recordedAt);
    case "box.opened":
    case "cash.counted":
    case "cash.difference-booked":
    case "box.closed":
      return postCash(books, entry);
    case "fee.owed":
    case "fee.settled":
    case "fee.owed-again":
    case "fee.waived":
      return postFee(books, entry);
    case "sms.queued":
    case "sms.sent":
    case "sms.failed":
    case "sms.expired":
    case "sms.tried-again":
    case "sms-code.issued":
    case "sms-code.answered-wrong":
    case "sms-code.used":
    case "sms-code.voided":
      return postSms(books, entry);
    case "e-pay.applied":
    case "e-pay.enrolled":
    case "e-pay.limited":
    case "e-pay.renamed":
    case "e-pay.phone-changed":
    case "e-pay.suspended":
    case "e-pay.resumed":
    case "e-pay.cancelled":
    case "e-pay.paid":
      return postEPay(books, entry);
    case "wallet.registered":
    case "wallet.certified":
    case "wallet.frozen":
    case "wallet.unfrozen":
    case "wallet.closed":
    case "wallet.reset-offered":
    case "wallet.passwords-set":
    case "wallet.logged-in":
    case "wallet.password-failed":
    case "wallet.confirmed":
    case "wallet.billed":
    case "wallet.bill-reminded":
    case "wallet.bill-paid":
    case "wallet.bill-removed":
      return postWallet(books, entry);
    case "risk.flagged":
    case "risk.answered":
    case "risk.used":
    case "risk.reviewed":
      return postRisk(books, entry);
    case "call.started":
    case "call.ended":
      return postCall(books, entry);
    case "request.parked":
    case "request.checked":
    case "request.withdrawn":
    case "request.taken-up":
      return postParked(books, entry);
    case "branch.founded":
    case "parameters.set":
    case "clock.moved":
    case "clock.observed":
    case "day.sealed":
    case "vault.passphrase-changed":
    case "vault.key-changed":
    case "backup.made":
    case "evidence.authorised":
    case "evidence.packed":
    case "audit.looked":
    case "request.refused":
    case "customer.looked-up":
    case "customer.revealed":
    case "authorisation.given":
    case "authorisation.spent":
    case "authorisation.declined":
    case "teller.registered":
    case "teller.signed-on":
    case "teller.signed-off":
    case "teller.locked":
    case "teller.resumed":
    case "teller.password-failed":
    case "teller.password-set":
    case "teller.changed":
    case "teller.linked":
    case "teller.password-reset":
    case "teller.unlocked":
    case "teller.card-given":
    case "teller.left":
      return postPeople(books, entry, stamp.recordedAt);
    default:
      return postStep(books, entry);
  }
}

/** A step in the life of a card or of a loss case. */
function postStep(
  books: Books,
  entry: Parameters<typeof cardAfter>[1] | Parameters<typeof lossCaseAfter>[1],
): readonly Change[] {
  if ("lossCase" in entry) {
    const lossCase = recordOf(books, "lossCase", entry.lossCase);
    return [put("lossCase", lossCase.number, lossCaseAfter(lossCase, entry))];
  } else {
    const card = recordOf(books, "card", entry.card);
    return [put("card", card.id, cardAfter(card, entry))];
  }
}

function liftHold(books: Books, id: string, liftedAt: Instant): Change {
  return put("hold", id, { ...recordOf(books, "hold", id), status: "lifted", liftedAt });
}

/** All records that a run of entries changes, each as it is in the end. */
export function changesOfAll(
  books: Books,
  entries: readonly Entry[],
  stamp: Stamp,
): readonly Change[] {
  let changes: readonly Change[] = [];
  for (const entry of entries) {
    changes = [...changes, ...changesOf(booksAfter(changes, books), entry, stamp)];
  }
  return changes;
}
