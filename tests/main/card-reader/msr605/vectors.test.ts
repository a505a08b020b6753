import { describe, expect, test } from "vitest";
import type { Command, RawTracks, Reply } from "#main/card-reader/dialect.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { blankCard, createTray, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import type { TrackNumber, TrackTexts } from "#main/card-reader/track.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bytes } from "../bytes.ts";
import { createHandClock } from "../hand-clock.ts";

/** A card, the codec at one end, and a device that learnt the manual by itself at the other. */
function bench(card: PhysicalCard = blankCard("card", "under test")) {
  const clock = createHandClock();
  const tray = createTray([card]);
  const reader = createSimulatedReader({ tray, clock, chunkBytes: 3 });

  return {
    onCard: () => tray.card("card"),
    async swiped(command: Command): Promise<Reply | undefined> {
      const framer = msr605.createFramer(command);
      let reply: Reply | undefined;
      const stop = reader.onBytes((piece) => {
        reply ??= framer.push(piece);
      });
      const said = msr605.encode(command);
      if (said.ok) reader.hear(said.value);
      reader.swipe("card");
      await clock.advance(1_000);
      stop();
      return reply;
    },
  };
}

function raw(track: TrackNumber, printed: string): RawTracks {
  return { [`track${track}`]: bytes(printed) };
}

// Published vectors; the first two are the manual's own. All numbers are test numbers.
const vectors: readonly (readonly [TrackNumber, string, written: string, read: string])[] = [
  [1, "%ABC123?", "C5B07814954E3E2A", "A30D1E28A9727C54"],
  [2, ";12345?", "2B8849EAAF", "D4119257F5"],
  [1, "%01?", "4548F4B305", "A2122FCDA0"],
  [2, ";23?", "4BCC5F01", "D233FA80"],
  [3, ";45?", "8BD45F01", "D12BFA80"],
  [
    2,
    ";6210947000000021=1808101?",
    "CB8A0033391042082114A105045180E113",
    "D35100CC9C084210842885A0208A0187C8",
  ],
  [
    2,
    ";6799990200000001114=1808101?",
    "CB9E9C738602420821842104D2028228C0F01D",
    "D37939CE61404210842184204B404114030FB8",
  ],
];

describe("bits on a stripe", () => {
  test.each(vectors)(
    "track %i holds %s when those bits are written",
    async (track, text, written) => {
      const { swiped, onCard } = bench();

      const reply = await swiped({ command: "write-raw", tracks: raw(track, written) });

      expect(reply).toEqual({ reply: "done" });
      expect(onCard()?.tracks).toEqual({ [track]: text });
    },
  );

  test.each(vectors)("track %i reads as bits when it holds %s", async (track, text, _, read) => {
    const { swiped } = bench({ ...blankCard("card", "encoded"), tracks: { [track]: text } });

    const reply = await swiped({ command: "read-raw" });

    expect(reply).toMatchObject({ reply: "raw-tracks", tracks: raw(track, read) });
  });

  test("with one bit turned over hold nothing that can be read", async () => {
    const { swiped, onCard } = bench();

    await swiped({ command: "write-raw", tracks: raw(2, "2B8849EAAE") });
    const reply = await swiped({ command: "read" });

    expect(onCard()).toMatchObject({ tracks: {}, damaged: [2] });
    expect(reply).toMatchObject({
      complaint: "read-or-write",
      tracks: { 2: { reading: "unreadable" } },
    });
  });

  test("with a wrong check character hold nothing that can be read", async () => {
    const { swiped, onCard } = bench();

    // The check character of ;12345? is 5; here it is 4, with its parity right.
    await swiped({ command: "write-raw", tracks: raw(2, "2B8849EA27") });

    expect(onCard()).toMatchObject({ tracks: {}, damaged: [2] });
  });
});

// Goal: what the codec says, a device that knows only the manual understands, and back.
// Method: write random tracks onto a simulated card, read them, and compare texts.
test("any writable texts come back from the card as they were written", async () => {
  const wide = fc.stringMatching(/^[ -$&->@-_]{1,76}$/).map((payload) => `%${payload}?`);
  const narrow = (payloads: fc.Arbitrary<string>) => payloads.map((payload) => `;${payload}?`);
  const texts: fc.Arbitrary<TrackTexts> = fc.record(
    {
      track1: wide,
      track2: narrow(fc.stringMatching(/^[0-:<->]{1,37}$/)),
      track3: narrow(fc.stringMatching(/^[0-:<->]{1,104}$/)),
    },
    { requiredKeys: ["track2"] },
  );

  await fc.assert(
    fc.asyncProperty(texts, async (tracks) => {
      const { swiped } = bench();

      const written = await swiped({ command: "write", tracks });
      const read = await swiped({ command: "read" });

      expect(written).toEqual({ reply: "done" });
      expect(read).toEqual({
        reply: "tracks",
        tracks: {
          1: tracks.track1 ? { reading: "text", text: tracks.track1 } : { reading: "empty" },
          2: { reading: "text", text: tracks.track2 },
          3: tracks.track3 ? { reading: "text", text: tracks.track3 } : { reading: "empty" },
        },
      });
    }),
    { numRuns: 100 },
  );
});
