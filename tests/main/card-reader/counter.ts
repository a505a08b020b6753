import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { ReaderIncident, ReaderState } from "#main/card-reader/reader.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
  type SimulatedReaderOptions,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import { createHandClock } from "./hand-clock.ts";

/** The tracks of a made-up card; the number is a published test number. */
export const newCard = {
  track1: "%B6210947000000021^LI/LEI^18081010000?",
  track2: ";6210947000000021=18081010000?",
} as const;

export const oldCard: PhysicalCard = {
  ...blankCard("old", "the customer's old card"),
  tracks: { 2: ";6210947000000021=1808101?" },
};

/** A counter with a simulated reader, a blank card and an old card, and time in the test's hand. */
export function setUpCounter(options: Partial<SimulatedReaderOptions> = {}) {
  const clock = createHandClock();
  const tray = createTray([blankCard("blank", "new card"), oldCard]);
  const device = createSimulatedReader({ tray, clock, ...options });
  const incidents: ReaderIncident[] = [];
  const states: ReaderState[] = [];
  const reader = createCardReader({
    transport: inProcessTransport(device),
    dialect: msr605,
    clock,
    onIncident: (incident) => incidents.push(incident),
  });
  reader.onState((state) => states.push(state));
  return { clock, tray, device, reader, incidents, states };
}

/** The same, with the reader connected. */
export async function setUpReadyCounter(options: Partial<SimulatedReaderOptions> = {}) {
  const counter = setUpCounter(options);
  await counter.clock.until(counter.reader.connect());
  counter.states.length = 0;
  return counter;
}

/** Has a hand at the device do something once each time it comes to wait for such a swipe. */
export function whenItWaits(
  device: SimulatedReader,
  forWhat: "read" | "write" | "erase",
  act: () => void,
): () => void {
  let wasWaiting = false;
  return device.onPanel((panel) => {
    const isWaiting = panel.waitsFor === forWhat;
    if (isWaiting && !wasWaiting) queueMicrotask(act);
    wasWaiting = isWaiting;
  });
}
