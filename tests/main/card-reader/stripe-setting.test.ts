import { describe, expect, test } from "vitest";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { newCard, setUpReadyCounter, whenItWaits } from "./counter.ts";
import { setUpStrangeDevice } from "./strange-device.ts";

const hard = stripeKindOf({ coercivity: "high" });
const soft = stripeKindOf({ coercivity: "low" });
const SETTINGS = ["1B 78", "1B 62 A1", "1B 62 D2", "1B 62 4B"];

describe("before a write the reader", () => {
  test("is set to the product's stripe: how hard it is, and how dense its tracks are", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));

    const outcome = await clock.until(reader.write(newCard, { stripe: hard }));

    expect(outcome).toEqual({ outcome: "written" });
    expect(said).toEqual([
      "1B 78",
      "1B 62 A1",
      "1B 62 4B",
      "1B 84",
      expect.stringMatching(/^1B 77 /),
    ]);
  });

  test("is set to the soft stripe of an old product, and back to the next one's", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const relays: string[] = [];
    whenItWaits(device, "write", () => {
      relays.push(device.panel().relay);
      device.swipe("blank");
    });

    await clock.until(reader.write(newCard, { stripe: soft }));
    await clock.until(reader.write(newCard, { stripe: hard }));

    expect(relays).toEqual(["low", "high"]);
  });

  test("is not told twice what it was told already", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));

    await clock.until(reader.write(newCard, { stripe: hard }));
    await clock.until(reader.write(newCard, { stripe: hard }));

    expect(said.filter((command) => SETTINGS.includes(command))).toEqual([
      "1B 78",
      "1B 62 A1",
      "1B 62 4B",
    ]);
  });

  test("is told again after a reset, which may have undone it", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));

    await clock.until(reader.write(newCard, { stripe: hard }));
    await clock.until(reader.read({ timeoutMs: 1_000 }));
    await clock.until(reader.write(newCard, { stripe: hard }));

    expect(said.filter((command) => command === "1B 78")).toHaveLength(2);
  });

  test("is told nothing of a stripe in a language that has no words for it", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter({
      dialect: "teller",
      language: teller,
    });
    whenItWaits(device, "write", () => device.swipe("blank"));

    const outcome = await clock.until(reader.erase([1, 2, 3], { stripe: hard }));

    expect(outcome).toEqual({ outcome: "not-supported" });
    expect(said).toEqual([]);
  });

  test("is set and writes in the teller's language too", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter({
      dialect: "teller",
      language: teller,
    });
    whenItWaits(device, "write", () => device.swipe("blank"));

    const outcome = await clock.until(
      reader.write({ track2: newCard.track2 }, { stripe: stripeKindOf(undefined) }),
    );

    expect(outcome).toEqual({ outcome: "written" });
    expect(tray.card("blank")?.tracks).toMatchObject({ 2: newCard.track2 });
  });
});

describe("a reader that cannot be set to the stripe", () => {
  const answering = (answers: Readonly<Record<string, string>>) => (said: string) =>
    ({ "1B 65": "1B 79", "1B 78": "1B 30", "1B 62 4B": "1B 30", ...answers })[said];

  test("because it says no is given no card to write", async () => {
    const { clock, reader, said } = setUpStrangeDevice(answering({ "1B 78": "1B 41" }));
    await clock.until(reader.connect());
    said.length = 0;

    const outcome = await clock.until(reader.write(newCard, { stripe: hard }));

    expect(outcome).toEqual({ outcome: "not-set", complaint: "failed" });
    expect(said).toEqual(["1B 78"]);
  });

  test("because it says nothing is given no card, and the setting is not repeated", async () => {
    const { clock, reader, said } = setUpStrangeDevice((word) =>
      word === "1B 78" ? undefined : answering({})(word),
    );
    await clock.until(reader.connect());
    said.length = 0;

    const outcome = await clock.until(reader.write(newCard, { stripe: hard }));

    expect(outcome).toEqual({ outcome: "not-set" });
    expect(said).toEqual(["1B 78", "1B 61", "1B 65"]);
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("because it is gone is lost, and the card is as it was", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const writing = reader.write(newCard, { stripe: hard });
    device.unplug();

    expect(await clock.until(writing)).toEqual({ outcome: "lost" });
  });

  test("but knows one density of Tracks 1 and 3, as the MSR206 does, writes all the same", async () => {
    const { clock, reader } = setUpStrangeDevice((word) =>
      word.startsWith("1B 77") ? "1B 30" : answering({ "1B 62 A1": "1B 34" })(word),
    );
    await clock.until(reader.connect());

    expect(await clock.until(reader.write(newCard, { stripe: hard }))).toEqual({
      outcome: "written",
    });
  });

  test("of Track 2, whose density is a choice, writes nothing", async () => {
    const { clock, reader, said } = setUpStrangeDevice(
      answering({ "1B 62 A1": "1B 30", "1B 62 4B": "1B 34" }),
    );
    await clock.until(reader.connect());

    expect(await clock.until(reader.write(newCard, { stripe: hard }))).toEqual({
      outcome: "not-set",
      complaint: "unknown-command",
    });
    expect(said.filter((command) => command.startsWith("1B 77"))).toEqual([]);
  });
});

describe("a reader that speaks unasked", () => {
  const setUp = () => setUpReadyCounter({ dialect: "swipe-only", language: swipeOnly });

  test("is ready at once and is never sent a byte", async () => {
    const { clock, device, reader, said } = await setUp();

    const first = reader.read({ timeoutMs: 60_000 });
    await clock.advance(1_000);
    device.swipe("old");
    const read = await clock.until(first);
    await clock.until(reader.read({ timeoutMs: 1_000 }));
    void reader.read();
    await clock.advance(1_000);
    await clock.until(reader.cancel());
    await clock.until(reader.close());

    expect(read).toMatchObject({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
    });
    expect(said).toEqual([]);
  });

  test("has no command to write, erase, feel, ask or light, and is not asked to", async () => {
    const { clock, reader, said } = await setUp();
    const unheardOf = { outcome: "not-supported" };
    const onStage = () => {};

    expect(await clock.until(reader.write(newCard, { stripe: hard }))).toEqual(unheardOf);
    expect(await clock.until(reader.writeAndVerify(newCard, { onStage }))).toEqual(unheardOf);
    expect(await clock.until(reader.erase([2]))).toEqual(unheardOf);
    expect(await clock.until(reader.eraseAndVerify({ onStage }))).toEqual(unheardOf);
    expect(await clock.until(reader.testSensor())).toEqual(unheardOf);
    expect(await clock.until(reader.ask({ command: "get-firmware" }))).toEqual(unheardOf);
    expect(await clock.until(reader.setLamp("green"))).toEqual(unheardOf);
    expect(said).toEqual([]);
  });

  test("loses no card to the pause between two waits", async () => {
    const { clock, device, reader } = await setUp();
    const first = reader.read({ timeoutMs: 1_000 });
    await clock.advance(1_000);
    const second = first.then(() => reader.read({ timeoutMs: 1_000 }));
    await clock.advance(1);
    device.swipe("old");

    expect(await clock.until(second)).toMatchObject({ outcome: "read" });
  });
});
