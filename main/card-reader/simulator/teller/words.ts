import type { Make } from "../make.ts";
import type { Swiped } from "../swipe-through.ts";
import type { StripeTrack } from "../tray.ts";
import type { GivenTexts } from "./host-command.ts";

/** Stands for a track that is blank or makes no sense: DEL. */
const NOT_READ = "\x7f";

const separator: Readonly<Record<StripeTrack, string>> = { 1: "%", 2: "", 3: "A" };

/** The block of a swipe: `ESC s`, the texts without sentinels, none to two `?`, FS. */
export function blockOf(
  asked: readonly StripeTrack[],
  { seen }: Swiped,
  { endMarks }: Make,
): string {
  const said = asked.map((track) => {
    const text = seen[track];
    return `${separator[track]}${text === undefined ? NOT_READ : text.slice(1, -1)}`;
  });
  const marks = endMarks === 2 && !asked.includes(3) ? 1 : endMarks;
  return `\x1bs${said.join("")}${"?".repeat(marks)}\x1c`;
}

/** Tells whether a swipe for these tracks leaves the error standing that a status reports. */
export function isReadError(asked: readonly StripeTrack[], { seen }: Swiped): boolean {
  return asked.some((track) => seen[track] === undefined);
}

const alphabets: Readonly<Record<StripeTrack, RegExp>> = {
  1: /^[ -$&->@-_]*$/,
  2: /^[0-:<->]*$/,
  3: /^[0-:<->]*$/,
};

/** Tells whether texts fit their tracks; at 75 bits an inch track 2 holds less. */
export function canHold(texts: GivenTexts, bitsPerInch: 75 | 210): boolean {
  const lengthMax: Readonly<Record<StripeTrack, number>> = {
    1: 79,
    2: bitsPerInch === 75 ? 38 : 108,
    3: 108,
  };
  return ([1, 2, 3] as const).every(
    (track) => texts[track].length <= lengthMax[track] && alphabets[track].test(texts[track]),
  );
}
