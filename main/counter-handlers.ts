import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept } from "#core/kernel/result.ts";
import { auditHandlers } from "#main/audit/audit-desk.ts";
import type { BackupHandlers } from "#main/backup/backup-desk.ts";
import type { ComposeOptions } from "#main/config.ts";
import { dayHandlers } from "#main/day/day-desk.ts";
import { withoutPresenter } from "#main/demonstration/presenter.ts";
import type { Desk } from "#main/desk.ts";
import type { Devices } from "#main/devices.ts";
import { withoutOwnEPay } from "#main/e-pay/own-e-pay.ts";
import { enquiryHandlers } from "#main/enquiries/enquiries.ts";
import { createOrderLooks } from "#main/enquiries/order-looks.ts";
import { stockRegisterHandlers } from "#main/enquiries/stock-register.ts";
import { evidencePackHandlers } from "#main/evidence-pack/evidence-pack-desk.ts";
import { openExportFolder } from "#main/exports/export-folder.ts";
import { freezeHandlers } from "#main/freeze/freeze-desk.ts";
import { hotlineHandlers } from "#main/hotline/hotline-desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { erasingHandlers } from "#main/issuing/erase-card.ts";
import { writingHandlers } from "#main/issuing/write-card.ts";
import type { Machine } from "#main/machine.ts";
import { withoutOnlineBank } from "#main/online-bank/online-bank.ts";
import type { OpenBooks } from "#main/open-books.ts";
import type { Production } from "#main/password-card/production.ts";
import { approvalHandlers } from "#main/people/approvals.ts";
import { foundingHandlers } from "#main/people/found-branch.ts";
import { mayLook } from "#main/people/may-look.ts";
import { peopleHandlers } from "#main/people/people-desk.ts";
import { sessionHandlers } from "#main/people/session.ts";
import { cardPrintingHandlers } from "#main/printing/print-card.ts";
import { printingHandlers } from "#main/printing/print-slip.ts";
import { queueHandlers } from "#main/queue/queue-desk.ts";
import { queueWordHandlers } from "#main/queue/queue-words.ts";
import { readerDeskHandlers } from "#main/reader-desk/reader-desk.ts";
import { phoneAnswerHandlers, riskHandlers } from "#main/risk/risk-desk.ts";
import type { Messages } from "#main/sms/messages.ts";
import { decideAt, decideFor, type RuleSources, transactionHandlers } from "#main/transactions.ts";
import type { VaultHandlers } from "#main/vault/keeping.ts";
import { protectionHandlers } from "#main/views/protection-view.ts";
import { withoutOwnWallet } from "#main/wallet/own-wallet.ts";
import { displayHandlers, displayView, type Tell } from "#main/workstation.ts";

/** After a commit that failed every request faults, until the books are opened again (rule 21). */
export function whileInService(desk: Desk, handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    async (input: never) => {
      if (!desk.isInService()) throw new Fault("workstation.out-of-service");
      return handler(input);
    },
  ]);
  return Object.fromEntries(guarded) as Handlers; // The same channels, each with its own handler.
}

/** Who answers what at the counter: every channel but those that keep the books safe. */
export function counterHandlers(
  options: ComposeOptions,
  parts: {
    readonly machine: Machine;
    readonly desk: Desk;
    readonly books: OpenBooks;
    readonly rules: RuleSources;
    readonly devices: Devices;
    readonly production: Production;
    readonly view: () => WorkstationView;
    readonly tell: Tell;
  },
): Omit<Handlers, VaultHandlers | BackupHandlers | keyof Messages["handlers"]> {
  const { desk, books, rules, devices, view } = parts;
  const { vault, journal } = books;
  const { evidence } = rules;
  const { pinPad, counter, presenter, onlineBank, station } = devices;
  const { reading } = counter;
  const decideOn = decideAt(desk, rules);
  const looks = createOrderLooks(desk);
  const exports = openExportFolder(options.folder, parts.machine.disk);
  const queue = { desk, decideOn, decide: decideFor(desk, rules), evidence, looks };

  return {
    "workstation.view": () => accept(view()),
    "stripe.test": ({ armed }) => {
      const teller = mayLook(desk, "3010");
      if (!teller.ok) return teller;
      counter.test(armed);
      return accept("done");
    },
    ...foundingHandlers(desk),
    ...sessionHandlers(desk, view, evidence),
    ...peopleHandlers(desk, evidence),
    ...devices.operatorCards.handlers,
    ...transactionHandlers(desk, decideOn, { evidence, looks, mayErase: station.mayErase }),
    ...dayHandlers(desk),
    ...approvalHandlers(desk, decideOn),
    ...queueHandlers(queue),
    ...queueWordHandlers(queue),
    ...writingHandlers({ desk, decideOn, ...rules, ...devices, reading }),
    ...erasingHandlers({ desk, decideOn, ...rules, ...devices, reading }),
    ...readerDeskHandlers({ desk, station, reading }),
    ...parts.production.handlers,
    ...evidencePackHandlers({ ...options, desk, journal, vault, disk: parts.machine.disk }),
    ...protectionHandlers({ ...options, ...books, desk, disk: parts.machine.disk }),
    ...enquiryHandlers(desk, { evidence, pinPad, looks }),
    ...stockRegisterHandlers(desk),
    ...hotlineHandlers(desk),
    ...freezeHandlers(desk, rules, exports),
    ...auditHandlers(desk, exports),
    ...riskHandlers(desk, parts.tell),
    ...phoneAnswerHandlers(desk),
    ...printingHandlers(desk, { ...options, looks }),
    ...cardPrintingHandlers(desk, { ...options, vault }),
    ...displayHandlers(pinPad, () => displayView(desk, pinPad)),
    ...(presenter?.handlers(view) ?? withoutPresenter()),
    ...(onlineBank?.handlers ?? withoutOnlineBank()),
    ...(devices.ownEPay?.handlers ?? withoutOwnEPay()),
    ...(devices.ownWallet?.handlers ?? withoutOwnWallet()),
  };
}
