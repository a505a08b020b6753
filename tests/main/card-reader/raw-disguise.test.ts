import { describe, expect, test } from "vitest";
import { isLuhnValid } from "#core/card/pan.ts";
import { accept } from "#core/kernel/result.ts";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import { disguised } from "#main/card-reader/disguise.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { type BitLayout, packTrack, unpackTrack } from "#main/card-reader/raw-bits.ts";
import type { TrackNumber } from "#main/card-reader/track.ts";
import type { TranscriptStep } from "#main/card-reader/transcript.ts";
import { fc } from "#tests/support/fast-check.ts";
import { ascii, bytes, hex, joined } from "./bytes.ts";
import { createRecordedCounter, recordedIn } from "./recorded-counter.ts";

const PAN = "6222020200123456788"; // Nobody's: of a bank's length and prefix.
const texts = {
  1: `%B${PAN}^ZHANG/SANFENG^30122201234500678?`,
  2: `;${PAN}=30122201234500678?`,
  3: `;99${PAN}=1561560500050001013000000214000?`,
} as const;

const host = (...parts: readonly Uint8Array[]): TranscriptStep => ({
  way: "host",
  bytes: joined(...parts),
});
const device = (...parts: readonly Uint8Array[]): TranscriptStep => ({
  way: "device",
  bytes: joined(...parts),
});
const asksForBits = host(bytes("1B 6D"));
const done = bytes("1B 30");

/** A block of bits as the manual prints it. */
function blockOf(one: Uint8Array, two: Uint8Array, three: Uint8Array): Uint8Array {
  const tracks = [one, two, three].flatMap((bits, at) => [0x1b, at + 1, bits.length, ...bits]);
  return Uint8Array.from([0x1b, 0x73, ...tracks, 0x3f, 0x1c]);
}

function blockIn(layout: BitLayout): Uint8Array {
  return blockOf(
    packTrack(1, texts[1], layout),
    packTrack(2, texts[2], layout),
    packTrack(3, texts[3], layout),
  );
}

/** The bits of one track of the first block in these bytes. */
function bitsIn(step: TranscriptStep | undefined, track: TrackNumber): Uint8Array {
  const said = step?.way === "event" || !step ? new Uint8Array() : step.bytes;
  let at = said.findIndex((byte, place) => byte === 0x1b && said[place + 1] === 0x73) + 2;
  for (let before = 1; before < track; before += 1) at += 3 + (said[at + 2] ?? 0);
  return said.slice(at + 3, at + 3 + (said[at + 2] ?? 0));
}

function bytesOf(step: TranscriptStep | undefined): Uint8Array {
  return step?.way === "event" || !step ? new Uint8Array() : step.bytes;
}

describe("T6: bits of a stripe in a recording", () => {
  test.each([
    { way: "read", layout: "read", asked: bytes("1B 6D") },
    { way: "read a character to a byte", layout: "character", asked: bytes("1B 6D") },
  ] as const)("hold another card when they were $way, check and all", ({ layout, asked }) => {
    const { steps, areBitsBlanked } = disguised([host(asked), device(blockIn(layout), done)]);

    const found = ([1, 2, 3] as const).map((track) =>
      unpackTrack(track, bitsIn(steps[1], track), layout),
    );
    expect(found.map(({ ok }) => ok)).toEqual([true, true, true]);
    const said = JSON.stringify(found);
    for (const secret of [PAN, PAN.slice(6), "30122201234500678", "ZHANG", "0500050001013"]) {
      expect(said).not.toContain(secret);
    }
    expect(bytesOf(steps[1])).toHaveLength(blockIn(layout).length + 2);
    expect(hex(bytesOf(steps[1])).endsWith("3F 1C 1B 30")).toBe(true);
    expect(areBitsBlanked).toBe(false);
  });

  test.each(["write", "character"] as const)(
    "hold another card when they were written: %s",
    (layout) => {
      const { steps, areBitsBlanked } = disguised([
        host(bytes("1B 6E"), blockIn(layout)),
        device(done),
      ]);

      const found = unpackTrack(2, bitsIn(steps[0], 2), layout);
      expect(found).toMatchObject({
        ok: true,
        value: expect.stringMatching(/^;62109470\d+=\d+\?$/),
      });
      expect(isLuhnValid(/;(\d+)=/.exec(found.ok ? found.value : "")?.[1] ?? "")).toBe(true);
      expect(areBitsBlanked).toBe(false);
    },
  );

  test("are the same card as bits that are read, as bits that are written, and as text", () => {
    const { steps } = disguised([
      host(bytes("1B 6E"), blockIn("write")),
      device(done),
      asksForBits,
      device(blockIn("read"), done),
      host(bytes("1B 72")),
      device(bytes("1B 73 1B 01 1B 2B 1B 02"), ascii(texts[2]), bytes("1B 03 1B 2B 3F 1C 1B 30")),
    ]);

    const written = unpackTrack(2, bitsIn(steps[0], 2), "write");
    const read = unpackTrack(2, bitsIn(steps[3], 2), "read");
    expect(written.ok && written.value).toBe(read.ok && read.value);
    expect(Buffer.from(bytesOf(steps[5])).toString("latin1")).toContain(
      written.ok && written.value,
    );
  });

  test("stay behind the zeros that a head reads before them, and before the zeros behind", () => {
    const late = joined(bytes("00 00"), packTrack(2, texts[2], "read"), bytes("00"));
    const { steps } = disguised([
      asksForBits,
      device(blockOf(new Uint8Array(), late, new Uint8Array()), done),
    ]);

    const found = bitsIn(steps[1], 2);
    expect(found).toHaveLength(late.length);
    expect(hex(found)).toMatch(/^00 00 D3 .* 00$/);
    expect(unpackTrack(2, found, "read").ok).toBe(true);
  });

  test.each([
    ["that run the wrong way", packTrack(2, texts[2], "write")],
    ["of a track that lost its check", packTrack(2, texts[2], "read").slice(0, -2)],
    ["of another track's alphabet", packTrack(1, texts[1], "read")],
    ["of no alphabet at all", bytes("FF 13 37 AB CD EF")],
  ])("%s become zeros of the same length", (_, bits) => {
    const { steps, areBitsBlanked } = disguised([
      asksForBits,
      device(blockOf(new Uint8Array(), bits, new Uint8Array()), done),
    ]);

    expect(hex(bytesOf(steps[1]))).toBe(
      hex(joined(blockOf(new Uint8Array(), new Uint8Array(bits.length), new Uint8Array()), done)),
    );
    expect(areBitsBlanked).toBe(true);
  });

  test("of which the line lost a byte become zeros, whatever is left of their frame", () => {
    const harmed = joined(blockIn("read"), done).filter((_, at) => at !== 2);
    const { steps, areBitsBlanked } = disguised([asksForBits, device(harmed)]);

    expect(bytesOf(steps[1])).toEqual(new Uint8Array(harmed.length));
    expect(areBitsBlanked).toBe(true);
  });

  test("that come late, while they are called off, become zeros until the test is answered", () => {
    const block = blockIn("read");
    const { steps } = disguised([
      asksForBits,
      device(block.slice(0, 20)),
      host(bytes("1B 61")),
      device(block.slice(20, 40)),
      host(bytes("1B 65")),
      device(bytes("1B 79")),
      host(bytes("1B 74")),
      device(bytes("1B 33 53")),
    ]);

    expect([1, 3, 5, 7].map((at) => hex(bytesOf(steps[at])))).toEqual([
      hex(new Uint8Array(20)),
      hex(new Uint8Array(20)),
      "1B 79",
      "1B 33 53",
    ]);
  });

  test("of a write that is no block become zeros to where the host stops", () => {
    const { steps } = disguised([host(bytes("1B 6E"), blockIn("write").slice(3)), device(done)]);

    const said = hex(bytesOf(steps[0]));
    expect(said).toMatch(/^1B 6E( 00)+$/);
  });

  // Goal: no bit of a card is left, wherever the line cuts or harms the answer.
  // Method: read a card as bits, drop a byte anywhere, cut anywhere, and look for any four bytes
  // of what was said in the same place, framing and status aside.
  test("leave nothing of themselves, wherever a byte is lost and the line is cut", () => {
    const whole = joined(
      blockOf(new Uint8Array(), packTrack(2, texts[2], "read"), new Uint8Array()),
    );
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: whole.length - 2 }),
        (lost, cut) => {
          const said = joined(whole, done).filter((_, at) => at !== lost);
          const { steps } = disguised([
            asksForBits,
            device(said.slice(0, cut)),
            device(said.slice(cut)),
          ]);

          const kept = hex(joined(bytesOf(steps[1]), bytesOf(steps[2])));
          const secret = packTrack(2, texts[2], "read");
          for (let at = 0; at + 4 <= secret.length; at += 1) {
            expect(kept).not.toContain(hex(secret.slice(at + 1, at + 4)));
          }
        },
      ),
    );
  });
});

describe("T6: a recording of a reader that was asked for bits", () => {
  const header = { device: "MSR605 of the second counter", dialect: "msr605" };

  /** What one side and then the other says while it is recorded. */
  async function recorded(answer: Uint8Array) {
    const { recorder } = createRecordedCounter();
    const line = createAnnouncer<Uint8Array>();
    const opened = await recorder.wrap(async () =>
      accept({
        write: async () => "sent" as const,
        onBytes: line.listen,
        onLost: () => () => {},
        close: async () => {},
      }),
    )();
    if (!opened.ok) throw new Error(opened.refusal.code);
    recorder.start(header);
    await opened.value.write(bytes("1B 6D"));
    line.announce(answer);
    return recordedIn(recorder.stop());
  }

  test("replays: the framer reads a whole card out of it", async () => {
    const { header: about, steps } = await recorded(joined(blockIn("read"), done));

    const framer = msr605.createFramer({ command: "read-raw" });
    const reply = framer.push(bytesOf(steps[1]));
    expect(reply).toMatchObject({ reply: "raw-tracks" });
    expect(bytesOf(steps[1])).not.toEqual(joined(blockIn("read"), done));
    expect(about).not.toHaveProperty("raw-tracks");
  });

  test("says in its header that bits were replaced, where nobody could read them", async () => {
    const { header: about } = await recorded(
      joined(blockOf(new Uint8Array(), bytes("FF FF 13"), new Uint8Array()), done),
    );

    expect(about).toMatchObject({ "raw-tracks": "replaced" });
  });
});
