import { codesWithRights } from "#core/commands/rights-table.ts";
import type { NoticeChannel } from "#core/contract/channels.ts";
import type { Notice } from "#core/contract/contract.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import type { ReaderView, SessionView, WorkstationView } from "#core/contract/workstation-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept } from "#core/kernel/result.ts";
import { mayAssist, maySeeOrders, type Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import { callPart } from "#main/hotline/hotline-desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { lookRefusal } from "#main/people/may-look.ts";
import type { PinPad } from "#main/pin-pad/pin-pad.ts";
import { mayConfigure } from "#main/reader-desk/reader-desk.ts";
import type { Station } from "#main/reader-desk/station.ts";
import { boxPart } from "#main/views/box-view.ts";
import { waitingView } from "#main/views/parked-view.ts";
import { stockViews } from "#main/views/stock-view.ts";

/** Tells the windows something; parsed against the contract on its way out. */
export type Tell = <C extends NoticeChannel>(channel: C, notice: Notice<C>) => void;

/** Whoever listens, and how they are told. */
export function announcing() {
  const listeners: ((channel: NoticeChannel, notice: unknown) => void)[] = [];
  const tell: Tell = (channel, notice) => {
    for (const listener of listeners) listener(channel, notice);
  };
  return {
    tell,
    listen(listener: (channel: NoticeChannel, notice: unknown) => void) {
      listeners.push(listener);
    },
  };
}

/** What every screen shows around its business, built from the parts that know it. */
export function workstationView(
  desk: Desk,
  parts: {
    readonly station: Station;
    readonly stage: () => "writing" | "erasing" | "verifying" | undefined;
    readonly notices: WorkstationView["notices"];
  },
): WorkstationView {
  const branch = desk.branch();
  const sitting = desk.sitting();
  const stock = sitting ? stockViews(desk.books, sitting.teller) : [];
  return {
    ...(branch ? { branch: branch.branch } : {}),
    kind: desk.kind,
    now: desk.now(),
    today: desk.today(),
    ...(branch?.day ? { day: { date: branch.day.date, status: branch.day.status } } : {}),
    session: sessionView(desk),
    reader: readerView(desk, parts),
    notices: parts.notices,
    ...boxPart(desk),
    cardsLeft: stock.find(({ kind }) => kind === "card")?.left ?? 0,
    stock,
    idleLockMinutes: branch?.parameters.idleLockMinutes ?? 5,
    ...waitingFor(desk),
    ...callPart(desk.books, sitting && desk.books.find("teller", sitting.teller)),
  };
}

/** What waits in the queue for whoever sits here. */
function waitingFor(desk: Desk): Pick<WorkstationView, "waiting"> {
  const sitting = desk.sitting();
  const teller = sitting && desk.books.find("teller", sitting.teller);
  return teller ? { waiting: waitingView(teller, desk.books, desk.now()) } : {};
}

function sessionView(desk: Desk): SessionView {
  const sitting = desk.sitting();
  const teller = sitting && desk.books.find("teller", sitting.teller);
  if (!sitting || !teller) return { status: "signed-off" };
  const { id, name, role } = teller;
  const mayNot = codesWithRights.filter((code) => lookRefusal(desk, teller, code));
  return {
    status: sitting.status,
    teller: id,
    name,
    role,
    assistance: assistanceOf(teller),
    mayNot,
  };
}

function assistanceOf(teller: Teller): "none" | "sees" | "assists" {
  if (mayAssist(teller)) return "assists";
  return maySeeOrders(teller) ? "sees" : "none";
}

function readerView(
  desk: Desk,
  { station, stage: stageNow }: Parameters<typeof workstationView>[1],
): ReaderView {
  const teller = desk.atWork();
  const about = {
    simulated: station.isSimulated(),
    recording: station.recording.isOn(),
    ...(station.isUnasked() ? { isUnasked: true as const } : {}),
    ...(station.mayErase() ? {} : { cannotErase: true as const }),
    ...(teller.ok && !mayConfigure(teller.value, desk) ? { isReadOnly: true as const } : {}),
  };
  const state = station.standing();
  switch (state.status) {
    case "ready":
      return { status: "ready", model: state.model, ...about };
    case "busy": {
      // Waiting for the next customer's swipe is what a reader at rest does.
      const stage = stageNow();
      if (stage) return { status: "busy", doing: stage, ...about };
      const { doing } = state;
      if (doing === "erasing" || doing === "feeling") return { status: "busy", doing, ...about };
      return { status: "ready", ...about };
    }
    case "lost":
      return { status: "lost", reason: state.reason, ...about };
    default:
      return { status: state.status, ...about };
  }
}

/** What the customer's display shows now. */
export function displayView(desk: Desk, pinPad: PinPad): DisplayView {
  const branch = desk.branch()?.branch;
  return (
    pinPad.display() ?? {
      status: "idle",
      branchName: branch?.name ?? "",
      branchEnglishName: branch?.englishName ?? "",
      demonstration: desk.kind === "demonstration",
    }
  );
}

/** The customer's keys. */
export function displayHandlers(
  pinPad: PinPad,
  view: () => DisplayView,
): Pick<Handlers, "display.view" | "display.enter-pin" | "display.cancel"> {
  return {
    "display.view": () => accept(view()),
    "display.enter-pin": ({ digits }) => {
      pinPad.enter(digits);
      return accept(view());
    },
    "display.cancel": () => {
      pinPad.cancel();
      return accept(view());
    },
  };
}

/**
 * Whose pages a batch has changed, so that an open page is asked for again. Whom an order of the
 * state concerns is told to those alone who may see orders, whatever the clock does while nobody or
 * somebody else sits there (no tipping off).
 */
export function customersIn(desk: Desk, { sequence }: Batch): Notice<"books.changed"> {
  const { ledger, books } = desk;
  const sitting = desk.sitting();
  const teller = sitting && books.find("teller", sitting.teller);
  const isHidden = ledger.isOfOrdersAlone(sequence) && !(teller && maySeeOrders(teller));
  return { sequence, customers: isHidden ? [] : ledger.concerned(sequence).slice(0, 100) };
}
