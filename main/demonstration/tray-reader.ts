import type { Input } from "#core/contract/contract.ts";
import type { TrayView } from "#core/contract/display-view.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import type { Tray } from "#main/card-reader/simulator/tray.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import type { Machine } from "#main/machine.ts";

/** The simulated reader as a presenter has it in hand. */
export interface TrayReader {
  /** The cable of a reader that speaks this language; one of another is taken away. */
  readonly simulate: (dialect: SimulatedDialect) => OpenTransport;
  /** Pulls a card through; `ignored` if the reader waits for none, or there is no such card. */
  readonly swipe: (asked: Input<"demonstration.swipe">) => "taken" | "ignored";
  /** What becomes of the next card that is written or erased. */
  readonly failNext: (how: Input<"demonstration.fail-next">["how"]) => void;
  /** Pulls its cable out, or puts it in again. */
  readonly plug: (isIn: boolean) => void;
  readonly view: () => Pick<TrayView, "expects" | "failing" | "isPlugged">;
}

/** How the presenter lets the next writing or erasing fail. */
type Failing = Exclude<Input<"demonstration.fail-next">["how"], "none">;

/** What a presenter is to do for whatever the reader waits for; its sensor feels no card of a tray. */
const EXPECTED = {
  read: "swipe",
  write: "write-swipe",
  erase: "erase-swipe",
  sensor: "nothing",
  nothing: "nothing",
} as const;

/** A reader over a tray, plugged in. `onChange` is told whenever its view may be another. */
export function openTrayReader({
  machine,
  tray,
  onChange,
}: {
  readonly machine: Pick<Machine, "simulate">;
  readonly tray: Tray;
  readonly onChange: () => void;
}): TrayReader {
  let dialect: SimulatedDialect = "msr605";
  let device = machine.simulate(tray, dialect);
  let cable = inProcessTransport(device);
  let stopPanel = device.onPanel(onChange);
  let failing: Failing | undefined;

  function exchange(next: SimulatedDialect): void {
    const { isPlugged } = device.panel();
    stopPanel();
    dialect = next;
    device = machine.simulate(tray, dialect);
    if (!isPlugged) device.unplug(); // Another reader at the same loose end.
    cable = inProcessTransport(device);
    stopPanel = device.onPanel(onChange);
    onChange();
  }

  return {
    simulate(next) {
      if (next !== dialect) exchange(next);
      return cable;
    },
    swipe({ card, badly }) {
      const { waitsFor } = device.panel();
      const changes = waitsFor === "write" || waitsFor === "erase" ? waitsFor : undefined;
      // Kept here until a card is to be changed, so that the presenter may still think better of it.
      if (!changes || !failing || !tray.card(card)) return pull(device, card, badly);
      const how = failing;
      failing = undefined;
      return changes === "write"
        ? spoilWriting(device, { card, badly, how })
        : spoilErasing(device, { card, badly, how });
    },
    failNext(how) {
      failing = how === "none" ? undefined : how;
      onChange();
    },
    plug(isIn) {
      if (isIn) device.plugIn();
      else device.unplug();
    },
    view: () => {
      const { waitsFor, isPlugged } = device.panel();
      return { expects: EXPECTED[waitsFor], isPlugged, ...(failing ? { failing } : {}) };
    },
  };
}

/** A swipe that is to go wrong, and how. */
interface Spoiling {
  readonly card: string;
  readonly badly: boolean;
  readonly how: Failing;
}

function pull(device: SimulatedReader, card: string, badly: boolean): "taken" | "ignored" {
  return badly ? device.swipeBadly(card) : device.swipe(card);
}

function spoilWriting(
  device: SimulatedReader,
  { card, badly, how }: Spoiling,
): "taken" | "ignored" {
  device.failNext(how);
  return pull(device, card, badly);
}

/**
 * An erasing head has no errors of a writing one: it fails on a track, or it leaves the stripe as it
 * was and says nothing of it, which only reading back can tell.
 */
function spoilErasing(
  device: SimulatedReader,
  { card, badly, how }: Spoiling,
): "taken" | "ignored" {
  const before = device.tray.card(card);
  if (how !== "mismatch") device.failNext(how === "write-error" ? "track-error-2" : how);
  const swiped = pull(device, card, badly);
  if (how === "mismatch" && before) device.tray.put(before);
  return swiped;
}
