import { describe, expect, test } from "vitest";
import { TraceLine } from "#core/contract/reader-view.ts";
import { createTrace } from "#main/reader-desk/trace.ts";
import { createHandClock } from "#tests/main/card-reader/hand-clock.ts";

function setUp() {
  const clock = createHandClock();
  const told: TraceLine[] = [];
  const trace = createTrace(clock, (line) => told.push(TraceLine.parse(line)));
  return { clock, trace, told };
}

const noise = { way: "noise", byteCount: 3 } as const;

describe("the live trace", () => {
  test("numbers what is said, and tells it a moment later", async () => {
    const { clock, trace, told } = setUp();
    await clock.advance(1_000);
    trace.add({ way: "state", state: { status: "lost", reason: "in-use" } });
    trace.add({ way: "sent", command: "reset", shown: "1B 61" });
    const before = [...told];
    await clock.advance(250);

    expect(before).toEqual([]);
    expect(told).toEqual([
      { number: 1, atMs: 1_000, way: "state", what: "lost", shown: "in-use" },
      { number: 2, atMs: 1_000, way: "sent", what: "reset", shown: "1B 61" },
    ]);
    expect(trace.lines()).toEqual(told);
  });

  test("tells each line once", async () => {
    const { clock, trace, told } = setUp();
    trace.add(noise);
    await clock.advance(1_000);
    trace.add(noise);
    await clock.advance(1_000);

    expect(told.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("keeps the last 200 lines", () => {
    const { trace } = setUp();
    for (let count = 0; count < 201; count += 1) trace.add(noise);

    expect(trace.lines()).toHaveLength(200);
    expect(trace.lines()[0]).toMatchObject({ number: 2 });
    expect(trace.lines().at(-1)).toMatchObject({ number: 201 });
  });

  test("T6: tells of a flood its end, and the numbers show the gap", async () => {
    const { clock, trace, told } = setUp();
    for (let count = 0; count < 10_000; count += 1) trace.add(noise);
    await clock.advance(10_000);

    expect(told).toHaveLength(60);
    expect(told[0]).toMatchObject({ number: 9_941 });
  });

  test("tells nothing of a wait that is renewed without a word on the cable", async () => {
    const { clock, trace, told } = setUp();
    const waiting = { way: "state", state: { status: "busy", doing: "reading" } } as const;
    const ready = {
      way: "state",
      state: { status: "ready", model: "swipe-only", tracks: [1, 2, 3], firmware: "" },
    } as const;
    trace.add(waiting);
    await clock.advance(60_000);
    trace.add(ready);
    trace.add(waiting);
    await clock.advance(60_000);
    trace.add(ready);
    trace.add(noise);
    await clock.advance(1_000);

    expect(told.map(({ number, what }) => `${number} ${what}`)).toEqual([
      "1 busy",
      "2 ready",
      "3 noise",
    ]);
  });

  test("tells of a diagnosis every line, though they come at once", async () => {
    const { clock, trace, told } = setUp();
    for (let count = 0; count < 40; count += 1) trace.add(noise);
    await clock.advance(250);

    expect(told.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  test("tells nothing more once it has ended", async () => {
    const { clock, trace, told } = setUp();
    trace.add(noise);
    trace.stop();
    await clock.advance(1_000);

    expect(told).toEqual([]);
  });
});
