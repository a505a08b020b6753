import { addDays, daysBetween } from "#core/calendar/business-date.ts";
import { startOfDay } from "#core/calendar/instant.ts";

import type { BinTable } from "#core/card/bin.ts";
import type { DocumentView, TrayView, WorkstationView } from "#core/contract/views.ts";
import { isExpired } from "#core/identity/document.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { demonstrationCheck } from "#main/demonstration/identity-check.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { type TrayCard, trayOf } from "#main/demonstration/tray.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";
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
  readonly transport: OpenTransport;
  readonly handlers: (view: () => WorkstationView) => PresenterHandlers;
  /** The books have changed: lays down new cards and takes used blanks away. */
  readonly refresh: () => void;
}

/**
 * Opens the presenter's tray over a simulated reader. It speaks the reader's own bytes, so nothing
 * of the program knows that there is no device (design rule 11).
 */
export function openPresenter(parts: {
  readonly desk: Desk;
  readonly evidence: EvidenceBox;
  readonly compose: ComposeStripe;
  readonly bins: BinTable;
  readonly tell: Tell;
}): Presenter {
  const { desk, evidence } = parts;
  const tray = createTray();
  const device = createSimulatedReader({ tray });
  let lying = new Map<string, TrayCard>();
  let failing: string | undefined;

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
    told();
  }

  function view(): TrayView {
    const { waitsFor } = device.panel();
    return {
      cards: [...lying.values()].map(({ id, label, number, customer, kind }) => ({
        id,
        label,
        kind,
        ...(number ? { number } : {}),
        ...(customer ? { customer } : {}),
      })),
      documents: desk.books.all("customer").map((customer) => ({
        customer: customer.id,
        name: customer.name,
        pin: demonstrationPin(customer),
      })),
      expects: waitsFor === "read" ? "swipe" : waitsFor === "write" ? "write-swipe" : "nothing",
      ...(failing ? { failing } : {}),
    };
  }

  device.onPanel(told);
  refresh();

  return {
    transport: inProcessTransport(device),
    refresh,
    handlers: (workstation) => ({
      "demonstration.tray": () => accept(view()),
      "demonstration.swipe": ({ card, badly }) => {
        const taken = badly ? device.swipeBadly(card) : device.swipe(card);
        failing = undefined;
        if (taken === "taken") return accept("done");
        return refuse({ code: "reader.not-ready", status: "not waiting for a card" });
      },
      "demonstration.show-document": ({ customer: id }) => {
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
        parts.tell("document.shown", shown);
        return accept(shown);
      },
      "demonstration.move-clock": (move) => {
        const today = desk.today();
        const days = "days" in move ? move.days : daysBetween(today, move.to);
        if (days < 1) return refuse({ code: "request.malformed", issues: ["to: a later day"] });

        // To the opening hour of that day: the branch is not there at night.
        const opening = startOfDay(addDays(today, days)) + OPENING_MS;
        desk.commit({
          teller: desk.sitting()?.teller ?? "system",
          code: "clock",
          entries: [{ type: "clock.moved", byMs: opening - desk.now() }],
        });
        desk.settle();
        return accept(workstation());
      },
      "demonstration.fail-next": ({ how }) => {
        failing = how === "none" ? undefined : how;
        if (how !== "none") device.failNext(how);
        told();
        return accept("done");
      },
    }),
  };
}

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
