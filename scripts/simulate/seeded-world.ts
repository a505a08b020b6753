import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { type Chance, createChance } from "../fuzz-reader/chance.ts";

/** The chance of this process while it comes from a seed. */
export interface SeededProcess {
  /**
   * Begins anew from another seed: what a library drew once more or once less than in another run is
   * forgotten with it.
   */
  readonly reseed: (seed: number) => void;
  /** Puts the machine's own chance back. */
  readonly restore: () => void;
}

/**
 * Makes everything that a program draws come from a seed: salts, nonces, keys, names. For simulations
 * alone: what is drawn meanwhile is no secret.
 */
export function seedChanceOfProcess(seed: number): SeededProcess {
  const { randomBytes, randomInt, randomUUID, randomFillSync } = crypto;
  let chance: Chance = createChance(seed);
  const bytes = (count: number) => Buffer.from(chance.bytes(count));

  Object.assign(crypto, {
    randomBytes: bytes,
    randomUUID: () => uuidFrom(bytes(16)),
    randomInt: (low: number, high?: number) =>
      high === undefined ? chance.below(low) : low + chance.below(high - low),
    randomFillSync: <Into extends Uint8Array>(into: Into): Into => {
      into.set(bytes(into.length));
      return into;
    },
  });
  syncBuiltinESMExports();
  return {
    reseed(next) {
      chance = createChance(next);
    },
    restore() {
      Object.assign(crypto, { randomBytes, randomInt, randomUUID, randomFillSync });
      syncBuiltinESMExports();
    },
  };
}

function uuidFrom(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [0, 8, 12, 16, 20].map((at, part, all) => hex.slice(at, all[part + 1])).join("-");
}
