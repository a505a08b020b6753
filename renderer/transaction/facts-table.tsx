import type { RelationMove } from "#core/replacement/relation.ts";
import type { Fact } from "#core/slip/slip.ts";
import { sayFact } from "#renderer/wording/say-fact.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The lines of a preview or a receipt. */
export function FactsTable({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <dl className="facts">
      {facts.map((fact) => (
        // A name may come twice, as notes do, but never with the same value.
        <div key={`${fact.name}:${sayFact(words, fact)}`} data-fact={fact.name}>
          <dt>{words(`fact:${fact.name}`)}</dt>
          <dd className={fact.kind === "money" ? "figures money" : "figures"}>
            {sayFact(words, fact)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What becomes of each service that hangs on the card (T35). */
export function RelationsTable({ moves }: { readonly moves: readonly RelationMove[] }) {
  const words = useWords();
  if (moves.length === 0) return null;
  return (
    <table className="relations">
      <caption>{words("kit:preview.relations")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("kit:relation.what")}</th>
          <th scope="col">{words("kit:relation.how")}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={move.relation}>
            <td>
              {words(`noun:relation.${move.kind}`)} {move.label}
            </td>
            <td>
              {move.how === "tell-others" ? "⚠" : "✓"} {words(`noun:move.${move.how}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
