/** What the teller's window may ask. This list is the whole of the wire. */
export const tellerRequestChannels = [
  "vault.view",
  "vault.open",
  "vault.found",
  "vault.change-passphrase",
  "vault.rotate-key",
  "backup.view",
  "backup.make",
  "backup.cancel",
  "backup.choose-folder",
  "evidence-pack.write",
  "protection.view",
  "day.view",
  "audit.search",
  "audit.export",
  "daily.list",
  "workstation.view",
  "branch.found",
  "people.list",
  "people.take-password",
  "operator-card.ask",
  "operator-card.cancel",
  "parameters.view",
  "session.sign-on",
  "session.sign-off",
  "session.lock",
  "session.resume",
  "session.change-password",
  "transaction.preview",
  "transaction.run",
  "authorisation.approve",
  "authorisation.decline",
  "queue.park",
  "queue.list",
  "queue.open",
  "queue.approve",
  "queue.decline",
  "queue.withdraw",
  "queue.take-up",
  "card.write",
  "card.erase",
  "card.cancel",
  "batch.make",
  "batch.cancel",
  "batch.list",
  "delivery.read",
  "stripe.test",
  "reader.view",
  "reader.configure",
  "reader.diagnose",
  "reader.test-sensor",
  "reader.find-dialect",
  "reader.record",
  "pin.ask",
  "pin.cancel",
  "customer.find",
  "customer.view",
  "customer.reveal",
  "loss.register",
  "freeze.stack",
  "freeze.register",
  "freeze.ending",
  "freeze.export",
  "order.list",
  "stock.register",
  "journal.list",
  "slip.view",
  "slip.list",
  "slip.print",
  "demonstration.tray",
  "demonstration.swipe",
  "demonstration.show-document",
  "demonstration.move-clock",
  "demonstration.fail-next",
  "demonstration.plug",
] as const;
export type TellerRequestChannel = (typeof tellerRequestChannels)[number];

/** What the customer's display may ask. */
export const customerRequestChannels = [
  "display.view",
  "display.enter-pin",
  "display.cancel",
  "bank.view",
  "bank.log-in",
  "bank.log-out",
  "bank.pay",
  "bank.answer",
  "bank.close-switch",
  "card.scratch",
  "card.print",
] as const;
export type CustomerRequestChannel = (typeof customerRequestChannels)[number];

/** What the page that prints a demonstration's password card may ask: that card, while it prints. */
export const sheetRequestChannels = ["card.sheet"] as const;
export type SheetRequestChannel = (typeof sheetRequestChannels)[number];

export type RequestChannel = TellerRequestChannel | CustomerRequestChannel | SheetRequestChannel;

/** What is answered before the books are open; every other channel is refused until then. */
export const vaultChannels = ["vault.view", "vault.open", "vault.found"] as const;

/** What the windows are told, unasked. */
export const tellerNoticeChannels = [
  "workstation.changed",
  "card.swiped",
  "operator-card.swiped",
  "stripe.tested",
  "document.shown",
  "books.changed",
  "tray.changed",
  "write.stage",
  "reader.traced",
  "batch.progress",
  "backup.progress",
] as const;
export const customerNoticeChannels = ["display.changed", "bank.changed"] as const;
export type TellerNoticeChannel = (typeof tellerNoticeChannels)[number];
export type CustomerNoticeChannel = (typeof customerNoticeChannels)[number];
export type NoticeChannel = TellerNoticeChannel | CustomerNoticeChannel;
