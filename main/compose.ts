import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { BinTable } from "#core/card/bin.ts";
import { accept } from "#core/kernel/result.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import type { Composed, ComposeOptions } from "#main/config.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import { openPresenter, withoutPresenter } from "#main/demonstration/presenter.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { enquiryHandlers } from "#main/enquiries/enquiries.ts";
import { openCounterReader } from "#main/evidence/counter-reader.ts";
import { createEvidenceBox } from "#main/evidence/evidence.ts";
import { stripeComposer } from "#main/issuing/stripe.ts";
import { writingHandlers } from "#main/issuing/write-card.ts";
import { openBooks } from "#main/open-books.ts";
import { approvalHandlers } from "#main/people/approvals.ts";
import { foundingHandlers } from "#main/people/found-branch.ts";
import { sessionHandlers, signOffLeftovers } from "#main/people/session.ts";
import { createPinPad } from "#main/pin-pad/pin-pad.ts";
import { printingHandlers } from "#main/printing/print-slip.ts";
import { startupNotices } from "#main/startup-notices.ts";
import { decideAt, transactionHandlers } from "#main/transactions.ts";
import {
  announcing,
  customersIn,
  displayHandlers,
  displayView,
  workstationView,
} from "#main/workstation.ts";
import bins from "#resources/bin.json";
import holidays from "#resources/holidays.json";

/** How often the clock alone is asked what it has brought about, in ms. */
const SETTLE_EVERY_MS = 60_000;

/** What the status bar says while a card is being written. */
const STAGES = { "write-swipe": "writing", "verify-swipe": "verifying" } as const;

/** Puts the program together over one data folder: opens it, replays it, and wires the parts. */
export async function compose(options: ComposeOptions): Promise<Composed> {
  const { kind, folder } = options;
  const books = await openBooks(folder, kind);
  const { vault, journal, ledger } = books;
  const sources = {
    holidays: holidaysOf(HolidayFile.parse(holidays)),
    bins: BinTable.parse(bins),
    evidence: createEvidenceBox(() => performance.now()),
  };
  const { evidence } = sources;
  if (kind === "demonstration") await foundDemonstration(books, sources, Date.now);
  const { listen, tell } = announcing();

  const desk: Desk = createDesk({
    kind,
    journal,
    ledger,
    clock: Date.now,
    onPosted: (batch) => {
      tell("books.changed", customersIn(desk, batch));
      changed();
      presenter?.refresh();
    },
    onSitting: () => changed(),
  });
  const stripes = stripeComposer(vault.cardVerification);
  const presenter =
    kind === "demonstration"
      ? openPresenter({ desk, evidence, compose: stripes, bins: sources.bins, tell })
      : undefined;

  const reader = createCardReader({
    transport: presenter?.transport ?? serialTransport({ path: options.readerPath ?? "" }),
    dialect: msr605,
    onIncident: ({ incident }) => options.log.note("reader", { incident }),
  });
  let stage: "writing" | "verifying" | undefined;
  const view = () =>
    workstationView(desk, {
      reader,
      simulated: presenter !== undefined,
      stage: () => stage,
      notices: startupNotices(options, journal.notices, desk, sources.holidays),
    });
  const changed = () => tell("workstation.changed", view());
  reader.onState(changed);

  const counter = openCounterReader(reader, {
    desk,
    bins: sources.bins,
    compose: stripes,
    evidence,
    onSwipe: (swipe) => tell("card.swiped", swipe),
    onTest: (stripe) => tell("stripe.tested", stripe),
  });
  const pinPad = createPinPad({
    pepper: vault.pinPepper,
    evidence,
    demonstration: presenter !== undefined,
    onChange: () => tell("display.changed", displayView(desk, pinPad)),
  });
  signOffLeftovers(desk);
  const settling = setInterval(() => desk.settle(), SETTLE_EVERY_MS);
  const decideOn = decideAt(desk, sources);

  return {
    handlers: {
      "workstation.view": () => accept(view()),
      "stripe.test": ({ armed }) => {
        counter.test(armed);
        return accept("done");
      },
      ...foundingHandlers(desk),
      ...sessionHandlers(desk, view),
      ...transactionHandlers(desk, decideOn, evidence),
      ...approvalHandlers(desk, decideOn),
      ...writingHandlers({
        desk,
        decideOn,
        evidence,
        reader,
        reading: counter.reading,
        compose: stripes,
        onStage: (next) => {
          stage = next === "done" ? undefined : STAGES[next];
          tell("write.stage", { stage: next });
          changed();
          presenter?.refresh();
        },
      }),
      ...enquiryHandlers(desk, { evidence, pinPad }),
      ...printingHandlers(desk, options),
      ...displayHandlers(pinPad, () => displayView(desk, pinPad)),
      ...(presenter?.handlers(view) ?? withoutPresenter()),
    },
    onNotice: listen,
    async close() {
      clearInterval(settling);
      await counter.reading.stop();
      ledger.close();
      journal.close();
    },
  };
}
