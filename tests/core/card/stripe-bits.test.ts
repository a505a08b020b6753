import { describe, expect, test } from "vitest";
import { lrcOf, TRACK_CODINGS } from "#core/card/stripe.ts";
import { type Bit, bitsOfTrack, trackOfBits } from "#core/card/stripe-bits.ts";
import { fc } from "#tests/support/fast-check.ts";

/** As a writer takes them: eight bits to a byte, the first in the lowest place. */
function packedForWriter(bits: readonly Bit[]): string {
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce<number>((sum, bit, at) => sum + bit * 2 ** at, 0),
  );
  return bytes.map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}

const track1Text = fc.stringMatching(/^%[-A-Z0-9 ^/.]{0,76}\?$/);
const track2Text = fc.stringMatching(/^;[0-9=]{0,37}\?$/);

describe("the bits on a stripe", () => {
  test.each([
    [1, "%ABC123?", "C5B07814954E3E2A"],
    [2, ";12345?", "2B8849EAAF"],
    [1, "%01?", "4548F4B305"],
    [2, ";23?", "4BCC5F01"],
    [3, ";45?", "8BD45F01"],
    [2, ";6210947000000021=1808101?", "CB8A0033391042082114A105045180E113"],
    [2, ";6799990200000001114=1808101?", "CB9E9C738602420821842104D2028228C0F01D"],
  ] as const)("2.1: of track %i, %s are those of published writers", (track, text, bytes) => {
    expect(packedForWriter(bitsOfTrack(track, text))).toBe(bytes);
  });

  test("2.1: come with the lowest first and odd parity last", () => {
    expect(bitsOfTrack(2, ";0?").join("")).toBe("11010" + "00001" + "11111" + "00100");
    expect(bitsOfTrack(1, "%?").slice(0, 7).join("")).toBe("1010001");
  });

  test.each([["%AT3?", "0011100"]])(
    "2.2: the LRC of %s has the parity of itself, not that of the parity bits",
    (text, last) => {
      expect(lrcOf(text)).toBe("<");
      expect(bitsOfTrack(1, text).slice(-7).join("")).toBe(last);
    },
  );

  test.each([
    [";0?", "00100"],
    [";01?", "10101"],
    [";0123?", "00100"],
  ])("2.2: the LRC of %s ends in its own parity bit", (text, last) => {
    expect(bitsOfTrack(2, text).slice(-5).join("")).toBe(last);
  });

  test("2.1: are denser on tracks 1 and 3 than on the exchange track", () => {
    expect(TRACK_CODINGS[1]).toMatchObject({ bitsPerInch: 210, dataBits: 6 });
    expect(TRACK_CODINGS[2]).toMatchObject({ bitsPerInch: 75, dataBits: 4 });
    expect(TRACK_CODINGS[3]).toMatchObject({ bitsPerInch: 210, dataBits: 4 });
  });

  test("2.1: are not made of characters that a track cannot code", () => {
    expect(() => bitsOfTrack(2, ";A?")).toThrow("Invariant broken");
  });

  // Goal: what was written is read, wherever on the stripe it begins.
  // Method: texts of all lengths between clocking zeros of all lengths.
  test("2.1: are read back as they were written, between clocking zeros", () => {
    const zeros = fc.nat(30).map((count) => Array.from({ length: count }, (): Bit => 0));
    fc.assert(
      fc.property(track1Text, track2Text, zeros, zeros, (text1, text2, before, after) => {
        const bits1 = [...before, ...bitsOfTrack(1, text1), ...after];
        const bits2 = [...before, ...bitsOfTrack(2, text2), ...after];

        expect(trackOfBits(1, bits1)).toEqual({ ok: true, value: text1 });
        expect(trackOfBits(2, bits2)).toEqual({ ok: true, value: text2 });
      }),
    );
  });

  // Goal: no single wrong bit goes unseen.
  // Method: turn over any one bit of any track.
  test("2.1: are refused when one of them is wrong", () => {
    fc.assert(
      fc.property(track2Text, fc.nat(), (text, place) => {
        const bits = [...bitsOfTrack(2, text)];
        const at = place % bits.length;
        bits[at] = bits[at] === 1 ? 0 : 1;

        expect(trackOfBits(2, bits).ok).toBe(false);
      }),
    );
  });

  test("2.1: name the character whose parity is even", () => {
    const bits = [...bitsOfTrack(2, ";0?")];
    bits[5] = 1;

    expect(trackOfBits(2, bits)).toEqual({
      ok: false,
      refusal: { code: "track.parity", track: 2, position: 2 },
    });
  });

  test("2.2: are refused with a wrong LRC, and with a wrong parity of the LRC", () => {
    const bits = bitsOfTrack(2, ";0?");
    const otherLrc: readonly Bit[] = [...bits.slice(0, -5), 1, 0, 1, 0, 1];
    const otherParity: readonly Bit[] = [...bits.slice(0, -1), 1];

    expect(trackOfBits(2, otherLrc)).toEqual({
      ok: false,
      refusal: { code: "track.lrc", track: 2 },
    });
    expect(trackOfBits(2, otherParity)).toEqual({
      ok: false,
      refusal: { code: "track.parity", track: 2, position: 4 },
    });
  });

  test("rule d: are refused without a start or an end sentinel", () => {
    const bits = bitsOfTrack(2, ";0?");

    expect(trackOfBits(2, [])).toMatchObject({ refusal: { code: "track.start-sentinel" } });
    expect(trackOfBits(2, [0, 0, 0])).toMatchObject({ refusal: { code: "track.start-sentinel" } });
    expect(trackOfBits(2, [1, 0, 0, 0, 0])).toMatchObject({
      refusal: { code: "track.start-sentinel" },
    });
    expect(trackOfBits(2, bits.slice(0, -5))).toMatchObject({
      refusal: { code: "track.end-sentinel" },
    });
  });

  // Goal: no noise on the head brings the program down or keeps it busy.
  // Method: any bits at all.
  test("rule d: reading any bits at all gives an answer", () => {
    const bit = fc.constantFrom<Bit>(0, 1);
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 900 }), (bits) => {
        expect(typeof trackOfBits(3, bits).ok).toBe("boolean");
      }),
    );
  });
});
