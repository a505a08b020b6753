import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLuhnValid } from "#core/card/pan.ts";
import { disguised } from "#main/card-reader/disguise.ts";
import {
  formatTranscript,
  parseTranscript,
  type TranscriptStep,
} from "#main/card-reader/transcript.ts";

const host = (text: string): TranscriptStep => ({
  way: "host",
  bytes: Buffer.from(text, "latin1"),
});
const device = (text: string): TranscriptStep => ({
  way: "device",
  bytes: Buffer.from(text, "latin1"),
});
const textOf = (step: TranscriptStep | undefined) =>
  step && step.way !== "event" ? Buffer.from(step.bytes).toString("latin1") : "";

describe("a transcript", () => {
  test("is text that a person can read", () => {
    const text = formatTranscript({
      header: { device: "MSR605", dialect: "msr605", author: "a manual" },
      steps: [host("\x1br"), { way: "event", event: "swipe old" }, device("\x1bs\x1b\x01")],
    });

    expect(text).toBe(
      "# device: MSR605\n# dialect: msr605\n# author: a manual\n\n> 1B 72\n! swipe old\n< 1B 73 1B 01\n",
    );
  });

  test("comes back from its text as it was", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    const step = fc.oneof(
      fc.record({ way: fc.constantFrom("host" as const, "device" as const), bytes }),
      fc.record({ way: fc.constant("event" as const), event: fc.constantFrom("lost", "swipe a") }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const parsed = parseTranscript(formatTranscript({ header: { device: "x" }, steps }));
        expect(parsed).toEqual({ ok: true, value: { header: { device: "x" }, steps } });
      }),
    );
  });

  test.each(["1B 72", "> 1B 7", "> xyz", ">", "!", "< 1B72"])(
    "names the line that is none: %s",
    (line) => {
      expect(parseTranscript(`# device: x\n\n> 1B\n${line}\n`)).toEqual({
        ok: false,
        refusal: { code: "transcript.line", line: 4 },
      });
    },
  );

  test("of any text is read or refused, never thrown over", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTranscript(text)));
  });
});

describe("a disguise", () => {
  const PAN = "6222020200123456788";
  const track1 = `%99${PAN}^ZHANG/SANFENG.MR^301222000000000000000000000?`;
  const track2 = `;${PAN}=30122201234500678?`;

  test("leaves no card number, no other digits and no name", () => {
    const [said] = disguised([
      device(`\x1bs\x1b\x01${track1}\x1b\x02${track2}\x1b\x03\x1b+?\x1c\x1b0`),
    ]);

    const text = textOf(said);
    for (const secret of [PAN, PAN.slice(4), "30122201234500678", "ZHANG", "SANFENG"]) {
      expect(text).not.toContain(secret);
    }
  });

  test("keeps length, place, frame and format code, and makes a number that Luhn accepts", () => {
    const before = `\x1bs\x1b\x01${track1}\x1b\x02${track2}\x1b\x03\x1b+?\x1c\x1b0`;
    const after = textOf(disguised([device(before)])[0]);

    expect(after).toHaveLength(before.length);
    expect(after.replaceAll(/[0-9A-Z]/g, ".")).toBe(before.replaceAll(/[0-9A-Z]/g, "."));
    expect(after).toContain("%99");
    const [, pan = ""] = /;(\d+)=/.exec(after) ?? [];
    expect(isLuhnValid(pan)).toBe(true);
    expect(after).toContain(`%99${pan}^`);
  });

  test("gives the same number the same way in both directions, so that a read-back still agrees", () => {
    const [written, read] = disguised([host(`\x1bw\x1b\x02${PAN}=3012`), device(track2)]);

    const pan = /\d{12,}/.exec(textOf(written))?.[0];
    expect(pan).not.toBe(PAN);
    expect(textOf(read)).toContain(`;${pan}=`);
  });

  test("finds a name though the line has garbled its end", () => {
    const [said] = disguised([device("%99^ZHANG/SANFENG\xff\x1b")]);

    expect(textOf(said)).toBe("%99^XXXXX/XXXXXXX\xff\x1b");
  });

  test("gives two cards two numbers", () => {
    const [said] = disguised([device(";6222020200123456788=1?;6210947000000021=1?")]);
    const pans = textOf(said).match(/\d{12,}/g) ?? [];

    expect(new Set(pans).size).toBe(2);
  });

  test("finds a number however the line cut it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: track2.length - 1 })), (cuts) => {
        const places = [0, ...[...new Set(cuts)].sort((one, other) => one - other), track2.length];
        const pieces = places.slice(1).map((end, at) => device(track2.slice(places[at], end)));
        const said = disguised(pieces);

        expect(said.map(textOf).join("")).toBe(textOf(disguised([device(track2)])[0]));
        expect(said.map((step) => textOf(step).length)).toEqual(
          pieces.map((step) => textOf(step).length),
        );
      }),
    );
  });

  test("leaves what the reader says of itself", () => {
    const own = ["\x1by", "\x1b3S", "\x1bREVH3.12", "\x1b0\x08\x08\x08", "\x1b\x3d\x16", "\x1brp"];

    expect(disguised(own.map(device)).map(textOf)).toEqual(own);
  });
});
