import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { type Reading, startReading } from "#main/evidence/reading.ts";
import { createHandClock, type HandClock } from "#tests/main/card-reader/hand-clock.ts";

const TRACK_2 = ";6222020200123456788=3603220123450167?";

let clock: HandClock;
let device: SimulatedReader;
let reading: Reading;
let heard: string[];
let onTracks: () => void;
/** How often the port still fails to open, in a way that nobody foresaw. */
let openFailures: number;

beforeEach(() => {
  clock = createHandClock();
  heard = [];
  onTracks = () => {};
  openFailures = 0;
  const tray = createTray([
    { id: "card", label: "card", tracks: { 2: TRACK_2 }, damaged: [], coercivity: "high" },
    { id: "scratched", label: "card", tracks: {}, damaged: [1, 2, 3], coercivity: "high" },
    { id: "half", label: "card", tracks: { 2: TRACK_2 }, damaged: [3], coercivity: "high" },
  ]);
  device = createSimulatedReader({ tray, clock });
  const reader = createCardReader({
    transport: async () => {
      if (openFailures > 0) {
        openFailures -= 1;
        throw new Error("no port");
      }
      return inProcessTransport(device)();
    },
    dialect: msr605,
    clock,
  });
  reading = startReading(
    reader,
    {
      onTracks(tracks, failed) {
        heard.push(`${tracks.track2 ?? "nothing"} ${failed.join()}`.trim());
        onTracks();
      },
      onUnreadable: () => heard.push("unreadable"),
      onFailure: (failure) => heard.push(String(failure)),
    },
    clock,
  );
});
afterEach(() => clock.until(reading.stop()));

const swipe = async (card: string) => {
  expect(device.swipe(card)).toBe("taken");
  await clock.advance(1_000);
};

describe("the counter's reader", () => {
  test("reads one card after another", async () => {
    await clock.advance(2_000);
    await swipe("card");
    await swipe("card");

    expect(heard).toEqual([TRACK_2, TRACK_2]);
  });

  test("waits on when nobody comes for an hour", async () => {
    await clock.advance(3_600_000);
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test("says which tracks it could make nothing of", async () => {
    await clock.advance(2_000);
    await swipe("scratched");
    await swipe("half");

    expect(heard).toEqual(["nothing 1,2,3", `${TRACK_2} 3`]);
  });

  test("comes back by itself after its cable was pulled and put in again", async () => {
    await clock.advance(2_000);
    device.unplug();
    await clock.advance(60_000);
    device.plugIn();
    await clock.advance(10_000);
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test("is found when it is plugged in long after the program was started", async () => {
    device.unplug();
    await clock.advance(3_600_000);
    device.plugIn();
    await clock.advance(10_000);
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test("reads on although somebody above failed over a card", async () => {
    await clock.advance(2_000);
    onTracks = () => {
      throw new Error("the books are shut");
    };
    await swipe("card");
    onTracks = () => {};
    await swipe("card");

    expect(heard).toEqual([TRACK_2, "Error: the books are shut", TRACK_2]);
  });

  test("reads on although its port failed in a way that nobody foresaw, and says so", async () => {
    await clock.advance(2_000);
    openFailures = 3;
    device.unplug();
    device.plugIn();
    await clock.advance(10_000);
    await swipe("card");

    expect(heard).toEqual([...new Array(3).fill("Error: no port"), TRACK_2]);
  });

  test("is looked for at once after work on its line, however long it was away", async () => {
    device.unplug();
    await clock.advance(3_600_000);
    device.plugIn();
    await clock.until(reading.apart(async () => {}));
    await clock.advance(1_000); // The next look of its own would be up to five seconds away.
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test("says that it is taken while other work has it", async () => {
    await clock.advance(2_000);
    const during = reading.aside(async () => reading.isTaken());

    expect(await clock.until(during)).toBe(true);
    expect(reading.isTaken()).toBe(false);
  });

  test("leaves the device to other work, one after the other, and reads again after it", async () => {
    await clock.advance(2_000);
    const done: string[] = [];
    const one = reading.aside(async () => {
      done.push(`one, while it waits for ${device.panel().waitsFor}`);
    });
    const two = reading.aside(async () => {
      done.push("two");
    });
    await clock.until(Promise.all([one, two]));
    await clock.advance(1_000);
    await swipe("card");

    expect(done).toEqual(["one, while it waits for nothing", "two"]);
    expect(heard).toEqual([TRACK_2]);
  });

  test("reads again even if that work failed", async () => {
    await clock.advance(2_000);
    const failing = reading.aside(() => Promise.reject(new Error("no"))).catch(String);
    expect(await clock.until(failing)).toBe("Error: no");
    await clock.advance(1_000);
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test.each([0, 2, 5, 10, 50, 200, 400])(
    "forgets no work that is called off %d ms after it was asked for: it never begins",
    async (ms) => {
      await clock.advance(2_000);
      device.stall(); // The standing read takes its time to be let go.
      const done: string[] = [];
      const one = reading.aside(async () => done.push("one"));
      const two = reading.aside(async () => done.push("two"));
      await clock.advance(ms);
      const off = reading.callOff();
      device.goOn();
      await clock.until(off);

      expect(await clock.until(Promise.all([one, two]))).toEqual(["called-off", "called-off"]);
      expect(await clock.until(reading.aside(async () => "three"))).toBe("three");
      expect(done).toEqual([]);
    },
  );

  test("waits on for the next card when there is nothing to call off", async () => {
    await clock.advance(2_000);
    await reading.callOff();
    expect(device.panel().waitsFor).toBe("read");
    await swipe("card");

    expect(heard).toEqual([TRACK_2]);
  });

  test.each([0, 5, 50, 400])(
    "begins no work on the line that is called off %d ms after it was asked for",
    async (ms) => {
      await clock.advance(2_000);
      device.stall(); // The standing read takes its time to be let go.
      const done: string[] = [];
      const one = reading.apart(async () => done.push("one"));
      const two = reading.apart(async () => done.push("two"));
      await clock.advance(ms);
      const off = reading.callOff();
      device.goOn();
      await clock.until(off);

      expect(await clock.until(Promise.all([one, two]))).toEqual(["called-off", "called-off"]);
      expect(await clock.until(reading.apart(async () => "three"))).toBe("three");
      expect(done).toEqual([]);
    },
  );

  test("begins no work on the line as the program ends, nor after it", async () => {
    await clock.advance(2_000);
    const done: string[] = [];
    const before = reading.apart(async () => done.push("before"));
    await clock.until(reading.stop());
    const after = [
      reading.apart(async () => done.push("apart")),
      reading.aside(async () => done.push("aside")),
    ];

    expect(await clock.until(Promise.all([before, ...after]))).toEqual(Array(3).fill("called-off"));
    expect(done).toEqual([]);
    expect(device.panel().waitsFor).toBe("nothing");
  });

  test("opens no line for work that was asked for as the program ended", async () => {
    await clock.advance(2_000);
    const work = reading.aside(async () => "done");
    await clock.until(reading.stop());

    expect(await clock.until(work)).toBe("called-off");
    expect(device.panel().waitsFor).toBe("nothing");
  });

  test("is let go of when the program ends, though it was lost", async () => {
    await clock.advance(2_000);
    device.unplug();
    await clock.advance(60_000);

    await clock.until(reading.stop());
    device.plugIn();
    await clock.advance(60_000);
    expect(device.panel().waitsFor).toBe("nothing");
  });
});
