import { atLeast, type Figure } from "./figure.ts";
import { framerRates } from "./framer-rates.ts";

/** Bytes a second that a line of 115,200 baud, 8N1, can deliver. */
const LINE_BYTES_PER_SECOND = 11_520;

/** How many times faster the framers are than the fastest line could feed them; the slowest counts. */
export function benchFramer(): readonly Figure[] {
  return [
    atLeast(
      "the slowest reader's framer, byte at a time, against a line of 115,200 baud",
      Math.min(...framerRates()) / LINE_BYTES_PER_SECOND,
      1_000,
    ),
  ];
}
