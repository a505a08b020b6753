import type { SlipView } from "#core/contract/posting-view.ts";
import type { FactName } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";
import { numbered } from "#renderer/slips/numbered.ts";
import { sayDay, sayOnPaper } from "#renderer/slips/say-on-paper.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The lines that the customer's copy states in large type instead of in the form. */
export const collectionNames: readonly FactName[] = ["maturesOn", "pickUpBranch"];

interface CollectionProps {
  readonly slip: SlipView;
  readonly facts: readonly Fact[];
}

/**
 * What makes the customer's copy the collection paper (L11, 3.12): its number, from which day,
 * where, and that
 * the holder comes in person.
 */
export function Collection({ slip, facts }: CollectionProps) {
  const words = useWords();
  const slipWords = useSlipWords();
  const promised = facts.filter(({ name }) => collectionNames.includes(name));
  if (promised.length === 0) return null;

  return (
    <section className="collection">
      <h2>{slipWords.collection}</h2>
      <dl>
        <div>
          <dt>{words("fact:slip")}</dt>
          <dd className="figures">{slip.number}</dd>
        </div>
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
