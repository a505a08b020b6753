import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { BinTable } from "#core/card/bin.ts";
import type { WorkstationView } from "#core/contract/views.ts";
import { accept } from "#core/kernel/result.ts";
import type { Composed, ComposeOptions } from "#main/config.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import { withoutPresenter } from "#main/demonstration/presenter.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { type Devices, openDevices } from "#main/devices.ts";
import { enquiryHandlers } from "#main/enquiries/enquiries.ts";
import { createEvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { writingHandlers } from "#main/issuing/write-card.ts";
import { openBooks } from "#main/open-books.ts";
import { approvalHandlers } from "#main/people/approvals.ts";
import { foundingHandlers } from "#main/people/found-branch.ts";
import { sessionHandlers, signOffLeftovers } from "#main/people/session.ts";
import { printingHandlers } from "#main/printing/print-slip.ts";
import { startupNotices } from "#main/startup-notices.ts";
import { decideAt, type RuleSources, transactionHandlers } from "#main/transactions.ts";
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

/** Puts the program together over one data folder: opens it, replays it, and wires the parts. */
export async function compose(options: ComposeOptions): Promise<Composed> {
  const { kind, folder } = options;
  const books = await openBooks(folder, kind);
  const { vault, journal, ledger } = books;
  const rules = {
    holidays: holidaysOf(HolidayFile.parse(holidays)),
    bins: BinTable.parse(bins),
    evidence: createEvidenceBox(() => performance.now()),
  };
  if (kind === "demonstration") await foundDemonstration(books, rules, Date.now);

  const { listen, tell } = announcing();
  const desk: Desk = createDesk({
    kind,
    journal,
    ledger,
    clock: Date.now,
    onPosted: (batch) => {
      tell("books.changed", customersIn(desk, batch));
      onChange();
    },
    onSitting: () => onChange(),
  });
  const devices = openDevices(options, { desk, vault, rules, tell, onChange: () => onChange() });
  const view = () =>
    workstationView(desk, {
      ...devices,
      simulated: devices.presenter !== undefined,
      notices: startupNotices(options, journal.notices, desk, rules.holidays),
    });
  function onChange(): void {
    tell("workstation.changed", view());
    devices.presenter?.refresh();
  }

  signOffLeftovers(desk);
  const settling = setInterval(() => desk.settle(), SETTLE_EVERY_MS);

  return {
    handlers: handlersOf(options, { desk, rules, devices, view }),
    onNotice: listen,
    async close() {
      clearInterval(settling);
      await devices.counter.reading.stop();
      ledger.close();
      journal.close();
    },
  };
}

function handlersOf(
  options: ComposeOptions,
  parts: {
    readonly desk: Desk;
    readonly rules: RuleSources;
    readonly devices: Devices;
    readonly view: () => WorkstationView;
  },
): Handlers {
  const { desk, rules, devices, view } = parts;
  const { evidence } = rules;
  const { pinPad, counter, presenter } = devices;
  const decideOn = decideAt(desk, rules);

  return {
    "workstation.view": () => accept(view()),
    "stripe.test": ({ armed }) => {
      counter.test(armed);
      return accept("done");
    },
    ...foundingHandlers(desk),
    ...sessionHandlers(desk, view),
    ...transactionHandlers(desk, decideOn, evidence),
    ...approvalHandlers(desk, decideOn),
    ...writingHandlers({ desk, decideOn, evidence, ...devices, reading: counter.reading }),
    ...enquiryHandlers(desk, { evidence, pinPad }),
    ...printingHandlers(desk, options),
    ...displayHandlers(pinPad, () => displayView(desk, pinPad)),
    ...(presenter?.handlers(view) ?? withoutPresenter()),
  };
}
