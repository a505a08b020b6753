import type { Chance } from "./chance.ts";
import type { Speak } from "./exchange.ts";

const HOSTILE_BYTES_MAX = 1_500;

// What the dialects' own marks are made of, so that chance comes upon their states.
const marks: readonly [readonly number[], ...(readonly number[])[]] = [
  [0x1b],
  [0x1b, 0x73],
  [0x1b, 0x01],
  [0x1b, 0x02],
  [0x1b, 0x03],
  [0x1b, 0x2a],
  [0x1b, 0x2b],
  [0x3f, 0x1c],
  [0x1b, 0x30],
  [0x1b, 0x72, 0x70],
  [0x1b, 0x73, 0x1b, 0x01, 0xff],
  [0x02],
  [0x03],
  [0x10],
  [0x0d],
  [0x25, 0x42],
  [0x3b, 0x31],
  [0x2b, 0x39],
  [0x45],
  [0x41],
  [0x7f],
  [0x3f],
  [0x00, 0x00],
];

/**
 * Bytes to throw at a framer: noise, a rain of marks, and right answers with something wrong about
 * them, one behind the other.
 */
export function hostileBytes(chance: Chance, speak: Speak): Uint8Array {
  const parts: Uint8Array[] = [];
  const count = 1 + chance.below(3);
  for (let part = 0; part < count; part += 1) {
    const kind = chance.below(4);
    if (kind === 0) parts.push(chance.bytes(1 + chance.below(200)));
    else if (kind === 1) parts.push(rainOfMarks(chance));
    else parts.push(spoilt(speak(chance).answer, chance));
  }
  return Uint8Array.from(parts.flatMap((part) => [...part])).subarray(0, HOSTILE_BYTES_MAX);
}

function rainOfMarks(chance: Chance): Uint8Array {
  const drops = Array.from({ length: 1 + chance.below(40) }, () =>
    chance.onceIn(4) ? [...chance.bytes(1)] : [...chance.pick(marks)],
  );
  return Uint8Array.from(drops.flat());
}

/** An answer with one to four things wrong: a bit, a byte more, less, twice or elsewhere, an end. */
function spoilt(answer: Uint8Array, chance: Chance): Uint8Array {
  let bytes = [...answer];
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    const at = chance.below(Math.max(1, bytes.length));
    const byte = bytes[at] ?? 0;
    const kind = chance.below(6);
    if (kind === 0) bytes[at] = byte ^ (1 << chance.below(8));
    else if (kind === 1) bytes.splice(at, 1);
    else if (kind === 2) bytes.splice(at, 0, ...chance.bytes(1 + chance.below(3)));
    else if (kind === 3) bytes.splice(at, 0, byte);
    else if (kind === 4) bytes.splice(chance.below(bytes.length), 0, ...bytes.splice(at, 1));
    else bytes = bytes.slice(0, at);
  }
  return Uint8Array.from(bytes);
}
