import type { Swiped, Task } from "./swipe-through.ts";

/** What a person sees and hears of the device. */
export interface Panel {
  readonly isPlugged: boolean;
  readonly green: boolean;
  readonly yellow: boolean;
  readonly red: boolean;
  /** Where the relay of the write head stands. */
  readonly relay: "high" | "low";
  /** How often the relay has been heard to click. */
  readonly clicks: number;
  /** What the next swipe will do. */
  readonly waitsFor: "nothing" | Task["for"];
}

/**
 * A device with power on, in whatever protocol. What it says goes out in the order of the list;
 * everything is text of one character a byte.
 */
export interface Device {
  /** Takes what the host says, and answers what there is to answer at once. */
  hear(said: string): readonly string[];
  /** What the next swipe would be for; with nothing, a swipe passes unnoticed. */
  task(): Task | undefined;
  /** A card went through for that task. */
  tell(swiped: Swiped): readonly string[];
  panel(): Panel;
}

/** The panel of a device that has just got power. */
export const freshPanel: Panel = {
  isPlugged: true,
  green: false,
  yellow: false,
  red: false,
  relay: "high",
  clicks: 0,
  waitsFor: "nothing",
};

/** The panel of a device with its cable pulled. */
export const darkPanel: Panel = { ...freshPanel, isPlugged: false };

/** The panel once the relay has been sent to one side; it clicks if it stood on the other. */
export function withRelay(panel: Panel, to: Panel["relay"]): Panel {
  return { ...panel, relay: to, clicks: panel.clicks + (panel.relay === to ? 0 : 1) };
}
