import type { Dialect } from "#main/card-reader/dialect.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { ReaderIncident, ReaderState, Spoken } from "#main/card-reader/reader.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
  type SimulatedReaderOptions,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { hex } from "./bytes.ts";
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

/** How a counter differs from the usual one: an MSR605 on a sound cable. */
interface CounterOptions extends Partial<SimulatedReaderOptions> {
  readonly language?: Dialect;
  /** What becomes of bytes on their way from the host to the device. */
  readonly cableOut?: (bytes: Uint8Array) => Uint8Array;
}

/** A counter with a simulated reader, a blank card and an old card, and time in the test's hand. */
export function setUpCounter({ language = msr605, cableOut, ...options }: CounterOptions = {}) {
  const clock = createHandClock();
  const tray = createTray([blankCard("blank", "new card"), oldCard]);
  const device = createSimulatedReader({ tray, clock, ...options });
  const incidents: ReaderIncident[] = [];
  const states: ReaderState[] = [];
  const spoken: Spoken[] = [];
  const said: string[] = [];
  const reader = createCardReader({
    transport: tapped(inProcessTransport(device), (bytes) => {
      const sent = cableOut ? cableOut(bytes) : bytes;
      said.push(hex(sent));
      return sent;
    }),
    dialect: language,
    clock,
    onIncident: (incident) => incidents.push(incident),
  });
  reader.onState((state) => states.push(state));
  reader.onSpoken((word) => spoken.push(word));
  return { clock, tray, device, reader, incidents, states, spoken, said };
}

/** The same, with the reader connected. */
export async function setUpReadyCounter(options: CounterOptions = {}) {
  const counter = setUpCounter(options);
  await counter.clock.until(counter.reader.connect());
  for (const record of [counter.states, counter.spoken, counter.said]) record.length = 0;
  return counter;
}

/** A cable on which a hand lies: what goes out is what `change` makes of it. */
function tapped(open: OpenTransport, change: (bytes: Uint8Array) => Uint8Array): OpenTransport {
  return async () => {
    const opened = await open();
    if (!opened.ok) return opened;
    const connection = opened.value;
    return { ok: true, value: { ...connection, write: (out) => connection.write(change(out)) } };
  };
}

/** Has a hand at the device do something once each time it comes to wait for such a swipe. */
export function whenItWaits(
  device: SimulatedReader,
  forWhat: "read" | "write" | "erase" | "sensor",
  act: () => void,
): () => void {
  let wasWaiting = false;
  return device.onPanel((panel) => {
    const isWaiting = panel.waitsFor === forWhat;
    if (isWaiting && !wasWaiting) queueMicrotask(act);
    wasWaiting = isWaiting;
  });
}
