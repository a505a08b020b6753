import { describe, expect, test } from "vitest";
import { accept } from "#core/kernel/result.ts";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { bytes, hex } from "./bytes.ts";
import { newCard } from "./counter.ts";
import { setUpStrangeDevice } from "./strange-device.ts";

const obliging = (said: string) =>
  new Map([
    ["1B 65", "1B 79"],
    ["1B 74", "1B 33 53"],
    ["1B 76", "1B 52 45 56 55 31 2E 30 30"],
  ]).get(said);

describe("a port with something else at its end", () => {
  test("is silent when nothing answers, and is left free", async () => {
    const { clock, reader, said, timesClosed } = setUpStrangeDevice(() => undefined);

    expect(await clock.until(reader.connect())).toEqual({ status: "lost", reason: "silent" });
    expect(said.filter((command) => command === "1B 65")).toHaveLength(2);
    expect(timesClosed()).toBe(1);
  });

  test("is foreign when an MSR206-7HL answers through its other interface", async () => {
    const { clock, reader } = setUpStrangeDevice((said) =>
      said === "1B 65" ? "5E A1" : undefined,
    );

    expect(await clock.until(reader.connect())).toEqual({ status: "lost", reason: "foreign" });
  });

  test("is a reader all the same when it answers only the second time", async () => {
    let asked = 0;
    const { clock, reader } = setUpStrangeDevice((said) => {
      if (said !== "1B 65") return obliging(said);
      asked += 1;
      return asked === 2 ? "1B 79" : undefined;
    });

    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });

  test("is a reader all the same when it does not say what it is", async () => {
    const { clock, reader } = setUpStrangeDevice((said) => (said === "1B 65" ? "79" : undefined));

    expect(await clock.until(reader.connect())).toEqual({
      status: "ready",
      model: "MSR605",
      tracks: [1, 2, 3],
      firmware: "",
    });
  });

  test("T6: is cut off when it talks without end", async () => {
    const { clock, reader, say, incidents } = setUpStrangeDevice(obliging);
    await clock.until(reader.connect());

    const alreadySaid = 9; // The firmware, which was asked for last.
    say("FF ".repeat(4_096 - alreadySaid));
    const before = reader.state();
    say("FF");

    expect(before).toMatchObject({ status: "ready" });
    expect(reader.state()).toEqual({ status: "lost", reason: "babbling" });
    expect(incidents).toEqual([{ incident: "lost", reason: "babbling" }]);
  });

  test("T6: is not cut off for the same noise spread over a day", async () => {
    const { clock, reader, say } = setUpStrangeDevice(obliging);
    await clock.until(reader.connect());

    for (let minute = 0; minute < 20; minute += 1) {
      say("FF ".repeat(400));
      await clock.advance(61_000);
    }

    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("is lost as silent when it does not come back after a swipe was called off", async () => {
    let isDead = false;
    const { clock, reader } = setUpStrangeDevice((said) => (isDead ? undefined : obliging(said)));
    await clock.until(reader.connect());

    const writing = reader.write(newCard);
    await clock.advance(1_000);
    isDead = true;
    await clock.until(reader.cancel());

    expect(await writing).toEqual({ outcome: "indeterminate", doubt: "unanswered" });
    expect(reader.state()).toEqual({ status: "lost", reason: "silent" });
  });

  test("says a write once and a setting once, answered or not", async () => {
    const { clock, reader, said } = setUpStrangeDevice(obliging);
    await clock.until(reader.connect());
    said.length = 0;

    await clock.until(reader.ask({ command: "set-coercivity", coercivity: "high" }));
    await clock.until(reader.write(newCard));

    expect(said.filter((command) => command === "1B 78")).toHaveLength(1);
    expect(said.filter((command) => command.startsWith("1B 77"))).toHaveLength(1);
  });

  test("T6: has its bytes overwritten once they were used", async () => {
    const { clock, reader } = setUpStrangeDevice(obliging);
    await clock.until(reader.connect());
    const card = bytes("1B 73 1B 02 3B 31 3F 3F 1C 1B 30");
    const spoken = createAnnouncer<Uint8Array>();
    const echo = createCardReader({
      transport: async () =>
        accept({
          async write(said) {
            const printed = hex(said);
            const reply = printed === "1B 72" ? card : bytes(obliging(printed) ?? "");
            clock.after(1, () => spoken.announce(reply));
            return "sent";
          },
          onBytes: spoken.listen,
          onLost: () => () => {},
          close: async () => {},
        }),
      dialect: msr605,
      clock,
    });
    await clock.until(echo.connect());

    expect(await clock.until(echo.read())).toMatchObject({ tracks: { track2: ";1?" } });
    expect(hex(card)).toBe("00 00 00 00 00 00 00 00 00 00 00");
  });
});
