import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { availableBalance } from "#core/account/hold.ts";
import { endOfDay } from "#core/calendar/instant.ts";
import type { Context } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { withPromotions } from "#core/commands/promote.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { FreezeOrder, FreezePapers } from "#core/freeze/freeze-order.ts";
import { type MeasureEntry, measureObject, measureOf } from "#core/freeze/measure.ts";
import { aheadOf, controlled, waiting } from "#core/freeze/queue.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import {
  instantFact,
  moneyFact,
  officerFact,
  orderFact,
  periodFact,
  termFact,
  textFact,
} from "#core/slip/facts.ts";
import { atDesk, type Line, onPaper } from "#core/slip/on-paper.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A receipt has room for so many other orders by name; the queue number tells of the rest. */
const NAMED_AT_MOST = 8;

/** The lines about a paper of an organ and who brought it (F16). */
export function paperFacts({
  organ,
  documentNumber,
  officers,
  deliveredAt,
  delivery = "counter",
}: FreezePapers): readonly Fact[] {
  return [
    termFact("freezeKind", `freeze-kind.${organ.kind}`),
    textFact("organ", organ.name),
    textFact("documentNumber", documentNumber),
    ...officers.map((officer) => officerFact("officer", officer)),
    instantFact("deliveredAt", deliveredAt),
    termFact("delivery", `delivery.${delivery}`),
  ];
}

/**
 * The lines about whom a paper is on, as the organ's notice named him: on its own paper with the
 * number of the document in full, for there the lines are evidence.
 */
export function holderLines({ name, documentKind, documentNumber }: Customer): readonly Line[] {
  return [
    textFact("customer", name),
    termFact("documentKind", `document.${documentKind}`),
    atDesk(textFact("document", maskDocumentNumber(documentNumber))),
    onPaper(textFact("document", documentNumber)),
  ];
}

/** The lines about what an order holds: whose money, how much of it, and whether interest too (F04). */
export function scopeFacts(
  { scope, coversInterest }: Pick<FreezeOrder, "scope" | "coversInterest">,
  customer: Customer,
): readonly Line[] {
  return [
    ...holderLines(customer),
    termFact(
      "freezeScope",
      scope.type === "amount" ? "freeze-scope.amount" : `freeze-scope.${scope.block}`,
    ),
    ...(scope.type === "amount" ? [moneyFact("target", scope.amount)] : []),
    termFact("coversInterest", coversInterest ? "covers-interest.yes" : "covers-interest.no"),
  ];
}

/**
 * The lines about an order and what is done to it: which account, which measure on what (F17). On a
 * receipt about several accounts whatever follows is of this one, until the next order.
 */
export function measureFacts(
  { id, scope, papers }: FreezeOrder,
  { number }: Account,
  measure: MeasureEntry,
): readonly Line[] {
  return [
    textFact("freezeOrder", id),
    // An order that was there before is known to its organ by the paper that it came on.
    ...(measure.type === "freeze.registered"
      ? []
      : [textFact("orderDocument", papers.documentNumber)]),
    atDesk(textFact("account", maskAccountNumber(number))),
    onPaper(textFact("account", number)),
    termFact("measure", `measure.${measureOf(measure)}`),
    termFact("measureObject", `measure-object.${measureObject(scope)}`),
  ];
}

/** When an order ends, or that it has no end. */
export function endFacts({ endsAt }: Pick<FreezeOrder, "endsAt">): readonly Fact[] {
  return endsAt === undefined
    ? [termFact("note", "note.freeze-without-end")]
    : [instantFact("freezeEnds", endsAt)];
}

/**
 * The lines about how things stand after `entries` and what follows from them: what the order
 * controls then, its place in the queue with all who are before it (F10), and for the desk alone what
 * is available, and who takes effect until when (F09).
 */
export function afterFacts(
  id: FreezeOrder["id"],
  entries: readonly Entry[],
  context: Context,
): readonly Line[] {
  const followed = withPromotions(entries, context);
  const { books } = contextAfter(followed, context);
  const order = known(books.find("freezeOrder", id), "the order is in the books by now");
  const account = known(books.find("account", order.account), "an order lies on an account");
  const orders = books.list("freezeOrder", "account", account.id);
  const holds = books.list("hold", "account", account.id);
  const amounts = controlled({ balance: account.balance, orders });
  const controls = amounts.get(id) ?? fen(0);

  // Of this account alone: money deducted may make room on another's, which is not the organ's affair.
  const took = followed.flatMap((entry) =>
    entry.type === "freeze.took-effect" && entry.order !== id
      ? orders.filter((other) => other.id === entry.order)
      : [],
  );
  const remain = orders.some(({ id: other, status }) => other !== id && status === "active");
  return [
    moneyFact("controlled", controls),
    ...(order.status === "waiting" ? queueFacts(order, orders) : []),
    ...(order.status === "active" && order.scope.type === "amount" && controls < order.rest
      ? [termFact("note", "note.freeze-takes-up-credits")]
      : []),
    moneyFact("balanceAfter", account.balance),
    // Beside the balance it tells what all the other orders hold.
    atDesk(moneyFact("availableAfter", availableBalance(account, holds))),
    ...took.slice(0, NAMED_AT_MOST).flatMap((next) => promotedFacts(next, amounts)),
    ...(remain ? [atDesk(termFact("note", "note.judicial-freeze-stays"))] : []),
  ];
}

/** Who takes effect, for the desk alone: what another organ ordered is not this one's affair. */
function promotedFacts(
  { id, papers, endsAt }: FreezeOrder,
  controls: ReturnType<typeof controlled>,
): readonly Line[] {
  return [
    textFact("promoted", `${papers.organ.name} ${papers.documentNumber}`),
    moneyFact("promotedControls", controls.get(id) ?? fen(0)),
    endsAt === undefined
      ? termFact("promotedUntil", "freeze-term.open")
      : instantFact("promotedUntil", endsAt),
  ].map(atDesk);
}

/**
 * 轮候回执 (F10): already frozen, by whom, until when, and how long this one can wait; its own term
 * begins when it takes effect (F18).
 */
function queueFacts(order: FreezeOrder, orders: readonly FreezeOrder[]): readonly Fact[] {
  const place = waiting(orders).findIndex(({ id }) => id === order.id) + 1;
  const inForce = aheadOf(order, orders).filter(({ status }) => status === "active");
  return [
    textFact("queue", String(place)),
    ...inForce
      .slice(0, NAMED_AT_MOST)
      .map(({ papers: { organ, documentNumber }, endsAt }) =>
        orderFact("frozenBy", { organ: organ.name, documentNumber, until: endsAt }),
      ),
    ...(order.lastDay === undefined
      ? [termAskedFact(order.term), termFact("note", "note.freeze-waits-its-turn")]
      : [instantFact("waitsUntil", endOfDay(order.lastDay))]),
  ];
}

function termAskedFact(term: FreezeOrder["term"]): Fact {
  return term.unit === "open"
    ? termFact("termAsked", "freeze-term.open")
    : periodFact("termAsked", term);
}
