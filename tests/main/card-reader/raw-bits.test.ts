import { describe, expect, test } from "vitest";
import { isLuhnValid } from "#core/card/pan.ts";
import { packTrack, unpackTrack } from "#main/card-reader/raw-bits.ts";
import { checkTracks, type TrackNumber } from "#main/card-reader/track.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bytes, hex } from "./bytes.ts";

const solid = (packed: Uint8Array) => hex(packed).replaceAll(" ", "");

// Published vectors; the first two are the manual's own. All numbers are test numbers.
const vectors: readonly (readonly [
  name: string,
  track: TrackNumber,
  text: string,
  write: string,
  read: string,
])[] = [
  ["1, of the manual", 1, "%ABC123?", "C5B07814954E3E2A", "A30D1E28A9727C54"],
  ["2, of the manual", 2, ";12345?", "2B8849EAAF", "D4119257F5"],
  ["3, of the manual's section 8", 1, "%01?", "4548F4B305", "A2122FCDA0"],
  ["4, of the manual's section 8", 2, ";23?", "4BCC5F01", "D233FA80"],
  ["5, of the manual's section 8", 3, ";45?", "8BD45F01", "D12BFA80"],
  [
    "12, a UnionPay test number",
    2,
    ";6210947000000021=1808101?",
    "CB8A0033391042082114A105045180E113",
    "D35100CC9C084210842885A0208A0187C8",
  ],
  [
    "18, a Maestro test number of 19 digits",
    2,
    ";6799990200000001114=1808101?",
    "CB9E9C738602420821842104D2028228C0F01D",
    "D37939CE61404210842184204B404114030FB8",
  ],
];

describe("bits of a track", () => {
  test.each(vectors)("vector %s, as it is written", (_, track, text, write) => {
    expect(solid(packTrack(track, text, "write"))).toBe(write);
    expect(unpackTrack(track, bytes(write), "write")).toEqual({ ok: true, value: text });
  });

  test.each(vectors)("vector %s, as it is read", (_, track, text, __, read) => {
    expect(solid(packTrack(track, text, "read"))).toBe(read);
    expect(unpackTrack(track, bytes(read), "read")).toEqual({ ok: true, value: text });
  });

  test("with seven and five bits a character fill a byte each (manual)", () => {
    expect(solid(packTrack(1, "%ABC123?", "character"))).toBe("456162235152131F2A");
    expect(solid(packTrack(2, ";12345?", "character"))).toBe("0B01021304151F15");
    expect(unpackTrack(1, bytes("456162235152131F2A"), "character")).toMatchObject({
      value: "%ABC123?",
    });
    expect(unpackTrack(2, bytes("0B01021304151F15"), "character")).toMatchObject({
      value: ";12345?",
    });
  });

  test("are read behind zeros and before them", () => {
    expect(unpackTrack(2, bytes("0000D4119257F50000"), "read")).toMatchObject({
      value: ";12345?",
    });
    expect(unpackTrack(2, bytes("006A08C92BFA80"), "read")).toMatchObject({ value: ";12345?" });
  });

  test("of a number that fails its check digit are sound all the same: it is the number's fault", () => {
    const text = "%B4111111111111112^FAT ALBERT                ^201112345671234567890?";

    expect(unpackTrack(1, packTrack(1, text, "read"), "read")).toEqual({ ok: true, value: text });
    expect(isLuhnValid("4111111111111112")).toBe(false);
  });
});

describe("bits that are no track", () => {
  test("one bit of vector 2 turned over fails its parity", () => {
    expect(unpackTrack(2, bytes("2B8A49EAAF"), "write")).toEqual({
      ok: false,
      refusal: { code: "raw-bits.parity" },
    });
  });

  test("vector 2 with AE as its last byte fails the parity of its check character", () => {
    expect(unpackTrack(2, bytes("2B8849EAAE"), "write")).toEqual({
      ok: false,
      refusal: { code: "raw-bits.parity" },
    });
  });

  test("a check character of another text is found out, though its parity is right", () => {
    // The check character of ;12345? is 5; here it is 4.
    expect(unpackTrack(2, bytes("2B8849EA27"), "write")).toEqual({
      ok: false,
      refusal: { code: "raw-bits.check" },
    });
  });

  test("bits in the other order are no track", () => {
    expect(unpackTrack(1, bytes("C5B07814954E3E2A"), "read")).toMatchObject({ ok: false });
    expect(unpackTrack(2, bytes("2B8849EAAF"), "read")).toMatchObject({ ok: false });
  });

  test("a track without its end has no check character", () => {
    expect(unpackTrack(2, bytes("2B8849"), "write")).toEqual({
      ok: false,
      refusal: { code: "raw-bits.no-end" },
    });
  });

  test("a track that ends with its sentinel has none either", () => {
    expect(unpackTrack(2, bytes("0B01021304151F"), "character")).toMatchObject({
      refusal: { code: "raw-bits.no-end" },
    });
  });

  test("zeros and nothing at all have no beginning", () => {
    expect(unpackTrack(2, bytes("0000000000"), "read")).toMatchObject({
      refusal: { code: "raw-bits.no-start" },
    });
    expect(unpackTrack(2, bytes(""), "read")).toMatchObject({
      refusal: { code: "raw-bits.no-start" },
    });
  });

  test("the bits of track 1 are none of track 2", () => {
    expect(unpackTrack(2, bytes("C5B07814954E3E2A"), "write")).toMatchObject({
      refusal: { code: "raw-bits.no-start" },
    });
  });

  test("a second start sentinel within sound bits is refused", () => {
    // ;1;? and its check character, which is that of the text.
    expect(unpackTrack(2, bytes("0B010B1F0E"), "character")).toMatchObject({
      refusal: { code: "raw-bits.text" },
    });
  });
});

describe("texts that have no bits", () => {
  test.each<readonly [name: string, track: TrackNumber, text: string]>([
    ["no end sentinel", 2, ";4111111111111111"],
    ["small letters", 1, "%zhang?"],
    ["a ? within track 2", 2, ";12?34?"],
    ["108 characters on track 2", 2, `;${"1".repeat(106)}?`],
    ["what a reader says of a track that failed", 2, ";E?"],
  ])("%s", (_, track, text) => {
    expect(() => packTrack(track, text, "write")).toThrow("Invariant broken");
    expect(checkTracks({ [`track${track}`]: text })).toMatchObject({ ok: false });
  });
});

// Goal: bits are lost nowhere on the way to a stripe and back, whichever way they lie.
// Method: pack and unpack random texts; turn each byte of the one layout round to get the other.
test("what is packed is unpacked, and the two layouts of whole bytes mirror each other", () => {
  const wide = fc.stringMatching(/^[ -$&->@-_]{0,76}$/).map((payload) => `%${payload}?`);
  const narrow = fc.stringMatching(/^[0-:<->]{0,37}$/).map((payload) => `;${payload}?`);
  const written: fc.Arbitrary<readonly [TrackNumber, string]> = fc.oneof(
    wide.map((text) => [1, text] as const),
    narrow.map((text) => [2, text] as const),
    narrow.map((text) => [3, text] as const),
  );
  const mirrored = (byte: number) =>
    Number.parseInt([...byte.toString(2).padStart(8, "0")].reverse().join(""), 2);

  fc.assert(
    fc.property(written, ([track, text]) => {
      for (const layout of ["read", "write", "character"] as const) {
        expect(unpackTrack(track, packTrack(track, text, layout), layout)).toEqual({
          ok: true,
          value: text,
        });
      }
      expect(packTrack(track, text, "write").map(mirrored)).toEqual(packTrack(track, text, "read"));
    }),
  );
});

// Goal: a stripe with one bit turned over is never read as something else.
// Method: turn over each bit of a random text's stripe in turn. A bit before the first or behind
// the check character may hide or make a beginning; whatever is read must be the text itself.
test("one wrong bit is found out or makes no difference", () => {
  const narrow = fc.stringMatching(/^[0-:<->]{1,20}$/).map((payload) => `;${payload}?`);
  fc.assert(
    fc.property(narrow, fc.nat(), (text, at) => {
      const packed = packTrack(2, text, "read");
      const place = at % (packed.length * 8);
      packed[place >> 3] = (packed[place >> 3] ?? 0) ^ (0x80 >> (place & 7));

      const read = unpackTrack(2, packed, "read");

      expect(read.ok ? read.value : text).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

// Goal: no bits make the unpacking throw.
// Method: random bytes of up to a raw track's 255, in every layout and for every track.
test("any bits end in a text or a refusal", () => {
  const layouts = fc.constantFrom("read" as const, "write" as const, "character" as const);
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 255 }),
      layouts,
      fc.constantFrom<TrackNumber>(1, 2, 3),
      (given, layout, track) => {
        expect(typeof unpackTrack(track, given, layout).ok).toBe("boolean");
      },
    ),
    { numRuns: 1_000 },
  );
});
