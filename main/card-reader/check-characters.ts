/*
 * Two formats of readers that only read put a check behind their text. Where digits are exchanged
 * the check has to follow: it would betray the sum of the old ones, and be wrong for the new.
 */

const STX = "\x02";
const ETX = "\x03";
const DLE = "\x10";

/** 363B: STX, the tracks, ETX, and the exclusive or of all behind STX. */
const framedSwipe = new RegExp(`${STX}([^${STX}${ETX}${DLE}]*\\?${ETX})(.)`, "gs");
/** UIC: STX, one track, its check character, and DLE or ETX. */
const framedTrack = new RegExp(`${STX}([%;][^?]*\\?)([ -_])(?=[${DLE}${ETX}])`, "g");

/** `after`, which is as long as `before`, with each check that was right made right again. */
export function withCheckCharacters(before: string, after: string): string {
  const swipes = recomputed(before, after, framedSwipe, exclusiveOr);
  return recomputed(before, swipes, framedTrack, checkOfTrack);
}

function recomputed(
  before: string,
  after: string,
  format: RegExp,
  checkOf: (covered: string) => string,
): string {
  let text = after;
  for (const { index, 1: covered = "", 2: check = "" } of before.matchAll(format)) {
    if (checkOf(covered) !== check) continue;
    const start = index + 1; // STX is not covered.
    const end = start + covered.length;
    text = `${text.slice(0, end)}${checkOf(text.slice(start, end))}${text.slice(end + 1)}`;
  }
  return text;
}

function exclusiveOr(covered: string): string {
  const sum = [...covered].reduce((all, character) => all ^ character.charCodeAt(0), 0);
  return String.fromCharCode(sum);
}

/** A character has its place in the alphabet of its track as value (ISO/IEC 7811-2). */
function checkOfTrack(covered: string): string {
  const { first, mask } = covered.startsWith("%")
    ? { first: 0x20, mask: 0x3f }
    : { first: 0x30, mask: 0x0f };
  const sum = [...covered].reduce((all, character) => all ^ (character.charCodeAt(0) - first), 0);
  return String.fromCharCode(first + (sum & mask));
}
