import { commandsIn, type Understood } from "../heard-commands.ts";
import type { StripeTrack } from "../tray.ts";

/*
 * The manual's command table once more, from the device's side. It shares nothing with the codec
 * that it is there to test: a mistake made once would otherwise agree with itself.
 */

/** What the host has asked for, in the simulator's words. */
export type HostCommand =
  | { readonly asks: "reset" | "hello" | "model" | "firmware" | "ram" | "sensor" }
  | {
      readonly asks: "lamps";
      readonly green: boolean;
      readonly yellow: boolean;
      readonly red: boolean;
    }
  | { readonly asks: "read" | "read-bits" }
  | { readonly asks: "write"; readonly texts: Readonly<Record<StripeTrack, string>> }
  | { readonly asks: "write-bits"; readonly bits: Readonly<Record<StripeTrack, string>> }
  | { readonly asks: "erase"; readonly tracks: readonly StripeTrack[] }
  | { readonly asks: "relay"; readonly to: "high" | "low" }
  | { readonly asks: "relay?" | "zeros?" }
  | { readonly asks: "zeros"; readonly counts: string }
  | { readonly asks: "widths"; readonly widths: string }
  | { readonly asks: "density" }
  | { readonly asks: "malformed" | "unheard-of" };

const DATA_MAX = 1_000;
const off = { asks: "lamps", green: false, yellow: false, red: false } as const;

const plain: Readonly<Record<string, HostCommand>> = {
  a: { asks: "reset" },
  e: { asks: "hello" },
  t: { asks: "model" },
  v: { asks: "firmware" },
  r: { asks: "read" },
  m: { asks: "read-bits" },
  x: { asks: "relay", to: "high" },
  y: { asks: "relay", to: "low" },
  d: { asks: "relay?" },
  l: { asks: "zeros?" },
  "\x81": off,
  "\x82": { asks: "lamps", green: true, yellow: true, red: true },
  "\x83": { ...off, green: true },
  "\x84": { ...off, yellow: true },
  "\x85": { ...off, red: true },
  "\x86": { asks: "sensor" },
  "\x87": { asks: "ram" },
};

const argumentLength: Readonly<Record<string, number>> = { c: 1, b: 1, z: 2, o: 3 };
/** An EzWriter sets the density of tracks 1 and 3 by commands of their own. */
const ezwriterLength: Readonly<Record<string, number>> = { ...argumentLength, f: 1, g: 1 };

const eraseSelection: Readonly<Record<string, readonly StripeTrack[]>> = {
  "\x00": [1],
  "\x01": [1],
  "\x02": [2],
  "\x04": [3],
  "\x03": [1, 2],
  "\x05": [1, 3],
  "\x06": [2, 3],
  "\x07": [1, 2, 3],
};

/** Reads all whole commands of `heard`, one character per byte. */
export const understand = (heard: string, isEzwriter: boolean) =>
  commandsIn(heard, (fromEscape) => understandFirst(fromEscape, isEzwriter));

function understandFirst(heard: string, isEzwriter: boolean): Understood<HostCommand> {
  if (heard.length < 2) return "more";
  const letter = heard.charAt(1);

  const simple = plain[letter];
  if (simple) return { command: simple, length: 2 };
  if (letter === "w") return understandTexts(heard);
  if (letter === "n") return understandBits(heard);

  const wanted = (isEzwriter ? ezwriterLength : argumentLength)[letter];
  if (wanted === undefined) return { command: { asks: "unheard-of" }, length: 2 };
  if (heard.length < 2 + wanted) return "more";
  const given = heard.slice(2, 2 + wanted);
  return { command: withArgument(letter, given, isEzwriter), length: 2 + wanted };
}

function withArgument(letter: string, given: string, isEzwriter: boolean): HostCommand {
  if (letter === "c") {
    // An EzWriter's manual prints a bit for each track, and no 00.
    const tracks = isEzwriter && given === "\0" ? undefined : eraseSelection[given];
    return tracks ? { asks: "erase", tracks } : { asks: "malformed" };
  }
  if (["b", "f", "g"].includes(letter)) {
    const densities = isEzwriter ? "\xd2\x4b" : "\xa0\xa1\x4b\xd2\xc0\xc1";
    const isKnown = densities.includes(given);
    return { asks: isKnown ? "density" : "malformed" };
  }
  if (letter === "z") return { asks: "zeros", counts: given };
  const isWidth = [...given].every((width) => width >= "\x05" && width <= "\x08");
  return isWidth ? { asks: "widths", widths: given } : { asks: "malformed" };
}

/** `ESC w ESC s ESC 1 text ESC 2 text ESC 3 text ? FS`: text never holds ESC or FS. */
function understandTexts(heard: string): Understood<HostCommand> {
  const end = heard.indexOf("\x1c");
  if (end < 0 && heard.length < DATA_MAX) return "more";
  const length = end < 0 ? heard.length : end + 1;

  const parts = heard.slice(0, length).split("\x1b");
  const [, , start = "", one = "", two = "", three = ""] = parts;
  const isWhole =
    parts.length === 6 &&
    start === "s" &&
    one.startsWith("\x01") &&
    two.startsWith("\x02") &&
    three.startsWith("\x03") &&
    three.endsWith("?\x1c");
  if (!isWhole) return { command: { asks: "malformed" }, length };

  const texts = { 1: one.slice(1), 2: two.slice(1), 3: three.slice(1, -2) };
  return { command: { asks: "write", texts }, length };
}

/** `ESC n ESC s`, three times `ESC n length bits`, `? FS`: anything may stand among the bits. */
function understandBits(heard: string): Understood<HostCommand> {
  const bits = { 1: "", 2: "", 3: "" };
  let at = 4;
  for (const track of [1, 2, 3] as const) {
    if (heard.length < at + 3) return "more";
    const head = heard.slice(at, at + 2);
    if (head !== `\x1b${String.fromCharCode(track)}`) {
      return { command: { asks: "malformed" }, length: heard.length };
    }
    const length = heard.charCodeAt(at + 2);
    bits[track] = heard.slice(at + 3, at + 3 + length);
    at += 3 + length;
  }
  if (heard.length < at + 2) return "more";
  const isWhole = heard.slice(2, 4) === "\x1bs" && heard.slice(at, at + 2) === "?\x1c";
  return {
    command: isWhole ? { asks: "write-bits", bits } : { asks: "malformed" },
    length: at + 2,
  };
}
