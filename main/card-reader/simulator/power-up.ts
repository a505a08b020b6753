import { unreachable } from "#core/kernel/assert.ts";
import type { Device } from "./device.ts";
import type { Make } from "./make.ts";
import { createMsr605Device } from "./msr605/device.ts";
import { createSwipeOnlyDevice } from "./swipe-only/device.ts";
import { createTellerDevice } from "./teller/device.ts";

/** A device of the make's dialect that has just got power, without memory of what was before. */
export function powerUp(make: () => Make): Device {
  const { dialect } = make();
  switch (dialect) {
    case "msr605":
    case "ezwriter":
      return createMsr605Device(make);
    case "teller":
      return createTellerDevice(make);
    case "swipe-only":
      return createSwipeOnlyDevice(make);
    default:
      return unreachable(dialect);
  }
}
