/** A whole number within bounds, or nothing. */
export function numberIn(word: string, least: number, most: number): number | undefined {
  const number = /^\d{1,9}$/.test(word) ? Number(word) : undefined;
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

/** One of the words that may be said, or nothing. */
export function oneOf<W extends string>(word: string, words: readonly W[]): W | undefined {
  return words.find((possible) => possible === word);
}

/** The refusal of a word that is none of those. */
export function noneOf(words: readonly string[]): string {
  return `no it is one of ${words.join(", ")}`;
}
