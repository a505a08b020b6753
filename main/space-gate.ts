import type { RequestChannel } from "#core/contract/channels.ts";
import type { Input } from "#core/contract/contract.ts";
import { refuse } from "#core/kernel/result.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { DiskSpace } from "#main/journal/disk-space.ts";

/** What begins something new. All else ends something, or looks: signing off, locking, look-ups. */
const BEGINNING: ReadonlySet<string> = new Set<RequestChannel>([
  "branch.found",
  "vault.change-passphrase",
  "vault.rotate-key",
  "transaction.preview",
  "transaction.run",
  "authorisation.approve",
  "card.write",
  "card.erase",
  "batch.make",
  "delivery.read",
  "reader.configure",
  "reader.record",
  "pin.ask",
  "sms-code.send",
  "sms-code.ask",
  "freeze.export",
  "evidence-pack.write",
  "demonstration.move-clock",
  "bank.log-in",
  "bank.pay",
  "bank.answer",
  "bank.close-switch",
]);

/** Whether a posting was begun while there was room: its card is made or erased, or it is posted. */
export type UnderWay = (run: Input<"transaction.run">) => boolean;

/**
 * Refuses new business on a disk without room (`workstation.disk-full`). What a card was already
 * written or erased for is posted all the same: the room that is left is there for that.
 */
export function whileThereIsRoom(
  { isFull }: Pick<DiskSpace, "isFull">,
  handlers: Handlers,
  isUnderWay: UnderWay,
): Handlers {
  const refusing = (input: never, channel: string) =>
    isFull() && BEGINNING.has(channel) && !(channel === "transaction.run" && isUnderWay(input));
  const guarded = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    (input: never) =>
      refusing(input, channel) ? refuse({ code: "workstation.disk-full" }) : handler(input),
  ]);
  return Object.fromEntries(guarded) as Handlers; // The same channels, each with its own handler.
}
