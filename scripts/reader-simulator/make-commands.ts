import {
  type Fitting,
  lineFormats,
  type SimulatedDialect,
} from "#main/card-reader/simulator/make.ts";
import type { LineCommand } from "./line-commands.ts";
import { noneOf, oneOf } from "./words.ts";

const every = ["msr605", "ezwriter", "teller", "swipe-only"] as const;
const family = ["msr605", "ezwriter"] as const;

/** What a hand exchanges about the reader itself. A dialect that has no such thing says so. */
export const makeCommands: Readonly<Record<string, LineCommand>> = {
  case: choice("how it says its coercivity", family, ["upper", "lower"], (letterCase) => ({
    letterCase,
  })),
  empty: choice("how it says a track without text", family, ["signs", "bare"], (emptyTracks) => ({
    emptyTracks,
  })),
  firmware: {
    words: "TEXT",
    about: "its firmware, eight characters as a rule",
    run(firmware, { reader, dialect }) {
      if (!oneOf(dialect, family)) return `no a ${dialect} reader has no such thing`;
      if (!/^[ -~]{1,64}$/.test(firmware)) return "no it is up to 64 characters of ASCII";
      reader.refit({ firmware });
      return "ok";
    },
  },
  model: choice(
    "the heads it has: 1 for track 2, 2 for 2 and 3, 3 for all, 5 for 1 and 2",
    every,
    ["1", "2", "3", "5"],
    (model) => ({ model }),
  ),
  "lose-escape": choice(
    "whether the answer after a reset lacks its ESC",
    family,
    ["on", "off"],
    (word) => ({ losesEscapeAfterReset: word === "on" }),
  ),
  "end-marks": choice(
    "how many ? come before FS; two only behind track 3",
    ["teller"],
    ["0", "1", "2"],
    (word) => ({ endMarks: word === "0" ? 0 : word === "1" ? 1 : 2 }),
  ),
  format: choice("how a swipe is put on the line", ["swipe-only"], lineFormats, (format) => ({
    format,
  })),
  marks: choice(
    "the marks that its manual calls optional",
    ["swipe-only"],
    ["sent", "left-out"],
    (optionalMarks) => ({ optionalMarks }),
  ),
};

function choice<W extends string>(
  about: string,
  dialects: readonly SimulatedDialect[],
  words: readonly W[],
  change: (word: W) => Partial<Fitting>,
): LineCommand {
  return {
    words: words.join("|"),
    about,
    run(given, { reader, dialect }) {
      const word = oneOf(given, words);
      if (!dialects.includes(dialect)) return `no a ${dialect} reader has no such thing`;
      if (!word) return noneOf(words);
      reader.refit(change(word));
      return "ok";
    },
  };
}
