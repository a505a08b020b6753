import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { createClockWatch } from "./clock-watch.ts";
import type { Desk } from "./desk.ts";
import type { EvidenceBox } from "./evidence/evidence.ts";
import type { Handlers } from "./ipc/handlers.ts";
import { openDiskSpace } from "./journal/disk-space.ts";
import { journalFolder } from "./journal/place.ts";
import type { Machine } from "./machine.ts";
import { type UnderWay, whileThereIsRoom } from "./space-gate.ts";
import { hashOf } from "./transactions.ts";

/** Who keeps an eye on what the program stands on: the calendar clock and the room on the disk. */
export interface MachineWatch {
  /** Looks at the clock at the start; the disk was asked before, and is given no work then. */
  readonly start: () => void;
  /** Looks at both, every minute. */
  readonly look: () => void;
  readonly notices: () => WorkstationView["notices"];
  /** Looks at the clock before every request, and refuses new business on a full disk. */
  readonly guard: (handlers: Handlers) => Handlers;
}

/** Watches the machine under the desk of one data folder. */
export function watchMachine({
  machine,
  desk,
  folder,
  evidence,
}: {
  readonly machine: Machine;
  readonly desk: Desk;
  readonly folder: string;
  /** What devices saw: it alone knows whether a card was made or erased for a request. */
  readonly evidence: Pick<EvidenceBox, "lookWritten">;
}): MachineWatch {
  const space = openDiskSpace({ disk: machine.disk, folder: journalFolder(folder) });
  const clock = createClockWatch({
    wallClock: machine.wallClock,
    stopwatch: machine.clock.now,
    behindMs: () => desk.now() - machine.wallClock() - (desk.branch()?.clockOffsetMs ?? 0),
    record(entry) {
      // Before the branch is there, nothing can have been recorded at a wrong time.
      if (desk.branch()) desk.commit({ teller: "system", code: "system", entries: [entry] });
    },
  });

  const isUnderWay: UnderWay = ({ id, request, written }) => {
    const hash = hashOf(request as TransactionRequest); // The schema paired the code with its input.
    if (written !== undefined && evidence.lookWritten(written, hash)) return true;
    return desk.ledger.requestSeen(id)?.hash === hash;
  };

  return {
    start: clock.look,
    look() {
      space.look();
      clock.look();
    },
    notices: () => space.notices(),
    guard(handlers) {
      const roomy = whileThereIsRoom(space, handlers, isUnderWay);
      const guarded = Object.entries(roomy).map(([channel, handler]) => [
        channel,
        (input: never) => {
          clock.look();
          return handler(input);
        },
      ]);
      return Object.fromEntries(guarded) as Handlers; // The same channels, each with its own handler.
    },
  };
}
