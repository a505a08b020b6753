import type { Chance } from "./chance.ts";
import {
  bankText,
  bytesOf,
  type Exchange,
  narrowText,
  readingOf,
  type Swiped,
} from "./exchange.ts";

type Tracks = readonly [first: Swiped, second: Swiped, third: Swiped];

/** What readers that send each swipe unasked say, in one of their formats chosen at random. */
export function speakAsSwipeOnly(chance: Chance): Exchange {
  if (chance.onceIn(8)) return spokenTo(chance);

  const tracks: Tracks = [
    swiped(chance, { text: bankText(chance) }),
    swiped(chance, { text: narrowText(chance, 37) }),
    // Alone it could pass for track 2, were it shorter.
    swiped(chance, { text: narrowText(chance, 104, 38) }),
  ];
  const said = chance.pick([idTech, uic, magTek, surePos, bcc])(tracks, chance);
  return {
    command: { command: "read" },
    answer: said.answer,
    means: {
      reply: "tracks",
      tracks: {
        1: readingOf("%", said.tracks[0]),
        2: readingOf(";", said.tracks[1]),
        3: readingOf(";", said.tracks[2]),
      },
    },
    endsWith: said.endsWith,
  };
}

/** What one says that was asked for its settings and greeted: a sign or two, and settings. */
function spokenTo(chance: Chance): Exchange {
  const sign = chance.pick(["\x06", "\x15", "\x16", "\x15\x06"]);
  const framed = `\x02\x1a\x01${chance.pick(["0", "1"])}\x11\x02\x03\x06\x03`;
  const check = bytesOf(framed).reduce((sum, byte) => sum ^ byte, 0);
  const told = `\x06${framed}${String.fromCharCode(check)}`;
  return {
    command: { command: "test-communication" },
    answer: bytesOf(chance.pick([sign, told, `${told}\x15`])),
    means: { reply: "present" },
    endsWith: "rest",
  };
}

interface Said extends Pick<Exchange, "answer" | "endsWith"> {
  readonly tracks: Tracks;
}

function swiped(chance: Chance, text: Swiped): Swiped {
  return chance.pick([text, text, text, "bad"]);
}

const starts = ["%", ";", ";"] as const;
const startsWithPlus = ["%", ";", "+"] as const;

function lines(tracks: Tracks, sentinels: readonly string[]): readonly string[] {
  return tracks.map(
    (track, index) => `${sentinels[index]}${typeof track === "object" ? track.text : "E"}?`,
  );
}

function idTech(given: Tracks, chance: Chance): Said {
  const end = chance.pick(["\r", "\r\n"]);
  // A reader without a head for track 1 sends no line for it.
  const tracks: Tracks = chance.onceIn(4) ? ["empty", given[1], given[2]] : given;
  const sent = lines(tracks, starts).slice(tracks[0] === "empty" ? 1 : 0);
  return { tracks, answer: bytesOf(`${sent.join(end)}${end}`), endsWith: "rest" };
}

/** Its check character may be any of the track's, so it may look like the start of a track. */
function uic(tracks: Tracks, chance: Chance): Said {
  const hasCheck = chance.onceIn(2);
  const sent = lines(tracks, starts).map((line, index) =>
    hasCheck && typeof tracks[index] === "object"
      ? `\x02${line}${chance.text("0123456789:;<=>?%+E", 1, 1)}`
      : `\x02${line}`,
  );
  return { tracks, answer: bytesOf(`${sent.join("\x10")}\x03`), endsWith: "last-byte" };
}

function magTek(tracks: Tracks, chance: Chance): Said {
  const begin = chance.pick(["", "\x02", "\x02\x1b"]);
  const end = chance.pick(["\r\x03", "\r", ""]);
  const isFramed = begin === "" && end === "\r\x03";
  const answer = bytesOf(`${begin}${lines(tracks, starts).join("")}${end}`);
  return { tracks, answer, endsWith: isFramed || end === "\r\x03" ? "last-byte" : "rest" };
}

function surePos(tracks: Tracks, chance: Chance): Said {
  const end = chance.pick(["\r", ""]);
  const sent = lines(tracks, startsWithPlus).map((line, index) =>
    tracks[index] === "bad" ? "E" : line,
  );
  return { tracks, answer: bytesOf(sent.map((line) => line + end).join("")), endsWith: "rest" };
}

function bcc(tracks: Tracks, chance: Chance): Said {
  const framed = bytesOf(`${lines(tracks, startsWithPlus).join("")}\x03`);
  const check = framed.reduce((sum, byte) => sum ^ byte, 0);
  return chance.onceIn(4)
    ? { tracks, answer: Uint8Array.of(0x02, ...framed), endsWith: "rest" }
    : { tracks, answer: Uint8Array.of(0x02, ...framed, check), endsWith: "last-byte" };
}
