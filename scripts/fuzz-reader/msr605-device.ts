import type { Command, Complaint, Reply } from "#main/card-reader/dialect.ts";
import type { Chance } from "./chance.ts";
import {
  bytesOf,
  type Exchange,
  narrowText,
  readingOf,
  type Speak,
  type Swiped,
  wideText,
} from "./exchange.ts";

type Make = "msr605" | "ezwriter";

/** What the makes of the MSR605 family say, chosen at random. */
export function speakAs(make: Make): Speak {
  return (chance) => {
    const kind = chance.below(10);
    if (kind < 5) return swipe(make, chance);
    if (kind < 7) return rawSwipe(make, chance);
    if (kind < 8) return statusOf(make, chance);
    return shortAnswer(make, chance);
  };
}

function exchange(command: Command, answer: string, means: Reply): Exchange {
  return { command, answer: bytesOf(answer), means, endsWith: "last-byte" };
}

/** A status byte and what is wrong: with the command, or with tracks that it names. */
function status(make: Make, chance: Chance) {
  if (chance.onceIn(2)) return { letter: "0", complaint: undefined, failed: [] };

  if (make === "ezwriter" && !chance.onceIn(4)) {
    const mask = 1 + chance.below(7);
    const failed = ([1, 2, 3] as const).filter((track) => (mask >> (track - 1)) % 2 === 1);
    return { letter: String(mask), complaint: "read-or-write" as Complaint, failed };
  }
  const letters: readonly [readonly [string, Complaint], ...(readonly [string, Complaint])[]] =
    make === "ezwriter"
      ? [
          ["9", "bad-swipe"],
          ["A", "failed"],
        ]
      : [
          ["1", "read-or-write"],
          ["2", "format"],
          ["4", "unknown-command"],
          ["9", "bad-swipe"],
          ["A", "failed"],
        ];
  const [letter, complaint] = chance.pick(letters);
  return { letter, complaint, failed: [] };
}

function swipe(make: Make, chance: Chance): Exchange {
  const swiped = (text: string): Swiped => chance.pick([{ text }, { text }, "empty", "bad"]);
  const tracks = [
    swiped(wideText(chance)),
    swiped(narrowText(chance, 37)),
    swiped(narrowText(chance, 104)),
  ] as const;
  const said = tracks.map((track, index) => {
    const header = `\x1b${String.fromCharCode(index + 1)}`;
    if (track === "bad") return `${header}\x1b*`;
    if (track === "empty") return chance.onceIn(2) ? `${header}\x1b+` : header;
    return `${header}${index === 0 ? "%" : ";"}${track.text}?`;
  });
  if (tracks[2] === "empty" && chance.onceIn(2)) said.pop(); // A model of two tracks.

  const { letter, complaint, failed } = status(make, chance);
  // One star for an empty track and a bad one, and a status that names the bad ones.
  const isStarEmpty = make === "ezwriter" && (complaint === undefined || failed.length > 0);
  const meant = (track: Swiped): Swiped => (track === "bad" && isStarEmpty ? "empty" : track);
  const readings = {
    1: readingOf("%", meant(tracks[0])),
    2: readingOf(";", meant(tracks[1])),
    3: readingOf(";", meant(tracks[2])),
    ...Object.fromEntries(failed.map((track) => [track, { reading: "unreadable" }])),
  };
  return exchange({ command: "read" }, `\x1bs${said.join("")}?\x1c\x1b${letter}`, {
    reply: "tracks",
    tracks: readings,
    ...(complaint && { complaint }),
  });
}

function rawSwipe(make: Make, chance: Chance): Exchange {
  const bits = () => chance.bytes(chance.below(chance.onceIn(4) ? 256 : 40));
  const [track1, track2, track3] = [bits(), bits(), bits()];
  const said = [track1, track2, track3].map(
    (track, index) => `\x1b${String.fromCharCode(index + 1, track.length, ...track)}`,
  );
  const { letter, complaint } = status(make, chance);
  return exchange({ command: "read-raw" }, `\x1bs${said.join("")}?\x1c\x1b${letter}`, {
    reply: "raw-tracks",
    tracks: { track1, track2, track3 },
    ...(complaint && { complaint }),
  });
}

function statusOf(make: Make, chance: Chance): Exchange {
  const command = chance.pick<Command>([
    { command: "write", tracks: { track2: ";1?" } },
    { command: "write-raw", tracks: {} },
    { command: "erase", tracks: [1, 2, 3] },
    { command: "test-sensor" },
    { command: "test-memory" },
    { command: "set-coercivity", coercivity: "high" },
    { command: "set-leading-zeros", tracks1And3: 61, track2: 22 },
    { command: "set-density", track: 2, bitsPerInch: 75 },
  ]);
  const { letter, complaint } = status(make, chance);
  return exchange(
    command,
    `\x1b${letter}`,
    complaint ? { reply: "refused", complaint } : { reply: "done" },
  );
}

function shortAnswer(make: Make, chance: Chance): Exchange {
  const [major, minor] = [chance.below(10), 10 + chance.below(90)];
  const revision =
    make === "ezwriter"
      ? `Rev.0${major}.${minor}`
      : `REV${chance.pick(["0", "H", "U"])}${major}.${minor}`;
  const [first, second] = [chance.below(256), chance.below(256)];
  return chance.pick<Exchange>([
    exchange({ command: "test-communication" }, "\x1by", { reply: "present" }),
    exchange({ command: "get-model" }, "\x1b3S", { reply: "model", tracks: [1, 2, 3] }),
    exchange({ command: "get-firmware" }, `\x1b${revision}`, { reply: "firmware", revision }),
    exchange({ command: "get-leading-zeros" }, `\x1b${String.fromCharCode(first, second)}`, {
      reply: "leading-zeros",
      tracks1And3: first,
      track2: second,
    }),
    exchange({ command: "get-coercivity" }, `\x1b${chance.pick(["L", "l"])}`, {
      reply: "coercivity",
      coercivity: "low",
    }),
    exchange({ command: "set-bits-per-character", bits: [7, 5, 5] }, "\x1b0\x07\x05\x05", {
      reply: "bits-per-character",
      bits: [7, 5, 5],
    }),
  ]);
}
