import { describe, expect, test } from "vitest";
import { stripeKindOf } from "#core/card/stripe-kind.ts";
import type { Dialect } from "#main/card-reader/dialect.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import { newCard, setUpCounter, whenItWaits } from "./counter.ts";

const stripe = stripeKindOf(undefined);
const onStage = () => {};

const works = {
  "being found": async () => ({ outcome: "connected" }),
  reading: (reader: CardReader) => reader.read({ timeoutMs: 5_000 }),
  writing: (reader: CardReader) => reader.writeAndVerify(newCard, { onStage, stripe }),
  erasing: (reader: CardReader) => reader.eraseAndVerify({ onStage, stripe }),
  "feeling for a card": (reader: CardReader) => reader.testSensor({ timeoutMs: 5_000 }),
  "being asked": (reader: CardReader) => reader.ask({ command: "get-coercivity" }),
  "being set": (reader: CardReader) =>
    reader.ask({ command: "set-leading-zeros", tracks1And3: 61, track2: 22 }),
} satisfies Record<string, (reader: CardReader) => Promise<{ readonly outcome: string }>>;

const languages = [
  ["msr605", msr605],
  ["teller", teller],
] as const;

const cases = languages.flatMap(([dialect, language]) =>
  Object.entries(works).map(([name, work]) => ({ dialect, language, name, work })),
);

/** The reader falls silent after so many bytes of the work, and goes on when the work is over. */
async function stallIn(
  work: (reader: CardReader) => Promise<{ readonly outcome: string }>,
  [dialect, language]: readonly ["msr605" | "teller", Dialect],
  afterBytes: number,
) {
  const { clock, device, reader, tray } = setUpCounter({ dialect, language });
  const isConnecting = work === works["being found"];
  let swipes = "blank";
  for (const wait of ["write", "erase", "read", "sensor"] as const) {
    whenItWaits(device, wait, () => device.swipe(swipes));
  }

  if (!isConnecting) await clock.until(reader.connect());
  device.stall(afterBytes);
  if (isConnecting) await clock.until(reader.connect());
  const { outcome } = await clock.until(work(reader));
  const isOnCard = tray.card("blank")?.tracks[2] === newCard.track2;

  device.goOn(); // All that it had to say comes now, late.
  await clock.advance(1_000);
  await clock.until(reader.connect());
  swipes = "old";
  const next = await clock.until(reader.read());
  return { outcome, isOnCard, next: next.outcome === "read" ? next.tracks : next.outcome };
}

// Goal: a device that falls silent at any point holds nothing up for ever, makes no bad card good,
// and what it says late is taken for nothing. Method: stall after each byte of each work in turn.
describe("a reader that falls silent", () => {
  test.each(cases)("while $name, and goes on later: $dialect", async (one) => {
    for (let afterBytes = 0; afterBytes <= ANSWER_BYTES; afterBytes += 1) {
      const { outcome, isOnCard, next } = await stallIn(
        one.work,
        [one.dialect, one.language],
        afterBytes,
      );

      const isWrong = one.name === "writing" && outcome === "verified" && !isOnCard;
      expect({ afterBytes, isWrong }).toEqual({ afterBytes, isWrong: false });
      expect({ afterBytes, next }).toEqual({
        afterBytes,
        next: { track2: ";6210947000000021=1808101?" },
      });
    }
  });
});

/** Enough for the longest of these works to be stalled at its last byte. */
const ANSWER_BYTES = 90;
