import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { atLeast, type Figure, median, msOf } from "./figure.ts";

const SWIPES = 2_000;
const ROUNDS = 5;
/** Bytes a second that a line of 115,200 baud, 8N1, can deliver. */
const LINE_BYTES_PER_SECOND = 11_520;

/** How many times faster the framer is than the fastest line could feed it. */
export function benchFramer(): readonly Figure[] {
  const answer = Buffer.from(
    `\x1bs\x1b\x01%999558800200123456788^ZHANG/SANFENG^301222000000000000000000000?\x1b\x02;9558800200123456788=30122201234500678?\x1b\x03\x1b+?\x1c\x1b0`,
    "latin1",
  );
  const rates = Array.from({ length: ROUNDS }, () => {
    const ms = msOf(() => {
      for (let at = 0; at < SWIPES; at += 1) {
        const framer = msr605.createFramer({ command: "read" });
        for (const byte of answer) framer.push(Uint8Array.of(byte));
      }
    });
    return (SWIPES * answer.length) / (ms / 1_000);
  });
  return [
    atLeast(
      "framer, byte at a time, against a line of 115,200 baud",
      median(rates) / LINE_BYTES_PER_SECOND,
      100,
    ),
  ];
}
