import { describe, expect, test } from "vitest";
import { isLuhnValid } from "#core/card/pan.ts";
import { disguised } from "#main/card-reader/disguise.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import {
  formatTranscript,
  parseTranscript,
  type TranscriptStep,
} from "#main/card-reader/transcript.ts";
import { fc } from "#tests/support/fast-check.ts";

const disguisedSteps = (steps: readonly TranscriptStep[]) => disguised(steps).steps;

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

  test("has a header of one line a key, whatever was typed there", () => {
    const text = formatTranscript({ header: { device: " MSR\n> 1B 63 07\r\n605" }, steps: [] });

    expect(text).toBe("# device: MSR > 1B 63 07 605\n\n");
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

/** As a reader of seven bits with odd parity sends it. */
function withOddParity(text: string): Uint8Array {
  return Buffer.from(text, "latin1").map((byte) => {
    const ones = byte.toString(2).replaceAll("0", "").length;
    return ones % 2 === 1 ? byte : byte | 0x80;
  });
}

describe("a disguise", () => {
  const PAN = "6222020200123456788";
  const track1 = `%99${PAN}^ZHANG/SANFENG.MR^301222000000000000000000000?`;
  const track2 = `;${PAN}=30122201234500678?`;

  test("leaves no card number, no other digits and no name", () => {
    const [said] = disguisedSteps([
      device(`\x1bs\x1b\x01${track1}\x1b\x02${track2}\x1b\x03\x1b+?\x1c\x1b0`),
    ]);

    const text = textOf(said);
    for (const secret of [PAN, PAN.slice(4), "30122201234500678", "ZHANG", "SANFENG"]) {
      expect(text).not.toContain(secret);
    }
  });

  test("keeps length, place, frame and format code, and makes a number that Luhn accepts", () => {
    const before = `\x1bs\x1b\x01${track1}\x1b\x02${track2}\x1b\x03\x1b+?\x1c\x1b0`;
    const after = textOf(disguisedSteps([device(before)])[0]);

    expect(after).toHaveLength(before.length);
    expect(after.replaceAll(/[0-9A-Z]/g, ".")).toBe(before.replaceAll(/[0-9A-Z]/g, "."));
    expect(after).toContain("%99");
    const [, pan = ""] = /;(\d+)=/.exec(after) ?? [];
    expect(isLuhnValid(pan)).toBe(true);
    expect(after).toContain(`%99${pan}^`);
  });

  test("gives the same number the same way in both directions, so that a read-back still agrees", () => {
    const [written, read] = disguisedSteps([host(`\x1bw\x1b\x02${PAN}=3012`), device(track2)]);

    const pan = /\d{12,}/.exec(textOf(written))?.[0];
    expect(pan).not.toBe(PAN);
    expect(textOf(read)).toContain(`;${pan}=`);
  });

  test("finds a name though the line has garbled its end", () => {
    const [said] = disguisedSteps([device("%99^ZHANG/SANFENG\xff\x1b")]);

    expect(textOf(said)).toBe("%99^XXXXX/XXXXXXX\xff\x1b");
  });

  test("gives two cards two numbers", () => {
    const [said] = disguisedSteps([device(";6222020200123456788=1?;6210947000000021=1?")]);
    const pans = textOf(said).match(/\d{12,}/g) ?? [];

    expect(new Set(pans).size).toBe(2);
  });

  test("finds a number however the line cut it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: track2.length - 1 })), (cuts) => {
        const places = [0, ...[...new Set(cuts)].sort((one, other) => one - other), track2.length];
        const pieces = places.slice(1).map((end, at) => device(track2.slice(places[at], end)));
        const said = disguisedSteps(pieces);

        expect(said.map(textOf).join("")).toBe(textOf(disguisedSteps([device(track2)])[0]));
        expect(said.map((step) => textOf(step).length)).toEqual(
          pieces.map((step) => textOf(step).length),
        );
      }),
    );
  });

  test("T6: finds a number under the parity that a reader of seven bits puts on top", () => {
    const said = disguisedSteps([{ way: "device", bytes: withOddParity(`${track1}${track2}`) }]);

    const heard = said.flatMap((step) => (step.way === "event" ? [] : [...step.bytes]));
    const below = String.fromCharCode(...heard.map((byte) => byte & 0x7f));
    expect(below).toBe(textOf(disguisedSteps([device(`${track1}${track2}`)])[0]));
    expect(heard).toEqual([...withOddParity(below)]);
  });

  test("T6: finds a name on a track that lost a caret, and spares what stands behind the track", () => {
    const [said] = disguisedSteps([device(`%B1ZHANG/SANFENG^1?EE`)]);

    expect(textOf(said)).toBe("%B0XXXXX/XXXXXXX^0?EE");
  });

  test.each([
    ["in small letters", `%B${PAN}^Zhang/sanfeng^3012?`],
    ["without its carets", `%B${PAN}ZHANG/SANFENG 3012?`],
    ["in small letters and without carets", `%B${PAN}zhang/sanfeng 3012?`],
    ["behind a number that lost its sentinel", `B${PAN}ZHANG/SANFENG 3012?`],
  ])("T6: finds a name %s", (_, track) => {
    const [said] = disguisedSteps([device(`\x1bs\x1b\x01${track}\x1b\x02`)]);

    expect(textOf(said)).toHaveLength(track.length + 6);
    expect(textOf(said)).toMatch(/X{5}.X{7}/);
    expect(textOf(said)).not.toMatch(/zhang|sanfeng/i);
  });

  test("T6: finds a number that the line has cut into short groups, up to the track's end", () => {
    const [said] = disguisedSteps([
      device("\x1bs\x1b\x01;622\x7f202\xff020=12 3\x0045?\x1c\x1b0\x1b3S"),
    ]);

    expect(textOf(said)).toBe("\x1bs\x1b\x01;000\x7f000\xff000=00 0\x0000?\x1c\x1b0\x1b3S");
  });

  test("T6: makes the check of a 363B follow the digits, and leaves a check that was wrong", () => {
    const swipe = `${track1}${track2}\x03`;
    const check = String.fromCharCode([...swipe].reduce((sum, it) => sum ^ it.charCodeAt(0), 0));
    const [good] = disguisedSteps([device(`\x02${swipe}${check}`)]);
    const [bad] = disguisedSteps([device(`\x02${swipe}\x7f`)]);

    const hear = (text: string) =>
      swipeOnly.createFramer({ command: "read" }).push(Buffer.from(text, "latin1"));
    expect(hear(textOf(good))).toMatchObject({ reply: "tracks" });
    expect(textOf(good)).not.toContain(check);
    expect(hear(textOf(bad))).toEqual({ reply: "garbled" });
  });

  test("T6: makes the check character of a UIC follow the digits", () => {
    const [said] = disguisedSteps([device("\x02;1234?0\x03")]);

    expect(textOf(said)).toBe("\x02;0001?5\x03");
  });

  test("T6: keeps every length, however many numbers there are", () => {
    const numbers = Array.from({ length: 1_200 }, (_, at) => String(100_000_000_000 + at));
    const [said] = disguisedSteps([device(numbers.join(";"))]);

    expect(
      new Set(
        textOf(said)
          .split(";")
          .map((number) => number.length),
      ),
    ).toEqual(new Set([12]));
  });

  test("leaves what the reader says of itself", () => {
    const own = ["\x1by", "\x1b3S", "\x1bREVH3.12", "\x1b0\x08\x08\x08", "\x1b\x3d\x16", "\x1brp"];

    expect(disguisedSteps(own.map(device)).map(textOf)).toEqual(own);
  });
});
