import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { BinTable } from "#core/card/bin.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import type { Composed, ComposeOptions } from "#main/config.ts";
import { counterHandlers, whileInService } from "#main/counter-handlers.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { type Devices, openDevices } from "#main/devices.ts";
import { createEvidenceBox, type EvidenceBox } from "#main/evidence/evidence.ts";
import type { Log } from "#main/log/log.ts";
import { type Machine, realMachine } from "#main/machine.ts";
import { closeBooks, type OpenBooks, openBooks } from "#main/open-books.ts";
import { openInStages } from "#main/opening.ts";
import { openProduction, type Production } from "#main/password-card/production.ts";
import { beginFirstDay, signOffLeftovers } from "#main/people/session.ts";
import { type OpenedVault, openSafekeeping, type Safekeeping } from "#main/safekeeping.ts";
import { sealingOf } from "#main/seals/sealing.ts";
import { openMessages } from "#main/sms/messages.ts";
import { startupNotices } from "#main/startup-notices.ts";
import type { RuleSources } from "#main/transactions.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import { announcing, customersIn, workstationView } from "#main/workstation.ts";
import bins from "#resources/bin.json";
import freezeKinds from "#resources/freeze-kinds.json";
import holidays from "#resources/holidays.json";

/** How often the clock alone is asked what it has brought about, in ms. */
const SETTLE_EVERY_MS = 60_000;

/**
 * Puts the program together over one data folder: opens it, replays it, and wires the parts. Where
 * the branch's passphrase is needed, that waits until the window has it.
 */
export function compose(
  options: ComposeOptions,
  machine: Machine = realMachine,
): Promise<Composed> {
  const { folder, kind, keyStore, passphraseCost: cost, onOpeningFailed: onFailure } = options;
  const place: VaultPlace = {
    folder,
    kind,
    disk: machine.disk,
    now: machine.wallClock,
    ...(keyStore ? { keyStore } : {}),
    ...(cost ? { cost } : {}),
  };
  return openInStages({
    place,
    stopwatch: machine.clock.now,
    compose: (vault, patience) => composeOpened(options, machine, { vault, place, patience }),
    onRefused: (code) => options.log.note("vault.refused", { code }),
    ...(onFailure ? { onFailure } : {}),
  });
}

async function composeOpened(
  options: ComposeOptions,
  machine: Machine,
  opened: OpenedVault,
): Promise<Composed> {
  const books = await openBooks(options.folder, opened.vault, machine.disk);
  try {
    const rules = {
      holidays: holidaysOf(HolidayFile.parse(holidays)),
      bins: BinTable.parse(bins),
      freezeKinds: FreezeKinds.parse(freezeKinds),
      evidence: createEvidenceBox(machine.clock.now),
      sealing: sealingOf(books),
    };
    if (options.kind === "demonstration") {
      const grid = options.passwordCardGrid;
      await foundDemonstration(books, { ...rules, grid }, machine.wallClock);
    }
    return composeOver(options, { machine, books, rules, opened });
  } catch (failure) {
    closeBooks(books);
    throw failure;
  }
}

function composeOver(
  options: ComposeOptions,
  {
    machine,
    books,
    rules,
    opened,
  }: {
    readonly machine: Machine;
    readonly books: OpenBooks;
    readonly rules: RuleSources;
    readonly opened: OpenedVault;
  },
): Composed {
  const { vault, journal, ledger } = books;
  const { listen, tell } = announcing();
  const desk: Desk = createDesk({
    kind: options.kind,
    journal,
    ledger,
    clock: machine.wallClock,
    onPosted: (batch) => {
      production.onPosted(batch);
      safekeeping.onPosted(batch);
      tell("books.changed", customersIn(desk, batch));
      onChange();
      devices.presenter?.refresh();
      devices.onlineBank?.onPosted(batch);
      devices.ownEPay?.onPosted(batch);
      devices.ownWallet?.onPosted(batch);
      messages.onPosted(batch);
    },
    onSitting: () => {
      if (!desk.sitting()) clearCounter(rules.evidence, devices, production);
      if (!desk.atWork().ok) letGoOfCards(devices, options.log);
      onChange();
      devices.presenter?.refresh();
    },
    // The lock or the sign-off that was not written down has to let go of them all the same.
    onCommitFailed: () => letGoOfCards(devices, options.log),
    onLedgerFailed: (failure) => options.log.incident(failure),
  });
  const devices = openDevices(options, {
    machine,
    desk,
    vault,
    rules,
    tell,
    onChange: () => onChange(),
  });
  const production = openProduction(options, { machine, desk, vault, rules, tell });
  const messages = openMessages({ ...devices, ...options, ...machine, desk, vault, tell });
  const safekeeping = openSafekeeping(options, { machine, desk, books, rules, opened, tell });
  const view = () =>
    workstationView(desk, {
      ...devices,
      notices: [
        ...startupNotices(options, journal.notices, desk, rules.holidays),
        ...safekeeping.notices(),
        ...messages.notices(),
        ...(devices.station.isSettingBroken()
          ? [{ code: "reader.settings-broken", facts: {} }]
          : []),
      ],
    });
  const onChange = () => tell("workstation.changed", view());

  signOffLeftovers(desk);
  beginFirstDay(desk);
  safekeeping.begin();
  production.settle();
  messages.look();
  const settling = setInterval(
    () => settleByTheClock(desk, [safekeeping, messages], options.log),
    SETTLE_EVERY_MS,
  );
  let closing: Promise<void> | undefined;
  async function shut(): Promise<void> {
    clearInterval(settling);
    devices.onlineBank?.close();
    devices.ownEPay?.close();
    devices.ownWallet?.close();
    messages.stop();
    await devices.counter.reading.stop();
    devices.station.leave();
    devices.station.trace.stop();
    await production.stop();
    await safekeeping.stop();
    closeBooks(books);
  }

  return {
    handlers: whileInService(
      desk,
      safekeeping.guard({
        ...counterHandlers(options, {
          ...{ machine, desk, books, rules, devices, production, view, tell },
        }),
        ...messages.handlers,
        ...safekeeping.handlers,
      }),
    ),
    onNotice: listen,
    close() {
      closing ??= shut();
      return closing;
    },
  };
}

/** Whoever comes next finds nothing of what was shown before, and nobody is asked for a PIN. */
function clearCounter(
  evidence: EvidenceBox,
  { pinPad, counter, station, operatorCards }: Devices,
  production: Production,
): void {
  production.release();
  evidence.empty();
  pinPad.cancel();
  operatorCards.letGo();
  counter.test(false);
  station.leave();
}

/** While nobody is at work no card is written or erased: the next one through is anybody's. */
function letGoOfCards({ counter, operatorCards }: Devices, log: Log): void {
  operatorCards.letGo();
  counter.reading.callOff().catch((failure) => log.incident(failure));
}

/** The timer only records: answers never wait for it (design rule 9), and its failure ends nothing. */
function settleByTheClock(
  desk: Desk,
  keepers: readonly Pick<Safekeeping, "look">[],
  log: Log,
): void {
  try {
    if (!desk.isInService()) return;
    for (const keeper of keepers) keeper.look();
    desk.settle();
  } catch (failure) {
    log.incident(failure);
  }
}
