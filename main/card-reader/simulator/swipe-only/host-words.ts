import type { LineFormat } from "../make.ts";

const ACK = "\x06";
const NAK = "\x15";
const UNKNOWN_SETTING = "\x16";

/** What an ID TECH has of settings, by number: beep, reading, decoding, baud rate. */
const settings = "\x11\x01\x32\x1a\x01\x31\x1d\x01\x31\x41\x01\x35";

/** The numbers of the settings that it lets a host change. */
const changeable = "\x11\x1a\x1d\x41";
const WORDS_MAX = 300;

/**
 * What a host says, from its first word on. An ID TECH hears frames alone: it answers the question
 * for all settings, and takes or turns down a setting. A 363B hears ESC, and a frame that is none
 * of its own. The others are deaf.
 */
export function hearHost(
  said: string,
  format: LineFormat,
): { readonly answers: readonly string[]; readonly rest: string } {
  const answers: string[] = [];
  let rest = said;
  while (rest !== "" && (format === "idtech" || format === "363b")) {
    const whole = frameIn(rest);
    if (whole) {
      answers.push(format === "idtech" ? toFrame(whole) : NAK);
      rest = rest.slice(whole.length);
    } else if (rest.startsWith("\x02") && rest.length < WORDS_MAX) {
      return { answers, rest };
    } else {
      if (format === "363b" && rest.startsWith("\x1b")) answers.push(ACK);
      rest = rest.slice(1);
    }
  }
  return { answers, rest: "" };
}

function toFrame(whole: string): string {
  if (checkOf(whole.slice(0, -1)) !== whole.slice(-1)) return NAK;
  const words = whole.slice(1, -2);
  if (words === "R\x1f") {
    const told = `\x02${settings}\x03`;
    return `${ACK}${told}${checkOf(told)}`;
  }
  if (words === "S\x18") return ACK;
  if (!words.startsWith("S")) return NAK;
  const isDigit = words.length === 4 && words.charAt(2) === "\x01" && /\d$/.test(words);
  return isDigit && changeable.includes(words.charAt(1)) ? ACK : UNKNOWN_SETTING;
}

/** A frame with its check byte; what it holds may be anything but the end of a frame. */
function frameIn(said: string): string | undefined {
  const end = said.startsWith("\x02") ? said.indexOf("\x03") : -1;
  return end > 0 && said.length > end + 1 ? said.slice(0, end + 2) : undefined;
}

function checkOf(text: string): string {
  return String.fromCharCode([...text].reduce((sum, it) => sum ^ it.charCodeAt(0), 0));
}
