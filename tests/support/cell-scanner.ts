import type { OpenBooks } from "#main/open-books.ts";
import { createCells } from "#main/password-card/cells.ts";

/** Shorter cells would be found in any number by chance; a branch under test prints twelve digits. */
const CELL_DIGITS = 12;

/** What stands on every password card that a customer was ever given. */
export function cellsOf({ vault, ledger }: OpenBooks): ReadonlySet<string> {
  const cells = createCells(vault.passwordCard);
  const printed = ledger.books.all("passwordCard").flatMap((card) => {
    if (card.grid.cellDigits !== CELL_DIGITS)
      throw new Error("the cells are too short to look for");
    return cells.allOf(card).match(/\d{12}/g) ?? [];
  });
  return new Set(printed);
}

/**
 * The cells that a text holds: as digits anywhere in a longer number, with a byte of nothing between
 * any two as UTF-16 has it, or as a number that has lost its leading zeros.
 */
export function cellsIn(text: string, cells: ReadonlySet<string>): readonly string[] {
  const short = new Map([...cells].map((cell) => [String(Number(cell)), cell]));
  const found = new Set<string>();
  for (const [run] of text.replaceAll("\0", "").matchAll(/\d{6,}/g)) {
    const shortened = short.get(run);
    if (shortened) found.add(shortened);
    for (let at = 0; at + CELL_DIGITS <= run.length; at += 1) {
      const window = run.slice(at, at + CELL_DIGITS);
      if (cells.has(window)) found.add(window);
    }
  }
  return [...found];
}
