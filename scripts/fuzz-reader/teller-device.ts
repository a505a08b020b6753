import type { Command } from "#main/card-reader/dialect.ts";
import type { Chance } from "./chance.ts";
import {
  bytesOf,
  type Exchange,
  narrowText,
  readingOf,
  type Swiped,
  wideText,
} from "./exchange.ts";

/** What a reader of the tellers' dialect says, chosen at random. */
export function speakAsTeller(chance: Chance): Exchange {
  return chance.onceIn(4) ? status(chance) : swipe(chance);
}

function swipe(chance: Chance): Exchange {
  const isWell = chance.onceIn(2);
  const swiped = (text: string): Swiped =>
    chance.pick([{ text }, { text }, isWell ? "empty" : "bad"]);
  const [track2, track3, track1] = [
    swiped(narrowText(chance, 37)),
    swiped(narrowText(chance, 104)),
    swiped(wideText(chance)),
  ];
  const said = (track: Swiped) => (typeof track === "object" ? track.text : "\x7f");
  const zeros = "\0".repeat(chance.below(3));
  const end = chance.pick(["?\x1c", "??\x1c", "\x1c"]);
  const block = `${zeros}\x1bs${said(track2)}A${said(track3)}%${said(track1)}${end}`;
  return {
    command: { command: "read" },
    answer: bytesOf(`${block}${zeros}\x1br${isWell ? "p" : "q"}`),
    means: {
      reply: "tracks",
      tracks: {
        1: readingOf("%", track1),
        2: readingOf(";", track2),
        3: readingOf(";", track3),
      },
      ...(isWell ? {} : { complaint: "read-or-write" }),
    },
    endsWith: "last-byte",
  };
}

function status(chance: Chance): Exchange {
  const isWell = chance.onceIn(2);
  const command = chance.pick<Command>([
    { command: "test-communication" },
    { command: "write", tracks: { track2: ";1?" } },
    { command: "set-coercivity", coercivity: "high" },
    { command: "set-density", track: 2, bitsPerInch: 210 },
  ]);
  const answer = bytesOf(`\x1br${isWell ? "p" : "q"}`);
  if (command.command === "test-communication") {
    return { command, answer, means: { reply: "present" }, endsWith: "last-byte" };
  }
  const complaint = command.command === "write" ? "read-or-write" : "failed";
  return {
    command,
    answer,
    means: isWell ? { reply: "done" } : { reply: "refused", complaint },
    endsWith: "last-byte",
  };
}
