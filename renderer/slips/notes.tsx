import type { Fact } from "#core/slip/slip.ts";
import { numbered } from "#renderer/slips/numbered.ts";
import { sayNote } from "#renderer/slips/say-on-paper.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The advice that the customer takes home (L10, L19, L20, T13). */
export function Notes({ notes }: { readonly notes: readonly Fact[] }) {
  const words = useWords();
  const slipWords = useSlipWords();
  if (notes.length === 0) return null;
  return (
    <section className="notes">
      <h2>{slipWords.notes}</h2>
      <ol>
        {numbered(notes).map(({ key, fact }) => (
          <li key={key} data-fact={fact.name}>
            {sayNote(words, slipWords, fact)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The advice among the lines of a slip, and the lines that are none. */
export function partNotes(facts: readonly Fact[]): {
  readonly notes: readonly Fact[];
  readonly lines: readonly Fact[];
} {
  return {
    notes: facts.filter(({ name }) => name === "note"),
    lines: facts.filter(({ name }) => name !== "note"),
  };
}
