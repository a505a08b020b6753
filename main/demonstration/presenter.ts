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
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { demonstrationCheck } from "#main/demonstration/identity-check.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { type TrayCard, trayOf } from "#main/demonstration/tray.ts";
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

/** How the presenter lets the next write fail. */
type Failing = Exclude<Input<"demonstration.fail-next">["how"], "none">;

/**
 * Opens the presenter's tray over a simulated reader. It speaks the reader's own bytes, so nothing
 * of the program knows that there is no device (design rule 11).
 */
export function openPresenter(parts: PresenterParts): Presenter {
  const { desk } = parts;
  const tray = createTray();
  let device: SimulatedReader = parts.machine.simulate(tray, "msr605");
  let plugged = { dialect: "msr605" as SimulatedDialect, cable: inProcessTransport(device) };
  let stopPanel = device.onPanel(() => told());
  let lying = new Map<string, TrayCard>();
  // What depends on the books alone is looked up when they change, and not at every lamp.
  let documents: TrayView["documents"] = [];
  let failing: Failing | undefined;

  const told = () => parts.tell("tray.changed", view());

  function refresh(): void {
    const cards = trayOf(desk.books, {
      compose: parts.compose,
      bins: parts.bins,
      today: desk.today(),
      teller: desk.sitting()?.teller,
    });
    lying = new Map(cards.map((card) => [card.id, card]));
    for (const card of tray.cards()) if (!lying.has(card.id)) tray.takeAway(card.id);
    // A card that already lies there keeps what a write has put on it.
    for (const card of cards) if (!tray.card(card.id)) tray.put(card);
    documents = documentsOf(parts);
    told();
  }

  function view(): TrayView {
    return {
      cards: [...lying.values()].map(({ id, label, number, customer, kind }) => ({
        id,
        label,
        kind,
        ...(number ? { number } : {}),
        ...(customer ? { customer } : {}),
      })),
      documents,
      expects: EXPECTED[device.panel().waitsFor],
      ...(failing ? { failing } : {}),
    };
  }

  function simulate(dialect: SimulatedDialect): OpenTransport {
    if (plugged.dialect === dialect) return plugged.cable;
    stopPanel();
    device = parts.machine.simulate(tray, dialect);
    stopPanel = device.onPanel(told);
    plugged = { dialect, cable: inProcessTransport(device) };
    told();
    return plugged.cable;
  }

  refresh();

  function swipe({ card, badly }: Input<"demonstration.swipe">): "taken" | "ignored" {
    // Kept here until a write is due, so that the presenter may still think better of it.
    const isWrite = device.panel().waitsFor === "write" && tray.card(card) !== undefined;
    if (isWrite && failing) device.failNext(failing);
    if (isWrite) failing = undefined;
    return badly ? device.swipeBadly(card) : device.swipe(card);
  }

  return {
    simulate,
    refresh,
    handlers: (workstation) => ({
      "demonstration.tray": () => accept(view()),
      "demonstration.swipe": (asked) =>
        swipe(asked) === "taken"
          ? accept("done")
          : refuse({ code: "reader.not-ready", status: "not waiting for a card" }),
      "demonstration.show-document": ({ customer }) => showDocument(customer, parts),
      "demonstration.move-clock": (move) => {
        const moved = moveClock(desk, move);
        return moved.ok ? accept(workstation()) : moved;
      },
      "demonstration.fail-next": ({ how }) => {
        failing = how === "none" ? undefined : how;
        told();
        return accept("done");
      },
    }),
  };
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

/** What a presenter is to do for whatever the reader waits for; its sensor feels no card of a tray. */
const EXPECTED = {
  read: "swipe",
  write: "write-swipe",
  erase: "erase-swipe",
  sensor: "nothing",
  nothing: "nothing",
} as const;

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
  };
}
