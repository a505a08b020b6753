import { honour } from "#core/authorisation/grant.ts";
import {
  mayPark,
  mayTakeUp,
  mayWithdraw,
  type Parked,
  ParkedId,
} from "#core/authorisation/parked.ts";
import { openParked } from "#core/authorisation/parked-still-waiting.ts";
import { concernedBy } from "#core/books/concern.ts";
import { customersNamed } from "#core/commands/own-business.ts";
import { type ParkedView, QUEUE_SHOWN, type QueueFilter } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Desk, Draft } from "#main/desk.ts";
import type { OrderLooks } from "#main/enquiries/order-looks.ts";
import { type EvidenceBox, refsIn } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { reprintOf } from "#main/people/second-person.ts";
import { atQueue, decideParked, goneIn, parkedFor, requestOf } from "#main/queue/parked-request.ts";
import {
  type Decide,
  type Decided,
  type DecideFor,
  previewOf,
  whatOf,
} from "#main/transactions.ts";
import { isShownTo, parkedView } from "#main/views/parked-view.ts";

/** What the queue stands on. */
export interface QueueParts {
  readonly desk: Desk;
  readonly decideOn: Decide;
  readonly decide: DecideFor;
  readonly evidence: EvidenceBox;
  readonly looks: OrderLooks;
}

/**
 * 授权待办 (9004): requests that wait for a second person. Parking posts nothing but that it waits;
 * who judges it is shown the decision of that moment, and its maker alone posts it.
 */
export function queueHandlers(
  parts: QueueParts,
): Pick<Handlers, "queue.park" | "queue.list" | "queue.open" | "queue.withdraw" | "queue.take-up"> {
  const { desk, evidence, looks } = parts;
  const viewOf = (id: string) =>
    parkedView(
      known(desk.books.find("parked", id), "a parked request stays in the books"),
      desk.books,
      desk.now(),
    );

  return {
    "queue.park": ({ request: raw, instead }) => {
      const teller = atQueue(desk);
      if (!teller.ok) return teller;
      const request = raw as TransactionRequest; // The schema paired the code with its input.
      const decided = parts.decideOn(request);
      if (!decided.ok) return decided;
      const parked = parking(desk, decided.value, instead);
      if (!parked.ok) return parked;

      const { id } = parked.value;
      commitAbout(desk, parked.value, [
        { type: "request.parked", request: parked.value },
        ...withdrawn(desk, instead),
      ]);
      const minutes = decided.value.context.parameters.parkedGrantMinutes;
      evidence.setAside(refsIn(request.input), minutes * 60_000);
      return accept(viewOf(id));
    },

    "queue.list": (filter) => {
      const teller = atQueue(desk);
      return teller.ok ? accept([...listed(desk, teller.value, filter)]) : teller;
    },

    "queue.open": ({ parked: id }) => {
      const parked = shown(desk, id);
      if (!parked.ok) return parked;
      const decided = decideParked(parked.value, parts);
      if (!decided.ok) return decided;
      recordLook(looks, decided.value.request);
      return accept({ parked: viewOf(id), preview: previewOf(decided.value) });
    },

    "queue.withdraw": ({ parked: id }) => {
      const parked = shown(desk, id);
      if (!parked.ok) return parked;
      const may = mayWithdraw(parked.value, known(desk.sitting(), "somebody is at work").teller);
      if (!may.ok) return may;
      commitAbout(desk, parked.value, [
        { type: "request.withdrawn", parked: parked.value.id },
        ...spentWords(desk, parked.value),
      ]);
      evidence.burn(refsIn(JSON.parse(parked.value.input)));
      return accept(viewOf(id));
    },

    "queue.take-up": ({ parked: id }) => {
      const parked = shown(desk, id);
      if (!parked.ok) return parked;
      const may = mayTakeUp(parked.value, known(desk.sitting(), "somebody is at work").teller);
      if (!may.ok) return may;
      const request = requestOf(parked.value);
      if (!request) return refuse({ code: "parked.unknown" });

      recordLook(looks, request);
      const gone = goneIn(parked.value, evidence);
      const grant = gone.length === 0 ? carrying(desk, parked.value) : undefined;
      return accept({
        parked: viewOf(id),
        hash: parked.value.hash,
        input: Object.fromEntries(Object.entries(request.input)),
        gone,
        ...(grant === undefined ? {} : { grant }),
      });
    },
  };
}

/** A parked request that whoever is at work is shown. */
export function shown(desk: Desk, id: string): Result<Parked, Refusal> {
  const teller = atQueue(desk);
  return teller.ok ? parkedFor(desk, teller.value, id) : teller;
}

/** Writes down a step of a parked request; of one to print an organ's receipt, hidden as the print is. */
export function commitAbout(
  desk: Desk,
  { code, slip, maker }: Parked,
  entries: readonly Entry[],
  more: Pick<Draft, "approvers"> = {},
): void {
  desk.commit({
    teller: desk.sitting()?.teller ?? maker,
    code,
    ...(slip === undefined ? {} : { slip }),
    ...more,
    entries,
  });
}

/** The request as it would wait, or why it does not. */
function parking(
  desk: Desk,
  decided: Decided,
  instead: ParkedId | undefined,
): Result<Parked, Refusal> {
  const { books } = desk;
  const { request, hash, context, decision } = decided;
  const maker = context.teller.id;
  const replaced = instead === undefined ? undefined : shown(desk, instead);
  if (replaced && !replaced.ok) return replaced;
  const mayGo = replaced && mayTakeUp(replaced.value, maker);
  if (mayGo && !mayGo.ok) return mayGo;

  const input = JSON.stringify(request.input);
  const open = openParked(books).filter((one) => one.maker === maker);
  const may = mayPark({ level: decision.level, hash, input }, open);
  if (!may.ok) return may;
  const customer = customerOf(decided);
  return accept({
    id: ParkedId.parse(`q-${books.count("parked") + 1}`),
    code: request.code,
    input,
    hash,
    level: decision.level,
    maker,
    ...(decision.onlyBy ? { onlyBy: decision.onlyBy } : {}),
    ...(customer === undefined ? {} : { customer }),
    ...reprintOf(decided),
    parkedAt: context.now,
    date: context.today,
    status: "waiting",
  });
}

/** What ends the request that a parked one was made from. */
function withdrawn(desk: Desk, id: ParkedId | undefined): readonly Entry[] {
  const parked = id === undefined ? undefined : desk.books.find("parked", id);
  if (!parked) return [];
  return [{ type: "request.withdrawn", parked: parked.id }, ...spentWords(desk, parked)];
}

/** Whose page shows that it waits: whom the request names, else whom it would concern first. */
function customerOf({ request, decision, context }: Decided): CustomerId | undefined {
  const { books, now, today } = context;
  const stamp = { recordedAt: now, businessDate: today };
  const [named] = customersNamed(books, request.input);
  const [concerned] = concernedBy(books, decision.entries, stamp);
  return named ?? concerned;
}

function listed(
  desk: Desk,
  teller: Teller,
  { whose, show, text }: QueueFilter,
): readonly ParkedView[] {
  const { books } = desk;
  const today = desk.today();
  const all =
    show === "open" ? openParked(books) : [...books.list("parked", "date", today)].reverse();
  const wanted = text.trim().toLowerCase();
  return all
    .filter((parked) => isShownTo(teller, parked, books))
    .filter(({ maker }) => whose === "all" || maker === teller.id)
    .map((parked) => parkedView(parked, books, desk.now()))
    .filter(({ id, code, maker, customerName = "" }) =>
      [id, code, maker, customerName].some((word) => word.toLowerCase().includes(wanted)),
    )
    .slice(0, QUEUE_SHOWN);
}

/** The word that was given, while it carries this very request: at the posting it is asked again. */
function carrying({ books, now, branch }: Desk, parked: Parked): string | undefined {
  if (parked.status !== "approved" || parked.grant === undefined) return undefined;
  const { hash, level, maker } = parked;
  const here = known(branch(), "nobody is at work before the branch is").branch.code;
  const asked = { hash, level, maker, branch: here, now: now() };
  return honour(books.find("grant", parked.grant), asked).ok ? parked.grant : undefined;
}

/** Every word that was given for it and not used: nothing is left that it could carry. */
export function spentWords({ books }: Desk, { hash, maker }: Parked): readonly Entry[] {
  return books
    .list("grant", "hash", hash)
    .filter((grant) => grant.status !== "used" && grant.maker === maker)
    .map(({ id }) => ({ type: "authorisation.spent", grant: id }));
}

/** What is shown of an order of the state is a look at it, and journalled (U07). */
export function recordLook(looks: OrderLooks, request: TransactionRequest): void {
  if (isOfOrders(request.code)) looks.record({ what: "preview", ...whatOf(request) });
}
