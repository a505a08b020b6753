import { type Device, freshPanel } from "../device.ts";
import type { Make } from "../make.ts";
import { swipeOnLine } from "./formats.ts";

/** A reader that sends every swipe unasked, and takes no notice of what a host says. */
export function createSwipeOnlyDevice(make: () => Make): Device {
  return {
    hear: () => [],
    task: () => ({ for: "read" }),
    tell: (swiped) => [swipeOnLine(swiped, make())],
    panel: () => panel,
  };
}

const panel = { ...freshPanel, waitsFor: "read" } as const;
