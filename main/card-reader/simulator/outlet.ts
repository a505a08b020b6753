import type { Clock } from "../clock.ts";

/** The device's end of the cable: sends characters in pieces, as slowly as told. */
export interface Outlet {
  send(characters: string): void;
  /** Forgets what has not gone out. */
  cut(): void;
}

/** A pty and a function call have no baud rate, so pacing is the simulator's own affair. */
export function createOutlet({
  clock,
  chunkBytes,
  bytesPerSecond,
  onBytes,
}: {
  readonly clock: Clock;
  readonly chunkBytes: number;
  readonly bytesPerSecond: number;
  readonly onBytes: (bytes: Uint8Array) => void;
}): Outlet {
  let waiting: string[] = [];
  let callOff: (() => void) | undefined;

  function schedule(): void {
    const [next] = waiting;
    if (next === undefined || callOff) return;
    callOff = clock.after((next.length * 1_000) / bytesPerSecond, () => {
      callOff = undefined;
      waiting = waiting.slice(1);
      onBytes(Uint8Array.from(next, (character) => character.charCodeAt(0)));
      schedule();
    });
  }

  return {
    send(characters) {
      for (let at = 0; at < characters.length; at += chunkBytes) {
        waiting.push(characters.slice(at, at + chunkBytes));
      }
      schedule();
    },
    cut() {
      waiting = [];
      callOff?.();
      callOff = undefined;
    },
  };
}
