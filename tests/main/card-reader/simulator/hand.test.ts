import { describe, expect, test } from "vitest";
import { simulatedDialects } from "#main/card-reader/simulator/make.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bytes } from "../bytes.ts";
import { bench } from "./bench.ts";

describe("a hand at the simulated cable", () => {
  test("loses the byte that was named and no other", async () => {
    const { say, heard, reader } = bench();
    reader.harm(2, "drop");

    say("1B 74");
    say("1B 74");

    expect(await heard()).toBe("1B 53 1B 33 53");
  });

  test("counts over answers, and takes several orders at once", async () => {
    const { say, heard, reader } = bench();
    reader.harm(3, "drop");
    reader.harm(1, "corrupt");

    say("1B 65 1B 65 1B 65");

    expect(await heard()).toBe("1A 79 79 1B 79");
  });

  test("turns the lowest bit of a byte over, so that a good status becomes a bad one", async () => {
    const { say, heard, reader } = bench();
    reader.harm(2, "corrupt");

    say("1B 77 1B 73 1B 01 41 1B 02 1B 03 3F 1C");
    reader.swipe("blank");

    expect(await heard()).toBe("1B 31");
  });

  test("does not take noise for an answer", async () => {
    const { say, heard, reader } = bench();
    reader.harm(1, "drop");

    reader.makeNoise(bytes("00 FF"));
    say("1B 65");

    expect(await heard()).toBe("00 FF 79");
  });

  test("makes every answer wait", async () => {
    const { say, heard, reader, clock } = bench();
    const times: number[] = [];
    reader.onBytes(() => times.push(clock.now()));
    reader.recable({ delayMs: 300 });

    say("1B 65");
    await heard();
    reader.recable({ delayMs: 0 });
    say("1B 65");
    await heard();

    expect(times).toEqual([300, 10_000]);
  });

  test("changes pieces and pace while the reader stands there", async () => {
    const { say, heardInPieces, reader } = bench();

    reader.recable({ chunkBytes: 2, bytesPerSecond: 960 });
    say("1B 76");

    expect(await heardInPieces()).toEqual([2, 2, 2, 2, 1]);
  });

  test("lets the reader hang: it does what it is told, and is heard late", async () => {
    const { say, heard, reader } = bench();

    reader.stall();
    say("1B 77 1B 73 1B 01 41 1B 02 1B 03 3F 1C");
    reader.swipe("blank");
    const whileItHangs = await heard();
    reader.goOn();

    expect(whileItHangs).toBe("");
    expect(reader.tray.card("blank")?.tracks).toEqual({ 1: "%A?" });
    expect(await heard()).toBe("1B 30");
  });

  test("lets it hang in the middle of an answer", async () => {
    const { say, heard, reader } = bench();

    reader.stall(3);
    say("1B 76");
    const whileItHangs = await heard();
    reader.goOn();

    expect(whileItHangs).toBe("1B 52 45");
    expect(await heard()).toBe("56 48 33 2E 31 32");
  });

  test("ends the hanging by pulling the cable, and what was held back is lost", async () => {
    const { say, heard, reader } = bench();

    reader.stall();
    say("1B 76");
    reader.unplug();
    reader.plugIn();
    say("1B 65");

    expect(await heard()).toBe("1B 79");
  });
});

describe("a hand that exchanges the simulated reader's make", () => {
  test("changes firmware, letters and model", async () => {
    const { say, heard, reader } = bench();

    reader.refit({ firmware: "REVU1.00", letterCase: "lower", model: "5" });
    say("1B 76 1B 64 1B 74");

    expect(await heard()).toBe("1B 52 45 56 55 31 2E 30 30 1B 68 1B 35 53");
  });

  test("changes how it says an empty track while it waits for the card", async () => {
    const { say, heard, reader } = bench();

    say("1B 72");
    reader.refit({ emptyTracks: "bare" });
    reader.swipe("blank");

    expect(await heard()).toBe("1B 73 1B 01 1B 02 1B 03 3F 1C 1B 30");
  });

  test("lets it lose an ESC after a reset from now on", async () => {
    const { say, heard, reader } = bench();

    say("1B 61 1B 65");
    reader.refit({ losesEscapeAfterReset: true });
    say("1B 61 1B 65");

    expect(await heard()).toBe("1B 79 79");
  });
});

describe("any host", () => {
  // Goal: no bytes of a host, in any split, with cards going through in between, break a device.
  // Method: random bytes rich in ESC and command letters, and a swipe after each piece; after a
  // power cycle the device answers as if nothing had been.
  test("cannot break a simulated reader", async () => {
    const letters = fc.constantFrom(...bytes("1B 1B 1B 1C 1D 73 74 77 6E 72 6D 5D 42 5C 30 61 6A"));
    const said = fc.array(fc.oneof(letters, fc.nat(255)), { maxLength: 80 });
    const cards = fc.constantFrom("blank", "full", "scratched");
    const acts = fc.array(fc.record({ said, card: cards, isBad: fc.boolean() }), { maxLength: 12 });

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...simulatedDialects), acts, async (dialect, all) => {
        const { reader, say, heard } = bench({ dialect });

        for (const { said: piece, card, isBad } of all) {
          reader.hear(Uint8Array.from(piece));
          if (isBad) reader.swipeBadly(card);
          else reader.swipe(card);
        }
        await heard();
        reader.unplug();
        reader.plugIn();

        const [hello, answer] =
          dialect === "teller" ? ["1B 30 1B 6A", "1B 72 70"] : ["1B 61 1B 65", "1B 79"];
        say(hello ?? "");
        expect(await heard()).toBe(dialect === "swipe-only" ? "" : answer);
      }),
      { numRuns: 60 },
    );
  });
});
