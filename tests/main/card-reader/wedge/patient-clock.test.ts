import { describe, expect, test } from "vitest";
import { createPatientClock } from "#main/card-reader/wedge/patient-clock.ts";
import { createStepClock } from "./typist.ts";

describe("a clock that waits for what stands at the door", () => {
  test("rings when the delay is over, and not before", () => {
    const clock = createStepClock();
    let rung = 0;
    createPatientClock(clock).after(50, () => {
      rung += 1;
    });

    clock.pass(49);
    expect(rung).toBe(0);
    clock.pass(1);
    clock.pass(1_000);

    expect(rung).toBe(1);
  });

  test.each([0, 30])("is called off after %i ms", (ms) => {
    const clock = createStepClock();
    let rung = 0;
    const callOff = createPatientClock(clock).after(50, () => {
      rung += 1;
    });

    clock.pass(ms);
    callOff();
    clock.pass(1_000);

    expect(rung).toBe(0);
  });

  test("lets what has queued up in a standstill in before it rings", () => {
    const order: string[] = [];
    const waiting: (() => void)[] = [];
    // A machine that stood still: every alarm is due by now, and so is what came in between.
    const clock = createPatientClock({
      now: () => 0,
      after(_, run) {
        waiting.push(run);
        return () => {};
      },
    });

    clock.after(50, () => order.push("the delay is over"));
    waiting.push(() => order.push("a key"));
    for (const run of waiting) run();

    expect(order).toEqual(["a key", "the delay is over"]);
  });
});
