import { type Clock, systemClock } from "../clock.ts";

const SLICES = 2;

/**
 * A clock on which a standstill of this program takes no time: it lets every delay pass in slices, and
 * what waits at the door is let in between two of them. So a card that is being typed while a file is
 * flushed to disk is not taken for one that has stopped.
 */
export function createPatientClock(clock: Clock = systemClock): Clock {
  return {
    now: clock.now,
    after(delayMs, run) {
      let callOff = () => {};
      function wait(slices: number): void {
        if (slices === 0) run();
        else {
          callOff = clock.after(delayMs / SLICES, () => wait(slices - 1));
        }
      }
      wait(SLICES);
      return () => callOff();
    },
  };
}
