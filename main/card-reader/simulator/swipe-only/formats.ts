import type { LineFormat, Make } from "../make.ts";
import type { Swiped } from "../swipe-through.ts";
import { type StripeTrack, stripeTracks } from "../tray.ts";

const STX = "\x02";
const ETX = "\x03";
const CR = "\r";
const DLE = "\x10";

/** How one maker's reader puts a swipe on the line. */
type Say = (swiped: Swiped, hasMarks: boolean) => string;

const says: Readonly<Record<LineFormat, Say>> = {
  idtech: (swiped) =>
    linesOf(swiped, ";")
      .map((line) => `${line}${CR}`)
      .join(""),

  uic(swiped, hasMarks) {
    const lines = linesOf(swiped, ";");
    return lines
      .map((line, at) => {
        const check = hasMarks ? checkOf(line) : "";
        return `${STX}${line}${check}${at + 1 === lines.length ? ETX : DLE}`;
      })
      .join("");
  },

  magtek(swiped, hasMarks) {
    const said = linesOf(swiped, "+").join("");
    return hasMarks && said ? `${STX}\x1b${said}${CR}${ETX}` : said;
  },

  surepos: (swiped, hasMarks) =>
    stripeTracks
      .map((track) => `${lineOf(track, swiped.seen[track], "+") ?? "E"}${hasMarks ? CR : ""}`)
      .join(""),

  "363b"(swiped) {
    const said = `${linesOf(swiped, "+").join("")}${ETX}`;
    return said === ETX ? "" : `${STX}${said}${exclusiveOr(said)}`;
  },
};

/** What a reader that only reads sends for a swipe; nothing for a card on which there is nothing. */
export function swipeOnLine(swiped: Swiped, { format, optionalMarks }: Make): string {
  return says[format](swiped, optionalMarks === "sent");
}

/** A line for each track that was met: its text, or `E` between sentinels where it failed. */
function linesOf({ seen, failed }: Swiped, third: ";" | "+"): readonly string[] {
  return stripeTracks.flatMap((track) => {
    const text = failed.includes(track) ? `${track === 1 ? "%" : ";"}E?` : seen[track];
    return lineOf(track, text, third) ?? [];
  });
}

function lineOf(track: StripeTrack, text: string | undefined, third: ";" | "+") {
  return track === 3 ? text?.replace(/^;/, third) : text;
}

/** The check character of a track, as the character that has its value. */
function checkOf(line: string): string {
  const first = line.startsWith("%") ? 0x20 : 0x30;
  const values = [...line].map((character) => character.charCodeAt(0) - first);
  // An E in place of digits has no value on such a track; the low bits count.
  const check = values.reduce((sum, value) => sum ^ value, 0) & (first === 0x20 ? 0x3f : 0x0f);
  return String.fromCharCode(first + check);
}

function exclusiveOr(said: string): string {
  const sum = [...said].reduce((all, character) => all ^ character.charCodeAt(0), 0);
  return String.fromCharCode(sum);
}
