import { expect, test } from "vitest";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { TrackNumber, TrackTexts } from "#main/card-reader/track.ts";
import { fc } from "#tests/support/fast-check.ts";
import { ascii } from "../bytes.ts";

/** A card behind a device that knows the printers' manual and nothing of the codec. */
function createDevice() {
  const card = new Map<TrackNumber, string>();
  return {
    hear(said: Uint8Array): void {
      const command = String.fromCharCode(...said);
      const [begin, end] = ["\x1bt", "\x1d\x1b\\\x1bj"];
      if (!command.startsWith(begin) || !command.endsWith(end)) return;
      const tracks = command.slice(begin.length, -end.length);
      const written = /^([0-?]*)(?:A([0-?]*))?(?:%([ -_]*))?$/.exec(tracks);
      const [, track2, track3, track1] = written ?? [];
      if (track1) card.set(1, track1);
      if (track2) card.set(2, track2);
      if (track3) card.set(3, track3);
    },
    say(): Uint8Array {
      const track = (number: TrackNumber) => card.get(number) ?? "\x7f";
      return ascii(`\x1bs${track(2)}A${track(3)}%${track(1)}?\x1c\x1brp`);
    },
  };
}

// Goal: what is written is what is read, through a device of another's making.
// Method: write random tracks to a small device, have it say what it holds, compare.
test("texts that are written come back as they were", () => {
  const narrow = (lengthMax: number) =>
    fc
      .array(fc.constantFrom(..."0123456789:<=>"), { minLength: 1, maxLength: lengthMax })
      .map((characters) => `;${characters.join("")}?`);
  const texts: fc.Arbitrary<TrackTexts> = fc
    .record(
      {
        track1: fc.stringMatching(/^[ -$&->@-_]{1,76}$/).map((payload) => `%${payload}?`),
        track2: narrow(37),
        track3: narrow(104),
      },
      { requiredKeys: [] },
    )
    .filter((tracks) => Object.keys(tracks).length > 0);

  fc.assert(
    fc.property(texts, (tracks) => {
      const device = createDevice();
      const said = teller.encode({ command: "write", tracks });
      if (said.ok) device.hear(said.value);

      const heard = teller.createFramer({ command: "read" }).push(device.say());

      expect(heard).toEqual({
        reply: "tracks",
        tracks: {
          1: tracks.track1 ? { reading: "text", text: tracks.track1 } : { reading: "empty" },
          2: tracks.track2 ? { reading: "text", text: tracks.track2 } : { reading: "empty" },
          3: tracks.track3 ? { reading: "text", text: tracks.track3 } : { reading: "empty" },
        },
      });
    }),
    { numRuns: 500 },
  );
});
