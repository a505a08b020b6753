import {
  createSimulatedReader,
  type SimulatedReaderOptions,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import { bytes, hex } from "../bytes.ts";
import { createHandClock } from "../hand-clock.ts";

/** A card with track 2 alone. */
export const bankCard: PhysicalCard = {
  ...blankCard("old", "the customer's card"),
  tracks: { 2: ";6210947000000021=1808101?" },
};

/** A card with a text on each track; track 3 is made up. */
export const fullCard: PhysicalCard = {
  ...blankCard("full", "a card with three tracks"),
  tracks: { 1: "%ABC123?", 2: ";6210947000000021=1808101?", 3: ";996210947000000021=1561560?" },
};

/** The same, with track 2 scratched. */
const scratched: PhysicalCard = {
  ...blankCard("scratched", "a scratched card"),
  tracks: { 1: "%ABC123?", 3: ";996210947000000021=1561560?" },
  damaged: [2],
};

/** A host that knows nothing but bytes, and a device with a blank card and a bank card. */
export function bench(options: Partial<SimulatedReaderOptions> = {}) {
  const clock = createHandClock();
  const tray = createTray([blankCard("blank", "new card"), bankCard, fullCard, scratched]);
  const reader = createSimulatedReader({ tray, clock, ...options });
  let pieces: readonly Uint8Array[] = [];
  reader.onBytes((piece) => {
    pieces = [...pieces, piece];
  });
  return {
    reader,
    clock,
    say: (printed: string) => reader.hear(bytes(printed)),
    async heard() {
      await clock.advance(10_000);
      const all = pieces.map(hex).join(" ");
      pieces = [];
      return all;
    },
    async heardInPieces() {
      await clock.advance(10_000);
      return pieces.map((piece) => piece.length);
    },
  };
}
