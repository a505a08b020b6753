import { createAnnouncer } from "../announcer.ts";
import { type Clock, systemClock } from "../clock.ts";
import { type Device, darkPanel, type Panel } from "./device.ts";
import { type Fitting, type Make, ordinaryMake } from "./make.ts";
import { type Cable, createOutlet, type Harm, quickCable } from "./outlet.ts";
import { powerUp } from "./power-up.ts";
import { concerns, type Failure, swipeThrough } from "./swipe-through.ts";
import type { Tray } from "./tray.ts";

/** A simulated reader: its make, its cards, and how its cable carries bytes. */
export interface SimulatedReaderOptions extends Partial<Make>, Partial<Cable> {
  readonly tray: Tray;
  readonly clock?: Clock;
}

/** A simulated reader: answers bytes with bytes, and is operated by hand like the real one. */
export interface SimulatedReader {
  readonly tray: Tray;
  /** Pulls a card through; `ignored` if the reader waits for none, or there is no such card. */
  swipe(cardId: string): "taken" | "ignored";
  /** Pulls it through with a jerk. */
  swipeBadly(cardId: string): "taken" | "ignored";
  /** Lets the next swipe that it can happen to fail in this way. */
  failNext(failure: Failure): void;
  unplug(): void;
  plugIn(): void;
  /** Puts bytes on the line that nobody asked for. */
  makeNoise(bytes: Uint8Array): void;
  /** Makes it another make; what it waits for it goes on waiting for. */
  refit(change: Partial<Fitting>): void;
  /** Exchanges its cable, from the next answer on. */
  recable(change: Partial<Cable>): void;
  /** Harms one byte of the answers to come: 1 is the first byte that it answers from now on. */
  harm(byte: number, how: Harm): void;
  /**
   * Hangs after so many bytes more. It still does what it is told and takes cards, but no word of
   * it is heard until `goOn`, and then all of it, late.
   */
  stall(afterBytes?: number): void;
  goOn(): void;
  panel(): Panel;
  onPanel(listener: (panel: Panel) => void): () => void;
  /** The cable: what the host says, … */
  hear(bytes: Uint8Array): void;
  /** … what the device says, … */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** … and its coming loose. */
  onUnplugged(listener: () => void): () => void;
}

/** A device after the manuals, plugged in and waiting for nothing; an MSR605 unless told otherwise. */
export function createSimulatedReader(options: SimulatedReaderOptions): SimulatedReader {
  const { tray } = options;
  let make: Make = { ...ordinaryMake, ...options };
  let cable: Cable = { ...quickCable, ...options };
  const panels = createAnnouncer<Panel>();
  const spoken = createAnnouncer<Uint8Array>();
  const unpluggings = createAnnouncer<void>();
  const outlet = createOutlet({
    clock: options.clock ?? systemClock,
    cable: () => cable,
    onBytes: spoken.announce,
  });

  let device: Device | undefined = powerUp(() => make);
  let nextFailure: Failure | undefined;

  let shown: Panel = panel();

  function panel(): Panel {
    return device?.panel() ?? darkPanel;
  }

  function show(): void {
    const now = panel();
    if (JSON.stringify(now) === JSON.stringify(shown)) return;
    shown = now;
    panels.announce(now);
  }

  function say(answers: readonly string[]): void {
    show();
    for (const answer of answers) outlet.send(answer);
  }

  function pull(cardId: string, manner: "well" | "badly"): "taken" | "ignored" {
    const card = tray.card(cardId);
    const task = device?.task();
    if (!device || !task || !card) return "ignored";

    const isDue = nextFailure !== undefined && concerns(nextFailure, task, make);
    const failure = isDue ? nextFailure : undefined;
    if (isDue) nextFailure = undefined;

    const { relay } = device.panel();
    const swiped = swipeThrough({ card, task, manner, failure, relay, make });
    if (swiped.card !== card) tray.put(swiped.card);
    say(broken(device.tell(swiped), failure));
    if (failure === "unplug") unplug();
    return "taken";
  }

  function unplug(): void {
    if (!device) return;
    device = undefined;
    outlet.cut();
    show();
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
      if (device) return;
      device = powerUp(() => make);
      show();
    },
    makeNoise: (bytes) => outlet.interject(String.fromCharCode(...bytes)),
    refit(change) {
      make = { ...make, ...change };
    },
    recable(change) {
      cable = { ...cable, ...change };
    },
    harm: outlet.harm,
    stall: (afterBytes = 0) => outlet.hold(afterBytes),
    goOn: outlet.release,
    panel,
    onPanel: panels.listen,
    hear(bytes) {
      // Byte by byte, so that the panel shows every state even where commands come together.
      for (const byte of bytes) if (device) say(device.hear(String.fromCharCode(byte)));
    },
    onBytes: spoken.listen,
    onUnplugged: unpluggings.listen,
  };
}

/** What is left of the words about a swipe. */
function broken(answers: readonly string[], failure: Failure | undefined): readonly string[] {
  if (failure === "silent") return [];
  if (failure !== "cut-short") return answers;
  const whole = answers.join("");
  return [whole.slice(0, Math.ceil(whole.length / 2))];
}
