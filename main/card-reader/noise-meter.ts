import type { Clock } from "./clock.ts";

/** Gathers bytes that were no answer, so that a line that hums is told of a few times a second. */
export interface NoiseMeter {
  add(byteCount: number): void;
  /** Tells what is gathered without waiting for more. */
  tellNow(): void;
}

const GATHER_MS = 250;

/** A meter that has heard nothing. */
export function createNoiseMeter(clock: Clock, tell: (byteCount: number) => void): NoiseMeter {
  let gathered = 0;
  let callOff: (() => void) | undefined;

  function tellNow(): void {
    callOff?.();
    callOff = undefined;
    if (gathered === 0) return;
    const byteCount = gathered;
    gathered = 0;
    tell(byteCount);
  }

  return {
    add(byteCount) {
      gathered += byteCount;
      callOff ??= clock.after(GATHER_MS, tellNow);
    },
    tellNow,
  };
}
