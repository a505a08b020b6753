import { type Device, freshPanel } from "../device.ts";
import type { Make } from "../make.ts";
import { swipeOnLine } from "./formats.ts";
import { hearHost } from "./host-words.ts";

/** A reader that sends every swipe unasked; of what a host says two formats take notice. */
export function createSwipeOnlyDevice(make: () => Make): Device {
  let heard = "";
  return {
    hear(said) {
      const { answers, rest } = hearHost(heard + said, make().format);
      heard = rest;
      return answers;
    },
    task: () => ({ for: "read" }),
    tell: (swiped) => [swipeOnLine(swiped, make())],
    panel: () => panel,
  };
}

const panel = { ...freshPanel, waitsFor: "read" } as const;
