import { describe, expect, test } from "vitest";
import { checkTracks, differingTracks, isTrackText } from "#main/card-reader/track.ts";

describe("texts for a stripe", () => {
  test("track 1 takes 76 characters between its sentinels", () => {
    expect(checkTracks({ track1: `%${"A".repeat(76)}?` })).toMatchObject({ ok: true });
  });

  test("track 1 is refused a 77th character", () => {
    expect(checkTracks({ track1: `%${"A".repeat(77)}?` })).toEqual({
      ok: false,
      refusal: { code: "track.too-long", track: 1, length: 77, lengthMax: 76 },
    });
  });

  test("track 2 takes 37 characters between its sentinels", () => {
    expect(checkTracks({ track2: `;${"1".repeat(37)}?` })).toMatchObject({ ok: true });
  });

  test("track 2 is refused a 38th character", () => {
    expect(checkTracks({ track2: `;${"1".repeat(38)}?` })).toEqual({
      ok: false,
      refusal: { code: "track.too-long", track: 2, length: 38, lengthMax: 37 },
    });
  });

  test("track 2 is refused the 108 characters that only track 3 could nearly hold", () => {
    expect(checkTracks({ track2: `;${"1".repeat(106)}?` })).toMatchObject({
      ok: false,
      refusal: { code: "track.too-long", track: 2 },
    });
  });

  test("track 3 takes 104 characters between its sentinels", () => {
    expect(checkTracks({ track3: `;${"1".repeat(104)}?` })).toMatchObject({ ok: true });
  });

  test("track 3 is refused a 105th character", () => {
    expect(checkTracks({ track3: `;${"1".repeat(105)}?` })).toMatchObject({
      ok: false,
      refusal: { code: "track.too-long", track: 3, length: 105, lengthMax: 104 },
    });
  });

  test("capitals may stand on track 1", () => {
    expect(checkTracks({ track1: "%B6210^ZHANG/SAN_?" })).toMatchObject({ ok: true });
  });

  test("lower case is refused on track 1, where a reader would write garbage and report success", () => {
    expect(checkTracks({ track1: "%B6210^zhang/san?" })).toEqual({
      ok: false,
      refusal: { code: "track.character", track: 1 },
    });
  });

  test("digits and separators up to > may stand on track 2", () => {
    expect(checkTracks({ track2: ";0123456789:<=>?" })).toMatchObject({ ok: true });
  });

  test("a letter is refused on track 2", () => {
    expect(checkTracks({ track2: ";6210A?" })).toMatchObject({
      refusal: { code: "track.character", track: 2 },
    });
  });

  test("an end sentinel in the middle of track 2 is refused", () => {
    expect(checkTracks({ track2: ";12?34?" })).toMatchObject({
      refusal: { code: "track.character", track: 2 },
    });
  });

  test("a start sentinel in the middle of track 1 is refused", () => {
    expect(checkTracks({ track1: "%A%B?" })).toMatchObject({
      refusal: { code: "track.character", track: 1 },
    });
  });

  test("a text without its end sentinel is refused", () => {
    expect(checkTracks({ track2: ";4111111111111111" })).toEqual({
      ok: false,
      refusal: { code: "track.no-sentinels", track: 2 },
    });
  });

  test("a text without its start sentinel is refused", () => {
    expect(checkTracks({ track1: "ABC?" })).toMatchObject({
      refusal: { code: "track.no-sentinels", track: 1 },
    });
  });

  test("a track with nothing between its sentinels is refused, since the reader would skip it", () => {
    expect(checkTracks({ track2: ";?" })).toMatchObject({
      refusal: { code: "track.no-sentinels", track: 2 },
    });
  });

  test("no track at all is refused", () => {
    expect(checkTracks({})).toEqual({ ok: false, refusal: { code: "track.none-given" } });
  });

  test("one sentinel is not two", () => {
    expect(isTrackText(2, "?")).toBe(false);
  });
});

describe("what was written against what is found", () => {
  test("a track that was not written may hold anything", () => {
    expect(differingTracks({ track2: ";1?" }, { track1: "%X?", track2: ";1?" })).toEqual([]);
  });

  test("a track that reads as something else differs", () => {
    expect(
      differingTracks({ track2: ";1?", track3: ";2?" }, { track2: ";1?", track3: ";3?" }),
    ).toEqual([3]);
  });

  test("a track that is not there differs", () => {
    expect(differingTracks({ track1: "%A?", track2: ";1?" }, { track2: ";1?" })).toEqual([1]);
  });
});
