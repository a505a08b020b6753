import { describe, expect, test } from "vitest";
import { createMask } from "#main/card-reader/masking.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
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
      { way: "heard", reply: "model", shown: "1B 33 (1)" },
      { way: "sent", command: "get-firmware", shown: "1B 76" },
      { way: "heard", reply: "firmware", shown: "1B 52 (7) REVH3.12" },
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

describe("a mask", () => {
  test("T6: hides whatever a track can be written in, however the bytes come", () => {
    const mask = createMask();
    for (const byte of bytes("1B 73 1B 02 3B 36 32 31 30 3F 1B 03 1B 2B 3F 1C 1B 30")) {
      mask.take(Uint8Array.of(byte));
    }

    expect(mask.text()).toBe("1B 73 1B 02 (6) 1B 03 1B 2B (1) 1C 1B 30");
  });

  test("T6: shows no more than a line of what has no end", () => {
    const mask = createMask();
    mask.take(new Uint8Array(10_000).fill(0xff));

    expect(mask.text().length).toBeLessThan(121);
  });
});
