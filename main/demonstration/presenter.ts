import { addDays, daysBetween } from "#core/calendar/business-date.ts";
import { startOfDay } from "#core/calendar/instant.ts";
import type { BinTable } from "#core/card/bin.ts";
import type { Input } from "#core/contract/contract.ts";
import type { TrayView } from "#core/contract/display-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { DocumentView } from "#core/contract/swipe-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { isExpired } from "#core/identity/document.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import { createTray, type Tray } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { demonstrationCheck } from "#main/demonstration/identity-check.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { type TrayCard, trayOf } from "#main/demonstration/tray.ts";
import { openTrayReader, type TrayReader } from "#main/demonstration/tray-reader.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";
import type { Machine } from "#main/machine.ts";
import type { Tell } from "#main/workstation.ts";

type PresenterHandlers = Pick<
  Handlers,
  | "demonstration.tray"
  | "demonstration.swipe"
  | "demonstration.show-document"
  | "demonstration.move-clock"
  | "demonstration.fail-next"
  | "demonstration.plug"
>;

/** What only a demonstration has: cards and documents to lay down, and a clock to move. */
export interface Presenter {
  /** The cable of a simulated reader that speaks this language; one of another is taken away. */
  readonly simulate: (dialect: SimulatedDialect) => OpenTransport;
  readonly handlers: (view: () => WorkstationView) => PresenterHandlers;
  /** The books have changed: lays down new cards and takes used blanks away. */
  readonly refresh: () => void;
}

/** What a presenter needs. */
export interface PresenterParts {
  readonly machine: Pick<Machine, "simulate">;
  readonly desk: Desk;
  readonly evidence: EvidenceBox;
  readonly compose: ComposeStripe;
  readonly bins: BinTable;
  /** The keyed hash that a PIN has for an account. */
  readonly pinVerifier: (account: string, pin: string) => string;
  readonly tell: Tell;
}

/** What lies on the presenter's desk, beside the reader. */
interface Laid {
  readonly cards: readonly TrayCard[];
  readonly documents: TrayView["documents"];
}

/**
 * Opens the presenter's tray over a simulated reader. It speaks the reader's own bytes, so nothing
 * of the program knows that there is no device (design rule 11).
 */
export function openPresenter(parts: PresenterParts): Presenter {
  const tray = createTray();
  const reader = openTrayReader({ ...parts, tray, onChange: () => told() });
  // What depends on the books alone is looked up when they change, and not at every lamp.
  let laid: Laid = { cards: [], documents: [] };

  const view = () => trayView(laid, reader);
  const told = () => parts.tell("tray.changed", view());

  function refresh(): void {
    laid = { cards: layCards(tray, parts), documents: documentsOf(parts) };
    told();
  }

  refresh();

  return {
    simulate: reader.simulate,
    refresh,
    handlers: (workstation) => ({
      "demonstration.tray": () => accept(view()),
      "demonstration.swipe": (asked) =>
        reader.swipe(asked) === "taken" ? accept("done") : refuse(whyIgnored(reader)),
      "demonstration.show-document": ({ customer }) => showDocument(customer, parts),
      "demonstration.move-clock": (move) => {
        const moved = moveClock(parts.desk, move);
        return moved.ok ? accept(workstation()) : moved;
      },
      "demonstration.fail-next": ({ how }) => {
        reader.failNext(how);
        return accept("done");
      },
      "demonstration.plug": ({ in: isIn }) => {
        reader.plug(isIn);
        return accept("done");
      },
    }),
  };
}

/** Lays down every card there is by the books, and takes away what is no card any more. */
function layCards(tray: Tray, { desk, compose, bins }: PresenterParts): readonly TrayCard[] {
  const cards = trayOf(desk.books, {
    compose,
    bins,
    today: desk.today(),
    teller: desk.sitting()?.teller,
  });
  const lying = new Set(cards.map(({ id }) => id));
  for (const card of tray.cards()) if (!lying.has(card.id)) tray.takeAway(card.id);
  // A card that already lies there keeps what a write has put on it.
  for (const card of cards) if (!tray.card(card.id)) tray.put(card);
  return cards;
}

function trayView({ cards, documents }: Laid, reader: TrayReader): TrayView {
  return {
    cards: cards.map(({ id, label, number, customer, kind }) => ({
      id,
      label,
      kind,
      ...(number ? { number } : {}),
      ...(customer ? { customer } : {}),
    })),
    documents,
    ...reader.view(),
  };
}

/** Why a card that was pulled through did nothing. */
function whyIgnored(reader: TrayReader): Refusal {
  return reader.view().isPlugged
    ? { code: "reader.not-ready", status: "not waiting for a card" }
    : { code: "reader.not-ready", status: "lost", reason: "unplugged" };
}

/** Everybody's document, with the PIN that goes with it. */
function documentsOf({ desk, pinVerifier }: PresenterParts): TrayView["documents"] {
  return desk.books.all("customer").map((customer) => {
    const { id, name } = customer;
    const pin = demonstrationPin(customer);
    // A PIN that the customer has since chosen is nobody's to know, the presenter's included.
    const isStill = desk.books
      .list("card", "customer", id)
      .some((card) => card.pinVerifier === pinVerifier(card.account, pin));
    return { customer: id, name, ...(isStill ? { pin } : {}) };
  });
}

/** Lays a customer's document on the document reader that a demonstration pretends to have. */
function showDocument(
  id: CustomerId,
  { desk, evidence, tell }: PresenterParts,
): Result<DocumentView, Refusal> {
  const customer = desk.books.find("customer", id);
  if (!customer) return refuse({ code: "customer.unknown" });

  const { documentKind: kind, documentNumber: number } = customer;
  const check = demonstrationCheck(customer);
  const shown: DocumentView = {
    ref: evidence.keep({ type: "document", kind, number }),
    kind,
    number: maskDocumentNumber(number),
    name: customer.name,
    expired: isExpired(customer.documentValidTo, desk.today()),
    ...(check ? { check } : {}),
    customer: id,
  };
  tell("document.shown", shown);
  return accept(shown);
}

/** Moves the branch's clock to the opening hour of a later day: nobody is there at night. */
function moveClock(desk: Desk, move: Input<"demonstration.move-clock">): Result<"moved", Refusal> {
  // Somebody must be at work: a moved clock would end the lock-out of whoever is kept out.
  const teller = desk.atWork();
  if (!teller.ok) return teller;

  const today = desk.today();
  const days = "days" in move ? move.days : daysBetween(today, move.to);
  if (days < 1) return refuse({ code: "request.malformed", issues: ["to: a later day"] });
  if (days > DAYS_MAX) return refuse({ code: "request.malformed", issues: ["to: within a year"] });

  const opening = startOfDay(addDays(today, days)) + OPENING_MS;
  desk.commit({
    teller: teller.value.id,
    code: "clock",
    entries: [{ type: "clock.moved", byMs: opening - desk.now() }],
  });
  desk.settle();
  return accept("moved");
}

/** A clock once moved never comes back: a slip of the hand must not end the calendar. */
const DAYS_MAX = 366;
/** 09:00, when the counter opens, in ms after midnight. */
const OPENING_MS = 9 * 60 * 60 * 1000;

/** In a live branch there is no presenter: its channels refuse. */
export function withoutPresenter(): PresenterHandlers {
  const no = () => refuse({ code: "request.not-in-live" });
  return {
    "demonstration.tray": no,
    "demonstration.swipe": no,
    "demonstration.show-document": no,
    "demonstration.move-clock": no,
    "demonstration.fail-next": no,
    "demonstration.plug": no,
  };
}
