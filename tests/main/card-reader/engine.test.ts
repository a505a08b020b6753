import { describe, expect, test } from "vitest";
import { bytes } from "./bytes.ts";
import { newCard, oldCard, setUpCounter, setUpReadyCounter, whenItWaits } from "./counter.ts";

describe("connecting", () => {
  test("finds the reader and says what it is", async () => {
    const { clock, reader, states } = setUpCounter();

    const found = await clock.until(reader.connect());

    expect(found).toEqual({
      status: "ready",
      model: "MSR605",
      tracks: [1, 2, 3],
      firmware: "REVH3.12",
    });
    expect(states.map((state) => state.status)).toEqual(["opening", "probing", "ready"]);
  });

  test("finds a reader whose adapter loses the first byte after a reset", async () => {
    const { clock, reader } = setUpCounter({ losesEscapeAfterReset: true });

    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });

  test("finds a reader behind a line that delivers byte by byte", async () => {
    const { clock, reader } = setUpCounter({ chunkBytes: 1, bytesPerSecond: 960 });

    expect(await clock.until(reader.connect())).toMatchObject({
      status: "ready",
      firmware: "REVH3.12",
    });
  });

  test("finds a reader that waits for a swipe somebody else asked for", async () => {
    const { clock, device, reader } = setUpCounter();
    device.hear(bytes("1B 72"));

    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });

  test("says that there is no such port while the cable is out", async () => {
    const { clock, device, reader } = setUpCounter();
    device.unplug();

    expect(await clock.until(reader.connect())).toEqual({ status: "lost", reason: "not-found" });
  });

  test("works again after the cable was out and in", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    device.unplug();
    device.plugIn();

    expect(reader.state()).toEqual({ status: "lost", reason: "unplugged" });
    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });

  test("twice at the same time opens the port once", async () => {
    const { clock, reader } = setUpCounter();

    const [first, second] = await clock.until(Promise.all([reader.connect(), reader.connect()]));

    expect(first).toMatchObject({ status: "ready" });
    expect(second).toEqual(first);
  });

  test("leaves the reader absent when it is closed in the middle, and free for the next", async () => {
    const { clock, reader } = setUpCounter();

    const connecting = reader.connect();
    await clock.advance(150);
    await clock.until(reader.close());
    await connecting;

    expect(reader.state()).toEqual({ status: "absent" });
    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });
});

describe("reading a card", () => {
  test("gives the texts on its tracks", async () => {
    const { clock, device, reader, states } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipe("old"));

    const outcome = await clock.until(reader.read());

    expect(outcome).toEqual({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
      failed: [],
    });
    expect(states.map((state) => state.status)).toEqual(["busy", "ready"]);
  });

  test("gives no texts for a blank card, which is no failure", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipe("blank"));

    expect(await clock.until(reader.read())).toEqual({ outcome: "read", tracks: {}, failed: [] });
  });

  test("gives the good track of a card with a damaged one, and names the damaged one", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    tray.put({ ...oldCard, damaged: [1] });
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(reader.read())).toEqual({
      outcome: "read",
      tracks: { track2: ";6210947000000021=1808101?" },
      failed: [1],
    });
  });

  test("with a jerk is unreadable", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipeBadly("old"));

    expect(await clock.until(reader.read())).toEqual({ outcome: "unreadable", failed: [1, 2, 3] });
  });

  test("goes on waiting through noise on the line", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    const reading = reader.read({ timeoutMs: 30_000 });
    await clock.advance(5_000);
    device.makeNoise(bytes("00 1B FF 1B 00"));
    await clock.advance(5_000);
    device.makeNoise(bytes("42"));
    await clock.advance(5_000);
    device.swipe("old");

    expect(await clock.until(reading)).toMatchObject({ outcome: "read" });
  });

  test("is garbled when the answer breaks off, and works the next time", async () => {
    const { clock, device, reader, incidents } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.swipe("old"));
    device.failNext("cut-short");

    expect(await clock.until(reader.read())).toEqual({ outcome: "garbled" });
    expect(incidents).toEqual([{ incident: "answer-garbled", doing: "reading" }]);
    expect(await clock.until(reader.read())).toMatchObject({ outcome: "read" });
  });

  test("times out when nobody swipes, and the reader no longer waits", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    const outcome = await clock.until(reader.read({ timeoutMs: 30_000 }));

    expect(outcome).toEqual({ outcome: "timed-out" });
    expect(device.panel().waitsFor).toBe("nothing");
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("takes a swipe in the last millisecond before the time is out", async () => {
    const { clock, device, reader } = await setUpReadyCounter({
      bytesPerSecond: 960,
      chunkBytes: 1,
    });

    const reading = reader.read({ timeoutMs: 30_000 });
    await clock.advance(29_990);
    device.swipe("old");

    expect(await clock.until(reading)).toMatchObject({ outcome: "read" });
  });

  test("is lost when the cable is pulled", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "read", () => device.unplug());

    expect(await clock.until(reader.read())).toEqual({ outcome: "lost" });
    expect(reader.state()).toEqual({ status: "lost", reason: "unplugged" });
  });

  test("is not begun without a reader", async () => {
    const { clock, reader } = setUpCounter();

    expect(await clock.until(reader.read())).toEqual({ outcome: "not-ready", status: "absent" });
  });

  test("is not begun while another swipe is awaited, and does not disturb it", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    const first = reader.read();
    const second = await reader.read();
    await clock.advance(1_000);
    device.swipe("old");

    expect(second).toEqual({ outcome: "busy" });
    expect(await clock.until(first)).toMatchObject({ outcome: "read" });
  });

  test("drops a card that nobody asked for", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    device.makeNoise(bytes("1B 73 1B 02 3B 31 3F 3F 1C 1B 30"));
    await clock.advance(1_000);
    const reading = reader.read({ timeoutMs: 10_000 });

    expect(await clock.until(reading)).toEqual({ outcome: "timed-out" });
  });
});

describe("calling a swipe off", () => {
  test("cancels a read and leaves the reader quiet and ready", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    const reading = reader.read();
    await clock.advance(1_000);
    await clock.until(reader.cancel());

    expect(await reading).toEqual({ outcome: "cancelled" });
    expect(device.panel().waitsFor).toBe("nothing");
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("discards a card that was swiped in the same moment, and puts that on record", async () => {
    const { clock, device, reader, incidents } = await setUpReadyCounter({ bytesPerSecond: 960 });

    const reading = reader.read();
    await clock.advance(1_000);
    device.swipe("old"); // Its answer is on its way for the next tens of milliseconds.
    await clock.until(reader.cancel());

    expect(await reading).toEqual({ outcome: "cancelled", wentThrough: true });
    expect(incidents).toEqual([{ incident: "bytes-discarded", doing: "reading" }]);
    expect(await clock.until(reader.read({ timeoutMs: 1_000 }))).toEqual({ outcome: "timed-out" });
  });

  test("cancels a write that gave no sign of a swipe", async () => {
    const { clock, reader, tray } = await setUpReadyCounter();

    const writing = reader.write(newCard);
    await clock.advance(1_000);
    await clock.until(reader.cancel());

    expect(await writing).toEqual({ outcome: "cancelled" });
    expect(tray.card("blank")?.tracks).toEqual({});
  });

  test("leaves a write in doubt when a card went through in the same moment", async () => {
    const { clock, device, reader, incidents } = await setUpReadyCounter({ bytesPerSecond: 20 });

    const writing = reader.write(newCard);
    await clock.advance(1_000);
    device.swipe("blank");
    await clock.until(reader.cancel());

    expect(await writing).toEqual({ outcome: "indeterminate", doubt: "unanswered" });
    expect(incidents).toEqual([{ incident: "bytes-discarded", doing: "writing" }]);
  });

  test("does nothing while nothing is awaited", async () => {
    const { clock, reader } = await setUpReadyCounter();

    await clock.until(reader.cancel());

    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("does not call off the swipe that is asked for afterwards", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    await clock.until(reader.cancel());
    whenItWaits(device, "read", () => device.swipe("old"));

    expect(await clock.until(reader.read())).toMatchObject({ outcome: "read" });
  });

  test("pressed twice and again while the reader is being made quiet changes nothing", async () => {
    const { clock, reader } = await setUpReadyCounter();

    const reading = reader.read();
    await clock.advance(1_000);
    const cancelling = Promise.all([reader.cancel(), reader.cancel()]);
    await clock.advance(310);
    const again = reader.cancel();
    await clock.until(Promise.all([cancelling, again]));

    expect(await reading).toEqual({ outcome: "cancelled" });
    expect(reader.state()).toMatchObject({ status: "ready" });
  });

  test("by closing frees the port and leaves the reader absent", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    const reading = reader.read();
    await clock.advance(1_000);
    await clock.until(reader.close());

    expect(await reading).toEqual({ outcome: "cancelled" });
    expect(device.panel().waitsFor).toBe("nothing");
    expect(reader.state()).toEqual({ status: "absent" });
    expect(await clock.until(reader.connect())).toMatchObject({ status: "ready" });
  });
});

describe("settings and questions", () => {
  test("the lamp is set", async () => {
    const { clock, device, reader } = await setUpReadyCounter();

    expect(await clock.until(reader.setLamp("yellow"))).toEqual({ outcome: "set" });
    expect(device.panel()).toMatchObject({ green: false, yellow: true, red: false });
  });

  test("coercivity is set and then asked for", async () => {
    const { clock, device, reader } = await setUpReadyCounter({ letterCase: "lower" });

    const set = await clock.until(reader.ask({ command: "set-coercivity", coercivity: "low" }));
    const asked = await clock.until(reader.ask({ command: "get-coercivity" }));

    expect(set).toEqual({ outcome: "answered", reply: { reply: "done" } });
    expect(asked).toMatchObject({ reply: { reply: "coercivity", coercivity: "low" } });
    expect(device.panel().relay).toBe("low");
  });

  test("leading zeros are set and then asked for", async () => {
    const { clock, reader } = await setUpReadyCounter();

    await clock.until(reader.ask({ command: "set-leading-zeros", tracks1And3: 40, track2: 20 }));

    expect(await clock.until(reader.ask({ command: "get-leading-zeros" }))).toMatchObject({
      reply: { reply: "leading-zeros", tracks1And3: 40, track2: 20 },
    });
  });

  test("an erasure erases the tracks it names", async () => {
    const { clock, device, reader, tray } = await setUpReadyCounter();
    whenItWaits(device, "erase", () => device.swipe("old"));

    expect(await clock.until(reader.erase([1, 2, 3]))).toEqual({ outcome: "erased" });
    expect(tray.card("old")?.tracks).toEqual({});
  });

  test("an erasure that the reader gives up is refused by it", async () => {
    const { clock, device, reader } = await setUpReadyCounter();
    whenItWaits(device, "erase", () => device.swipeBadly("old"));

    expect(await clock.until(reader.erase([2]))).toEqual({
      outcome: "refused-by-reader",
      complaint: "failed",
    });
  });
});
