import { describe, expect, test } from "vitest";
import { frameTrack, lrcOf, TRACK_CODINGS, unframeTrack, withLrc } from "#core/card/stripe.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("the LRC", () => {
  test.each([
    ["%AT3?", "<"],
    [";0?", "4"],
    [";01?", "5"],
    [";0123?", "4"],
    ["%ABC123?", "J"],
    ["%01?", ";"],
    [";12345?", "5"],
    [";23?", "5"],
    [";45?", "5"],
    [";6210947000000021=1808101?", "4"],
    [";6799990200000001114=1808101?", ">"],
  ])("2.2: of %s is %s, as published", (text, lrc) => {
    expect(lrcOf(text)).toBe(lrc);
    expect(withLrc(text)).toBe(`${text}${lrc}`);
  });

  test("2.2: is not computed over characters that no track has", () => {
    expect(() => lrcOf("%abc?")).toThrow("Invariant broken");
    expect(() => lrcOf(";12 34?")).toThrow("Invariant broken");
  });

  // Goal: an LRC cannot tell characters that changed places, however far apart.
  // Method: swap any two digits of any track and compare.
  test("VE9: is blind to any two characters that changed places", () => {
    const text = fc.stringMatching(/^[0-9=]{2,37}$/);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (body, one, other) => {
        const characters = [...body];
        const [left, right] = [one % body.length, other % body.length];
        [characters[left], characters[right]] = [body.charAt(right), body.charAt(left)];

        expect(lrcOf(`;${characters.join("")}?`)).toBe(lrcOf(`;${body}?`));
      }),
    );
  });

  // Goal: a single wrong character never goes unseen.
  // Method: replace one character by any other of the set.
  test("VE8: sees any single wrong character", () => {
    const text = fc.stringMatching(/^[0-9=]{1,37}$/);
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(..."0123456789="), (body, place, wrong) => {
        const at = place % body.length;
        fc.pre(body[at] !== wrong);

        const lrc = lrcOf(`;${body}?`);
        const damaged = `;${body.slice(0, at)}${wrong}${body.slice(at + 1)}?${lrc}`;
        expect(unframeTrack(2, damaged, { lrc: "present" })).toEqual({
          ok: false,
          refusal: { code: "track.lrc", track: 2 },
        });
      }),
    );
  });
});

describe("the record of a track", () => {
  test.each([
    [1, 76],
    [2, 37],
    [3, 104],
  ] as const)("M01, M02, M03: track %i holds %i characters between its marks", (track, room) => {
    const { limit } = TRACK_CODINGS[track];

    expect(frameTrack(track, "0".repeat(room))).toMatchObject({ ok: true });
    expect(frameTrack(track, "0".repeat(room + 1))).toEqual({
      ok: false,
      refusal: { code: "track.length", track, length: limit + 1, limit },
    });
  });

  test("M01, M02, M03: holds as much with the LRC as the standard says", () => {
    const start = { 1: "%", 2: ";", 3: ";" } as const;
    expect(TRACK_CODINGS[1].limit).toBe(79);
    expect(TRACK_CODINGS[2].limit).toBe(40);
    expect(TRACK_CODINGS[3].limit).toBe(107);

    const full = withLrc(`${start[2]}${"0".repeat(37)}?`);
    expect(unframeTrack(2, full, { lrc: "present" })).toMatchObject({ ok: true });
    expect(unframeTrack(2, withLrc(`;${"0".repeat(38)}?`), { lrc: "present" })).toMatchObject({
      refusal: { code: "track.length", length: 41 },
    });
  });

  test("M07: begins with % on track 1 and with ; on the others", () => {
    expect(unframeTrack(1, "%99?", { lrc: "stripped" })).toEqual({ ok: true, value: "99" });
    expect(unframeTrack(2, ";99?", { lrc: "stripped" })).toEqual({ ok: true, value: "99" });
    expect(unframeTrack(3, ";99?", { lrc: "stripped" })).toEqual({ ok: true, value: "99" });
    expect(unframeTrack(1, ";99?", { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.start-sentinel", track: 1 },
    });
    expect(unframeTrack(2, "%99?", { lrc: "stripped" })).toEqual({
      ok: false,
      refusal: { code: "track.start-sentinel", track: 2 },
    });
    expect(unframeTrack(3, "", { lrc: "stripped" })).toMatchObject({ ok: false });
  });

  test("rule d: ends with ?, and the LRC behind it where one is present", () => {
    const endless = { ok: false, refusal: { code: "track.end-sentinel", track: 2 } };

    expect(unframeTrack(2, ";4111111111111111", { lrc: "stripped" })).toEqual(endless);
    expect(unframeTrack(2, ";", { lrc: "stripped" })).toEqual(endless);
    expect(unframeTrack(2, ";0?", { lrc: "present" })).toEqual(endless);
    expect(unframeTrack(2, ";0?4", { lrc: "stripped" })).toEqual(endless);
    expect(unframeTrack(2, ";0?4", { lrc: "present" })).toEqual({ ok: true, value: "0" });
  });

  test("2.2: is refused with a wrong LRC", () => {
    expect(unframeTrack(2, ";0?5", { lrc: "present" })).toEqual({
      ok: false,
      refusal: { code: "track.lrc", track: 2 },
    });
  });

  test.each([
    [1, "%99a?", 4],
    [1, "%99%?", 4],
    [1, "%9?9?", 3],
    [1, "%#?", 2],
    [2, ";1234A?", 6],
    [2, ";12?4?", 4],
    [2, ";12;4?", 4],
    [2, ";12:4?", 4],
    [3, ";12<4?", 4],
    [3, ";12>4?", 4],
    [2, ";1２3?", 3],
  ] as const)(
    "rule d: track %i refuses a character outside its set: %s",
    (track, text, position) => {
      expect(unframeTrack(track, text, { lrc: "stripped" })).toEqual({
        ok: false,
        refusal: { code: "track.character", track, position },
      });
    },
  );

  test("2.1: track 1 takes digits, capitals, the space and its marks", () => {
    const all = `0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ "&'()*+,-./`;

    expect(unframeTrack(1, `%${all}?`, { lrc: "stripped" })).toEqual({ ok: true, value: all });
  });

  test("M09: fields are separated by ^ on track 1 and by = on the others", () => {
    expect(TRACK_CODINGS[1].separator).toBe("^");
    expect(TRACK_CODINGS[2].separator).toBe("=");
    expect(TRACK_CODINGS[3].separator).toBe("=");
    expect(frameTrack(1, "A^B")).toEqual({ ok: true, value: "%A^B?" });
    expect(frameTrack(1, "A=B")).toMatchObject({ refusal: { code: "track.character" } });
    expect(frameTrack(2, "1=2")).toEqual({ ok: true, value: ";1=2?" });
    expect(frameTrack(2, "1^2")).toMatchObject({ refusal: { code: "track.character" } });
  });

  // Goal: no text that a damaged card or a foreign device gives brings the program down.
  // Method: any text at all, on any track, with and without LRC.
  test("rule d: reading any text at all gives an answer", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 120, unit: "binary" }),
        fc.constantFrom(1, 2, 3),
        fc.constantFrom("present", "stripped"),
        (text, track, lrc) => {
          expect(typeof unframeTrack(track, text, { lrc }).ok).toBe("boolean");
        },
      ),
    );
  });
});
