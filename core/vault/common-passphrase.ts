/**
 * What passwords are made of all over the world, and what anybody would try here first, longest
 * first. Short, because twelve characters leave few of the words in long lists anyway.
 */
const COMMON_WORDS = [
  "administrator",
  "qwertyuiop",
  "1qaz2wsx3edc",
  "1q2w3e4r5t",
  "asdfghjkl",
  "passphrase",
  "superman",
  "baseball",
  "football",
  "iloveyou",
  "princess",
  "sunshine",
  "password",
  "woaini1314",
  "1qaz2wsx",
  "5201314",
  "letmein",
  "welcome",
  "zxcvbnm",
  "workstation",
  "counter",
  "dragon",
  "monkey",
  "master",
  "secret",
  "shadow",
  "guitai",
  "qwerty",
  "branch",
  "teller",
  "woaini",
  "admin",
  "login",
  "asdfgh",
  "1q2w3e",
  "hello",
  "bank",
  "pass",
  "柜台",
  "银行",
  "网点",
  "开机",
  "口令",
  "密码",
].sort((one, other) => other.length - one.length);

/** Signs and digits that people write for letters, to no avail. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "[a@4]",
  e: "[e3]",
  i: "[i1!]",
  o: "[o0]",
  s: "[s$5]",
  t: "[t7]",
};

const COMMON = new RegExp(
  COMMON_WORDS.map((word) =>
    word.replace(/[aeiost]/g, (letter) => LOOKALIKES[letter] ?? letter),
  ).join("|"),
  "gu",
);

/** Fewer characters than this beside common words are soon tried, one after the other. */
const OWN_CHARACTERS = 4;

const RUN_LENGTH = 4;

/** Letters and digits alone, small: neither a capital nor a hyphen makes a word uncommon. */
const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether hardly anything is left of a passphrase without common words, runs and repetitions. */
export function isCommon(passphrase: string): boolean {
  const small = passphrase.toLowerCase();
  const pieces = small.replace(/[^\p{L}\p{N}@!$]/gu, "").split(COMMON);
  const left = pieces.map((piece) => withoutRuns(plainly(piece))).join("");
  return left !== plainly(small) && Array.from(left).length < OWN_CHARACTERS;
}

/** Without pieces like 2345, dcba or 0000. */
function withoutRuns(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const kept: number[] = [];
  for (let from = 0; from < points.length; ) {
    const length = runFrom(points, from);
    if (length < RUN_LENGTH) kept.push(...points.slice(from, from + 1));
    from += length < RUN_LENGTH ? 1 : length;
  }
  return String.fromCodePoint(...kept);
}

/** How many characters from there on follow each other by one and the same step of -1, 0 or 1. */
function runFrom(points: readonly number[], from: number): number {
  const stepAt = (at: number) => (points[at] ?? 0) - (points[at - 1] ?? 0);
  const step = stepAt(from + 1);
  if (Math.abs(step) > 1) return 1;

  let end = from + 1;
  while (end < points.length && stepAt(end) === step) end += 1;
  return end - from;
}

/** Whether it is one piece over and over, but for an odd character or two at its end. */
export function isRepeated(passphrase: string): boolean {
  const characters = Array.from(plainly(passphrase));
  if (characters.length < 2 * OWN_CHARACTERS) return false;
  for (let period = 1; period <= characters.length / 2; period += 1) {
    const isRound = characters
      .slice(period, Math.max(2 * period, characters.length - 2))
      .every((character, at) => character === characters[at]);
    if (isRound) return true;
  }
  return false;
}
