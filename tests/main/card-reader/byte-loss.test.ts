import { describe, expect, test } from "vitest";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { newCard, oldCard, setUpReadyCounter, whenItWaits } from "./counter.ts";
import type { HandClock } from "./hand-clock.ts";

type Counter = Awaited<ReturnType<typeof setUpReadyCounter>>;

const writers = [
  ["msr605", msr605],
  ["teller", teller],
] as const;

/** Takes the nth byte away that goes through, and counts them. */
function lossy(lost: number) {
  let count = 0;
  return {
    count: () => count,
    carry(bytes: Uint8Array): Uint8Array {
      return bytes.filter(() => {
        count += 1;
        return count !== lost;
      });
    },
  };
}

/**
 * What the counter does about a reader that was lost: the standing read connects again, and where
 * that does not help somebody pulls the plug, since a write that lost its last byte on the way
 * leaves the device listening for the rest.
 */
async function comeBack(
  { reader, device }: Pick<Counter, "reader" | "device">,
  clock: HandClock,
): Promise<string> {
  await clock.until(reader.connect());
  if (reader.state().status === "ready") return "ready";

  device.unplug();
  device.plugIn();
  return (await clock.until(reader.connect())).status;
}

/** One verified write with a hand at the device; the `lost`-th byte of one direction is lost. */
async function writeLosing(
  [dialect, language]: (typeof writers)[number],
  { out = 0, back = 0 }: { readonly out?: number; readonly back?: number },
) {
  const cable = lossy(0);
  let carry = cable.carry;
  const counter = await setUpReadyCounter({ dialect, language, cableOut: (bytes) => carry(bytes) });
  const loss = lossy(out);
  carry = loss.carry;
  const { clock, device, reader, tray } = counter;
  if (back > 0) device.harm(back, "drop");
  let writes = 0;
  whenItWaits(device, "write", () => {
    writes += 1;
    device.swipe("blank");
  });
  whenItWaits(device, "read", () => device.swipe("blank"));

  const outcome = await clock.until(reader.writeAndVerify(newCard, { onStage: () => {} }));
  carry = cable.carry;
  const stands = tray.card("blank")?.tracks;
  return {
    outcome: outcome.outcome,
    isOnCard: stands?.[1] === newCard.track1 && stands?.[2] === newCard.track2,
    writes,
    bytesOut: loss.count(),
    state: await comeBack(counter, clock),
  };
}

async function readLosing(
  { dialect, language }: { dialect: "msr605" | "teller" | "swipe-only"; language: typeof msr605 },
  back: number,
) {
  const counter = await setUpReadyCounter({ dialect, language });
  const { clock, device, reader } = counter;
  device.harm(back, "drop");
  const reading = reader.read({ timeoutMs: 10_000 });
  await clock.advance(1_000);
  device.swipe("old");
  const outcome = await clock.until(reading);
  const text = outcome.outcome === "read" ? outcome.tracks.track2 : undefined;
  return { outcome: outcome.outcome, text, state: await comeBack(counter, clock) };
}

// Goal: whichever byte the cable loses, no card is called good that is not, no write is repeated,
// and the reader comes back. Method: lose each byte of a whole exchange in turn.
describe("the loss of one byte", () => {
  test.each(writers)("on the way to a %s never makes a bad card good", async (...writer) => {
    const whole = await writeLosing(writer, {});
    expect(whole).toMatchObject({ outcome: "verified", isOnCard: true, writes: 1 });

    for (let out = 1; out <= whole.bytesOut; out += 1) {
      const { outcome, isOnCard, writes, state } = await writeLosing(writer, { out });

      expect({ out, isGood: outcome === "verified" && !isOnCard }).toEqual({ out, isGood: false });
      expect({ out, writes: Math.max(writes, 1) }).toEqual({ out, writes: 1 });
      expect({ out, state }).toEqual({ out, state: "ready" });
    }
  });

  test.each(writers)("on the way from a %s never makes a bad card good", async (...writer) => {
    for (let back = 1; back <= ANSWER_BYTES_MAX; back += 1) {
      const { outcome, isOnCard, writes, state } = await writeLosing(writer, { back });

      expect({ back, isGood: outcome === "verified" && !isOnCard }).toEqual({
        back,
        isGood: false,
      });
      expect({ back, writes }).toEqual({ back, writes: 1 });
      expect({ back, state }).toEqual({ back, state: "ready" });
    }
  });

  test.each([
    { dialect: "msr605", language: msr605 },
    { dialect: "teller", language: teller },
    { dialect: "swipe-only", language: swipeOnly },
  ] as const)("of a swipe never makes another card of it: $dialect", async (made) => {
    const whole = oldCard.tracks[2] ?? "";

    for (let back = 1; back <= ANSWER_BYTES_MAX; back += 1) {
      const { text, state } = await readLosing(made, back);

      // A cable has no check of its own: a text may come short of a character, never otherwise.
      const isWholeOrShort =
        text === undefined || text === whole || text.length === whole.length - 1;
      expect({ back, text, isWholeOrShort }).toEqual({ back, text, isWholeOrShort: true });
      expect({ back, state }).toEqual({ back, state: "ready" });
    }
  });
});

/** More than any answer to the write and the reading of one of these cards. */
const ANSWER_BYTES_MAX = 110;
