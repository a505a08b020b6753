import { isCurrent } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import type { Code } from "#core/commands/rights.ts";
import { unmaskingUnderRisk } from "#core/commands/under-risk.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { kinshipOf, maySeeOrders, type Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import { erasureOf } from "#main/enquiries/erasure.ts";
import { findCustomers } from "#main/enquiries/find-customer.ts";
import { type OrderLooks, tellsOfOrders } from "#main/enquiries/order-looks.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook, mayLookAtAny } from "#main/people/may-look.ts";
import type { PinPad, PinQuestion } from "#main/pin-pad/pin-pad.ts";
import { riskRoom } from "#main/risk/risk-room.ts";
import type { Looking } from "#main/views/account-view.ts";
import { customerView } from "#main/views/customer-view.ts";
import { journalRow } from "#main/views/journal-row.ts";
import { lossCaseView } from "#main/views/loss-case-view.ts";
import { orderView } from "#main/views/order-view.ts";
import { listedSlipView } from "#main/views/slip-view.ts";

type EnquiryHandlers = Pick<
  Handlers,
  | "customer.find"
  | "customer.view"
  | "customer.reveal"
  | "loss.register"
  | "order.list"
  | "journal.list"
  | "slip.list"
  | "pin.ask"
  | "pin.cancel"
>;

/** As many orders as one page shows; the oldest wait longest and come first. */
const ORDERS_SHOWN = 500;

/** What the teller asks without changing anything but the record that it was asked. */
export function enquiryHandlers(
  desk: Desk,
  parts: {
    readonly evidence: EvidenceBox;
    readonly pinPad: PinPad;
    readonly looks: OrderLooks;
  },
): EnquiryHandlers {
  const { ledger, books } = desk;

  /** Answers only somebody at work, and on books that the clock has been applied to. */
  const lookingOn = (seesOrders: boolean): Looking => ({
    today: desk.today(),
    now: desk.now(),
    seesOrders,
    erasureOf: (card) => erasureOf(ledger, card),
  });

  /** Answers whoever has the right to one of these pages. */
  function look<T>(
    codes: readonly [Code, ...Code[]],
    answer: (seesOrders: boolean, teller: Teller) => Result<T, Refusal>,
  ): Result<T, Refusal> {
    const teller = mayLookAtAny(desk, codes);
    if (!teller.ok) return teller;
    desk.settle();
    return answer(maySeeOrders(teller.value), teller.value);
  }

  return {
    "customer.find": (search) =>
      look(["2001"], (seesOrders, teller) => {
        const found = findCustomers(search, desk, parts.evidence);
        if (!found.ok) return found;
        for (const { id } of found.value) noteOwnLook(desk, teller, id);
        const looking = lookingOn(seesOrders);
        return accept(found.value.map(({ id }) => customerView(books, id, looking)));
      }),
    "customer.view": ({ customer }) =>
      look(["9002"], (seesOrders, teller) => {
        if (!books.find("customer", customer)) return refuse({ code: "customer.unknown" });
        noteOwnLook(desk, teller, customer);
        return accept(customerView(books, customer, lookingOn(seesOrders)));
      }),
    "customer.reveal": (asked) => look(["9002"], (_, teller) => reveal(asked, teller, desk)),

    "loss.register": (filter) =>
      look(["4010"], () => {
        const today = desk.today();
        const { rows, total } = ledger.lossPage({ ...filter, today });
        return accept({ rows: rows.map((row) => lossCaseView(books, row, today)), total });
      }),
    "order.list": () =>
      look(["3004", "8006", "4010"], () => {
        const open = [
          ...books.list("order", "status", "ordered"),
          ...books.list("order", "status", "arrived"),
        ];
        return accept(open.slice(0, ORDERS_SHOWN).map((order) => orderView(books, order)));
      }),
    "journal.list": (filter) =>
      look(["9001"], (seesOrders) => {
        const { rows, total } = ledger.journalPage({ ...filter, withoutOrders: !seesOrders });
        if (seesOrders && rows.some((batch) => tellsOfOrders(batch, desk))) {
          parts.looks.record({ what: "journal", filter });
        }
        const rowOf = (batch: Batch) =>
          journalRow(batch, seesOrders, batch.slip ? books.find("slip", batch.slip) : undefined);
        return accept({ rows: rows.map(rowOf), total });
      }),
    "slip.list": (filter) =>
      look(["9003", "9001"], (seesOrders) => {
        const { rows, total } = ledger.slipPage({ ...filter, withoutOrders: !seesOrders });
        if (rows.some(({ kind }) => kind === "freeze-receipt")) {
          parts.looks.record({ what: "slips", filter });
        }
        return accept({ rows: rows.map((slip) => listedSlipView(slip, desk.kind)), total });
      }),

    "pin.ask": (asked) => {
      const teller = mayLook(desk, "9002");
      if (!teller.ok) return teller;
      const question = questionOf(asked, desk);
      return question.ok ? parts.pinPad.ask(question.value) : question;
    },
    "pin.cancel": () => {
      parts.pinPad.cancel();
      return accept("done");
    },
  };
}

/** What the customer is asked on the pad, and what a thief would know of her. */
function questionOf(
  { account: id, card: named, purpose, of }: Parameters<EnquiryHandlers["pin.ask"]>[0],
  { books }: Desk,
): Result<PinQuestion, Refusal> {
  const account = books.find("account", id);
  if (!account) return refuse({ code: "account.unknown" });

  const owner = books.find("customer", account.customer);
  const cards = books.list("card", "account", id);
  const card = (named && cards.find((one) => one.id === named)) ?? cards.filter(isCurrent).at(-1);
  const asked = {
    number: card ? maskPan(card.pan) : "",
    owner: {
      birthDate: owner?.birthDate,
      phone: owner?.phone,
      identityNumber: owner?.documentNumber,
    },
  };
  if (of === "card") return accept({ ...asked, of, account: id, purpose });
  if (purpose === "new") return accept({ ...asked, of, customer: account.customer, purpose });
  return refuse({ code: "request.malformed", issues: ["purpose: new, for a login password"] });
}

/**
 * A look at one's own page, or a relative's, is nobody's business to forbid, but it is written down
 * like no other (D08, R23): once a moment, for an open page is asked for again by itself.
 */
function noteOwnLook(desk: Desk, teller: Teller, customer: CustomerId): void {
  const whose = kinshipOf(teller, customer);
  if (!whose) return;
  const before = desk.ledger.batch(desk.ledger.lastSequence);
  const isSame = before?.entries.some(
    (entry) =>
      entry.type === "customer.looked-up" && entry.customer === customer && entry.whose === whose,
  );
  if (isSame && before?.teller === teller.id) return;
  desk.commit({
    teller: teller.id,
    code: "9002",
    entries: [{ type: "customer.looked-up", customer, by: "page", whose }],
  });
}

/** Shows one masked number in full, for a reason that is journalled first (K10). */
function reveal(
  { customer: id, what, card: cardId, reason }: Parameters<EnquiryHandlers["customer.reveal"]>[0],
  teller: Teller,
  desk: Desk,
): Result<{ readonly text: string }, Refusal> {
  const customer = desk.books.find("customer", id);
  if (!customer) return refuse({ code: "customer.unknown" });
  const whose = kinshipOf(teller, id);
  if (whose) {
    const entries = [{ type: "request.refused", refusal: "teller.own-business" }] as const;
    desk.commit({ teller: teller.id, code: "2001", entries });
    return refuse({ code: "teller.own-business", whose });
  }

  const card = cardId ? desk.books.find("card", cardId) : undefined;
  if (what === "card" && card?.customer !== id) return refuse({ code: "card.unknown" });

  const asked = { code: "2001", teller: teller.id } as const;
  const revealed = { type: "customer.revealed", customer: id, what, reason } as const;
  const watched = unmaskingUnderRisk(revealed, asked, riskRoom(desk));
  if (!watched.ok) {
    const { refusal, entries: warnings = [] } = { entries: undefined, ...watched };
    const refused = { type: "request.refused", refusal: refusal.code } as const;
    desk.commit({ ...asked, entries: [...warnings, refused] });
    return refuse(refusal);
  }
  desk.commit({ ...asked, entries: [revealed, ...watched.value] });
  const shown = {
    document: customer.documentNumber,
    phone: customer.phone ?? "",
    card: card?.pan ?? "",
  };
  return accept({ text: shown[what] });
}
