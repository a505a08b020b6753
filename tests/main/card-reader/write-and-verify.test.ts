import { describe, expect, test } from "vitest";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import type { WriteStage } from "#main/card-reader/reader.ts";
import { newCard, oldCard, setUpReadyCounter, whenItWaits } from "./counter.ts";

/** Counts the writes that the device was asked for. */
function countWrites(device: Parameters<typeof whenItWaits>[0]): () => number {
  let count = 0;
  whenItWaits(device, "write", () => {
    count += 1;
  });
  return () => count;
}

describe("writing a card once", () => {
  test("is written, on the reader's word", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({ outcome: "written" });
    expect(tray.card("blank")?.tracks).toEqual({ 1: newCard.track1, 2: newCard.track2 });
  });

  test("with a jerk is a bad swipe, and is not tried again unasked", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const writes = countWrites(device);
    whenItWaits(device, "write", () => device.swipeBadly("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({ outcome: "bad-swipe" });
    await clock.advance(120_000);
    expect(writes()).toBe(1);
  });

  test("is refused by a reader whose head fails", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    device.failNext("write-error");
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({
      outcome: "refused-by-reader",
      complaint: "read-or-write",
    });
  });

  test("leaves the card in doubt when the reader says nothing, and is not tried again", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const writes = countWrites(device);
    device.failNext("silent");
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({
      outcome: "indeterminate",
      doubt: "unanswered",
    });
    await clock.advance(120_000);
    expect(writes()).toBe(1);
  });

  test("leaves the card in doubt when the answer breaks off", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    device.failNext("cut-short");
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({
      outcome: "indeterminate",
      doubt: "garbled",
    });
  });

  test("leaves the card in doubt when the cable is pulled", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    device.failNext("unplug");
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(newCard))).toEqual({
      outcome: "indeterminate",
      doubt: "lost",
    });
  });

  test("is not begun with a text that no stripe can hold", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const writes = countWrites(device);

    expect(await clock.until(reader.write({ track1: "%B6210^li/lei?" }))).toEqual({
      outcome: "not-encodable",
      refusal: { code: "track.character", track: 1 },
    });
    await clock.advance(1_000);
    expect(writes()).toBe(0);
  });
});

describe("what a stripe holds", () => {
  test("T6: stands in no incident, no state and no outcome of a write", async () => {
    const { clock, device, reader, incidents, states } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("old"));

    const outcomes: unknown[] = [];
    outcomes.push(await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} })));
    device.failNext("cut-short");
    outcomes.push(await clock.until(reader.write(newCard)));
    outcomes.push(await clock.until(reader.write({ track2: `${newCard.track2}?` })));
    device.failNext("cut-short");
    outcomes.push(await clock.until(reader.read()));
    const told = JSON.stringify({ outcomes, incidents, states });

    expect(told).toContain("garbled");
    expect(told).toContain("track.character");
    expect(told).not.toContain("6210947");
  });
});

describe("verifying", () => {
  test("nothing at all is a mistake of the program, not a card in order", async () => {
    const { reader } = await setUpReadyCounter();

    expect(() => reader.verify({})).toThrow("only tracks that could be written can be verified");
  });
});

describe("writing a card and reading it back", () => {
  test("is verified when every track reads as it was written", async () => {
    const { clock, device, reader, states } = await setUpReadyCounter();
    const stages: WriteStage[] = [];
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    const outcome = await clock.until(
      reader.writeAndVerify(newCard, { onStage: (stage) => stages.push(stage) }),
    );

    expect(outcome).toEqual({ outcome: "verified" });
    expect(stages).toEqual(["write-swipe", "verify-swipe"]);
    expect(states).toMatchObject([
      { status: "busy", doing: "writing" },
      { status: "busy", doing: "reading" },
      { status: "ready" },
    ]);
  });

  test("is a mismatch when another digit stands on the card", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    device.failNext("mismatch");
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "mismatch", differing: [2] });
  });

  test("is a mismatch when another card is swiped the second time", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("old"));

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "mismatch", differing: [1, 2] });
  });

  test("is a mismatch when a low-coercivity write did not take", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    await clock.until(reader.ask({ command: "set-coercivity", coercivity: "low" }));
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "mismatch", differing: [1, 2] });
  });

  test("settles a write that nobody answered: the card holds it", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const writes = countWrites(device);
    device.failNext("silent");
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipe("blank"));

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "verified" });
    expect(writes()).toBe(1);
  });

  test("settles a write that nobody answered: the card does not hold it", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipe("blank"));

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "mismatch", differing: [1, 2] });
  });

  test("forgives two poor swipes when reading back", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const stages: WriteStage[] = [];
    const isThird = () => stages.length === 4;
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () =>
      isThird() ? device.swipe("blank") : device.swipeBadly("blank"),
    );

    const outcome = await clock.until(
      reader.writeAndVerify(newCard, { onStage: (stage) => stages.push(stage) }),
    );

    expect(outcome).toEqual({ outcome: "verified" });
    expect(stages).toEqual(["write-swipe", "verify-swipe", "verify-swipe", "verify-swipe"]);
  });

  test("gives the card up after three swipes that could not read it", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const stages: WriteStage[] = [];
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.swipeBadly("blank"));

    const outcome = await clock.until(
      reader.writeAndVerify(newCard, { onStage: (stage) => stages.push(stage) }),
    );

    expect(outcome).toEqual({ outcome: "mismatch", differing: [1, 2] });
    expect(stages).toHaveLength(4);
  });

  test("stays in doubt when the second swipe is called off", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => void reader.cancel());

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "indeterminate", doubt: "not-read-back" });
  });

  test("stays in doubt when the cable is pulled at the second swipe", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "write", () => device.swipe("blank"));
    whenItWaits(device, "read", () => device.unplug());

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "indeterminate", doubt: "not-read-back" });
  });

  test("asks for no second swipe after a bad first one", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    const stages: WriteStage[] = [];
    whenItWaits(device, "write", () => device.swipeBadly("blank"));

    const outcome = await clock.until(
      reader.writeAndVerify(newCard, { onStage: (stage) => stages.push(stage) }),
    );

    expect(outcome).toEqual({ outcome: "bad-swipe" });
    expect(stages).toEqual(["write-swipe"]);
  });

  test("is cancelled at the first swipe with the card as it was", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    whenItWaits(device, "write", () => void reader.cancel());

    const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));

    expect(outcome).toEqual({ outcome: "cancelled" });
    expect(tray.card("blank")?.tracks).toEqual({});
  });

  test("after a lost line is settled later, when the reader is back", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    device.failNext("unplug");
    const stopWriting = whenItWaits(device, "write", () => device.swipe("old"));
    const lost = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));
    stopWriting();
    device.plugIn();
    await clock.until(reader.connect());
    whenItWaits(device, "read", () => device.swipe("old"));

    const settled = await clock.until(reader.verify(newCard));

    expect(lost).toEqual({ outcome: "indeterminate", doubt: "lost" });
    expect(settled).toEqual({ outcome: "mismatch", differing: [1, 2] });
    expect(tray.card("old")?.damaged).toEqual([1, 2]);
    expect(oldCard.damaged).toEqual([]);
  });
});

describe("a reader that has not every head", () => {
  const partial = { track2: newCard.track2 };

  test("asks for no piece that it could not write", async () => {
    const { clock, device, reader, said, tray } = await setUpReadyCounter({ model: "2" });
    whenItWaits(device, "write", () => device.swipe("blank"));
    const options = { stripe: stripeKindOf(undefined), onStage: () => {} };

    const both = reader.writeAndVerify(newCard, options);
    expect(await clock.until(both)).toEqual({ outcome: "not-supported" });
    expect(await clock.until(reader.write(newCard))).toEqual({ outcome: "not-supported" });
    expect(said).toEqual([]);
    expect(tray.card("blank")?.tracks).toEqual({});
  });

  test("writes what it reaches", async () => {
    const { clock, device, reader } = await setUpReadyCounter({ model: "2" });
    whenItWaits(device, "write", () => device.swipe("blank"));

    expect(await clock.until(reader.write(partial))).toEqual({ outcome: "written" });
  });
});
