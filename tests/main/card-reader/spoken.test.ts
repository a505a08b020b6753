import { describe, expect, test } from "vitest";
import { createMask, shownReply } from "#main/card-reader/masking.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bytes } from "./bytes.ts";
import { newCard, setUpCounter, setUpReadyCounter, whenItWaits } from "./counter.ts";

describe("what is said on the cable", () => {
  test("can be followed from the opening on, word by word", async () => {
    const { clock, reader, spoken } = setUpCounter();

    await clock.until(reader.connect());

    expect(spoken).toEqual([
      { way: "state", state: { status: "opening" } },
      { way: "state", state: { status: "probing" } },
      { way: "sent", command: "reset", shown: "1B 61" },
      { way: "sent", command: "test-communication", shown: "1B 65" },
      { way: "heard", reply: "present", shown: "1B 79" },
      { way: "sent", command: "reset", shown: "1B 61" },
      { way: "sent", command: "get-model", shown: "1B 74" },
      { way: "heard", reply: "model", shown: "1B 33 53" },
      { way: "sent", command: "get-firmware", shown: "1B 76" },
      { way: "heard", reply: "firmware", shown: "(9) REVH3.12" },
      { way: "state", state: expect.objectContaining({ status: "ready" }) },
    ]);
  });

  test("T6: shows of a card that was read its lengths and its last four digits", async () => {
    const { clock, device, reader, spoken } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipe("old"));

    await clock.until(reader.read());

    expect(spoken).toContainEqual({
      way: "heard",
      reply: "tracks",
      shown: "1: empty, 2: ····0021 (26), 3: empty",
    });
  });

  test("T6: shows of a card that is written its command and its length", async () => {
    const { clock, device, reader, spoken } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));

    await clock.until(reader.write(newCard));

    expect(spoken).toContainEqual({ way: "sent", command: "write", shown: "1B 77 (74)" });
    expect(spoken).toContainEqual({ way: "heard", reply: "done", shown: "1B 30" });
  });

  test("T6: shows of noise how much it was, a few times a second", async () => {
    const { clock, device, reader, spoken } = await setUpReadyCounter();

    device.makeNoise(bytes("3B 36 32 31 30"));
    await clock.advance(10);
    device.makeNoise(bytes("39 34 37"));
    await clock.advance(1_000);
    await clock.until(reader.close());

    expect(spoken.filter(({ way }) => way === "noise")).toEqual([{ way: "noise", byteCount: 8 }]);
  });

  test.each([
    ["msr605", undefined],
    ["teller", teller],
  ] as const)("T6: never shows five digits of a stripe in a row: %s", async (dialect, language) => {
    const { clock, device, reader, spoken } = await setUpReadyCounter({
      dialect,
      ...(language ? { language } : {}),
      bytesPerSecond: 960,
      chunkBytes: 7,
    });
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("old"));

    await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));
    device.harm(9, "drop");
    await clock.until(reader.read());
    device.failNext("cut-short");
    await clock.until(reader.read());
    void reader.read();
    await clock.advance(400);
    await clock.until(reader.cancel());

    expect(spoken.filter(({ way }) => way === "heard").length).toBeGreaterThan(3);
    expect(JSON.stringify(spoken)).not.toMatch(/\d{5}/);
    expect(JSON.stringify(spoken)).not.toMatch(/(3\d ){5}/);
  });
});

const PAN = "6222020200123456788";

function masked(heard: Uint8Array): string {
  const mask = createMask();
  for (const byte of heard) mask.take(Uint8Array.of(byte));
  return mask.text();
}

/** Every five digits in a row of the card's number. */
const fives = Array.from({ length: PAN.length - 4 }, (_, at) => PAN.slice(at, at + 5));

/** All digits that a line tells: read as bytes below their parity, and as they stand. */
function digitsToldBy(shown: string): readonly string[] {
  const read = [...shown.matchAll(/\b[0-9A-F]{2}\b/g)].map(([pair]) =>
    String.fromCharCode(Number.parseInt(pair, 16) & 0x7f),
  );
  return [read.join("").replaceAll(/\D/g, ""), shown.replaceAll(/[\s.]/g, "")];
}

describe("a mask", () => {
  test.each([
    ["1B 79", "the answer to a test"],
    ["79", "the same without its first byte"],
    ["1B 30", "a status"],
    ["1B 33 53", "a model"],
    ["1B 3D 16", "leading zeros"],
    ["1B 30 08 08 08", "widths"],
    ["1B 72 70", "a status of the teller's language"],
    ["5E A1", "the other interface"],
  ])("shows %s whole: %s", (answer) => {
    expect(masked(bytes(answer))).toBe(answer);
  });

  test.each([
    ["(18)", "1B 73 1B 02 3B 36 32 31 30 3F 1B 03 1B 2B 3F 1C 1B 30"],
    ["(8)", "1B 36 1B 32 1B 32 1B 79"],
    ["(3)", "B6 32 B2"],
    ["(2)", "1B B6"],
    ["(5)", "1B 30 32 32 32"],
  ])("T6: shows of anything else how long it was: %s", (shown, heard) => {
    expect(masked(bytes(heard))).toBe(shown);
  });

  test("T6: shows no more than a line of what has no end", () => {
    expect(masked(new Uint8Array(10_000).fill(0xff))).toBe("(10000)");
  });

  test("T6: tells no five digits of a card's number, whatever a device puts between them", () => {
    const between = fc.oneof(
      fc.constant([]),
      fc.constant([0x1b]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
    );
    const drawn = fc.record({
      from: fc.integer({ min: 0, max: 14 }),
      length: fc.integer({ min: 1, max: 19 }),
      between: fc.array(between, { minLength: 1, maxLength: 4 }),
      parity: fc.constantFrom(0, 0x80),
      end: fc.constantFrom([], [0x1b, 0x79], [0x1b, 0x30]),
    });
    fc.assert(
      fc.property(drawn, ({ from, length, between, parity, end }) => {
        const heard = [...PAN.slice(from, from + length)].flatMap((digit, at) => [
          ...(between[at % between.length] ?? []),
          digit.charCodeAt(0) | parity,
        ]);
        for (const told of digitsToldBy(masked(Uint8Array.from([...heard, ...end])))) {
          for (const five of fives) expect(told).not.toContain(five);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("T6: tells the end of a card's number only where all tracks have the same", () => {
    const text = (track: string) => ({ reading: "text", text: track }) as const;
    const tracks = {
      1: text(`%B${PAN.slice(0, 12)}^A?`),
      2: text(`;${PAN.slice(0, 16)}=1?`),
      3: text(`;99${PAN}=1?`),
    };

    expect(shownReply({ reply: "tracks", tracks }, "")).toBe(
      "1: ···· (17), 2: ···· (20), 3: ···· (25)",
    );
  });
});

describe("a card's digits where a reader should say its firmware", () => {
  test.each(["62220202", "622 0202", "62.22.02", "B6222020", ";6222=30"])(
    "T6: are neither in the trace nor in the reader's state: %s",
    async (firmware) => {
      const { reader, spoken } = await setUpReadyCounter({ firmware });

      expect(reader.state()).toMatchObject({ status: "ready", firmware: "" });
      for (const line of spoken) {
        const shown = JSON.stringify(line.way === "state" ? line.state : line);
        for (const told of digitsToldBy(shown)) expect(told).not.toContain("622");
      }
    },
  );

  test.each(["REVU1.00", "REVH3.12", "REV1234"])(
    "leave what is a firmware as it is: %s",
    async (firmware) => {
      const { reader } = await setUpReadyCounter({ firmware });

      expect(reader.state()).toMatchObject({ status: "ready", firmware });
    },
  );
});
