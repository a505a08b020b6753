import { describe, expect, test } from "vitest";
import { teller } from "#main/card-reader/teller/teller.ts";
import { newCard, setUpReadyCounter, whenItWaits } from "./counter.ts";

const LAMPS = { "1B 81": "off", "1B 83": "green", "1B 84": "yellow", "1B 85": "red" };

/** The lamps that the reader was told to light, in order. */
function lampsIn(said: readonly string[]): readonly string[] {
  return said.flatMap((command) =>
    Object.entries(LAMPS)
      .filter(([bytes]) => bytes === command)
      .map(([, lamp]) => lamp),
  );
}

describe("the lamps of a reader", () => {
  test("are green while a card may be swiped", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    void reader.read();
    await clock.advance(1_000);

    expect(device.panel()).toMatchObject({ green: true, yellow: false, red: false });
    expect(device.panel().waitsFor).toBe("read");
  });

  test("are yellow when a card must be swiped, before the reader goes deaf waiting for it", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();

    void reader.write(newCard);
    await clock.advance(1_000);

    expect(device.panel()).toMatchObject({ green: false, yellow: true, red: false });
    expect(said).toEqual(["1B 84", expect.stringMatching(/^1B 77 /)]);
  });

  test("are yellow through a write and its reading back, and said once", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(lampsIn(said)).toEqual(["yellow"]);
  });

  test("are red after a swipe that went wrong, and green again after one that went well", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter();
    const swipes = ["badly", "badly", "well", "well"];
    whenItWaits(device, "read", () =>
      swipes.shift() === "badly" ? device.swipeBadly("old") : device.swipe("old"),
    );

    await clock.until(reader.read());
    await clock.until(reader.read());
    await clock.until(reader.read());
    await clock.until(reader.read());

    expect(lampsIn(said)).toEqual(["green", "red", "green"]);
  });

  test("are red after a write that went wrong", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipeBadly("blank"));

    await clock.until(reader.write(newCard));
    void reader.read();
    await clock.advance(1_000);

    expect(device.panel()).toMatchObject({ green: false, yellow: false, red: true });
  });

  test("say nothing about a question that the reader turned down", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    device.harm(2, "corrupt"); // It says 1 for a setting that it has taken: refused.
    const set = await clock.until(reader.ask({ command: "set-coercivity", coercivity: "low" }));
    void reader.read();
    await clock.advance(1_000);

    expect(set).toMatchObject({ outcome: "refused-by-reader" });
    expect(device.panel()).toMatchObject({ green: true, red: false });
  });

  test("keep their colour when nobody came", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    await clock.until(reader.read({ timeoutMs: 1_000 }));
    void reader.read();
    await clock.advance(1_000);

    expect(device.panel()).toMatchObject({ green: true, red: false });
  });

  test("are dark again when the port is given free", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    void reader.read();
    await clock.advance(1_000);

    await clock.until(reader.close());

    expect(device.panel()).toMatchObject({ green: false, yellow: false, red: false });
  });

  test("are left alone by a reader that has none", async () => {
    const { clock, device, reader, said } = await setUpReadyCounter({
      dialect: "teller",
      language: teller,
    });
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(reader.read())).toMatchObject({ outcome: "read" });
    expect(await clock.until(reader.setLamp("red"))).toEqual({ outcome: "not-supported" });
    expect(lampsIn(said)).toEqual([]);
  });
});
