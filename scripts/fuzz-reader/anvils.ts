import {
  ANSWER_BYTES_MAX as MSR605_BYTES_MAX,
  RAW_ANSWER_BYTES_MAX,
} from "#main/card-reader/msr605/framer.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { SWIPE_BYTES_MAX, swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { ANSWER_BYTES_MAX as TELLER_BYTES_MAX } from "#main/card-reader/teller/framer.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { Anvil } from "./hammer.ts";
import { speakAs } from "./msr605-device.ts";
import { speakAsSwipeOnly } from "./swipe-only-device.ts";
import { speakAsTeller } from "./teller-device.ts";

const bytesMax: Anvil["bytesMax"] = ({ command }) =>
  command === "read-raw" ? RAW_ANSWER_BYTES_MAX : MSR605_BYTES_MAX;

/** Every dialect, with a device that speaks it. */
export const anvils: readonly Anvil[] = [
  { dialect: msr605, speak: speakAs("msr605"), bytesMax },
  { dialect: ezwriter, speak: speakAs("ezwriter"), bytesMax },
  { dialect: teller, speak: speakAsTeller, bytesMax: () => TELLER_BYTES_MAX },
  { dialect: swipeOnly, speak: speakAsSwipeOnly, bytesMax: () => SWIPE_BYTES_MAX },
];
