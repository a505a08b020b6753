import { describe, expect, test } from "vitest";
import type { Entry } from "#core/journal/entry.ts";
import {
  CLOCK_BACK_MS,
  CLOCK_JUMP_MS,
  createClockWatch,
  RECORD_EVERY_MS,
} from "#main/clock-watch.ts";

const NOON = Date.UTC(2026, 2, 18, 4);
const MINUTE_MS = 60_000;

/** A machine whose clocks a test moves, together or apart. */
function machine({ behindMs = 0 } = {}) {
  let wall = NOON;
  let ran = 1000.25;
  const recorded: Entry[] = [];
  const watch = createClockWatch({
    wallClock: () => wall,
    stopwatch: () => ran,
    behindMs: () => behindMs,
    record: (entry) => {
      recorded.push(entry);
    },
  });
  return {
    look: watch.look,
    recorded,
    /** Time passes, and somebody sets the calendar clock. */
    pass(ms: number, setByMs = 0): void {
      wall += ms + setByMs;
      ran += ms;
    },
  };
}

describe("the machine's calendar clock", () => {
  test("that keeps time is not written about", () => {
    const { look, pass, recorded } = machine();
    look();
    pass(MINUTE_MS);
    look();
    pass(8 * 60 * MINUTE_MS);
    look();

    expect(recorded).toEqual([]);
  });

  test("that went back is written down once, by how much", () => {
    const { look, pass, recorded } = machine();
    look();
    pass(1000, -3000);
    look();
    pass(MINUTE_MS);
    look();

    expect(recorded).toEqual([{ type: "clock.observed", against: "stopwatch", byMs: -3000 }]);
  });

  test.each([
    [CLOCK_JUMP_MS, 0],
    [CLOCK_JUMP_MS + 1, 1],
    [-CLOCK_JUMP_MS, 0],
    [-CLOCK_JUMP_MS - 1, 1],
  ])("that jumped by %i ms in an hour is written down %i times", (byMs, times) => {
    const { look, pass, recorded } = machine();
    look();
    pass(60 * MINUTE_MS, byMs);
    look();

    expect(recorded).toHaveLength(times);
  });

  test.each([
    [-CLOCK_BACK_MS, 0],
    [-CLOCK_BACK_MS - 1, 1],
  ])("that was set back by %i ms between two looks is written down %i times", (byMs, times) => {
    const { look, pass, recorded } = machine();
    look();
    pass(0, byMs);
    look();

    expect(recorded).toHaveLength(times);
  });

  test("that creeps back with every look is told once it is more than a second, all together", () => {
    const { look, pass, recorded } = machine();
    look();
    for (let turn = 0; turn < 500; turn += 1) {
      pass(1, -2);
      look();
    }
    expect(recorded).toEqual([]);

    pass(1, -2);
    look();
    expect(recorded).toEqual([{ type: "clock.observed", against: "stopwatch", byMs: -1002 }]);
  });

  test("that is set again and again is written down once a minute, with all that came to", () => {
    const { look, pass, recorded } = machine();
    const byMs = () => recorded.map((entry) => entry.type === "clock.observed" && entry.byMs);
    look();
    for (let turn = 0; turn < 59; turn += 1) {
      pass(RECORD_EVERY_MS / 60, -10_000);
      look();
    }
    pass(RECORD_EVERY_MS / 60 - 1);
    look();
    expect(byMs()).toEqual([-10_000]);

    pass(RECORD_EVERY_MS / 60 + 1);
    look();
    expect(byMs()).toEqual([-10_000, -58 * 10_000]);
  });

  test("that drifts a little with every look is not written about", () => {
    const { look, pass, recorded } = machine();
    look();
    for (let minute = 0; minute < 60; minute += 1) {
      pass(MINUTE_MS, 10_000);
      look();
    }

    expect(recorded).toEqual([]);
  });

  test("that lies behind the journal at the start is written down once", () => {
    const { look, pass, recorded } = machine({ behindMs: 7_200_000.4 });
    look();
    pass(MINUTE_MS);
    look();

    expect(recorded).toEqual([{ type: "clock.observed", against: "journal", byMs: -7_200_000 }]);
  });

  test("is not written about twice where writing it down fails", () => {
    let wall = NOON;
    let asked = 0;
    const watch = createClockWatch({
      wallClock: () => wall,
      stopwatch: () => 0,
      behindMs: () => 0,
      record: () => {
        asked += 1;
        throw new Error("injected");
      },
    });
    watch.look();
    wall -= CLOCK_BACK_MS + 1;

    expect(() => watch.look()).toThrow("injected");
    watch.look();

    expect(asked).toBe(1);
  });
});
