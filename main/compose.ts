import { HolidayFile, holidaysOf } from "#core/calendar/holidays.ts";
import { BinTable } from "#core/card/bin.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept } from "#core/kernel/result.ts";
import { type BackupHandlers, createBackupDesk } from "#main/backup/backup-desk.ts";
import type { Composed, ComposeOptions } from "#main/config.ts";
import { foundDemonstration } from "#main/demonstration/found-demonstration.ts";
import { withoutPresenter } from "#main/demonstration/presenter.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { type Devices, openDevices } from "#main/devices.ts";
import { enquiryHandlers } from "#main/enquiries/enquiries.ts";
import { createOrderLooks } from "#main/enquiries/order-looks.ts";
import { createEvidenceBox, type EvidenceBox } from "#main/evidence/evidence.ts";
import { evidencePackHandlers } from "#main/evidence-pack/evidence-pack-desk.ts";
import { openExportFolder } from "#main/exports/export-folder.ts";
import { freezeHandlers } from "#main/freeze/freeze-desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { erasingHandlers } from "#main/issuing/erase-card.ts";
import { writingHandlers } from "#main/issuing/write-card.ts";
import type { Log } from "#main/log/log.ts";
import { type Machine, realMachine } from "#main/machine.ts";
import { type MachineWatch, watchMachine } from "#main/machine-watch.ts";
import { withoutOnlineBank } from "#main/online-bank/online-bank.ts";
import { closeBooks, type OpenBooks, openBooks } from "#main/open-books.ts";
import { openInStages } from "#main/opening.ts";
import { openProduction, type Production } from "#main/password-card/production.ts";
import { approvalHandlers } from "#main/people/approvals.ts";
import { foundingHandlers } from "#main/people/found-branch.ts";
import { sessionHandlers, signOffLeftovers } from "#main/people/session.ts";
import { cardPrintingHandlers } from "#main/printing/print-card.ts";
import { printingHandlers } from "#main/printing/print-slip.ts";
import { readerDeskHandlers } from "#main/reader-desk/reader-desk.ts";
import { openSealFolder } from "#main/seals/seal-folder.ts";
import { sealingOf } from "#main/seals/sealing.ts";
import { createSnapshots } from "#main/snapshot/snapshots.ts";
import { startupNotices } from "#main/startup-notices.ts";
import { decideAt, type RuleSources, transactionHandlers } from "#main/transactions.ts";
import { keepingHandlers, type VaultHandlers } from "#main/vault/keeping.ts";
import type { Patience } from "#main/vault/patience.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import { protectionHandlers } from "#main/views/protection-view.ts";
import {
  announcing,
  customersIn,
  displayHandlers,
  displayView,
  workstationView,
} from "#main/workstation.ts";
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

/** What is known of the vault once it is open. */
interface OpenedVault {
  readonly vault: Vault;
  readonly place: VaultPlace;
  readonly patience: Patience;
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
  const seals = openSealFolder(options.folder, machine.disk);
  const desk: Desk = createDesk({
    kind: options.kind,
    journal,
    ledger,
    clock: machine.wallClock,
    onPosted: (batch) => {
      production.onPosted(batch);
      keepSeals(() => seals.keep(batch.entries), options.log);
      snapshots.onPosted(batch);
      tell("books.changed", customersIn(desk, batch));
      onChange();
      devices.presenter?.refresh();
      devices.onlineBank?.onPosted(batch);
    },
    onSitting: () => {
      if (!desk.sitting()) clearCounter(rules.evidence, devices, production);
      if (!desk.atWork().ok) letGoOfCards(devices, options.log);
      onChange();
      devices.presenter?.refresh();
    },
    // The lock or the sign-off that was not written down has to let go of them all the same.
    onCommitFailed: () => letGoOfCards(devices, options.log),
  });
  const devices = openDevices(options, {
    machine,
    desk,
    vault,
    rules,
    tell,
    onChange: () => onChange(),
  });
  const { folder, log, startSnapshot: start } = options;
  const snapshots = createSnapshots({ folder, log, start, books, clock: machine.clock });
  const production = openProduction(options, { machine, desk, vault, rules, tell });
  const watch = watchMachine({ machine, desk, folder: options.folder, ...rules });
  const { disk } = machine;
  const backups = createBackupDesk({ ...options, disk, desk, journal, keys: vault, tell });
  const view = () =>
    workstationView(desk, {
      ...devices,
      notices: [
        ...startupNotices(options, journal.notices, desk, rules.holidays),
        ...watch.notices(),
        ...(devices.station.isSettingBroken()
          ? [{ code: "reader.settings-broken", facts: {} }]
          : []),
      ],
    });
  const onChange = () => tell("workstation.changed", view());

  signOffLeftovers(desk);
  watch.start();
  production.settle();
  keepSeals(() => seals.settle(ledger), options.log);
  const settling = setInterval(() => settleByTheClock(desk, watch, options.log), SETTLE_EVERY_MS);
  let closing: Promise<void> | undefined;
  async function shut(): Promise<void> {
    clearInterval(settling);
    await backups.stop();
    devices.onlineBank?.close();
    await devices.counter.reading.stop();
    devices.station.leave();
    devices.station.trace.stop();
    await production.stop();
    await snapshots.stop();
    closeBooks(books);
  }

  return {
    handlers: whileInService(
      desk,
      watch.guard({
        ...handlersOf(options, { machine, desk, books, rules, devices, production, view }),
        ...keepingHandlers({ desk, journal, ...opened, onKeys: snapshots.useKeys }),
        ...backups.handlers,
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
  { pinPad, counter, station }: Devices,
  production: Production,
): void {
  production.release();
  evidence.empty();
  pinPad.cancel();
  counter.test(false);
  station.leave();
}

/** The journal has every seal, and the next start lays its file down again. */
function keepSeals(lay: () => void, log: Log): void {
  try {
    lay();
  } catch (failure) {
    log.incident(failure);
  }
}

/** While nobody is at work no card is written or erased: the next one through is anybody's. */
function letGoOfCards({ counter }: Devices, log: Log): void {
  counter.reading.callOff().catch((failure) => log.incident(failure));
}

/** The timer only records: answers never wait for it (design rule 9), and its failure ends nothing. */
function settleByTheClock(desk: Desk, watch: MachineWatch, log: Log): void {
  try {
    if (!desk.isInService()) return;
    watch.look();
    desk.settle();
  } catch (failure) {
    log.incident(failure);
  }
}

/** After a commit that failed every request faults, until the books are opened again (rule 21). */
function whileInService(desk: Desk, handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: never) => {
      if (!desk.isInService()) throw new Fault("workstation.out-of-service");
      return handler(input);
    },
  ]);
  return Object.fromEntries(guarded) as Handlers; // The same channels, each with its own handler.
}

function handlersOf(
  options: ComposeOptions,
  parts: {
    readonly machine: Machine;
    readonly desk: Desk;
    readonly books: OpenBooks;
    readonly rules: RuleSources;
    readonly devices: Devices;
    readonly production: Production;
    readonly view: () => WorkstationView;
  },
): Omit<Handlers, VaultHandlers | BackupHandlers> {
  const { desk, books, rules, devices, view } = parts;
  const { vault, journal } = books;
  const { evidence } = rules;
  const { pinPad, counter, presenter, onlineBank, station } = devices;
  const { reading } = counter;
  const decideOn = decideAt(desk, rules);
  const looks = createOrderLooks(desk);

  return {
    "workstation.view": () => accept(view()),
    "stripe.test": ({ armed }) => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      counter.test(armed);
      return accept("done");
    },
    ...foundingHandlers(desk),
    ...sessionHandlers(desk, view),
    ...transactionHandlers(desk, decideOn, { evidence, looks, mayErase: station.mayErase }),
    ...approvalHandlers(desk, decideOn),
    ...writingHandlers({ desk, decideOn, ...rules, ...devices, reading }),
    ...erasingHandlers({ desk, decideOn, ...rules, ...devices, reading }),
    ...readerDeskHandlers({ desk, station, reading }),
    ...parts.production.handlers,
    ...evidencePackHandlers({ ...options, desk, journal, vault, disk: parts.machine.disk }),
    ...protectionHandlers({ ...options, ...books, desk, disk: parts.machine.disk }),
    ...enquiryHandlers(desk, { evidence, pinPad, looks }),
    ...freezeHandlers(desk, rules, openExportFolder(options.folder, parts.machine.disk)),
    ...printingHandlers(desk, { ...options, looks }),
    ...cardPrintingHandlers(desk, { ...options, vault }),
    ...displayHandlers(pinPad, () => displayView(desk, pinPad)),
    ...(presenter?.handlers(view) ?? withoutPresenter()),
    ...(onlineBank?.handlers ?? withoutOnlineBank()),
  };
}
