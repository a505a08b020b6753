import { describe, expect, test } from "vitest";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import type { WriteStage } from "#main/card-reader/reader.ts";
import { oldCard, setUpReadyCounter, whenItWaits } from "./counter.ts";

const collected = {
  ...oldCard,
  tracks: { 1: "%B6210947000000021^LI/LEI^18081010000?", 2: ";6210947000000021=1808101?" },
};

async function setUpErasure() {
  const counter = await setUpReadyCounter();
  counter.tray.put(collected);
  const stages: WriteStage[] = [];
  const erase = () =>
    counter.reader.eraseAndVerify({
      stripe: stripeKindOf(undefined),
      onStage: (stage) => stages.push(stage),
    });
  return { ...counter, stages, erase };
}

describe("erasing a collected card", () => {
  test("is verified when nothing is left on any track", async () => {
    const { clock, device, erase, tray, stages, states } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(erase())).toEqual({ outcome: "verified" });
    expect(tray.card("old")?.tracks).toEqual({});
    expect(stages).toEqual(["write-swipe", "verify-swipe"]);
    expect(states).toMatchObject([
      { status: "busy", doing: "erasing" },
      { status: "busy", doing: "reading" },
      { status: "ready" },
    ]);
  });

  test("sets the reader to a hard stripe first, and erases all three tracks", async () => {
    const { clock, device, erase, said } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipe("old"));

    await clock.until(erase());

    expect(said).toEqual(["1B 78", "1B 84", "1B 63 07", "1B 72"]);
  });

  test("is a mismatch when a track still holds a text", async () => {
    const { clock, device, erase, tray } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => {
      tray.put({ ...collected, tracks: { 2: ";6210947000000021=1808101?" } });
      device.swipe("old");
    });

    expect(await clock.until(erase())).toEqual({ outcome: "mismatch", differing: [2] });
  });

  test("read back as another card is asked for again, and verified when it comes", async () => {
    const { clock, device, tray, reader, stages } = await setUpErasure();
    tray.put({ ...collected, id: "other", tracks: { 2: ";6210947000000039=1808101?" } });
    const swipes = ["other", "old"];
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipe(swipes.shift() ?? ""));
    const erasing = reader.eraseAndVerify({
      onStage: (stage) => stages.push(stage),
      isOther: (tracks) => tracks.track2 === ";6210947000000039=1808101?",
    });

    expect(await clock.until(erasing)).toEqual({ outcome: "verified" });
    expect(stages).toEqual(["write-swipe", "verify-swipe", "verify-other"]);
  });

  test("read back as another card three times: nobody knows of the erased one", async () => {
    const { clock, device, tray, reader, stages } = await setUpErasure();
    tray.put({ ...collected, id: "other", tracks: { 2: ";6210947000000039=1808101?" } });
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipe("other"));
    const erasing = reader.eraseAndVerify({
      onStage: (stage) => stages.push(stage),
      isOther: () => true,
    });

    expect(await clock.until(erasing)).toEqual({
      outcome: "indeterminate",
      doubt: "not-read-back",
    });
    expect(stages).toEqual(["write-swipe", "verify-swipe", "verify-other", "verify-other"]);
  });

  test("is a mismatch when three swipes find something that nobody can read", async () => {
    const { clock, device, erase, stages } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipeBadly("old"));

    expect(await clock.until(erase())).toEqual({ outcome: "mismatch", differing: [1, 2, 3] });
    expect(stages).toEqual(["write-swipe", "verify-swipe", "verify-swipe", "verify-swipe"]);
  });

  test("that nobody answered is settled by the reading: the card is empty", async () => {
    const { clock, device, erase, said } = await setUpErasure();
    device.failNext("silent");
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(erase())).toEqual({ outcome: "verified" });
    expect(said.filter((command) => command.startsWith("1B 63"))).toHaveLength(1);
  });

  test("that nobody answered is settled by the reading: the card is as it was", async () => {
    const { clock, device, erase } = await setUpErasure();
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(erase())).toEqual({ outcome: "mismatch", differing: [1, 2] });
  });

  test("stays in doubt when the second swipe is called off", async () => {
    const { clock, device, erase, reader } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipe("old"));
    whenItWaits(device, "read", () => void reader.cancel());

    expect(await clock.until(erase())).toEqual({
      outcome: "indeterminate",
      doubt: "not-read-back",
    });
  });

  test("stays in doubt when the cable is pulled in the middle", async () => {
    const { clock, device, erase } = await setUpErasure();
    device.failNext("unplug");
    whenItWaits(device, "erase", () => device.swipe("old"));

    expect(await clock.until(erase())).toEqual({ outcome: "indeterminate", doubt: "lost" });
  });

  test("with a jerk is refused by the reader, and asks for no second swipe", async () => {
    const { clock, device, erase, stages } = await setUpErasure();
    whenItWaits(device, "erase", () => device.swipeBadly("old"));

    expect(await clock.until(erase())).toEqual({
      outcome: "refused-by-reader",
      complaint: "failed",
    });
    expect(stages).toEqual(["write-swipe"]);
  });
});

describe("a reader that has not every head", () => {
  test.each(["1", "2", "5"] as const)("erases no card for good: model %s", async (model) => {
    const { clock, device, reader, tray, said } = await setUpReadyCounter({ model });
    tray.put(collected);
    for (const wait of ["erase", "read"] as const) {
      whenItWaits(device, wait, () => device.swipe("old"));
    }

    const erasing = reader.eraseAndVerify({ stripe: stripeKindOf(undefined), onStage: () => {} });

    expect(await clock.until(erasing)).toEqual({ outcome: "not-supported" });
    expect(said).toEqual([]);
    expect(tray.card("old")).toEqual(collected);
  });

  test("erases the tracks that it reaches, and no other", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter({ model: "2" });
    tray.put(collected);
    whenItWaits(device, "erase", () => device.swipe("old"));

    expect(await clock.until(reader.erase([1]))).toEqual({ outcome: "not-supported" });
    expect(await clock.until(reader.erase([2, 3]))).toEqual({ outcome: "erased" });
    expect(tray.card("old")?.tracks).toEqual({ 1: collected.tracks[1] });
  });
});

describe("the sensor", () => {
  test("feels a card and leaves it as it is", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    whenItWaits(device, "sensor", () => device.swipe("old"));

    expect(await clock.until(reader.testSensor())).toEqual({ outcome: "felt" });
    expect(tray.card("old")).toEqual(oldCard);
  });

  test("feels nothing while nobody comes, and the reader is ready again", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    expect(await clock.until(reader.testSensor({ timeoutMs: 20_000 }))).toEqual({
      outcome: "indeterminate",
      doubt: "unanswered",
    });
    expect(device.panel().waitsFor).toBe("nothing");
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("is called off", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "sensor", () => void reader.cancel());

    expect(await clock.until(reader.testSensor())).toEqual({ outcome: "cancelled" });
  });
});
