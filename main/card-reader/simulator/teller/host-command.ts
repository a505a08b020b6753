import { commandsIn, type Understood } from "../heard-commands.ts";
import type { StripeTrack } from "../tray.ts";

/*
 * The "ESC ]" commands of teller readers, from the device's side. There is no header of a whole
 * message: a command is as long as its letter says, and what is not known is passed over.
 */

/** The texts that a host gives to be written; an empty one leaves its track alone. */
export type GivenTexts = Readonly<Record<StripeTrack, string>>;

/** What the host has asked for, in the simulator's words. */
export type HostCommand =
  | { readonly asks: "reset" | "encode" | "status" | "forget-error" | "current" | "unheard-of" }
  | { readonly asks: "read"; readonly tracks: readonly StripeTrack[] }
  | { readonly asks: "load"; readonly texts: GivenTexts }
  | { readonly asks: "density"; readonly bitsPerInch: 75 | 210 }
  | { readonly asks: "relay"; readonly to: "high" | "low" };

/** No text that fits on a stripe is longer than this. */
const DATA_MAX = 1_000;
const RESET = "\x1b0";

const plain: Readonly<Record<string, HostCommand>> = {
  "0": { asks: "reset" },
  "]": { asks: "read", tracks: [2] },
  "\\": { asks: "encode" },
  j: { asks: "status" },
  l: { asks: "forget-error" },
  H: { asks: "density", bitsPerInch: 75 },
  L: { asks: "density", bitsPerInch: 210 },
  x: { asks: "relay", to: "high" },
  y: { asks: "relay", to: "low" },
};

/** The letter between ESC and `]`; the tracks in the order in which they are told. */
const selection: Readonly<Record<string, readonly StripeTrack[]>> = {
  T: [3],
  B: [2, 3],
  C: [1],
  D: [2, 1],
  E: [3, 1],
  F: [2, 3, 1],
};

/** Reads all whole commands of `heard`, one character per byte. */
export const understand = (heard: string) => commandsIn(heard, understandFirst);

function understandFirst(heard: string): Understood<HostCommand> {
  if (heard.length < 2) return "more";
  const letter = heard.charAt(1);

  const simple = plain[letter];
  if (simple) return { command: simple, length: 2 };
  if (letter === "t" || letter === "i") return understandData(heard, letter);

  const tracks = selection[letter];
  if (!tracks) return { command: { asks: "unheard-of" }, length: 1 };
  if (heard.length < 3) return "more";
  if (heard.charAt(2) !== "]") return { command: { asks: "unheard-of" }, length: 2 };
  return { command: { asks: "read", tracks }, length: 3 };
}

/** Everything up to GS is data, an ESC as well; only a reset gets the device out of it. */
function understandData(heard: string, letter: "t" | "i"): Understood<HostCommand> {
  const end = heard.indexOf("\x1d");
  const way = heard.indexOf(RESET);
  if (way > 0 && (end < 0 || way < end)) {
    return { command: { asks: "reset" }, length: way + RESET.length };
  }
  if (end < 0 && heard.length < DATA_MAX) return "more";
  if (end < 0) return { command: { asks: "unheard-of" }, length: heard.length };

  const given = heard.slice(2, end);
  const command: HostCommand =
    letter === "t" ? { asks: "load", texts: givenTexts(given) } : { asks: "current" };
  return { command, length: end + 1 };
}

/** `A` begins track 3 and `%` track 1. An `A` is a letter of track 1, so `%` is looked for first. */
function givenTexts(given: string): GivenTexts {
  const percent = given.indexOf("%");
  const digits = percent < 0 ? given : given.slice(0, percent);
  const separator = digits.indexOf("A");
  return {
    1: percent < 0 ? "" : given.slice(percent + 1),
    2: separator < 0 ? digits : digits.slice(0, separator),
    3: separator < 0 ? "" : digits.slice(separator + 1),
  };
}
