import { expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import { ANSWER_BYTES_MAX } from "#main/card-reader/msr605/framer.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import { fc } from "#tests/support/fast-check.ts";
import { ascii, bytes, joined } from "../bytes.ts";

const commands: readonly Command[] = [
  { command: "read" },
  { command: "read-raw" },
  { command: "write", tracks: { track2: ";1?" } },
  { command: "erase", tracks: [1] },
  { command: "test-communication" },
  { command: "get-model" },
  { command: "get-firmware" },
  { command: "get-leading-zeros" },
  { command: "get-coercivity" },
  { command: "set-bits-per-character", bits: [8, 8, 8] },
];

/** A command together with an answer that is right for it. */
const exchange: fc.Arbitrary<{ readonly command: Command; readonly answer: Uint8Array }> = fc.oneof(
  cardAnswer().map((answer) => ({ command: { command: "read" } as const, answer })),
  bitsAnswer().map((answer) => ({ command: { command: "read-raw" } as const, answer })),
  status().map((answer) => ({ command: { command: "erase", tracks: [2] } as const, answer })),
  fc.constant({ command: { command: "get-model" } as const, answer: bytes("1B 33 53") }),
  fc.constant({ command: { command: "get-firmware" } as const, answer: ascii("\x1bREVH1.00") }),
  fc.constant({ command: { command: "test-communication" } as const, answer: bytes("1B 79") }),
);

function status(): fc.Arbitrary<Uint8Array> {
  return fc.constantFrom(...["30", "31", "32", "34", "39", "41"].map((st) => bytes(`1B ${st}`)));
}

function payload(alphabet: string, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength })
    .map((characters) => characters.join(""));
}

function cardAnswer(): fc.Arbitrary<Uint8Array> {
  const sign = fc.constantFrom(bytes("1B 2B"), bytes("1B 2A"), bytes(""));
  const wide = payload("ABCXYZ0123456789 ^/.-$()", 76).map((text) => ascii(`%${text}?`));
  const narrow = (lengthMax: number) =>
    payload("0123456789:<=>", lengthMax).map((text) => ascii(`;${text}?`));
  return fc
    .tuple(fc.oneof(wide, sign), fc.oneof(narrow(37), sign), fc.oneof(narrow(104), sign), status())
    .map(([one, two, three, st]) =>
      joined(
        bytes("1B 73 1B 01"),
        one,
        bytes("1B 02"),
        two,
        bytes("1B 03"),
        three,
        bytes("3F 1C"),
        st,
      ),
    );
}

function bitsAnswer(): fc.Arbitrary<Uint8Array> {
  const track = fc.uint8Array({ maxLength: 255 });
  return fc
    .tuple(track, track, track, status())
    .map(([one, two, three, st]) =>
      joined(
        ...[bytes("1B 73 1B 01"), Uint8Array.of(one.length), one],
        ...[bytes("1B 02"), Uint8Array.of(two.length), two],
        ...[bytes("1B 03"), Uint8Array.of(three.length), three],
        ...[bytes("3F 1C"), st],
      ),
    );
}

/** The answers given while `stream` comes in pieces cut at `cuts`. */
function heardInPieces(
  command: Command,
  stream: Uint8Array,
  cuts: readonly number[],
): readonly Reply[] {
  const framer = msr605.createFramer(command);
  const edges = [0, ...cuts.map((cut) => cut % (stream.length + 1)), stream.length];
  const ordered = [...edges].sort((left, right) => left - right);
  return ordered
    .slice(1)
    .map((end, at) => framer.push(stream.subarray(ordered[at], end)))
    .filter((reply) => reply !== undefined);
}

// Goal: how the line cuts an answer up makes no difference.
// Method: cut answers at random places and compare with the answer in one piece.
test("an answer is heard once and the same however the line cuts it up", () => {
  fc.assert(
    fc.property(exchange, fc.array(fc.nat()), ({ command, answer }, cuts) => {
      const whole = msr605.createFramer(command).push(answer);

      expect(whole).toBeDefined();
      expect(heardInPieces(command, answer, cuts)).toEqual([whole]);
    }),
    { numRuns: 500 },
  );
});

// Goal: an answer is not believed before its last byte. A raw answer without a status of its own
// and a firmware in fewer characters are heard by other means.
// Method: push every proper prefix.
test("no part of an answer passes for the whole", () => {
  fc.assert(
    fc.property(exchange, fc.nat(), ({ command, answer }, cut) => {
      const prefix = answer.subarray(0, cut % answer.length);

      expect(msr605.createFramer(command).push(prefix)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

// Goal: whatever stands before a card's answer, the card is found.
// Method: put random bytes rich in ESC and marks before it; skip those that are an answer already.
test("a card is found behind noise", () => {
  const noiseByte = fc.oneof(
    fc.nat(255),
    fc.constantFrom(0x1b, 0x73, 0x01, 0x02, 0x3f, 0x1c, 0x25),
  );
  fc.assert(
    fc.property(fc.array(noiseByte, { maxLength: 400 }), cardAnswer(), (noise, answer) => {
      const noisy = msr605.createFramer({ command: "read" });
      fc.pre(noisy.push(Uint8Array.from(noise)) === undefined);

      expect(noisy.push(answer)).toEqual(msr605.createFramer({ command: "read" }).push(answer));
    }),
    { numRuns: 2_000 },
  );
});

// Goal: a raw track goes out and comes back as the same bytes.
// Method: the block of a raw write, with a status behind it, is the block of a raw read.
test("bits that are written are the bits that are read", () => {
  const track = fc.uint8Array({ maxLength: 255 });
  fc.assert(
    fc.property(track, track, track, (track1, track2, track3) => {
      const tracks = { track1, track2, track3 };
      const said = msr605.encode({ command: "write-raw", tracks });
      const block = said.ok ? said.value.subarray(2) : new Uint8Array();

      const reply = msr605
        .createFramer({ command: "read-raw" })
        .push(joined(block, bytes("1B 30")));

      expect(reply).toEqual({ reply: "raw-tracks", tracks });
    }),
  );
});

// Goal: T6: no stream of bytes makes the framer throw, hang, or listen beyond its bound.
// Method: 200,000 seeded streams of marks, text and noise, in pieces, against every command.
test("T6: hostile bytes end in an answer or in silence, within the bound", () => {
  const random = createRandom(20_240_601);
  const fragments = ["1B", "1B 73", "1B 01", "1B 02", "1B 03", "1B 2A", "1B 2B", "3F 1C", "1B 30"]
    .concat([
      "00 00 00",
      "FF FF FF FF",
      "25 42 34",
      "3B 31 32",
      "3F",
      "1C",
      "5E A1",
      "1B 73 1B 01 FF",
    ])
    .map(bytes);
  const drowning = new Uint8Array(ANSWER_BYTES_MAX);
  let answers = 0;
  let stillListening = 0;

  for (let stream = 0; stream < 200_000; stream += 1) {
    const framer = msr605.createFramer(commands[stream % commands.length] ?? { command: "read" });
    for (let piece = 0; piece < 12; piece += 1) {
      const noise = Uint8Array.of(random(256), random(256), random(256));
      const reply = framer.push(fragments[random(fragments.length + 4)] ?? noise);
      if (reply) answers += 1;
    }
    // Every hundredth stream goes on to the bound: there nothing may be waited for any more.
    const isDrowned = stream % 100 === 0;
    if (isDrowned) framer.push(drowning);
    if (isDrowned && framer.underway()) stillListening += 1;
  }

  expect(stillListening).toBe(0);
  expect(answers).toBeGreaterThan(1_000);
}, 60_000);

/** A small generator with a seed (Park and Miller), so that a failure can be repeated. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}
