import { isDeepStrictEqual } from "node:util";
import { assert } from "#core/kernel/assert.ts";
import type { Dialect, Framer, Reply } from "#main/card-reader/dialect.ts";
import { type Chance, createChance } from "./chance.ts";
import type { Exchange, Speak } from "./exchange.ts";
import { hostileBytes } from "./hostile.ts";

/** A dialect to be hammered, and a device that speaks it. */
export interface Anvil {
  readonly dialect: Dialect;
  readonly speak: Speak;
  /** How many bytes the dialect listens to for an answer. */
  bytesMax(command: Exchange["command"]): number;
}

/** What came of it. All of it is counted; whatever should never happen throws instead. */
export interface Blows {
  readonly hostileBytes: number;
  readonly rounds: number;
  /** Answers that the hostile bytes held, or seemed to hold. */
  readonly answers: number;
  readonly garbled: number;
  /** Right answers that were heard by a framer that had hostile bytes behind it. */
  readonly heardBehind: number;
}

/**
 * Throws hostile bytes at framers, each waiting for the answer to some command, in pieces and with
 * rests between them. It throws if a framer does, if one listens beyond its bound, if it hands out
 * a text that no track can hold, or if it does not hear a right answer afterwards.
 */
export function hammer(
  anvil: Anvil,
  { bytes, seed }: { readonly bytes: number; readonly seed: number },
): Blows {
  const chance = createChance(seed);
  const blows = { hostileBytes: 0, rounds: 0, answers: 0, garbled: 0, heardBehind: 0 };
  while (blows.hostileBytes < bytes) {
    const exchange = anvil.speak(chance);
    const hostile = hostileBytes(chance, anvil.speak);
    const framer = anvil.dialect.createFramer(exchange.command);
    const { reply, heard } = pushInPieces(framer, hostile, chance);
    check(reply, { heard, bytesMax: anvil.bytesMax(exchange.command), isOver: !framer.underway() });

    const isStillHeard = reply === undefined && standsReady(framer);
    const isWithinBound = heard + exchange.answer.length <= anvil.bytesMax(exchange.command);
    if (isStillHeard && isWithinBound) blows.heardBehind += 1;
    hear(
      isStillHeard && isWithinBound ? framer : anvil.dialect.createFramer(exchange.command),
      exchange,
      chance,
    );
    if (reply) blows[reply.reply === "garbled" ? "garbled" : "answers"] += 1;
    blows.hostileBytes += hostile.length;
    blows.rounds += 1;
  }
  return blows;
}

/** Pieces of any size, and now and then a rest. A framer that has answered hears no more. */
function pushInPieces(framer: Framer, hostile: Uint8Array, chance: Chance) {
  let reply: Reply | undefined;
  let at = 0;
  while (at < hostile.length) {
    const end = at + 1 + chance.below(chance.onceIn(3) ? 300 : 20);
    const heardNow = framer.push(hostile.subarray(at, end));
    assert(reply === undefined || heardNow === undefined, "a framer answers once");
    reply ??= heardNow;
    at = Math.min(end, hostile.length);
    if (chance.onceIn(40)) reply ??= framer.rest();
  }
  return { reply, heard: hostile.length };
}

/** As the counter has it: once the line rests, an answer that is underway is given up. */
function standsReady(framer: Framer): boolean {
  return framer.rest() === undefined && !framer.underway();
}

function check(
  reply: Reply | undefined,
  { heard, bytesMax, isOver }: { heard: number; bytesMax: number; isOver: boolean },
): void {
  assert(reply !== undefined || heard < bytesMax, "a framer listens to its bound and no further");
  assert(reply === undefined || isOver, "a framer that has answered waits for nothing");
  if (reply?.reply !== "tracks") return;

  const { 1: first, 2: second, 3: third } = reply.tracks;
  const isSound = [first, second, third].every(
    (reading, index) =>
      reading.reading !== "text" ||
      (index === 0
        ? /^%[ -$&->@-_]{0,76}\?$/.test(reading.text)
        : /^;[0-:<->]*\?$/.test(reading.text) && reading.text.length <= (index === 1 ? 39 : 106)),
  );
  assert(isSound, "a framer hands out texts that a track can hold");
}

/** A right answer, in pieces, is heard as what it means. */
function hear(framer: Framer, { answer, means, endsWith, command }: Exchange, chance: Chance) {
  let reply: Reply | undefined;
  for (let at = 0; at < answer.length; ) {
    const end = at + 1 + chance.below(40);
    assert(reply === undefined, "a right answer is over at its last byte");
    reply = framer.push(answer.subarray(at, end));
    at = end;
  }
  if (endsWith === "rest") reply ??= framer.rest();
  assert(
    isDeepStrictEqual(reply, means),
    `${command.command}: ${Buffer.from(answer).toString("hex")} means ${JSON.stringify(means)}, ` +
      `and was heard as ${JSON.stringify(reply)}`,
  );
}
