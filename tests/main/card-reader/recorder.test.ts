import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accept } from "#core/kernel/result.ts";
import { type Announcer, createAnnouncer } from "#main/card-reader/announcer.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { inProcessTransport } from "#main/card-reader/simulator/in-process.ts";
import { lineFormats } from "#main/card-reader/simulator/make.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { Transcript } from "#main/card-reader/transcript.ts";
import type { Connection } from "#main/card-reader/transport.ts";
import { type DiskEnd, dyingDisk } from "#tests/support/dying-disk.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bytes, hex } from "./bytes.ts";
import { newCard, oldCard, whenItWaits } from "./counter.ts";
import { createRecordedCounter, recordedIn } from "./recorded-counter.ts";

const header = { device: "MSR605 of the second counter", dialect: "msr605" };

async function readyCounter(options: Parameters<typeof createRecordedCounter>[0] = {}) {
  const counter = createRecordedCounter(options);
  await counter.clock.until(counter.reader.connect());
  return counter;
}

/** What one side said, without gaps. */
function saidBy(way: "host" | "device", { steps }: Transcript): string {
  return steps
    .map((step) => (step.way === way ? Buffer.from(step.bytes).toString("latin1") : ""))
    .join("");
}

describe("a recording", () => {
  test("T6: holds what was said on the cable, with another card in it", async () => {
    const { clock, device, reader, recorder } = await readyCounter();
    whenItWaits(device, "read", () => device.swipe("old"));

    recorder.start(header);
    await clock.until(reader.read());
    const file = recorder.stop();

    expect(readFileSync(file ?? "", "utf8")).toBe(
      [
        "# device: MSR605 of the second counter",
        "# dialect: msr605",
        "# date: 2027-01-15",
        "# author: ",
        "# cards: replaced by test digits",
        "",
        "> 1B 83",
        "! wait 100",
        "> 1B 72",
        "< 1B 73 1B 01 1B 2B 1B 02 3B 36 32 31 30 39 34 37 30 30 30 30 30 30 30 31 33" +
          " 3D 30 30 30 30 30 30 32 3F 1B 03 1B 2B 3F 1C 1B 30",
        "",
      ].join("\n"),
    );
  });

  test("begins with the opening of the port, where that is recorded", async () => {
    const { clock, device, reader, recorder } = createRecordedCounter();
    recorder.start(header);
    device.unplug();
    await clock.until(reader.connect());
    device.plugIn();
    await clock.until(reader.connect());
    device.unplug();

    const { steps } = recordedIn(recorder.stop());

    const events = steps.flatMap((step) => (step.way === "event" ? [step.event] : []));
    expect(events.filter((event) => !event.startsWith("wait"))).toEqual([
      "not opened: port.not-found",
      "opened",
      "lost",
    ]);
  });

  test("T6: holds bytes that whoever used them has overwritten since", async () => {
    const { clock, device, recorder } = createRecordedCounter();
    const opened = await recorder.wrap(inProcessTransport(device))();
    if (!opened.ok) throw new Error(opened.refusal.code);
    opened.value.onBytes((heard) => heard.fill(0));
    recorder.start(header);

    const asked = bytes("1B 65");
    await opened.value.write(asked);
    asked.fill(0);
    await clock.advance(10);

    const recorded = recordedIn(recorder.stop());
    expect(hex(Buffer.from(saidBy("host", recorded), "latin1"))).toBe("1B 65");
    expect(hex(Buffer.from(saidBy("device", recorded), "latin1"))).toBe("1B 79");
  });

  test("T6: holds what a port handed over as a view of a buffer that is wiped after use", async () => {
    const { recorder } = createRecordedCounter();
    const line = createAnnouncer<Uint8Array>();
    const opened = await recorder.wrap(async () => accept(lineOf(line)))();
    if (!opened.ok) throw new Error(opened.refusal.code);
    opened.value.onBytes((heard) => heard.fill(0));
    recorder.start(header);

    line.announce(Buffer.from([0x1b, 0x79]));

    const recorded = recordedIn(recorder.stop());
    expect(hex(Buffer.from(saidBy("device", recorded), "latin1"))).toBe("1B 79");
  });

  test("keeps a card that was written and read back the same card", async () => {
    const { clock, device, reader, recorder } = await readyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));
    recorder.start(header);
    await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    const recorded = recordedIn(recorder.stop());

    const [, written] = /(\d+=\d+)/.exec(saidBy("host", recorded)) ?? [];
    const [, readBack] = /;(\d+=\d+)\?/.exec(saidBy("device", recorded)) ?? [];
    expect(written).toBeDefined();
    expect(readBack).toBe(written);
    expect(written).not.toBe(newCard.track2.slice(1, -1));
  });

  test("is not made until it is begun, nor once it is ended", async () => {
    const { clock, device, reader, recorder, folder } = await readyCounter();
    whenItWaits(device, "read", () => device.swipe("old"));

    await clock.until(reader.read());
    expect(recorder.isOn()).toBe(false);
    expect(recorder.stop()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);

    recorder.start(header);
    expect(recorder.isOn()).toBe(true);
    const { steps } = recordedIn(recorder.stop());
    expect(recorder.isOn()).toBe(false);
    expect(steps).toEqual([]);
    expect(recorder.stop()).toBeUndefined();
  });

  test("that is begun anew forgets the one before", async () => {
    const { clock, reader, recorder } = await readyCounter();
    recorder.start(header);
    await clock.until(reader.ask({ command: "get-model" }));
    recorder.start({ ...header, device: "another" });

    const { header: about, steps } = recordedIn(recorder.stop());

    expect(about).toMatchObject({ device: "another" });
    expect(steps).toEqual([]);
  });

  test("has a name of its own, also within one second", () => {
    const { recorder, folder } = createRecordedCounter();
    const files = [1, 2, 3].map(() => {
      recorder.start(header);
      return recorder.stop();
    });

    expect(readdirSync(join(folder, "recordings")).sort()).toEqual([
      "reader-20270115160000-2.txt",
      "reader-20270115160000-3.txt",
      "reader-20270115160000.txt",
    ]);
    expect(new Set(files).size).toBe(3);
  });

  test.each([
    { pieces: 12, size: 100_000, steps: 10, bytes: 1_000_000 },
    { pieces: 20_500, size: 1, steps: 20_000, bytes: 20_000 },
  ])(
    "T6: stays within bounds, said $pieces times $size bytes",
    async ({ pieces, size, ...kept }) => {
      const { recorder } = createRecordedCounter();
      const line = createAnnouncer<Uint8Array>();
      await recorder.wrap(async () => accept(lineOf(line)))();
      recorder.start(header);

      for (let piece = 0; piece < pieces; piece += 1)
        line.announce(new Uint8Array(size).fill(0xee));

      const recorded = recordedIn(recorder.stop());
      expect(recorded.steps).toHaveLength(kept.steps);
      expect(saidBy("device", recorded)).toHaveLength(kept.bytes);
    },
  );
});

/** A line on which a device says whatever is announced. */
function lineOf(said: Announcer<Uint8Array>): Connection {
  return {
    write: async () => "sent",
    onBytes: said.listen,
    onLost: () => () => {},
    close: async () => {},
  };
}

// Goal: nobody's card is ever in a recording, in no language, however the line cuts or harms it.
// Method: swipe, and write where that is possible, a card drawn at random over a cable drawn at
// random, and look for every stretch of its number and for its name in all bytes of either side.
describe("T6: no card that is swiped while a recording is made", () => {
  const names = ["ZHANG/SANFENG", "OU YANG/MING YUE", "LI/LEI"] as const;
  const devices = [
    { dialect: "msr605", language: msr605 },
    { dialect: "ezwriter", language: ezwriter },
    { dialect: "teller", language: teller },
    ...lineFormats.map(
      (format) => ({ dialect: "swipe-only", format, language: swipeOnly }) as const,
    ),
  ] as const;
  const digits = (lengths: { readonly minLength: number; readonly maxLength: number }) =>
    fc.array(fc.integer({ min: 0, max: 9 }), lengths).map((drawn) => drawn.join(""));
  const drawn = fc.record({
    made: fc.constantFrom(...devices),
    chunkBytes: fc.constantFrom(1, 2, 3, 5, 7, 16, 1_000),
    // What stands for a number in a recording may by chance be part of this one.
    pan: digits({ minLength: 12, maxLength: 19 }).filter((pan) => !/2109470|00000/.test(pan)),
    name: fc.constantFrom(...names),
    rest: digits({ minLength: 7, maxLength: 16 }),
    harm: fc.option(
      fc.record({
        byte: fc.integer({ min: 1, max: 120 }),
        how: fc.constantFrom("drop" as const, "corrupt" as const),
      }),
    ),
  });

  test("stands in the file", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ made, chunkBytes, pan, name, rest, harm }) => {
        const counter = await readyCounter({ ...made, chunkBytes });
        const { clock, device, reader, recorder, tray } = counter;
        const tracks = {
          track1: `%B${pan}^${name}^${rest}?`,
          track2: `;${pan}=${rest}?`,
          track3: `;99${pan}=${rest}?`,
        };
        const { track1, track2, track3 } = tracks;
        tray.put({ ...oldCard, tracks: { 1: track1, 2: track2, 3: track3 } });
        recorder.start(header);
        if (harm) device.harm(harm.byte, harm.how);

        const reading = reader.read({ timeoutMs: 5_000 });
        await clock.advance(500);
        const swiped = device.swipe("old");
        await clock.until(reading);
        await clock.until(reader.connect());
        const writing = reader.write(tracks, { timeoutMs: 5_000 });
        await clock.advance(500);
        device.swipe("blank");
        await clock.until(writing);

        const recorded = recordedIn(recorder.stop());
        const said = [saidBy("host", recorded), saidBy("device", recorded)].join("\n");
        expect(swiped).toBe("taken");
        expect(said).toMatch(/\d{12}/);
        for (const stretch of stretchesOf(pan)) expect(said).not.toContain(stretch);
        for (const word of name.split(/[ /]/)) expect(said).not.toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  /** All its runs of twelve digits. */
  function stretchesOf(pan: string): readonly string[] {
    return Array.from({ length: pan.length - 11 }, (_, at) => pan.slice(at, at + 12));
  }
});

describe("the disk under a recording", () => {
  const CHANGES = 7; // Folder, its name, file, bytes, flush, final name, and that name's flush.

  test.each<readonly [end: DiskEnd, at: readonly number[]]>([
    ["EIO", [1, 2, 3, 4, 5, 6, 7]],
    ["EIO-after", [1, 2, 3, 4, 5, 6, 7]],
    ["dies", [1, 2, 3, 4, 5, 6, 7]],
    ["half-written", [4]],
  ])("T6: leaves a whole file or none, wherever it fails: %s", async (end, at) => {
    for (const change of at) {
      const { disk, endAt } = dyingDisk();
      const { recorder, folder } = await recordedQuestion({ disk });
      endAt(change, end);

      const fault = expect.objectContaining({ code: "reader.recording-failed" });
      expect(() => recorder.stop(), `change ${change}`).toThrow(fault);
      for (const text of recordingsIn(folder))
        expect({ change, text }).toEqual({ change, text: whole });
    }
  });

  test("is not asked for more than that", async () => {
    const { disk, endAt } = dyingDisk();
    const { recorder } = createRecordedCounter({ disk });
    recorder.start(header);
    endAt(CHANGES + 1, "dies");

    expect(recorder.stop()).toMatch(/reader-20270115160000\.txt$/);
  });

  test("T6: that failed leaves nothing of the recording behind", async () => {
    const { disk, endAt } = dyingDisk();
    const { recorder, folder } = await recordedQuestion({ disk });
    endAt(4, "EIO");
    expect(() => recorder.stop()).toThrow();

    expect(recorder.isOn()).toBe(false);
    expect(recorder.stop()).toBeUndefined();
    expect(readdirSync(join(folder, "recordings"))).toEqual([]);
    recorder.start(header);
    expect(recordedIn(recorder.stop()).steps).toEqual([]);
  });

  test("may hold what a crash left, under a name of its own", async () => {
    const { disk, endAt } = dyingDisk();
    const { recorder, folder } = createRecordedCounter({ disk });
    recorder.start(header);
    endAt(4, "dies");
    expect(() => recorder.stop()).toThrow();
    const left = readdirSync(join(folder, "recordings"));
    endAt(1_000, "EIO");

    recorder.start(header);
    recorder.stop();

    expect(left).toEqual(["reader-20270115160000.txt.part"]);
    expect(readdirSync(join(folder, "recordings")).sort()).toEqual([
      "reader-20270115160000-2.txt",
      "reader-20270115160000.txt.part",
    ]);
  });

  const whole = [
    "# device: MSR605 of the second counter",
    "# dialect: msr605",
    "# date: 2027-01-15",
    "# author: ",
    "# cards: replaced by test digits",
    "",
    "> 1B 74",
    "< 1B 33 53",
    "",
  ].join("\n");

  /** A counter at which the model was asked for while a recording was made, which is still on. */
  async function recordedQuestion(options: Parameters<typeof createRecordedCounter>[0]) {
    const counter = createRecordedCounter(options);
    const opened = await counter.recorder.wrap(inProcessTransport(counter.device))();
    if (!opened.ok) throw new Error(opened.refusal.code);
    counter.recorder.start(header);
    await opened.value.write(bytes("1B 74"));
    await counter.clock.advance(10);
    return counter;
  }

  function recordingsIn(folder: string): readonly string[] {
    if (!readdirSync(folder).includes("recordings")) return [];
    const recordings = join(folder, "recordings");
    return readdirSync(recordings)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(recordings, name), "utf8"));
  }
});
