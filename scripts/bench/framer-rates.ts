import type { Dialect, Framer, Reply } from "#main/card-reader/dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { median, processorMsOf } from "./figure.ts";

const SWIPES = 2_000;
const ROUNDS = 9;

const track1 = "%999558800200123456788^ZHANG/SANFENG^301222000000000000000000000?";
const track2 = ";9558800200123456788=30122201234500678?";
const track3 = ";996210947000000021=1561560500050001234567890000000000000000000?";

const block = `\x1bs\x1b\x01${track1}\x1b\x02${track2}\x1b\x03${track3}?\x1c\x1b0`;
const inner = (track: string) => track.slice(1, -1);

/** A swipe of three tracks as each reader says it; those that only read have formats of their own. */
const spoken: readonly (readonly [Dialect, string])[] = [
  [msr605, block],
  [ezwriter, block],
  [teller, `\x1bs${inner(track2)}A${inner(track3)}%${inner(track1)}?\x1c\x1brp`],
  [swipeOnly, `${track1}\r${track2}\r${track3}\r`],
  [swipeOnly, `\x02${track1}\x10\x02${track2}\x10\x02${track3}\x03`],
  [swipeOnly, `\x02${track1}${track2}+${track3.slice(1)}\x03`],
];

/**
 * Bytes a second that each framer takes, a byte at a time. Its own time on the processor is taken,
 * for what else runs on the machine says nothing of a framer.
 */
export function framerRates(): readonly number[] {
  return spoken.map(([dialect, answer]) => bytesPerSecond(dialect, answer));
}

function bytesPerSecond(dialect: Dialect, answer: string): number {
  // The line cuts them up, not the framer.
  const pieces = Array.from(Buffer.from(answer, "latin1"), (byte) => Uint8Array.of(byte));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const ms = processorMsOf(() => {
      for (let swipe = 0; swipe < SWIPES; swipe += 1) {
        const reply = heard(dialect.createFramer({ command: "read" }), pieces);
        if (reply?.reply !== "tracks") throw new Error(`${dialect.name}: a swipe was not heard`);
      }
    });
    return (SWIPES * pieces.length) / (ms / 1_000);
  });
  return median(rounds);
}

function heard(framer: Framer, pieces: readonly Uint8Array[]): Reply | undefined {
  for (const piece of pieces) {
    const reply = framer.push(piece);
    if (reply) return reply;
  }
  return framer.rest();
}
