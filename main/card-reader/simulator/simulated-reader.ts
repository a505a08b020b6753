import { createAnnouncer } from "../announcer.ts";
import { type Clock, systemClock } from "../clock.ts";
import { type Device, obey, type Panel, poweredUp, unplugged } from "./device.ts";
import { understand } from "./host-command.ts";
import { type Make, ordinaryMake } from "./make.ts";
import { createOutlet } from "./outlet.ts";
import { type Failure, swipeThrough } from "./swipe-through.ts";
import type { Tray } from "./tray.ts";

/** A simulated reader: its make, its cards, and how its cable carries bytes. */
export interface SimulatedReaderOptions extends Partial<Make> {
  readonly tray: Tray;
  readonly clock?: Clock;
  /** Bytes delivered at a time. */
  readonly chunkBytes?: number;
  /** 960 at 9600 baud; unlimited unless told. */
  readonly bytesPerSecond?: number;
}

/** A simulated MSR605: answers bytes with bytes, and is operated by hand like the real one. */
export interface SimulatedReader {
  readonly tray: Tray;
  /** Pulls a card through; `ignored` if the reader waits for none, or there is no such card. */
  swipe(cardId: string): "taken" | "ignored";
  /** Pulls it through with a jerk. */
  swipeBadly(cardId: string): "taken" | "ignored";
  /** Lets the next swipe fail in this way; write errors and mismatches wait for a write. */
  failNext(failure: Failure): void;
  unplug(): void;
  plugIn(): void;
  /** Puts bytes on the line that nobody asked for. */
  makeNoise(bytes: Uint8Array): void;
  panel(): Panel;
  onPanel(listener: (panel: Panel) => void): () => void;
  /** The cable: what the host says, … */
  hear(bytes: Uint8Array): void;
  /** … what the device says, … */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** … and its coming loose. */
  onUnplugged(listener: () => void): () => void;
}

/** A device after the manual, plugged in and waiting for nothing. */
export function createSimulatedReader(options: SimulatedReaderOptions): SimulatedReader {
  const { tray } = options;
  const make: Make = { ...ordinaryMake, ...options };
  const panels = createAnnouncer<Panel>();
  const spoken = createAnnouncer<Uint8Array>();
  const unpluggings = createAnnouncer<void>();
  const outlet = createOutlet({
    clock: options.clock ?? systemClock,
    chunkBytes: options.chunkBytes ?? Number.POSITIVE_INFINITY,
    bytesPerSecond: options.bytesPerSecond ?? Number.POSITIVE_INFINITY,
    onBytes: spoken.announce,
  });

  let device: Device = poweredUp();
  let heard = "";
  let nextFailure: Failure | undefined;

  function become(next: Device): void {
    device = next;
    panels.announce(next.panel);
  }

  function pull(cardId: string, manner: "well" | "badly"): "taken" | "ignored" {
    const card = tray.card(cardId);
    const { task, panel } = device;
    if (!task || !card) return "ignored";

    const isDue = nextFailure !== undefined && (task.for === "write" || isOfAnySwipe(nextFailure));
    const failure = isDue ? nextFailure : undefined;
    if (isDue) nextFailure = undefined;

    const swiped = swipeThrough({ card, task, manner, failure, relay: panel.relay, make });
    if (swiped.card !== card) tray.put(swiped.card);
    become({ ...device, task: undefined, panel: { ...panel, waitsFor: "nothing" } });
    outlet.send(swiped.answer);
    if (failure === "unplug") unplug();
    return "taken";
  }

  function hear(bytes: Uint8Array): void {
    if (!device.panel.isPlugged) return;
    const { commands, rest } = understand(heard + String.fromCharCode(...bytes));
    heard = rest;
    for (const command of commands) {
      const obeyed = obey(device, command, make);
      become(obeyed.device);
      outlet.send(obeyed.answer);
    }
  }

  function unplug(): void {
    if (!device.panel.isPlugged) return;
    outlet.cut();
    heard = "";
    become(unplugged());
    unpluggings.announce();
  }

  return {
    tray,
    swipe: (cardId) => pull(cardId, "well"),
    swipeBadly: (cardId) => pull(cardId, "badly"),
    failNext(failure) {
      nextFailure = failure;
    },
    unplug,
    plugIn() {
      if (!device.panel.isPlugged) become(poweredUp());
    },
    makeNoise: (bytes) => outlet.send(String.fromCharCode(...bytes)),
    panel: () => device.panel,
    onPanel: panels.listen,
    hear,
    onBytes: spoken.listen,
    onUnplugged: unpluggings.listen,
  };
}

function isOfAnySwipe(failure: Failure): boolean {
  return failure !== "write-error" && failure !== "mismatch";
}
