import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Dialect, Reply } from "#main/card-reader/dialect.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anvils } from "../../../scripts/fuzz-reader/anvils.ts";
import { createChance } from "../../../scripts/fuzz-reader/chance.ts";
import type { Exchange } from "../../../scripts/fuzz-reader/exchange.ts";
import { hammer } from "../../../scripts/fuzz-reader/hammer.ts";

/** The answers given while an answer comes in pieces cut at `cuts`, and then the line rests. */
function heardInPieces(
  dialect: Dialect,
  { command, answer }: Exchange,
  cuts: readonly number[],
): readonly Reply[] {
  const framer = dialect.createFramer(command);
  const edges = [0, ...cuts.map((cut) => cut % (answer.length + 1)), answer.length];
  const ordered = [...edges].sort((left, right) => left - right);
  return [
    ...ordered.slice(1).map((end, at) => framer.push(answer.subarray(ordered[at], end))),
    framer.rest(),
  ].filter((reply) => reply !== undefined);
}

const everyDialect = anvils.map((anvil) => ({ name: anvil.dialect.name, anvil }));

describe.each(everyDialect)("what a $name reader says", ({ anvil }) => {
  const { dialect, speak } = anvil;
  const exchange = fc.nat().map((seed) => speak(createChance(seed)));

  // Goal: what a device says, by a description of its own, is heard as what it means; and how the
  // line cuts it up makes no difference.
  // Method: speak at random, cut at random places, let the line rest behind it.
  test("is heard once, as what it means, however the line cuts it up", () => {
    fc.assert(
      fc.property(exchange, fc.array(fc.nat()), (spoken, cuts) => {
        expect(heardInPieces(dialect, spoken, cuts)).toEqual([spoken.means]);
      }),
      { numRuns: 1_000 },
    );
  });

  // Goal: no part of an answer throws, or passes for the whole before the line has rested; and
  // none of it is waited for once it has.
  // Method: push every proper prefix, then rest.
  test("is not believed in part before the line rests", () => {
    fc.assert(
      fc.property(exchange, fc.nat(), ({ command, answer }, cut) => {
        const framer = dialect.createFramer(command);
        const early = framer.push(answer.subarray(0, cut % answer.length));

        expect(early).toBeUndefined();
        expect(() => framer.rest()).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  // Goal: no bytes make a framer throw, hang, listen beyond its bound, hand out a text that no
  // track can hold, or miss a right answer afterwards.
  // Method: `npm run fuzz-reader` in little, once as always and once as never before.
  test.each([20_240_601, randomInt(2 ** 31)])("T6: withstands hostile bytes, seed %i", (seed) => {
    const blows = hammer(anvil, { bytes: 200_000, seed });

    expect(blows.hostileBytes).toBeGreaterThanOrEqual(200_000);
    expect(blows.answers).toBeGreaterThan(100);
    expect(blows.garbled).toBeGreaterThan(10);
    expect(blows.heardBehind).toBeGreaterThan(10);
  });
});

describe("hostile bytes", () => {
  const [anvil] = anvils;

  // Goal: the hammer is able to break something.
  // Method: dialects with one fault each, which it must find.
  test.each<readonly [fault: string, faulty: (dialect: Dialect) => Dialect]>([
    [
      "throws at a byte",
      (dialect) => ({
        ...dialect,
        createFramer: (command) => ({
          ...dialect.createFramer(command),
          push(bytes) {
            if (bytes.includes(0xee)) throw new Error("hostile");
            return undefined;
          },
        }),
      }),
    ],
    [
      "listens for ever",
      (dialect) => ({
        ...dialect,
        createFramer: (command) => {
          const framer = dialect.createFramer(command);
          const push = (bytes: Uint8Array) => {
            const reply = framer.push(bytes);
            return reply?.reply === "garbled" ? undefined : reply;
          };
          return { ...framer, push };
        },
      }),
    ],
    [
      "is deaf after noise",
      (dialect) => ({
        ...dialect,
        createFramer: (command) => {
          const framer = dialect.createFramer(command);
          let isDeaf = false;
          return {
            ...framer,
            push(bytes) {
              const reply = isDeaf ? undefined : framer.push(bytes);
              isDeaf ||= !framer.underway();
              return reply;
            },
          };
        },
      }),
    ],
  ])("find a dialect that %s", (_, faulty) => {
    if (!anvil) throw new Error("no dialect");

    expect(() =>
      hammer({ ...anvil, dialect: faulty(anvil.dialect) }, { bytes: 400_000, seed: 1 }),
    ).toThrow();
  });
});
