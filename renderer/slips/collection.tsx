import type { FactName } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";
import { numbered } from "#renderer/slips/numbered.ts";
import { sayDay, sayOnPaper } from "#renderer/slips/say-on-paper.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The lines that the customer's copy states in large type instead of in the form. */
export const collectionNames: readonly FactName[] = ["maturesOn", "pickUpBranch"];

/**
 * What makes the customer's copy the collection paper (L11, 3.12): from which day, where, and that
 * the holder comes in person.
 */
export function Collection({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  const slipWords = useSlipWords();
  const promised = facts.filter(({ name }) => collectionNames.includes(name));
  if (promised.length === 0) return null;

  return (
    <section className="collection">
      <h2>{slipWords.collection}</h2>
      <dl>
        {numbered(promised).map(({ key, fact }) => (
          <div key={key}>
            <dt>{fact.name === "maturesOn" ? slipWords.earliest : slipWords.at}</dt>
            <dd className="figures" data-fact={fact.name}>
              {fact.kind === "date" ? sayDay(slipWords, fact.date) : sayOnPaper(words, fact)}
            </dd>
          </div>
        ))}
      </dl>
      <p>{slipWords.inPerson}</p>
    </section>
  );
}
