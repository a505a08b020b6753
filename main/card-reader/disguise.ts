import { luhnCheckDigit } from "#core/card/pan.ts";
import type { TranscriptStep } from "./transcript.ts";

/** A run this long is on no reader's own lips: answers of theirs hold at most two digits together. */
const TRACK_DIGITS_MIN = 4;
const PAN_DIGITS_MIN = 12;
/** A published test range; the last digit is worked out (Luhn). */
const TEST_PAN_START = "62109470";

/**
 * The same steps with nobody's card in them: card numbers become test numbers, other digits of a
 * stripe become others, and names become X. Every piece keeps its length and its place, and the same
 * digits always become the same, so that a card read back still equals the card that was written.
 */
export function disguised(steps: readonly TranscriptStep[]): readonly TranscriptStep[] {
  const disguise = createDisguise();
  const host = disguisedWay(steps, "host", disguise);
  const device = disguisedWay(steps, "device", disguise);
  return steps.map((step, at) => host.get(at) ?? device.get(at) ?? step);
}

/** A number may be cut anywhere on the way, so it is looked for in all bytes of one direction. */
function disguisedWay(
  steps: readonly TranscriptStep[],
  way: "host" | "device",
  disguise: (text: string) => string,
): ReadonlyMap<number, TranscriptStep> {
  const said = [...steps.entries()].flatMap(([at, step]) =>
    step.way === way ? [{ at, text: Buffer.from(step.bytes).toString("latin1") }] : [],
  );
  let rest = disguise(said.map(({ text }) => text).join(""));
  const found = new Map<number, TranscriptStep>();
  for (const { at, text } of said) {
    found.set(at, { way, bytes: Buffer.from(rest.slice(0, text.length), "latin1") });
    rest = rest.slice(text.length);
  }
  return found;
}

function createDisguise(): (text: string) => string {
  const known = new Map<string, string>();

  function instead(digits: string): string {
    const given = known.get(digits) ?? madeUp(digits.length, known.size + 1);
    known.set(digits, given);
    return given;
  }

  return (text) =>
    text
      .replaceAll(new RegExp(`\\d{${TRACK_DIGITS_MIN},}`, "g"), (digits) => {
        // Tracks 1 and 3 of a bank card begin with a format code before the number (JR/T 0009).
        const isCoded = digits.startsWith("99") && digits.length >= PAN_DIGITS_MIN + 2;
        return isCoded ? `99${instead(digits.slice(2))}` : instead(digits);
      })
      .replaceAll(/\^[ -_]*/g, (name) => name.replaceAll(/[A-Z]/g, "X"));
}

function madeUp(length: number, number: number): string {
  if (length < PAN_DIGITS_MIN) return String(number).padStart(length, "0").slice(-length);
  const body = `${TEST_PAN_START}${String(number).padStart(length - TEST_PAN_START.length - 1, "0")}`;
  return `${body}${luhnCheckDigit(body)}`;
}
